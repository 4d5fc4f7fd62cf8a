import Accounts
import Policy
import Reporting
import Scenario
import Studies

/// The sections about projects.
struct ExplainedProjects {
  /// Projects in every best plan that the screen names; files have all.
  private static let mustOnScreen = 10
  private let standing: StandingPlan
  private let scenario: Scenario
  private let words: ChangeWords
  /// Projects that are out although they compete, and those that need nothing.
  private let entries: [Entry]
  private let idle: Int
  private let stays: [Stay]
  private let refusals: RefusalRows

  init(_ standing: StandingPlan, _ explanation: Explanation) {
    self.standing = standing
    scenario = standing.scenario
    words = ChangeWords(standing)
    entries = explanation.entries.filter { $0.refusal != .needsNothing }
    idle = explanation.entries.count - entries.count
    stays = explanation.stays
    refusals = RefusalRows(standing.ledger, entries.map(\.project))
  }

  var sections: [AnswerSection] { [leftOut, remedies, refusals.shortages, costs, supported] }

  /// How many are in and out, in one sentence.
  var summary: Phrase {
    let (must, free) = (
      stays.count { $0.verdict == .mustBeIn },
      stays.count { if case .interchangeable = $0.verdict { true } else { false } }
    )
    let gates = entries.count { if case .gate = $0.refusal { true } else { false } }
    let relations = entries.count { entry in
      switch entry.refusal {
      case .requirementMissing, .excluded: true
      default: false
      }
    }
    let short = entries.count { if case .shortage = $0.refusal { true } else { false } }
    let rest = entries.count - gates - relations - short
    let open = stays.count - must - free
    return Self.sentence([
      Self.part(
        (stays.count, "支持", "supported"),
        [
          (must, "非支持不可", "in every best plan"), (free, "可替换", "interchangeable"),
          (open, "未查明", "not known"),
        ]),
      Self.part(
        (entries.count, "未支持", "left out"),
        [
          (gates, "受门槛所限", "at a gate"), (relations, "前置或互斥", "by a requirement or exclusion"),
          (short, "要素不足", "short of something"), (rest, "按目标次序落选", "by the order of goals"),
        ]),
      Self.part((idle, "无需要素", "in need of nothing"), []),
    ])
  }

  /// A number of projects and what it is made of; `nil` where there are none.
  private static func part(
    _ whole: (Int, String, String), _ parts: [(Int, String, String)]
  ) -> Phrase? {
    guard whole.0 > 0 else { return nil }
    let some = parts.filter { $0.0 > 0 }
    let chinese = some.map { "\($0.1)\($0.0)项" }.joined(separator: "，")
    let english = some.map { "\($0.0) \($0.2)" }.joined(separator: ", ")
    return Phrase(
      "\(whole.1)\(whole.0)项" + (some.isEmpty ? "" : "（\(chinese)）"),
      "\(whole.0) \(whole.2)" + (some.isEmpty ? "" : " (\(english))"))
  }

  private static func sentence(_ parts: [Phrase?]) -> Phrase {
    let parts = parts.compactMap { $0 }
    return Phrase(
      parts.map(\.chinese).joined(separator: "；"), parts.map(\.english).joined(separator: "; "))
  }

  private var leftOut: AnswerSection {
    AnswerSection(
      "left_out", Phrase("未支持的项目：为什么，硬要安排会怎样", "Left out: why, and what if it were forced in"),
      columns: RefusalRows.columns + [
        AnswerColumn("largest_size", Phrase("可容%", "fits %")),
        AnswerColumn("forced", Phrase("硬要安排", "forced in")),
        AnswerColumn("forced_code", Phrase("硬要安排代码", "forced code"), isOnScreen: false),
        AnswerColumn("forced_out", Phrase("退出", "out"), isOnScreen: false),
        AnswerColumn("forced_in", Phrase("进入", "in"), isOnScreen: false),
        AnswerColumn("first_goal_worse", Phrase("首个变差的目标", "first goal worse"), isOnScreen: false),
      ],
      rows: entries.map { entry in
        refusals.cells(entry.project, entry.refusal) + [
          entry.largestSize.map { .number($0, decimals: 2) } ?? .empty,
          .words(forced(entry)), .code(forcedCode(entry), Phrase(forcedCode(entry))),
          .names(words.ids(forcedPlan(entry)?.change.leaving ?? [])),
          .names(
            words.ids((forcedPlan(entry)?.change.entering ?? []).filter { $0 != entry.project })),
          forcedPlan(entry).flatMap { standing.firstDifference($0.goals) }
            .map { .name(scenario.goals[$0.goal].id) } ?? .empty,
        ]
      })
  }

  private func forcedPlan(_ entry: Entry) -> Alternative? {
    if case .plan(let plan)? = entry.forced { plan } else { nil }
  }

  private func forcedCode(_ entry: Entry) -> String {
    switch entry.forced {
    case nil: "gate"
    case .impossible?: "impossible"
    case .unknown?: "unknown"
    case .plan(let plan)?: standing.firstDifference(plan.goals) == nil ? "tie" : "worse"
    }
  }

  /// What happens if a project is forced in, in a few words.
  private func forced(_ entry: Entry) -> Phrase {
    switch entry.forced {
    case nil: return Phrase("")
    case .impossible?: return Phrase("谁让路也排不下", "no plan, whoever makes room")
    case .unknown?: return Phrase("未查明", "not known")
    case .plan(let plan)?:
      let change = words.change(plan.change, beside: entry.project)
      let cost = words.firstDifference(plan.goals, isShort: true)
      guard !cost.chinese.isEmpty else {
        return Phrase("并列，" + change.chinese, "tie; " + change.english)
      }
      return Phrase(
        [cost.chinese, change.chinese].filter { !$0.isEmpty }.joined(separator: "；"),
        [cost.english, change.english].filter { !$0.isEmpty }.joined(separator: "; "))
    }
  }

  private var remedies: AnswerSection {
    let landing = entries.filter { $0.remedy != nil }
    let words = RemedyWords(standing)
    return AnswerSection(
      "remedies", Phrase("怎样才能落地：最省的补救，并已重新求解", "What it takes: the cheapest remedy, solved again"),
      columns: [
        AnswerColumn("id", Phrase("编号", "id")),
        AnswerColumn("effect", Phrase("补救后", "then"), width: 44),
        AnswerColumn("remedy", Phrase("补救", "remedy")),
        AnswerColumn("effect_code", Phrase("结果代码", "effect code"), isOnScreen: false),
        AnswerColumn("gainers", Phrase("进入", "in"), isOnScreen: false),
        AnswerColumn("losers", Phrase("退出", "out"), isOnScreen: false),
      ],
      rows: landing.map { entry in
        let change = words.change(entry)
        return [
          .name(scenario.projects[entry.project].id), .words(words.effect(entry)),
          .words(words.remedy(entry)), .name(words.code(entry)),
          .names(self.words.ids(change?.entering ?? [])),
          .names(self.words.ids((change?.leaving ?? []) + (change?.shrinking ?? []))),
        ]
      })
  }

  /// Every goal of every plan that was forced, for programs.
  private var costs: AnswerSection {
    let cells = GoalCells(scenario)
    return AnswerSection(
      "costs", Phrase("硬要安排时各目标的代价", "Cost per goal if forced in"),
      columns: [
        AnswerColumn("id", Phrase("编号", "id")), AnswerColumn("goal", Phrase("目标", "goal")),
        AnswerColumn("title", Phrase("目标名称", "title")),
        AnswerColumn("unit", Phrase("单位", "unit")), AnswerColumn("value", Phrase("现值", "value")),
        AnswerColumn("forced", Phrase("硬要安排时", "forced in")),
        AnswerColumn("change", Phrase("增减", "change")),
      ],
      rows: entries.flatMap { entry -> [[AnswerCell]] in
        guard let plan = forcedPlan(entry) else { return [] }
        return scenario.goals.enumerated().map { index, goal in
          [
            .name(scenario.projects[entry.project].id), .name(goal.id),
            .words(cells.title(goal)), cells.unit(goal),
            cells.value(standing.values[index], of: goal), cells.value(plan.goals[index], of: goal),
            cells.change(plan.goals[index] - standing.values[index], of: goal),
          ]
        }
      }, shown: 0)
  }

  private var supported: AnswerSection {
    let free = stays.filter { $0.verdict != .mustBeIn }
    let must = stays.filter { $0.verdict == .mustBeIn }
    let more = must.count - Self.mustOnScreen
    let note =
      more > 0
      ? [
        Phrase(
          "另有\(more)项在每一个最优方案里都得到支持（已证明），见 --format csv --table supported",
          "and \(more) more in every best plan (proved): --format csv --table supported")
      ] : []
    return AnswerSection(
      "supported", Phrase("已支持的项目：可否由别的项目替换", "Supported: whether others could take the place"),
      columns: [
        AnswerColumn("id", Phrase("编号", "id")),
        AnswerColumn("name", Phrase("项目", "project"), width: 24),
        AnswerColumn("verdict", Phrase("结论", "verdict")),
        AnswerColumn("replaced_by", Phrase("换入", "replaced by")),
        AnswerColumn("also_out", Phrase("同时退出", "also out")),
      ],
      rows: (free + must).map { stay in
        var change = PlanChange(from: standing.plan, to: standing.plan)
        if case .interchangeable(let exchange) = stay.verdict { change = exchange }
        return [
          .name(scenario.projects[stay.project].id), .name(scenario.projects[stay.project].name),
          StayWords.verdict(stay.verdict), .names(words.ids(change.entering)),
          .names(words.ids(change.leaving.filter { $0 != stay.project })),
        ]
      }, shown: free.count + min(must.count, Self.mustOnScreen), notes: note)
  }
}

/// Words for whether a supported project is in every best plan.
enum StayWords {
  static func verdict(_ verdict: Stay.Verdict) -> AnswerCell {
    switch verdict {
    case .mustBeIn: .code("must_be_in", Phrase("非支持不可", "in every best plan"))
    case .interchangeable: .code("interchangeable", Phrase("可替换", "interchangeable"))
    case .unknown: .code("unknown", Phrase("未查明", "not known"))
    }
  }
}
