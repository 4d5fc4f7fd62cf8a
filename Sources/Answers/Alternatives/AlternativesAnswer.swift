import Accounts
package import Reporting
import Scenario
package import Studies

/// Other plans that are nearly as good, in words: what `allocate alternatives` says.
package struct AlternativesAnswer {
  let plans: AlternativePlans
  let name: String
  let count: Int
  let apart: Int

  /// Prepares the answer.
  ///
  /// - Parameters:
  ///   - name: what the user calls the scenario.
  ///   - count: plans asked for.
  ///   - apart: projects in which any two were to differ.
  package init(_ plans: AlternativePlans, name: String, count: Int, apart: Int) {
    self.plans = plans
    self.name = name
    self.count = count
    self.apart = apart
  }

  /// Names of the sections, as `--table` knows them.
  package static let tables = ["goals", "projects", "plans", "conflicts"]

  package var answer: Answer {
    Answer(
      question: "alternatives", title: Self.title, isSampleData: scenario.isSampleData,
      facts: [
        AnswerFact(
          "best", Phrase("最优方案", "best plan"),
          .words(Self.heading(name, plans.best))),
        AnswerFact(
          "apart", Phrase("任意两个方案至少相差（项）", "least difference between any two (projects)"),
          .number(apart, decimals: 0)),
        AnswerFact("found", Phrase("另有方案（个）", "other plans"), .number(others.count, decimals: 0)),
        AnswerFact("end", Phrase(""), .code(endCode, endWords)),
      ], sections: [planRows, goals, projects])
  }

  /// The answer where there is no plan to start from.
  package static func withoutPlan(_ subject: AccountedCase, name: String) -> Answer {
    Answer(
      question: "alternatives", title: title, isSampleData: subject.scenario.isSampleData,
      facts: [
        AnswerFact("best", Phrase("最优方案", "best plan"), .words(heading(name, subject)))
      ], sections: [ConflictRows.section([("最优", subject.allotment)])])
  }

  private static let title = Phrase("备选方案", "Alternative plans")

  private static func heading(_ name: String, _ subject: AccountedCase) -> Phrase {
    let status = StatusWords.phrase(subject.allotment)
    return Phrase("\(name)（\(status.chinese)）", "\(name) (\(status.english))")
  }

  var scenario: Scenario { plans.best.scenario }
  var others: [AccountedCase] { plans.plans }
  /// The best plan and the others, with their labels.
  var all: [(label: Phrase, key: String, subject: AccountedCase)] {
    [(Phrase("最优", "best"), "best", plans.best)]
      + others.enumerated().map { (Phrase("\($0 + 1)"), "\($0 + 1)", $1) }
  }

  private var endCode: String {
    switch plans.end {
    case .complete: "complete"
    case .exhausted: "exhausted"
    case .stopped: "stopped"
    }
  }

  private var endWords: Phrase {
    let projects = apart == 1 ? "1 project" : "\(apart) projects"
    return switch plans.end {
    case .complete:
      Phrase(
        "已求出要求的\(count)个；每个都是在与前面方案相差至少\(apart)项的条件下最好的",
        count == 1
          ? "the one that was asked for; it is the best that differs from the best plan in at least "
            + projects
          : "all \(count) that were asked for; each is the best that differs from those before it in "
            + "at least \(projects)")
    case .exhausted:
      Phrase(
        "已证明：再没有与以上方案均相差至少\(apart)项、各项目标均在允许范围以内的方案",
        "proved: no further plan differs from all of these in at least \(projects) with every "
          + "goal within what is allowed")
    case .stopped:
      Phrase(
        "求解提前结束：是否还有其他方案未知", "the search ended early: whether there are further plans is not known")
    }
  }

  /// The plans themselves.
  private var planRows: AnswerSection {
    let rows = all.map { label, _, subject -> [AnswerCell] in
      let ledger = subject.ledger
      let change = Comparison(plans.best, subject)
      func count(_ kind: ProjectChange.Kind) -> AnswerCell {
        .number(change.projects.count { $0.kind == kind }, decimals: 0)
      }
      return [
        .words(label), StatusWords.cell(subject.allotment),
        .number(ledger.map { $0.competing.count { subject.supports($0) } } ?? 0, decimals: 0),
        .number(AlternativePlans.distance(plans.best, subject), decimals: 0),
        count(.enters), count(.leaves),
        nearest(to: label, subject).map { .number($0, decimals: 0) } ?? .empty,
      ]
    }
    return AnswerSection(
      "plans", Phrase("方案", "Plans"),
      columns: [
        AnswerColumn("plan", Phrase("方案", "plan")), AnswerColumn("status", Phrase("状态", "status")),
        AnswerColumn("supported", Phrase("支持（项）", "supported")),
        AnswerColumn("distance", Phrase("与最优相差（项）", "projects unlike the best")),
        AnswerColumn("in", Phrase("新增", "in")), AnswerColumn("out", Phrase("退出", "out")),
        AnswerColumn("nearest", Phrase("与最近方案相差（项）", "unlike the nearest")),
      ], rows: rows)
  }

  /// Number of projects in which a plan differs from the one that is most like it.
  private func nearest(to label: Phrase, _ subject: AccountedCase) -> Int? {
    all.filter { $0.label != label }.map { AlternativePlans.distance($0.subject, subject) }.min()
  }
}

extension AccountedCase {
  /// Whether the plan supports a project.
  func supports(_ project: Int) -> Bool { ledger?.plan.supports(project) ?? false }
}
