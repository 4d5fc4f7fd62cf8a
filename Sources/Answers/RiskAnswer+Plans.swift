import Accounts
import Reporting
import Scenario
import Studies

extension RiskAnswer {
  /// Projects of a selection.
  private func ids(_ projects: [Int]) -> AnswerCell {
    .names(projects.map { scenario.projects[$0].id })
  }

  /// The selections that were tried, the one that holds best first.
  var candidateSection: AnswerSection {
    let rows = result.tried == 0 ? [] : result.candidates.enumerated().map(candidateRow)
    let left = result.selectionCount - result.candidates.count
    var notes = [
      Phrase(
        "可执行：项目取舍不变，用地重新安排，全部条款仍能满足（逐个样本求解）",
        "holds: the selection kept and land arranged anew, all clauses can be kept (solved sample by sample)"
      )
    ]
    if left > 0 {
      notes.append(
        Phrase(
          "另有\(left)种曾为最优的取舍未试行（--candidates）",
          "\(left) more selections that were best once were not tried (--candidates)"))
    }
    return AnswerSection(
      "candidates", Phrase("哪个方案最稳", "Which plan holds best"),
      columns: [
        AnswerColumn("rank", Phrase("名次", "rank")),
        AnswerColumn("is_base", Phrase("基准方案", "as stated")),
        AnswerColumn("held", Phrase("可执行样本", "holds in")),
        AnswerColumn("held_share", Phrase("比例（%）", "share (%)")),
        AnswerColumn("best", Phrase("最优样本", "best in")),
        AnswerColumn("supported", Phrase("支持项目", "projects")),
        AnswerColumn("cost", Phrase("基准情形下与基准方案相比", "as stated, against the plan as stated")),
        AnswerColumn("added", Phrase("比基准方案多支持", "supported beside"), width: 40),
        AnswerColumn("dropped", Phrase("比基准方案少支持", "not supported"), width: 40),
      ] + goalColumns("goal_", isOnScreen: false),
      rows: rows, notes: rows.isEmpty ? [] : notes)
  }

  private func candidateRow(_ place: Int, _ candidate: RiskCandidate) -> [AnswerCell] {
    let stated = base.plan?.steps
    let indices = scenario.projects.indices
    let added = indices.filter { candidate.steps[$0] > 0 && stated?[$0] == 0 }
    let dropped = indices.filter { candidate.steps[$0] == 0 && (stated?[$0] ?? 0) > 0 }
    var goals = scenario.goals.map { _ in AnswerCell.empty }
    if case .goals(let values) = candidate.baseCase {
      goals = zip(scenario.goals, values).map { cells.value($1, of: $0) }
    }
    return [
      number(place + 1), .flag(candidate.isBase), number(candidate.held),
      share(candidate.held, of: result.tried), number(candidate.best),
      number(candidate.steps.count { $0 > 0 }), cost(candidate), ids(added), ids(dropped),
    ] + goals
  }

  /// The first goal at which a selection is worse than the plan as stated, and by how much.
  private func cost(_ candidate: RiskCandidate) -> AnswerCell {
    switch candidate.baseCase {
    case .impossible:
      return .code("impossible", Phrase("基准情形下不可执行", "cannot be carried out as stated"))
    case .unknown: return .code("unknown", Phrase("未及求解", "not solved"))
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
    let holding = result.candidates.first
    return AnswerSection(
      "samples", Phrase("各样本", "Samples"),
      columns: [
        AnswerColumn("number", Phrase("样本", "sample")),
        AnswerColumn("status", Phrase("状态", "status")),
        AnswerColumn("supported", Phrase("支持项目", "projects supported")),
        AnswerColumn("entitled", Phrase("应保障市重点项目", "municipal projects entitled")),
        AnswerColumn("unguaranteed", Phrase("未保障市重点项目", "municipal projects left out")),
        AnswerColumn("best_holds", Phrase("最稳方案可执行", "plan that holds best holds")),
        AnswerColumn("base_holds", Phrase("基准方案可执行", "plan as stated holds")),
        AnswerColumn("short", Phrase("不足的指标", "quotas that stop projects")),
      ] + goalColumns("goal_", isOnScreen: true),
      rows: result.samples.enumerated().map { place, sample in
        let holds = [holding, result.candidates.first(where: \.isBase)].map { candidate in
          candidate.flatMap { place < $0.holds.count ? AnswerCell.flag($0.holds[place]) : nil }
            ?? .empty
        }
        guard let best = sample.best else {
          let none = [AnswerCell](repeating: .empty, count: 3)
          return [
            number(sample.number),
            .code("infeasible", Phrase("已证明无可行方案", "proved: no plan")),
          ] + none + holds + [.empty] + scenario.goals.map { _ in .empty }
        }
        return [
          number(sample.number), .code("optimal", Phrase("已证明最优", "proved best")),
          number(best.steps.count { $0 > 0 }), number(best.entitled), number(best.unguaranteed),
        ] + holds + [.names(best.short.map { name(of: $0).chinese })]
          + zip(scenario.goals, best.goals).map { cells.value($1, of: $0) }
      }, shown: 0)
  }

  /// How the guarantee of municipal key projects fares (L-1).
  var guaranteeSection: AnswerSection {
    let line = ledger?.constraints.first { $0.subject == .municipalGuarantee }
    let stated = line.map { ($0.bound, $0.bound - $0.used) }
    return AnswerSection(
      "guarantee",
      Phrase("市重点项目用地全额保障（L-1）：未保障的项目数", "The guarantee (L-1): municipal projects left out"),
      columns: [
        AnswerColumn("entitled", Phrase("应保障（基准）", "entitled as stated")),
        AnswerColumn("stated", Phrase("未保障（基准）", "left out as stated")),
        AnswerColumn("broken", Phrase("有未保障的样本", "samples with some")),
        AnswerColumn("share", Phrase("比例（%）", "share (%)")),
      ] + Self.distributionColumns,
      rows: [
        [
          stated.map { number($0.0) } ?? .empty, stated.map { number($0.1) } ?? .empty,
          number(result.guaranteeBroken), share(result.guaranteeBroken, of: count),
        ] + distribution(result.plans.map(\.unguaranteed), number)
      ])
  }

  /// What each goal reaches.
  var goalSection: AnswerSection {
    AnswerSection(
      "goals", Phrase("目标值的分布", "What the goals reach"),
      columns: [
        AnswerColumn("goal", Phrase("目标", "id"), isOnScreen: false),
        AnswerColumn("title", Phrase("名称", "goal"), width: 32),
        AnswerColumn("unit", Phrase("单位", "unit")),
        AnswerColumn("stated", Phrase("基准", "as stated")),
      ] + Self.distributionColumns,
      rows: scenario.goals.enumerated().map { index, goal in
        [
          .name(goal.id), .words(cells.title(goal)), cells.unit(goal),
          cells.value(base.goals[index].value, of: goal),
        ] + distribution(result.plans.map { $0.goals[index] }) { cells.value($0, of: goal) }
      },
      notes: [
        Phrase(
          "四分位为样本中的实际值：从小到大第⌈n÷4⌉、⌈n÷2⌉、⌈3n÷4⌉个，n为有方案的样本数\(result.plans.count)",
          "quartiles are values of samples: in place ⌈n÷4⌉, ⌈n÷2⌉, ⌈3n÷4⌉ of the n = "
            + "\(result.plans.count) samples with a plan")
      ])
  }
}
