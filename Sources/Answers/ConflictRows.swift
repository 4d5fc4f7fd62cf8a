import Reporting
import Scenario

/// Why cases have no plan, and what would cure it, as rows of an answer.
enum ConflictRows {
  /// The section; nothing of it is on the screen where every case has a plan.
  static func section(_ cases: [(label: String, allotment: Allotment)]) -> AnswerSection {
    let rows = cases.flatMap { label, allotment -> [[AnswerCell]] in
      guard let conflict = allotment.conflict else { return [] }
      func row(_ code: String, _ kind: Phrase, _ clause: String, _ text: Phrase) -> [AnswerCell] {
        [.name(label), .code(code, kind), .name(clause), .words(text)]
      }
      let items = conflict.items.map {
        row(
          "conflict", Phrase("不能同时满足", "cannot hold together"), $0.clause,
          Phrase($0.text, $0.english))
      }
      let remedies = conflict.remedies.map {
        row("remedy", Phrase("补救", "remedy"), $0.clause, Phrase($0.text, $0.english))
      }
      return items + remedies
    }
    return AnswerSection(
      "conflicts", Phrase("无可行方案的原因", "Why there is no plan"),
      columns: [
        AnswerColumn("case", Phrase("方案", "case")), AnswerColumn("kind", Phrase("类别", "kind")),
        AnswerColumn("clause", Phrase("条款", "clause")), AnswerColumn("text", Phrase("内容", "text")),
      ], rows: rows, shown: rows.count)
  }
}
