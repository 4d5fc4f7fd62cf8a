internal import Scenario

/// The composite score of the per-mu indicators (M-1; model page, section 5).
enum MeritScores {
  /// Value of an indicator of one project: `amount` smallest units on `land` 1/3 m².
  private struct Value {
    var amount: Int128
    var land: Int128
  }

  /// Score of each project in 0.0001 point; `nil` where there is no rule or no land to divide by.
  static func scores(_ scenario: Scenario) -> [Int?] {
    guard let rule = scenario.merit else {
      return Array(repeating: nil, count: scenario.projects.count)
    }
    let scored = scenario.projects.indices.filter { scenario.projects[$0].landTotal > 0 }
    var scores: [Int?] = Array(repeating: nil, count: scenario.projects.count)
    for project in scored { scores[project] = 0 }
    for term in rule.terms {
      let values = scored.map { value(term.indicator, scenario.projects[$0], rule) }
      for (project, points) in zip(scored, points(term, values, rule)) {
        scores[project] = (scores[project] ?? 0) + points
      }
    }
    return scores
  }

  private static func value(
    _ indicator: MeritRule.Indicator, _ project: Project, _ rule: MeritRule
  ) -> Value {
    let amount: Int =
      switch indicator {
      case .input: project.totalInvestment ?? 0
      case .output: project.annualOutput ?? 0
      case .tax: project.annualTax ?? 0
      case .energy: rule.energyResource.map { project.demands[$0] } ?? 0
      case .emission: rule.emissionResources.reduce(0) { $0 + project.demands[$1] }
      }
    return Value(amount: Int128(amount), land: Int128(project.landTotal))
  }

  private static func points(_ term: MeritRule.Term, _ values: [Value], _ rule: MeritRule) -> [Int]
  {
    switch rule.form {
    case .benchmark: values.map { benchmarkPoints(term, $0, cap: rule.cap) }
    case .minMax: minMaxPoints(term, values)
    }
  }

  /// Weight × value ÷ benchmark (or benchmark ÷ value), not more than the cap.
  private static func benchmarkPoints(_ term: MeritRule.Term, _ value: Value, cap: Ratio?) -> Int {
    // Value per 亩 = amount × 2000 ÷ land.
    let above = value.amount * Int128(Area.mu) * Int128(term.benchmark.denominator)
    let below = value.land * Int128(term.benchmark.numerator)
    var (numerator, denominator) = term.indicator.isLargerBetter ? (above, below) : (below, above)
    if let cap {
      let isOver = numerator * Int128(cap.denominator) > denominator * Int128(cap.numerator)
      if denominator == 0 || isOver {
        (numerator, denominator) = (Int128(cap.numerator), Int128(cap.denominator))
      }
    }
    guard denominator > 0 else { return 0 }
    return roundHalfUp(
      Int128(term.weight * MeritRule.unitsPerPoint) * numerator, denominator)
  }

  /// Weight × (20 + 80 × position between the extremes) ÷ 100, values in thousandths of a unit per 亩.
  private static func minMaxPoints(_ term: MeritRule.Term, _ values: [Value]) -> [Int] {
    let rounded = values.map { Int128(roundHalfUp($0.amount * Int128(Area.mu) * 1_000, $0.land)) }
    guard let least = rounded.min(), let most = rounded.max() else { return [] }
    let weight = Int128(term.weight * MeritRule.unitsPerPoint)
    guard least < most else { return rounded.map { _ in Int(weight) } }
    return rounded.map { value in
      let part = term.indicator.isLargerBetter ? value - least : most - value
      return roundHalfUp(weight * (20 * (most - least) + 80 * part), 100 * (most - least))
    }
  }

  private static func roundHalfUp(_ numerator: Int128, _ denominator: Int128) -> Int {
    Int(clamping: (2 * numerator + denominator) / (2 * denominator))
  }
}
