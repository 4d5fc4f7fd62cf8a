/// Writes scaled integers as decimal text, without floating point.
package enum FixedPoint {
  /// `value ÷ 10^decimals` with exactly `decimals` places; never `-0.00`.
  package static func text(_ value: Int, decimals: Int) -> String {
    let digits = String(value.magnitude)
    let sign = value < 0 ? "-" : ""
    guard decimals > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// The shortest exact decimal of a fraction in lowest terms; `n/d` where it has none.
  package static func exact(_ numerator: Int128, over denominator: Int128) -> String {
    var (rest, decimals) = (denominator, 0)
    var scale: Int128 = 1
    while rest % 10 == 0 { (rest, decimals, scale) = (rest / 10, decimals + 1, scale) }
    while rest % 2 == 0 { (rest, decimals, scale) = (rest / 2, decimals + 1, scale * 5) }
    while rest % 5 == 0 { (rest, decimals, scale) = (rest / 5, decimals + 1, scale * 2) }
    let (value, overflow) = numerator.multipliedReportingOverflow(by: scale)
    guard rest == 1, !overflow, let scaled = Int(exactly: value) else {
      return "\(numerator)/\(denominator)"
    }
    return text(scaled, decimals: decimals)
  }

  /// `value ÷ unit`, rounded to the nearest whole number, halves up.
  package static func half(_ value: Int, _ unit: Int) -> Int {
    floor(value, unit) + (2 * (value - floor(value, unit) * unit) >= unit ? 1 : 0)
  }

  /// `value ÷ unit`, rounded down.
  package static func floor(_ value: Int, _ unit: Int) -> Int {
    let quotient = value / unit
    return value % unit < 0 ? quotient - 1 : quotient
  }

  /// `value ÷ unit`, rounded up.
  package static func ceiling(_ value: Int, _ unit: Int) -> Int { -floor(-value, unit) }

  /// `amount × factor ÷ divisor`, rounded half up.
  package static func half(_ amount: Int, times factor: Int128, over divisor: Int128) -> Int {
    guard divisor > 0 else { return 0 }
    let product = Int128(amount) * factor
    return Int(clamping: (2 * product + divisor) / (2 * divisor))
  }

  /// `100 × part ÷ whole` in hundredths of a per cent, rounded down; `nil` if the whole is 0.
  package static func percent(_ part: Int, of whole: Int) -> Int? {
    whole > 0 ? Int(clamping: Int128(part) * 10_000 / Int128(whole)) : nil
  }

  /// Decimal places of a power of ten.
  package static func decimals(of power: Int) -> Int { String(max(power, 1)).count - 1 }
}
