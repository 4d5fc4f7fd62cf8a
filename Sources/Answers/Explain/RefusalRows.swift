import Accounts
import Reporting
import Scenario

/// Why projects are left out and what they are short of, as the accounts of the plan alone say it.
struct RefusalRows {
  private let ledger: Ledger
  private let scenario: Scenario
  private let refused: [(project: Int, refusal: Refusal)]
  private let words: RefusalWords

  init(_ ledger: Ledger, _ projects: [Int]) {
    self.ledger = ledger
    scenario = ledger.scenario
    words = RefusalWords(ledger: ledger)
    let refusals = ledger.refusals()
    refused = projects.compactMap { project in
      switch refusals[project] {
      case nil, .needsNothing: nil
      case let refusal?: (project, refusal)
      }
    }
  }

  /// Columns and cells that name a project and say why it is out.
  static let columns = [
    AnswerColumn("id", Phrase("编号", "id")),
    AnswerColumn("name", Phrase("项目", "project"), width: 16),
    AnswerColumn("level", Phrase("级别", "level"), isOnScreen: false),
    AnswerColumn("county", Phrase("县区", "county"), isOnScreen: false),
    AnswerColumn("clauses", Phrase("依据", "clauses"), width: 11),
    AnswerColumn("reason_code", Phrase("原因代码", "reason code"), isOnScreen: false),
    AnswerColumn("reason", Phrase("原因", "why it is out"), width: 26),
  ]

  func cells(_ project: Int, _ refusal: Refusal) -> [AnswerCell] {
    [
      .name(scenario.projects[project].id), .name(scenario.projects[project].name),
      .name(scenario.projects[project].level.rawValue),
      .name(scenario.counties[scenario.projects[project].county]),
      .names(refusal.clauses), .name(refusal.code),
      .words(Phrase(words.reason(refusal, project), words.english(refusal, project))),
    ]
  }

  /// What is missing of each indicator, with the department that answers for it (E-2).
  var shortages: AnswerSection {
    AnswerSection(
      "shortages", Phrase("协调清单：其他安排不变时的缺口", "Short, with everything else kept"),
      columns: [
        AnswerColumn("id", Phrase("编号", "id")),
        AnswerColumn("indicator", Phrase("指标", "indicator")),
        AnswerColumn("unit", Phrase("单位", "unit")),
        AnswerColumn("need", Phrase("需要", "need")), AnswerColumn("left", Phrase("剩余", "left")),
        AnswerColumn("missing", Phrase("缺口", "missing")),
        AnswerColumn("department", Phrase("责任部门", "department")),
        AnswerColumn("clause", Phrase("依据", "clause")),
      ],
      rows: refused.flatMap { project, refusal in
        guard case .shortage(let shortages) = refusal else { return [[AnswerCell]]() }
        return shortages.map { row(project, words.printed($0)) }
      }, shown: 0)
  }

  private func row(_ project: Int, _ shortage: PrintedShortage) -> [AnswerCell] {
    [
      .name(scenario.projects[project].id),
      .words(Phrase(shortage.indicator, shortage.english)), .name(shortage.unit),
      .number(shortage.need, decimals: shortage.decimals),
      .number(shortage.left, decimals: shortage.decimals),
      .number(shortage.amount, decimals: shortage.decimals),
      .name(shortage.department), .name(shortage.shortage.clause),
    ]
  }

  /// Reasons and shortages, for a plan of which no more can be said.
  var sections: [AnswerSection] {
    [
      AnswerSection(
        "left_out", Phrase("未支持的项目", "Left out"), columns: Self.columns,
        rows: refused.map { cells($0.project, $0.refusal) }), shortages,
    ]
  }
}
