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

  /// Weight × (20 + 80 × position between the extremes) ÷ 100.
  private static func minMaxPoints(_ term: MeritRule.Term, _ values: [Value]) -> [Int] {
    func isLess(_ a: Value, _ b: Value) -> Bool { a.amount * b.land < b.amount * a.land }
    guard let least = values.min(by: isLess), let most = values.max(by: isLess) else { return [] }
    let weight = term.weight * MeritRule.unitsPerPoint
    return values.map { value in
      guard isLess(least, most) else { return weight }
      let (from, to, far) =
        term.indicator.isLargerBetter ? (least, value, most) : (value, most, least)
      // position = (to − from) ÷ (most − least): the lands of both differences cancel but for two.
      let part = difference(to, from) * UInt128(far.land)
      let whole = difference(most, least) * UInt128(value.land)
      // A weight is a whole number of points, so a fifth of it is a whole number of units.
      return weight / 5 + scaledHalfUp(UInt128(weight / 5 * 4), part, whole)
    }
  }

  /// a − b, times the lands of both; a is not the smaller one.
  private static func difference(_ a: Value, _ b: Value) -> UInt128 {
    UInt128(max(0, a.amount * b.land - b.amount * a.land))
  }

  /// factor × part ÷ whole, rounded half up, with a product of double width; part ≤ whole.
  private static func scaledHalfUp(_ factor: UInt128, _ part: UInt128, _ whole: UInt128) -> Int {
    let (quotient, remainder) = whole.dividingFullWidth(factor.multipliedFullWidth(by: part))
    return Int(clamping: remainder >= whole - remainder ? quotient + 1 : quotient)
  }

  private static func roundHalfUp(_ numerator: Int128, _ denominator: Int128) -> Int {
    Int(clamping: (2 * numerator + denominator) / (2 * denominator))
  }
}
