import Scenario
import Verification

extension Console {
  /// What a certificate proves, part by part, one on a line.
  func text(of report: OptimalityReport, _ scenario: Scenario) -> String {
    report.parts.map { "  \(words(of: $0, scenario))\n" }.joined()
  }

  /// Parts of a proof that are missing.
  func missing(in report: OptimalityReport, _ scenario: Scenario) -> String {
    report.parts.filter { !$0.isProved }.map { name(of: $0.subject, scenario) }
      .joined(separator: language.text("、", ", "))
  }

  private func words(of part: OptimalityReport.Part, _ scenario: Scenario) -> String {
    var name = name(of: part.subject, scenario)
    switch part.subject {
    case .goal(_, let value): name += " = \(value)"
    case .tieBreak(let count): name += language.text("（\(count) 项）", " (\(count) choices)")
    case .selection: break
    }
    guard part.isProved else { return name + language.text("：未证明", ": not proved") }
    return name
      + language.text(
        "：已证明，节点 \(part.nodes)，组合 \(part.combinations)",
        ": proved, \(part.nodes) nodes, \(part.combinations) combinations")
  }

  private func name(of subject: OptimalityReport.Part.Subject, _ scenario: Scenario) -> String {
    switch subject {
    case .goal(let index, _): goalName(index, scenario)
    case .selection: selectionName
    case .tieBreak: tieBreakName
    }
  }
}
