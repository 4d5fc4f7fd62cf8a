import RunDirectory

/// Names of runs, after the files of their scenarios.
enum RunName {
  /// Name of the run of one scenario file: the file's own, without `.json`.
  static func name(of file: String) -> String {
    withoutSuffix(lastComponent(of: file))
  }

  /// Last component of a path.
  static func lastComponent(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Different names for different files, the same wherever the same files are listed in the same way.
  ///
  /// A file is called after its path below the directory that was named. Files that would be called the same are called after
  /// their whole path as written, and where that is not enough, with a digest.
  ///
  /// - Parameter files: paths as written, no two the same, with the part of each that lies below the directory that was named.
  static func names(of files: [(path: String, inner: String)]) -> [String] {
    let candidates = files.map { file in
      let (inner, whole) = (joined(file.inner), joined(file.path))
      return [
        inner, whole, "\(inner)-\(digest(of: file.inner).prefix(8))",
        "\(whole)-\(digest(of: file.path))",
      ]
    }
    var choice = Array(repeating: 0, count: files.count)
    while true {
      let names = candidates.indices.map { candidates[$0][choice[$0]] }
      var holders: [String: [Int]] = [:]
      for (index, name) in names.enumerated() { holders[name, default: []].append(index) }
      let clashing = holders.values.filter { $0.count > 1 }.joined()
        .filter { choice[$0] + 1 < candidates[$0].count }
      if clashing.isEmpty { return names }
      for index in clashing { choice[index] += 1 }
    }
  }

  /// The components of a path without what leads upwards, in one name.
  private static func joined(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }
    return withoutSuffix(parts.joined(separator: "-"))
  }

  private static func digest(of path: String) -> String {
    Digest(of: Array(path.utf8)).hexadecimal
  }

  private static func withoutSuffix(_ name: String) -> String {
    let stem = name.hasSuffix(".json") ? String(name.dropLast(5)) : name
    return stem.isEmpty || stem == "." || stem == ".." ? "scenario" : stem
  }
}
