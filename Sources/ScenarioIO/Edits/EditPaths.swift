/// The paths under which values of a scenario can be set.
public enum EditPaths {
  /// A way to go on with a path.
  public struct Completion: Sendable, Equatable {
    /// The path of a value, or the beginning of the paths of several, with its point or bracket.
    public var path: String
    /// The present value as it is written, or the default; `nil` where there is none.
    public var value: String?
    /// Whether the path is that of a value.
    public var isSettable: Bool
  }

  /// How a path may go on, at most `limit` ways, in the order of the format and of the names of rows.
  ///
  /// Values that are not written are offered too. Where there is one way only, the ways behind it are offered.
  public static func completions(
    for prefix: String, in scenario: EffectiveScenario, limit: Int = 200
  ) -> [Completion] {
    // Only the cells of rows that the path names are kept.
    let tree = EditTree(scenario, wanted: EditResolver.names(inPath: prefix))
    var node = tree.root
    var ways = tree.children(of: node, limit: limit, startingWith: prefix)
    // An exact name is followed only where the path goes on behind it.
    while let inner = ways.first(where: { goesOn(prefix, behind: $0) }) {
      node = inner
      ways = tree.children(of: node, limit: limit, startingWith: prefix)
    }
    let offered = ways.filter { $0.path.hasPrefix(prefix) && !$0.isRowKey }
    guard offered.count == 1, let only = offered.first, !only.isValue else {
      return offered.map(completion)
    }
    return completions(for: only.path + separator(only), in: scenario, limit: limit)
  }

  private static func goesOn(_ prefix: String, behind node: EditNode) -> Bool {
    guard prefix.hasPrefix(node.path) else { return false }
    let next = prefix.dropFirst(node.path.count).first
    return next == "." || next == "["
  }

  private static func completion(_ node: EditNode) -> Completion {
    guard node.isValue else {
      return Completion(path: node.path + separator(node), value: nil, isSettable: false)
    }
    return Completion(path: node.path, value: node.present?.written, isSettable: true)
  }

  private static func separator(_ node: EditNode) -> String {
    switch node.content {
    case .table, .list: "["
    default: "."
    }
  }
}
