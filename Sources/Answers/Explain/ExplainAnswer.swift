package import Accounts
import Policy
package import Reporting
package import Scenario
package import Studies

/// The answer of `allocate explain`: who is in and out and why, what would change it, what more of each quota is worth.
package struct ExplainAnswer {
  package let answer: Answer
  /// Whether everything that was asked is answered and proved.
  package let isProved: Bool

  /// Names of the tables, the first printed where none is asked for.
  package static let tables = [
    "left_out", "remedies", "shortages", "costs", "supported", "quotas", "steps", "conflict",
    "conflict_remedies",
  ]

  /// The answer about a plan that is proved best.
  package init(
    _ standing: StandingPlan, _ question: ExplainQuestion, _ explanation: Explanation
  ) {
    isProved = explanation.isProved
    let projects = ExplainedProjects(standing, explanation)
    let quotas = ExplainedQuotas(standing, explanation)
    let scenario = standing.scenario
    var facts = [Self.status(.optimal)]
    var sections: [AnswerSection] = []
    if question.projects.count == 1, question.levers.isEmpty {
      let story = ProjectStory(standing, explanation, question.projects[0])
      sections = [story.section] + projects.sections.map { Self.silent($0) }
    } else {
      if !question.projects.isEmpty {
        facts.append(
          AnswerFact("projects_summary", Phrase("项目", "projects"), .words(projects.summary)))
        sections += projects.sections
      }
      if !question.levers.isEmpty {
        facts.append(AnswerFact("quotas_summary", Phrase("指标", "quotas"), .words(quotas.summary)))
        sections += quotas.sections
      }
    }
    facts.append(Self.proof(explanation.isProved))
    answer = Answer(
      question: "explain", title: Self.title(scenario), isSampleData: scenario.isSampleData,
      facts: facts, sections: sections)
  }

  /// The answer where no plan is proved best: the conflict of an infeasible scenario, else what the accounts alone can say.
  package init(unproved allotment: Allotment, _ question: ExplainQuestion, ledger: Ledger?) {
    isProved = allotment.status == .infeasible
    var sections: [AnswerSection] = []
    var facts = [Self.status(allotment.status)]
    if let conflict = allotment.conflict {
      sections = Self.sections(of: conflict)
    } else if let ledger {
      sections = RefusalRows(ledger, question.projects).sections
      facts.append(
        AnswerFact(
          "limits", Phrase("限度", "limits"),
          .words(
            Phrase(
              "方案未证明最优，只列未支持的原因；其余问题须先求得最优方案（放宽 --time-limit）",
              "the plan is not proved best: only reasons are listed; the other questions need the best "
                + "plan (allow more --time-limit)"))))
    }
    answer = Answer(
      question: "explain", title: question.title,
      isSampleData: question.isSampleData, facts: facts, sections: sections)
  }

  static func title(_ scenario: Scenario) -> Phrase {
    Phrase("解释：\(scenario.title)", "Explanation: \(scenario.title)")
  }

  private static func status(_ status: Allotment.Status) -> AnswerFact {
    let words: Phrase =
      switch status {
      case .optimal: Phrase("已证明最优", "proved optimal")
      case .feasible: Phrase("可行，未证明最优", "feasible, not proved optimal")
      case .infeasible: Phrase("已证明无可行方案", "proved: no plan keeps all clauses")
      case .unknown: Phrase("未找到方案", "no plan found")
      }
    return AnswerFact("status", Phrase("方案", "plan"), .code(status.rawValue, words))
  }

  private static func proof(_ isProved: Bool) -> AnswerFact {
    AnswerFact(
      "proof", Phrase("证明", "proof"),
      isProved
        ? .code("proved", Phrase("每一条都由求解证明", "every claim was proved by solving"))
        : .code(
          "not_proved",
          Phrase("有的问题因到达时限或中断未查明，余者均已证明", "some questions were left open; the rest is proved")))
  }

  private static func silent(_ section: AnswerSection) -> AnswerSection {
    var copy = section
    (copy.shown, copy.notes) = (0, [])
    return copy
  }

  private static func sections(of conflict: Conflict) -> [AnswerSection] {
    let columns = [
      AnswerColumn("clause", Phrase("依据", "clause")), AnswerColumn("text", Phrase("内容", "text")),
    ]
    let minimal =
      conflict.isMinimal
      ? Phrase("去掉其中任何一条，其余即可同时满足（已证明）。", "Without any one of them the others can be met (proved).")
      : Phrase("未证明每一条都不可缺。", "Not proved that each of them is needed.")
    let confirmed =
      conflict.isRemedyConfirmed
      ? Phrase("照此调整后已重新求解，有可行方案。", "The changed scenario was solved again and has a plan.")
      : Phrase("未经重新求解证实。", "Not confirmed by solving again.")
    return [
      AnswerSection(
        "conflict", Phrase("不能同时满足", "Cannot hold together"), columns: columns,
        rows: conflict.items.map { [.name($0.clause), .words(Phrase($0.text, $0.english))] },
        notes: [minimal]),
      AnswerSection(
        "conflict_remedies", Phrase("补救", "Remedy"), columns: columns,
        rows: conflict.remedies.map { [.name($0.clause), .words(Phrase($0.text, $0.english))] },
        notes: [confirmed]),
    ]
  }
}
