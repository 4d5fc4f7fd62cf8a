import Scenario

/// Integer arithmetic that neither rounds silently nor overflows: intermediate values are 128 or 256 bits wide.
enum Exact {
  /// Sum of integers; a sum beyond 64 bits is clamped, which no legal scenario reaches.
  static func sum(_ values: some Sequence<Int>) -> Int {
    Int(clamping: values.reduce(into: Int128(0)) { $0 += Int128($1) })
  }

  /// `a × b ÷ divisor`, rounded half up; `nil` where the result needs more than 63 bits.
  static func productHalfUp(_ a: UInt128, _ b: UInt128, over divisor: UInt128) -> Int? {
    guard let (quotient, remainder) = divide(a, b, over: divisor) else { return nil }
    return Int(exactly: remainder >= divisor - remainder ? quotient + 1 : quotient)
  }

  /// `a × b ÷ divisor`, rounded up; `nil` where the result needs more than 63 bits.
  static func productCeiling(_ a: UInt128, _ b: UInt128, over divisor: UInt128) -> Int? {
    guard let (quotient, remainder) = divide(a, b, over: divisor) else { return nil }
    return Int(exactly: remainder > 0 ? quotient + 1 : quotient)
  }

  /// A whole amount in proportion: `amount × part ÷ whole`, exact for amounts that are multiples of `whole`.
  static func share(of amount: Int, part: Int, whole: Int) -> Int {
    part == whole ? amount : Int(clamping: Int128(amount) * Int128(part) / Int128(max(whole, 1)))
  }

  /// Product of ratios as numerator and denominator in lowest terms; `nil` beyond 128 bits or for a negative ratio.
  static func product(_ ratios: [Ratio]) -> (numerator: UInt128, denominator: UInt128)? {
    var numerator: UInt128 = 1
    var denominator: UInt128 = 1
    for ratio in ratios {
      guard let n = UInt128(exactly: ratio.numerator), let d = UInt128(exactly: ratio.denominator)
      else { return nil }
      let (a, overflowA) = numerator.multipliedReportingOverflow(by: n)
      let (b, overflowB) = denominator.multipliedReportingOverflow(by: d)
      guard !overflowA, !overflowB else { return nil }
      let divisor = max(gcd(a, b), 1)
      (numerator, denominator) = (a / divisor, b / divisor)
    }
    return (numerator, denominator)
  }

  /// Greatest common divisor; 0 if both are 0.
  static func gcd<T: BinaryInteger>(_ a: T, _ b: T) -> T {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  private static func divide(
    _ a: UInt128, _ b: UInt128, over divisor: UInt128
  ) -> (quotient: UInt128, remainder: UInt128)? {
    guard divisor > 0 else { return nil }
    // The usual sizes: the product fits 128 bits, and mostly even 64.
    if a >> 64 == 0, b >> 64 == 0 {
      let product = a * b
      if product >> 64 == 0, divisor >> 64 == 0 {
        let (quotient, remainder) = UInt64(product).quotientAndRemainder(
          dividingBy: UInt64(divisor))
        return (UInt128(quotient), UInt128(remainder))
      }
      return product.quotientAndRemainder(dividingBy: divisor)
    }
    let (high, low) = a.multipliedFullWidth(by: b)
    guard high < divisor else { return nil }
    if high == 0 { return low.quotientAndRemainder(dividingBy: divisor) }
    return divisor.dividingFullWidth((high, low))
  }
}
