/// A path taken apart by its text alone, without asking the file system.
struct RunPath {
  /// Components without `.` and empty ones; `..` removed together with the name before it.
  var components: [String]
  var isAbsolute: Bool

  init(_ path: String) {
    isAbsolute = path.hasPrefix("/")
    components = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == "..", let last = components.last, last != ".." {
        components.removeLast()
      } else if part != ".." || !isAbsolute {
        components.append(String(part))
      }
    }
  }

  init(components: [String], isAbsolute: Bool) {
    self.components = components
    self.isAbsolute = isAbsolute
  }

  var text: String {
    let joined = components.joined(separator: "/")
    return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
  }

  /// Last component; `nil` for `/`, `.` and paths that end in `..`.
  var name: String? { components.last == ".." ? nil : components.last }

  /// The directory it stands in; `/` and `.` are their own.
  var parent: String {
    RunPath(components: components.dropLast(), isAbsolute: isAbsolute).text
  }

  /// Whether it stays inside the directory it is taken relative to, written in its shortest form.
  static func isInside(_ path: String) -> Bool {
    let parsed = RunPath(path)
    return !parsed.isAbsolute && parsed.components.first != ".." && parsed.text == path
      && path != "."
  }
}
