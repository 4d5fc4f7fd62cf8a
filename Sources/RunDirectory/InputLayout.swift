/// Where the copies of the files that a run read stand in its directory, so that they find each other there.
///
/// The copies keep their places relative to each other, so a scenario reads its tables and its base from the
/// copies as it read them from the originals. Only where the files stood relative to each other matters.
public struct InputLayout: Sendable, Equatable {
  /// Name of the directory of copies.
  public static let directory = "inputs"

  /// One path per file, in the order given: the copy in the run directory.
  public let copies: [String]
  /// One path per file, in the order given: relative to the directory of the scenario file.
  public let originals: [String]

  /// Lays out the copies of these files, the first of which is the scenario.
  ///
  /// - Parameter workingDirectory: absolute path that relative ones start from.
  public init(paths: [String], workingDirectory: String) {
    let absolute = paths.map { path in
      RunPath(path.hasPrefix("/") ? path : "\(workingDirectory)/\(path)").components
    }
    let home = Array((absolute.first ?? []).dropLast())
    var shared = home
    for components in absolute {
      let count = zip(shared, components.dropLast()).prefix { $0 == $1 }.count
      shared.removeLast(shared.count - count)
    }
    copies = absolute.map {
      ([InputLayout.directory] + $0.dropFirst(shared.count)).joined(separator: "/")
    }
    originals = absolute.map { components in
      let common = zip(home, components.dropLast()).prefix { $0 == $1 }.count
      return (Array(repeating: "..", count: home.count - common) + components.dropFirst(common))
        .joined(separator: "/")
    }
  }
}
