import Glibc

/// Public cases that lie beside the package where there are any, or where ALLOCATE_CASES says.
enum PublicCases {
  private static let folders: [String] = {
    let package = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let own = getenv("ALLOCATE_CASES").map { [String(cString: $0)] } ?? []
    return own + ["\(package)/../shared/cases", "\(package)/../../shared/cases"]
  }()

  /// Names of the files of a kind of cases, sorted; empty where there are none.
  static func names(_ kind: String) -> [String] {
    for folder in folders {
      guard let directory = opendir("\(folder)/\(kind)") else { continue }
      defer { closedir(directory) }
      var names: [String] = []
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if !name.hasPrefix(".") { names.append(name) }
      }
      return names.sorted()
    }
    return []
  }

  /// Content of a case; `nil` where there is no such file.
  static func text(_ path: String) -> String? {
    for folder in folders {
      guard let file = fopen("\(folder)/\(path)", "r") else { continue }
      defer { fclose(file) }
      var bytes: [UInt8] = []
      while case let byte = fgetc(file), byte != EOF {
        bytes.append(UInt8(truncatingIfNeeded: byte))
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    return nil
  }
}
