/// Decides whether a command line names a subcommand or starts with a scenario.
///
/// The first argument is a scenario if it contains `/`, ends in `.json` or is `-`; any other word must be a subcommand,
/// so that a new subcommand never changes what an old command line means.
enum ArgumentRouting {
  /// A word that is neither a subcommand nor a scenario.
  struct UnknownCommand: Error, Equatable {
    var word: String
    /// Subcommand that was perhaps meant.
    var suggestion: String?
  }

  /// The arguments with `solve` in front where a scenario or an option of `solve` comes first.
  static func routed(_ arguments: [String], commands: [String]) throws(UnknownCommand) -> [String] {
    guard let first = arguments.first, !commands.contains(first) else { return arguments }
    if isScenario(first) { return ["solve"] + arguments }
    if first.hasPrefix("-") {
      let own = ["-h", "--help", "--help-hidden", "--version"]
      let isOwn =
        own.contains(first) || first.hasPrefix("--generate-completion-script")
        || first.hasPrefix("--experimental-dump-help") || first.hasPrefix("---")
      return isOwn ? arguments : ["solve"] + arguments
    }
    throw UnknownCommand(word: first, suggestion: nearest(to: first, among: commands))
  }

  /// Whether a first argument names a scenario file.
  static func isScenario(_ argument: String) -> Bool {
    argument == "-" || argument.contains("/") && !argument.hasPrefix("--")
      || argument.hasSuffix(".json") && !argument.hasPrefix("--")
  }

  /// The nearest of the commands, at most two edits away.
  private static func nearest(to word: String, among commands: [String]) -> String? {
    commands.map { (command: $0, distance: distance($0, word)) }
      .filter { $0.distance <= 2 }
      .min { ($0.distance, $0.command) < ($1.distance, $1.command) }?.command
  }

  /// Number of characters to insert, remove, replace or swap with their neighbour.
  private static func distance(_ first: String, _ second: String) -> Int {
    let (first, second) = (Array(first), Array(second))
    var rows = [Array(0...second.count)]
    for i in first.indices {
      var row = [i + 1]
      for j in second.indices {
        var best = min(rows[i][j + 1], row[j]) + 1
        best = min(best, rows[i][j] + (first[i] == second[j] ? 0 : 1))
        if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[first.count][second.count]
  }
}
