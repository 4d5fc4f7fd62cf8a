import Accounts
package import Reporting
package import Scenario
package import Studies

/// The answer of `risk`, in words.
package struct RiskAnswer {
  /// Names of its tables.
  package static let tables = [
    "guarantees", "overruns", "candidates", "goals", "projects", "quotas", "ranges", "samples",
  ]

  let scenario: Scenario
  /// Outcome and accounts as the scenario is stated; no accounts where it has no plan.
  let base: Allotment
  let ledger: Ledger?
  let result: RiskResult
  let variations: [Variation]
  let cells: GoalCells
  let shortageWords: RefusalWords
  private let seed: Int

  /// Prepares the answer.
  ///
  /// - Parameters:
  ///   - scenario: the scenario as it is stated, with the goals that counted.
  ///   - base: its outcome.
  ///   - variations: what was drawn from.
  package init(
    scenario: Scenario, base: Allotment, result: RiskResult, seed: Int, variations: [Variation]
  ) {
    self.scenario = scenario
    self.base = base
    self.result = result
    self.seed = seed
    self.variations = variations
    ledger = base.plan.map { Ledger(scenario: scenario, plan: $0) }
    cells = GoalCells(scenario)
    // Names of quotas do not depend on the plan.
    let none = Plan(
      steps: scenario.projects.map { _ in 0 }, stockLand: scenario.projects.map { _ in 0 },
      countyQuotaUse: scenario.counties.map { _ in [:] })
    shortageWords = RefusalWords(
      ledger: ledger ?? Ledger(scenario: scenario, plan: none))
  }

  package var answer: Answer {
    Answer(
      question: "risk",
      title: Phrase("不确定性分析：\(scenario.title)", "Risk: \(scenario.title)"),
      isSampleData: scenario.isSampleData, facts: facts,
      sections: [
        guaranteeSection, overrunSection, candidateSection, projectSection, goalSection,
        quotaSection, rangeSection, sampleSection,
      ])
  }

  /// Samples that were solved.
  var count: Int { result.samples.count }

  /// Whether everything asked for was found out and proved, the plan as stated among it.
  package var isProved: Bool {
    result.isComplete && (base.status == .optimal || base.status == .infeasible)
  }

  private var facts: [AnswerFact] {
    let groups = landingGroups
    var facts = [
      AnswerFact("status", Phrase("状态", "status"), status),
      AnswerFact("stated", Phrase("基准（按方案所列各量）", "as stated"), StatusWords.cell(base)),
      AnswerFact("solved", Phrase("已求解样本", "samples solved"), number(count)),
      AnswerFact("requested", Phrase("要求的样本数", "samples asked for"), number(result.requested)),
      AnswerFact("seed", Phrase("随机种子", "seed"), number(seed)),
      AnswerFact(
        "without_plan", Phrase("无可行方案的样本", "samples without any plan"),
        number(result.withoutPlan)),
      AnswerFact(
        "always", Phrase("每个样本都落地的项目", "projects that always land"), number(groups.always)),
      AnswerFact(
        "sometimes", Phrase("有时落地的项目", "projects that land sometimes"), number(groups.sometimes)),
      AnswerFact("never", Phrase("从不落地的项目", "projects that never land"), number(groups.never)),
    ]
    facts += unchangedFacts + holdingFacts
    if count > 0 { facts.append(AnswerFact("precision", Phrase(""), precision)) }
    return facts
  }

  /// How often the plan as stated breaks something if nobody rearranges it.
  private var unchangedFacts: [AnswerFact] {
    guard let broken = result.overruns(where: { _ in true }) else { return [] }
    var facts = [
      AnswerFact(
        "unchanged_broken",
        Phrase("照搬基准方案会突破约束的样本", "samples in which the plan as stated, unchanged, breaks a limit"),
        number(broken))
    ]
    if !scenario.farmland.banks.isEmpty,
      let ringFence = result.overruns(where: { $0.clause == "F-3" })
    {
      facts.append(
        AnswerFact(
          "ring_fence_broken",
          Phrase(
            "其中动用省重点统筹留存（F-3）的样本", "of these, samples in which it draws on the ring-fence (F-3)"),
          number(ringFence)))
    }
    return facts
  }

  /// How often the plan as stated can be carried out, and the one that holds best.
  private var holdingFacts: [AnswerFact] {
    var facts: [AnswerFact] = []
    if let stated = result.base {
      facts.append(
        AnswerFact(
          "base_holds",
          Phrase(
            "基准方案的取舍（用地重新安排）仍可执行的样本",
            "samples in which the selection of the plan as stated holds, land arranged anew"),
          number(stated.held)))
    }
    if let best = result.holdsBest {
      facts.append(
        AnswerFact(
          "best_holds", Phrase("最稳方案可执行的样本", "samples in which the plan that holds best holds"),
          number(best.held)))
      facts.append(AnswerFact("best_difference", Phrase(""), .words(difference(best))))
    }
    return facts
  }

  private var status: AnswerCell {
    if result.isComplete {
      return .code(
        "complete", Phrase("全部样本求解完毕，逐个已证明", "all samples solved, each with its proof"))
    }
    return .code(
      "stopped",
      Phrase(
        "提前停止：以下只计前\(count)个样本（要求\(result.requested)个），逐个已证明",
        "stopped early: of \(result.requested) samples the first \(count) count, each with its proof"
      ))
  }

  /// The standard error of a share is at most 1 ÷ 2√N: the least number of hundredths of a per cent that is not below it.
  private var precision: AnswerCell {
    var error = 1
    while error * error * 4 * count < 100_000_000 { error += 1 }
    let text = FixedPoint.text(error, decimals: 2)
    return .words(
      Phrase(
        "频次为\(count)个样本中的精确计数；作为概率的估计，标准误不超过\(text)个百分点",
        "frequencies are exact counts over \(count) samples; as estimates of probabilities their "
          + "standard error is at most \(text) percentage points"))
  }

  /// How many projects always, sometimes and never land.
  private var landingGroups: (always: Int, sometimes: Int, never: Int) {
    let landed = self.landed
    return (
      landed.count { $0.count == count }, landed.count { $0.count > 0 && $0.count < count },
      landed.count { $0.count == 0 }
    )
  }

  /// The projects that compete, each with the number of samples in which it lands.
  var landed: [(project: Int, count: Int)] {
    let counts = result.landed(of: scenario)
    return scenario.projects.indices.filter { !scenario.projects[$0].needsNothing }
      .map { ($0, counts[$0]) }
  }

  func number(_ value: Int) -> AnswerCell { .number(value, decimals: 0) }

  /// A share of samples in per cent, rounded half up to two decimals.
  func share(_ part: Int, of whole: Int) -> AnswerCell {
    whole == 0 ? .empty : .number(FixedPoint.half(part * 10_000, whole), decimals: 2)
  }

  /// Columns for a distribution.
  ///
  /// - Parameter hasQuartiles: whether the screen has the quartiles, too.
  static func distributionColumns(hasQuartiles: Bool = true) -> [AnswerColumn] {
    [
      AnswerColumn("least", Phrase("最小", "least")),
      AnswerColumn(
        "lower_quartile", Phrase("下四分位", "lower quartile"), isOnScreen: hasQuartiles),
      AnswerColumn("median", Phrase("中位数", "median")),
      AnswerColumn(
        "upper_quartile", Phrase("上四分位", "upper quartile"), isOnScreen: hasQuartiles),
      AnswerColumn("greatest", Phrase("最大", "greatest")),
    ]
  }

  /// The cells for a distribution; empty where there are no values.
  func distribution(_ values: [Int], _ cell: (Int) -> AnswerCell) -> [AnswerCell] {
    guard let found = Distribution(values) else {
      return Self.distributionColumns().map { _ in .empty }
    }
    return [
      found.least, found.lowerQuartile, found.median, found.upperQuartile, found.greatest,
    ].map(cell)
  }
}
