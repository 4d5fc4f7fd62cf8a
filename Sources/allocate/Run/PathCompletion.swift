import ScenarioIO

/// Completion of the paths of a scenario's values, for the shell.
enum PathCompletion {
  /// What may be typed after `prefix`, the word so far, on a command line that names a scenario.
  ///
  /// - Parameters:
  ///   - words: all words of the command line.
  ///   - place: which of them is being typed.
  @Sendable static func complete(_ words: [String], _ place: Int, _ prefix: String) -> [String] {
    guard !prefix.contains("="),
      let scenario = words.first(where: { $0.hasSuffix(".json") && !$0.hasPrefix("-") }),
      let loaded = try? ScenarioReader.load(path: scenario)
    else { return [] }
    return EditPaths.completions(for: prefix, in: loaded.effective).map {
      $0.isSettable ? $0.path + "=" : $0.path
    }
  }
}
