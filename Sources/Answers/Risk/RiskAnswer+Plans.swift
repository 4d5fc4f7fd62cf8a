import Accounts
import Reporting
import Scenario
import Studies

extension RiskAnswer {
  /// Most selections on the screen.
  private static var shownCandidates: Int { 10 }

  /// The selections, the one that holds best first.
  var candidateSection: AnswerSection {
    let rows = result.candidates.enumerated().map(candidateRow)
    return AnswerSection(
      "candidates", Phrase("哪个方案最稳", "Which plan holds best"),
      columns: [
        AnswerColumn("rank", Phrase("名次", "rank")),
        AnswerColumn("is_base", Phrase("基准", "as stated")),
        AnswerColumn("held", Phrase("可执行样本", "holds in")),
        AnswerColumn("held_share", Phrase("比例（%）", "share (%)")),
        AnswerColumn("best", Phrase("最优样本", "best in")),
        AnswerColumn("supported", Phrase("支持", "projects")),
        AnswerColumn("in", Phrase("新增", "in")), AnswerColumn("out", Phrase("退出", "out")),
        AnswerColumn("cost", Phrase("按所列各量与基准方案相比", "as stated, against the plan as stated")),
        AnswerColumn("added", Phrase("新增项目", "supported beside"), isOnScreen: false),
        AnswerColumn("dropped", Phrase("退出项目", "not supported"), isOnScreen: false),
      ] + goalColumns("goal_", isOnScreen: false),
      rows: rows, shown: min(rows.count, Self.shownCandidates),
      notes: rows.isEmpty ? [] : candidateNotes)
  }

  private var candidateNotes: [Phrase] {
    var notes: [Phrase] = []
    let hidden = result.candidates.count - Self.shownCandidates
    if hidden > 0 {
      notes.append(
        Phrase(
          "其余\(hidden)种取舍见 --format csv --table candidates",
          "\(hidden) more selections: --format csv --table candidates"))
    }
    return notes + [
      Phrase(
        "可执行：项目取舍不变，用地重新安排，全部条款仍能满足（逐个样本求解证明）",
        "holds: the selection kept and land arranged anew, all clauses can be kept (proved sample by sample)"
      ),
      Phrase(
        "最稳：在基准和各样本的最优取舍中，可执行的样本最多；并列者按目标次序取优",
        "holds best: of the selections that are best as stated or in a sample, the one that holds in most; of equals the better by the goals"
      ),
    ]
  }

  /// Projects that a selection supports beside the plan as stated, and those it does not; none without such a plan.
  private func changes(_ candidate: RiskCandidate) -> (added: [String], dropped: [String]) {
    guard let stated = base.plan?.steps else { return ([], []) }
    func ids(_ isMeant: (Int) -> Bool) -> [String] {
      scenario.projects.indices.filter(isMeant).map { scenario.projects[$0].id }
    }
    return (
      ids { candidate.steps[$0] > 0 && stated[$0] == 0 },
      ids { candidate.steps[$0] == 0 && stated[$0] > 0 }
    )
  }

  private func candidateRow(_ place: Int, _ candidate: RiskCandidate) -> [AnswerCell] {
    let (added, dropped) = changes(candidate)
    var goals = scenario.goals.map { _ in AnswerCell.empty }
    if case .goals(let values) = candidate.baseCase {
      goals = zip(scenario.goals, values).map { cells.value($1, of: $0) }
    }
    return [
      number(place + 1), .flag(candidate.isBase), number(candidate.held),
      share(candidate.held, of: count), number(candidate.best),
      number(candidate.steps.count { $0 > 0 }), number(added.count), number(dropped.count),
      cost(candidate), .names(added), .names(dropped),
    ] + goals
  }

  /// How the selection that holds best differs from that of the plan as stated, in one sentence.
  func difference(_ best: RiskCandidate) -> Phrase {
    guard base.plan != nil else {
      return Phrase("没有基准方案可比", "there is no plan as stated to compare it with")
    }
    if best.isBase { return Phrase("最稳方案就是基准方案", "it is the plan as stated") }
    let (added, dropped) = changes(best)
    func list(_ ids: [String], _ chinese: String, _ english: String) -> Phrase? {
      ids.isEmpty
        ? nil
        : Phrase(
          chinese + ids.joined(separator: "、"), english + ids.joined(separator: ", "))
    }
    let parts = [list(added, "新增", "supports "), list(dropped, "退出", "drops ")].compactMap(\.self)
    guard !parts.isEmpty else {
      return Phrase("最稳方案与基准方案只有支持份数不同", "it differs from the plan as stated in steps only")
    }
    return Phrase(
      "最稳方案与基准方案相比：" + parts.map(\.chinese).joined(separator: "；"),
      "against the plan as stated it " + parts.map(\.english).joined(separator: " and "))
  }

  /// The first goal at which a selection is worse than the plan as stated, and by how much.
  private func cost(_ candidate: RiskCandidate) -> AnswerCell {
    switch candidate.baseCase {
    case .impossible:
      return .code("impossible", Phrase("按所列各量不可执行", "cannot be carried out as stated"))
    case .goals(let values):
      let stated = base.goals.map(\.value)
      for (index, goal) in scenario.goals.enumerated() {
        guard let old = stated[index], old != values[index] else { continue }
        let unit = GoalWords(scenario: scenario).tableUnit(goal).map { " \($0)" } ?? ""
        let (value, decimals) = GoalWords(scenario: scenario)
          .rounded(values[index] - old, of: goal)
        let sign = value > 0 ? "+" : ""
        let text = "\(sign)\(FixedPoint.text(value, decimals: decimals))\(unit)"
        let title = cells.title(goal)
        return .code(
          goal.id, Phrase("\(title.chinese) \(text)", "\(title.english) \(text)"))
      }
      return .code("none", Phrase("各目标相同", "all goals equal"))
    }
  }

  /// One column per goal.
  func goalColumns(_ prefix: String, isOnScreen: Bool) -> [AnswerColumn] {
    scenario.goals.map { goal in
      let title = cells.title(goal)
      let unit = GoalWords(scenario: scenario).tableUnit(goal)
      let header = unit.map { "（\($0)）" } ?? ""
      return AnswerColumn(
        prefix + goal.id, Phrase(title.chinese + header, title.english + header),
        isOnScreen: isOnScreen)
    }
  }

  /// The samples, one by one.
  var sampleSection: AnswerSection {
    AnswerSection(
      "samples", Phrase("各样本", "Samples"),
      columns: [
        AnswerColumn("number", Phrase("样本", "sample")),
        AnswerColumn("status", Phrase("状态", "status")),
        AnswerColumn("supported", Phrase("支持项目", "projects supported")),
        AnswerColumn("municipal_entitled", Phrase("应保障市重点项目", "municipal projects entitled")),
        AnswerColumn("municipal_broken", Phrase("未保障市重点项目", "municipal projects left out")),
        AnswerColumn(
          "provincial_entitled", Phrase("占用耕地的省重点项目", "provincial projects on farmland")),
        AnswerColumn(
          "provincial_broken", Phrase("缺补充耕地的省重点项目", "provincial projects short of compensation")),
        AnswerColumn("best_holds", Phrase("最稳方案可执行", "plan that holds best holds")),
        AnswerColumn("base_holds", Phrase("基准方案可执行", "plan as stated holds")),
        AnswerColumn("overruns", Phrase("照搬基准方案突破的约束", "broken by the plan as stated, unchanged")),
        AnswerColumn("short", Phrase("不足的指标", "quotas that stop projects")),
      ] + goalColumns("goal_", isOnScreen: true),
      rows: result.samples.enumerated().map(sampleRow), shown: 0)
  }

  private func sampleRow(_ place: Int, _ sample: RiskSample) -> [AnswerCell] {
    let holds = [result.holdsBest, result.base].map { candidate -> AnswerCell in
      guard let candidate, place < candidate.holds.count else { return .empty }
      return .flag(candidate.holds[place])
    }
    let overruns =
      sample.broken.map { lines in AnswerCell.names(lines.map(overrunName)) } ?? .empty
    guard let best = sample.best else {
      let none = [AnswerCell](repeating: .empty, count: 5)
      let status = AnswerCell.code("infeasible", Phrase("已证明无可行方案", "proved: no plan"))
      return [number(sample.number), status] + none + holds + [overruns, .empty]
        + scenario.goals.map { _ in .empty }
    }
    let status = AnswerCell.code("optimal", Phrase("已证明最优", "proved best"))
    let promises = RiskGuarantee.Promise.allCases.flatMap { promise -> [AnswerCell] in
      let kept = best.guarantees[promise]
      return [number(kept?.entitled ?? 0), number(kept?.broken ?? 0)]
    }
    let goals = zip(scenario.goals, best.goals).map { cells.value($1, of: $0) }
    return [number(sample.number), status, number(best.steps.count { $0 > 0 })] + promises + holds
      + [overruns, .names(best.short.map { name(of: $0).chinese })] + goals
  }

  /// What each goal reaches.
  var goalSection: AnswerSection {
    let isKnown = !result.plans.isEmpty
    return AnswerSection(
      "goals", Phrase("目标值的分布", "What the goals reach"),
      columns: [
        AnswerColumn("goal", Phrase("目标", "id"), isOnScreen: false),
        AnswerColumn("title", Phrase("名称", "goal"), width: 32),
        AnswerColumn("unit", Phrase("单位", "unit")),
        AnswerColumn("stated", Phrase("基准", "as stated")),
      ] + Self.distributionColumns(hasQuartiles: false),
      rows: scenario.goals.enumerated().map { index, goal in
        [
          .name(goal.id), .words(cells.title(goal)), cells.unit(goal),
          cells.value(base.goals[index].value, of: goal),
        ] + distribution(result.plans.map { $0.goals[index] }) { cells.value($0, of: goal) }
      }, shown: isKnown ? nil : 0,
      notes: !isKnown
        ? []
        : [
          Phrase(
            "中位数和四分位为样本中的实际值：从小到大第⌈n÷2⌉、⌈n÷4⌉、⌈3n÷4⌉个，n为有方案的样本数\(result.plans.count)",
            "median and quartiles are values of samples: in place ⌈n÷2⌉, ⌈n÷4⌉, ⌈3n÷4⌉ of the n = "
              + "\(result.plans.count) samples with a plan")
        ])
  }
}
