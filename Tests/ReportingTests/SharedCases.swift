import Glibc

/// Public cases that lie beside the package where there are any.
enum SharedCases {
  /// Lines of a file below the folder of cases; `nil` where there is no such file.
  static func lines(_ path: String) -> [String]? {
    let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    for folder in ["../shared/cases", "../../shared/cases"] {
      guard let file = fopen("/\(package)/\(folder)/\(path)", "r") else { continue }
      defer { fclose(file) }
      var bytes: [UInt8] = []
      while case let byte = fgetc(file), byte != EOF {
        bytes.append(UInt8(truncatingIfNeeded: byte))
      }
      return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map {
        String($0)
      }
    }
    return nil
  }
}
