import Reporting
import Scenario

/// Amounts as a scenario file states them: exact, in the shortest way.
enum AmountText {
  /// `value ÷ unit` as a decimal; the unit must have no other prime factors than 2 and 5.
  static func decimal(_ value: Int, over unit: Int) -> String {
    let ratio = Ratio(value, unit)
    return FixedPoint.exact(Int128(ratio.numerator), over: Int128(ratio.denominator))
  }
}
