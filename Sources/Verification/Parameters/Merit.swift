import Scenario

/// Values and points of the five indicators of a project, and their sum (M-1).
struct Merit: Sendable {
  /// Numerators of the indicators in the order of `MeritRule.Indicator`: 元 or smallest units of the resources.
  let amounts: [Int]
  /// Points in 0.0001; `nil` for an indicator that is not scored.
  let points: [Int?]
  /// Sum of the points in 0.0001.
  let total: Int

  /// Scores every project with land; `nil` for the others, and where the scenario does not score.
  static func scores(of scenario: Scenario) -> [Merit?] {
    guard let rule = scenario.merit else { return scenario.projects.map { _ in nil } }
    let scored = scenario.projects.filter { $0.landTotal > 0 }
    let ranges = MeritRule.Indicator.allCases.map { indicator in
      extremes(of: scored.map { MuValue(rule.amount(indicator, of: $0), $0.landTotal) })
    }
    return scenario.projects.map { project in
      project.landTotal > 0 ? Merit(project, rule: rule, ranges: ranges) : nil
    }
  }

  private init(_ project: Project, rule: MeritRule, ranges: [(low: MuValue, high: MuValue)?]) {
    let indicators = MeritRule.Indicator.allCases
    amounts = indicators.map { rule.amount($0, of: project) }
    points = indicators.indices.map { index in
      guard let term = rule.terms.first(where: { $0.indicator == indicators[index] }) else {
        return nil
      }
      let value = MuValue(rule.amount(term.indicator, of: project), project.landTotal)
      switch rule.form {
      case .benchmark: return term.benchmarkPoints(value, cap: rule.cap)
      case .minMax: return ranges[index].map { term.rangePoints(value, $0) }
      }
    }
    total = points.reduce(0) { $0 + ($1 ?? 0) }
  }

  private static func extremes(of values: [MuValue]) -> (low: MuValue, high: MuValue)? {
    guard let first = values.first else { return nil }
    return values.reduce((first, first)) { range, value in
      (value < range.0 ? value : range.0, range.1 < value ? value : range.1)
    }
  }
}

/// An amount per 亩: the amount times 2000 over the land in 1/3 m².
struct MuValue: Sendable {
  let amount: Int128
  let land: Int128

  init(_ amount: Int, _ land: Int) {
    self.amount = Int128(amount) * 2_000
    self.land = Int128(land)
  }

  static func < (a: MuValue, b: MuValue) -> Bool { a.amount * b.land < b.amount * a.land }

  /// Numerator of a − b over the product of their lands.
  static func - (a: MuValue, b: MuValue) -> Int128 { a.amount * b.land - b.amount * a.land }
}

extension MeritRule {
  func amount(_ indicator: Indicator, of project: Project) -> Int {
    switch indicator {
    case .input: project.totalInvestment ?? 0
    case .output: project.annualOutput ?? 0
    case .tax: project.annualTax ?? 0
    case .energy: energyResource.map { project.demands[$0] } ?? 0
    case .emission: emissionResources.reduce(0) { $0 + project.demands[$1] }
    }
  }
}

extension MeritRule.Term {
  /// Weight × ratio to the benchmark, in 0.0001 point.
  func benchmarkPoints(_ value: MuValue, cap: Ratio?) -> Int {
    let unit = Int128(weight) * 10_000
    let limit = cap.map {
      WideNatural.nearestQuotient([unit, Int128($0.numerator)], [Int128($0.denominator)])
    }
    let (top, bottom) = (Int128(benchmark.numerator), Int128(benchmark.denominator))
    if !indicator.isLargerBetter && value.amount == 0 { return limit ?? 0 }
    let points =
      indicator.isLargerBetter
      ? WideNatural.nearestQuotient([unit, value.amount, bottom], [value.land, top])
      : WideNatural.nearestQuotient([unit, value.land, top], [value.amount, bottom])
    // Rounding keeps the order, so that the smaller of the rounded is the rounded smaller.
    return limit.map { min($0, points) } ?? points
  }

  /// Weight × (20 + 80 × place in the range) ÷ 100, in 0.0001 point.
  func rangePoints(_ value: MuValue, _ range: (low: MuValue, high: MuValue)) -> Int {
    let width = range.high - range.low
    guard width > 0 else { return weight * 10_000 }
    // A difference stands over the lands of its two values; the land of the shared one cancels.
    let (distance, other) =
      indicator.isLargerBetter
      ? (value - range.low, range.high.land) : (range.high - value, range.low.land)
    return weight * 2_000
      + WideNatural.nearestQuotient(
        [Int128(weight) * 8_000, distance, other], [width, value.land])
  }
}
