import Answers
import Reporting

/// A line on standard error for every scenario of a batch that has ended, in the order in which they end.
final class BatchProgress {
  private let console: Console
  /// Number of scenarios.
  private let count: Int
  private var ended = 0

  init(_ console: Console, count: Int) {
    self.console = console
    self.count = count
  }

  /// Says how a scenario ended.
  func tell(_ path: String, _ outcome: ScenarioOutcome, milliseconds: Int) {
    ended += 1
    let language = console.language == .chinese ? RunSummary.Language.chinese : .english
    var parts = [BatchAnswer.status(of: outcome).text(language)]
    if !outcome.firstGoals.isEmpty {
      parts.append(outcome.firstGoals.joined(separator: language == .chinese ? "、" : ", "))
    }
    if let finding = outcome.finding { parts.append(finding.text(language)) }
    parts.append(FixedPoint.text(milliseconds / 100, decimals: 1) + " s")
    console.remark(
      "[\(ended)/\(count)] \(path)  \(parts.joined(separator: "  "))")
  }
}
