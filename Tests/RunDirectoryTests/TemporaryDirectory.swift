import Glibc
import RunDirectory

/// A directory of one test's own, removed with everything in it when the test ends.
final class TemporaryDirectory {
  let path: String

  init() throws {
    // Memory, where there is such a place: the tests publish hundreds of runs.
    let base = try DiskLayer().kind(of: "/dev/shm") == .directory ? "/dev/shm" : "/tmp"
    var template = Array("\(base)/allocate-test.XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw SystemError("mkdtemp", base, code: errno) }
    path = String(cString: made)
  }

  deinit { TemporaryDirectory.remove(path) }

  func write(_ name: String, _ text: String) throws {
    try? DiskLayer().makeDirectory(parent(of: "\(path)/\(name)"))
    let file = try DiskLayer().create("\(path)/\(name)")
    _ = try DiskLayer().write(Array(text.utf8)[...], to: file)
    try DiskLayer().close(file)
  }

  /// Every file below the directory with its text, except lock files.
  func contents() throws -> [String: String] {
    try TemporaryDirectory.contents(path, prefix: "")
      .filter { !$0.key.hasSuffix(".lock") }
  }

  private static func contents(_ path: String, prefix: String) throws -> [String: String] {
    var found: [String: String] = [:]
    for name in try DiskLayer().list(path) {
      if try DiskLayer().kind(of: "\(path)/\(name)") == .directory {
        let inner = try contents("\(path)/\(name)", prefix: "\(prefix)\(name)/")
        found.merge(inner) { $1 }
        if inner.isEmpty { found["\(prefix)\(name)/"] = "" }
      } else {
        let bytes = try DiskLayer().read("\(path)/\(name)")
        found["\(prefix)\(name)"] = String(decoding: bytes, as: UTF8.self)
      }
    }
    return found
  }

  private static func remove(_ path: String) {
    let disk = DiskLayer()
    if (try? disk.kind(of: path)) == .directory {
      for name in (try? disk.list(path)) ?? [] { remove("\(path)/\(name)") }
      try? disk.removeDirectory(path)
    } else {
      try? disk.removeFile(path)
    }
  }
}

private func parent(of path: String) -> String {
  path.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
}
