import Accounts
import Policy
import Reporting
import Scenario
import Studies

/// The sections about quotas.
struct ExplainedQuotas {
  private let standing: StandingPlan
  private let name: QuotaName
  private let words: ChangeWords
  /// Those of which more is worth something first, then those used up, then the rest.
  private let worths: [QuotaWorth]

  init(_ standing: StandingPlan, _ explanation: Explanation) {
    self.standing = standing
    let name = QuotaName(standing.scenario)
    self.name = name
    words = ChangeWords(standing)
    // What nobody has and nobody asks for is not worth a line.
    let all = explanation.quotas.filter {
      $0.verdict != .ample || name.use($0.lever, of: standing.ledger).bound != 0
    }
    func steps(_ worth: QuotaWorth) -> Bool {
      if case .steps = worth.verdict { true } else { worth.verdict == .unknown }
    }
    worths =
      all.filter { steps($0) } + all.filter { $0.verdict == .noGain }
      + all.filter { $0.verdict == .ample }
  }

  var summary: Phrase {
    let binding = worths.count { if case .steps = $0.verdict { true } else { false } }
    let noGain = worths.count { $0.verdict == .noGain }
    let ample = worths.count { $0.verdict == .ample }
    let parts = [
      (binding, "再增有用", "worth more"), (noGain, "单独再增多少都无用", "of no use alone, however much more"),
      (ample, "全部需求也用不完", "beyond all demand"),
      (worths.count - binding - noGain - ample, "未查明", "not known"),
    ].filter { $0.0 > 0 }
    return Phrase(
      "\(worths.count)项：" + parts.map { "\($0.0)项\($0.1)" }.joined(separator: "，"),
      "\(worths.count): " + parts.map { "\($0.0) \($0.2)" }.joined(separator: ", "))
  }

  var sections: [AnswerSection] { [steps, quotas] }

  /// Steps of one quota, ascending.
  private func steps(_ worth: QuotaWorth) -> [QuotaStep] {
    if case .steps(let steps) = worth.verdict { steps } else { [] }
  }

  private var steps: AnswerSection {
    let rows = worths.flatMap { worth in
      steps(worth).map { step -> [AnswerCell] in
        let change = words.change(step.best.change)
        return [
          .name(name.key(worth.lever)), .words(name.title(worth.lever)),
          name.amount(step.amount, worth.lever), .name(name.unit(worth.lever)),
          .name(standing.scenario.goals[step.goal].id),
          .words(effect(step)), .words(change),
          .names(words.ids(step.best.change.entering)),
          .names(words.ids(step.best.change.leaving)),
        ]
      }
    }
    return AnswerSection(
      "steps", Phrase("再增多少指标，能换来什么", "What more of a quota is worth"),
      columns: [
        AnswerColumn("quota", Phrase("指标代码", "quota code"), isOnScreen: false),
        AnswerColumn("title", Phrase("指标", "quota"), width: 26),
        AnswerColumn("amount", Phrase("再增", "more")),
        AnswerColumn("unit", Phrase("单位", "unit"), width: 10),
        AnswerColumn("goal", Phrase("目标", "goal"), isOnScreen: false),
        AnswerColumn("effect", Phrase("换来", "worth"), width: 34),
        AnswerColumn("change", Phrase("项目进出", "projects")),
        AnswerColumn("in", Phrase("进入", "in"), isOnScreen: false),
        AnswerColumn("out", Phrase("退出", "out"), isOnScreen: false),
      ], rows: rows,
      notes: rows.isEmpty
        ? []
        : [
          legend,
          Phrase(
            "每行是使该目标变好、且不使前面的目标变差的最小增量（已证明再少一档就不行）。",
            "Each row is the least amount that makes its goal better and none before it worse (proved)."
          ),
        ])
  }

  /// What the numbers of goals stand for.
  private var legend: Phrase {
    words.legend(Set(worths.flatMap { steps($0).map(\.goal) }).sorted())
  }

  /// What a step is worth in its goal.
  private func effect(_ step: QuotaStep) -> Phrase {
    words.gain(
      step.goal, change: step.best.goals[step.goal] - standing.values[step.goal])
  }

  private var quotas: AnswerSection {
    AnswerSection(
      "quotas", Phrase("指标的使用和松紧", "Use of quotas"),
      columns: [
        AnswerColumn("quota", Phrase("指标代码", "quota code"), isOnScreen: false),
        AnswerColumn("title", Phrase("指标", "quota"), width: 34),
        AnswerColumn("unit", Phrase("单位", "unit"), width: 10),
        AnswerColumn("bound", Phrase("总量", "bound")), AnswerColumn("used", Phrase("已用", "used")),
        AnswerColumn("left", Phrase("剩余", "left")),
        AnswerColumn("verdict", Phrase("松紧", "verdict")),
        AnswerColumn("clause", Phrase("依据", "clause"), isOnScreen: false),
        AnswerColumn("department", Phrase("责任部门", "department"), isOnScreen: false),
        AnswerColumn("notch", Phrase("最小一档", "notch"), isOnScreen: false),
      ],
      rows: worths.map { worth in
        let (bound, used) = name.use(worth.lever, of: standing.ledger)
        return [
          .name(name.key(worth.lever)), .words(name.title(worth.lever)),
          .name(name.unit(worth.lever)), name.amount(bound, worth.lever),
          name.amount(used, worth.lever), name.amount(bound - used, worth.lever),
          verdict(worth),
          .name(standing.model.words(worth.lever, amount: 0).clause),
          .name(name.department(worth.lever)), name.amount(worth.unit, worth.lever),
        ]
      }, repeated: 1)
  }

  private func verdict(_ worth: QuotaWorth) -> AnswerCell {
    switch worth.verdict {
    case .ample: .code("ample", Phrase("全部需求也用不完", "beyond all demand"))
    case .noGain: .code("no_gain", Phrase("单独再增无用（已证明）", "more alone is of no use (proved)"))
    case .unknown: .code("unknown", Phrase("未查明", "not known"))
    case .steps(let steps): .code("binding", binding(steps[0], worth.lever))
    }
  }

  /// The least that makes a goal better, and which goal by how much.
  private func binding(_ step: QuotaStep, _ lever: Lever) -> Phrase {
    let amount = name.amount(step.amount, lever).text(.chinese)
    let change = words.shortGoal(
      step.goal, change: step.best.goals[step.goal] - standing.values[step.goal])
    return Phrase(
      "紧：再增\(amount)，\(change.chinese)", "binding: \(amount) more: \(change.english)")
  }
}
