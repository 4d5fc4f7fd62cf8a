import ScenarioIO

/// The files of the disk, and among them one that is still to be written.
struct UnwrittenFile: FileAccess {
  let path: String
  let text: String

  func read(_ path: String) throws(FileReadError) -> FileBytes {
    path == self.path ? FileBytes(Array(text.utf8)) : try DiskFiles().read(path)
  }

  func absolutePath(_ path: String) -> String { DiskFiles().absolutePath(path) }
}

/// Paths of files that name each other.
enum FilePaths {
  /// The path by which a file would name another; `nil` where the other is no file that could be named.
  static func relative(_ target: String, from file: String) -> String? {
    guard target != "-", target.hasSuffix(".json") else { return nil }
    if target.hasPrefix("/") { return target }
    if file.hasPrefix("/") { return DiskFiles().absolutePath(target) }
    let (from, to) = (parts(file).dropLast(), parts(target))
    let common = zip(from, to).prefix { $0 == $1 }.count
    guard !from.dropFirst(common).contains("..") else { return DiskFiles().absolutePath(target) }
    return (Array(repeating: "..", count: from.count - common) + to.dropFirst(common))
      .joined(separator: "/")
  }

  /// Names on the way to a file, without those that lead nowhere.
  private static func parts(_ path: String) -> [String] {
    path.split(separator: "/").map(String.init).filter { $0 != "." }
  }
}
