import Glibc

/// Files of the package that a test reads, or writes anew with BLESS=1.
enum PackageFile {
  /// Folder of the package.
  private static let root =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

  /// Whether the files are to be written from what the program says now.
  static var isBlessing: Bool { getenv("BLESS").map { String(cString: $0) == "1" } ?? false }

  /// Content of a file of the package; `nil` where there is none.
  static func text(_ path: String) -> String? {
    guard let file = fopen("\(root)/\(path)", "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Names of the files in a folder of the package, sorted.
  static func names(in folder: String) -> [String] {
    guard let directory = opendir("\(root)/\(folder)") else { return [] }
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

  /// Whether a file holds the text; with BLESS=1 it is written instead.
  static func holds(_ text: String, _ path: String) -> Bool {
    guard isBlessing else { return self.text(path) == text }
    guard let file = fopen("\(root)/\(path)", "w") else { return false }
    defer { fclose(file) }
    return fputs(text, file) >= 0
  }
}
