/// Paths as text: joining and tidying, without a look at the disk.
enum FilePath {
  /// The folder part of a path with its slash, empty where there is none.
  static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[...slash])
  }

  /// A path that a file names, seen from where that file lies.
  static func resolve(_ path: String, from file: String) -> String {
    path.hasPrefix("/") ? path : normalized(directory(of: file) + path)
  }

  /// The path without `.` and, where it can be told, without `..`.
  static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
