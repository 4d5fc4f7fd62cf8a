public import Scenario

/// The per-mu evaluation of one project (M-1).
public struct MeritScore: Sendable, Equatable {
  /// Points per term of the rule, 0.0001 point; in the order of ``MeritRule/terms``.
  public var points: [Int]
  /// Sum of the points, 0.0001 point.
  public var total: Int { points.reduce(0) { Int(clamping: Int128($0) + Int128($1)) } }

  /// Points of an indicator: the sum over its terms; `nil` if the rule does not score it.
  public func points(of indicator: MeritRule.Indicator, in rule: MeritRule) -> Int? {
    let own = zip(rule.terms, points).filter { $0.0.indicator == indicator }.map(\.1)
    return own.isEmpty ? nil : Exact.sum(own)
  }
}

extension MeritScore {
  /// Points of the benchmark form: `weight × min(cap, ratio)` in 0.0001 point, rounded half up.
  ///
  /// The ratio is `amount ÷ (land in 亩) ÷ benchmark`, or its inverse where smaller is better; a smaller-is-better amount
  /// of 0 gives the cap. `amount` is in smallest units, `land` in 1/3 m², the benchmark in smallest units per 亩.
  public static func benchmarkPoints(
    amount: Int, land: Int, benchmark: Ratio, weight: Int, isLargerBetter: Bool, cap: Ratio?
  ) -> Int {
    let scale = UInt128(max(weight, 0)) * UInt128(MeritRule.unitsPerPoint)
    let value = UInt128(max(amount, 0)) * UInt128(Area.mu) * UInt128(benchmark.denominator)
    let unit = UInt128(max(land, 0)) * UInt128(max(benchmark.numerator, 0))
    let capped = cap.map { cap in
      Exact.productHalfUp(scale, UInt128(max(cap.numerator, 0)), over: UInt128(cap.denominator))
        ?? Int.max
    }
    let (top, bottom) = isLargerBetter ? (value, unit) : (unit, value)
    let points =
      bottom == 0 ? capped ?? 0 : Exact.productHalfUp(top, scale, over: bottom) ?? Int.max
    return min(points, capped ?? points)
  }

  /// One project's value of an indicator as a fraction: amount in smallest units over land in 1/3 m².
  public struct Value: Sendable, Equatable {
    public var amount: Int
    public var land: Int

    public init(amount: Int, land: Int) {
      self.amount = amount
      self.land = land
    }

    static func isLess(_ a: Value, _ b: Value) -> Bool {
      Int128(a.amount) * Int128(b.land) < Int128(b.amount) * Int128(a.land)
    }
  }

  /// Points of the min-max form: `weight × (20 + 80 × part) ÷ 100` in 0.0001 point, rounded half up.
  ///
  /// `part` is where the value lies between the worst (0) and the best (1); if they are equal the points are the weight.
  public static func minMaxPoints(
    _ value: Value, minimum: Value, maximum: Value, weight: Int, isLargerBetter: Bool
  ) -> Int {
    let unit = MeritRule.unitsPerPoint / 100
    let (from, to) = isLargerBetter ? (minimum, value) : (value, maximum)
    guard Value.isLess(minimum, maximum) else { return weight * unit * 100 }
    // part = (to − from) ÷ (max − min), each difference over a common denominator that mostly cancels.
    let other = isLargerBetter ? maximum : minimum
    let top = difference(to, from)
    let span = difference(maximum, minimum)
    let share = Exact.productHalfUp(
      top * UInt128(max(other.land, 1)), UInt128(weight * unit * 80),
      over: span * UInt128(max(value.land, 1)))
    return weight * unit * 20 + (share ?? 0)
  }

  /// `a − b` times the lands of both.
  private static func difference(_ a: Value, _ b: Value) -> UInt128 {
    let difference = Int128(a.amount) * Int128(b.land) - Int128(b.amount) * Int128(a.land)
    return UInt128(max(difference, 0))
  }
}
