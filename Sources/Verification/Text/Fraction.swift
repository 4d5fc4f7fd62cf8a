import Scenario

/// A non-negative exact fraction, kept in lowest terms.
struct Fraction: Sendable {
  let numerator: Int128
  let denominator: Int128

  init(_ numerator: Int128, _ denominator: Int128) {
    var (a, b) = (numerator, denominator)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = a == 0 ? 1 : a
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  init(_ ratio: Ratio) { self.init(Int128(ratio.numerator), Int128(ratio.denominator)) }

  static func * (a: Fraction, b: Fraction) -> Fraction {
    // Crosswise first, so that the products stay small.
    let (left, right) = (Fraction(a.numerator, b.denominator), Fraction(b.numerator, a.denominator))
    return Fraction(left.numerator * right.numerator, left.denominator * right.denominator)
  }

  /// `amount` times the fraction, rounded up.
  func ceiling(of amount: Int) -> Int {
    let product = Fraction(Int128(amount), 1) * self
    return Int((product.numerator + product.denominator - 1) / product.denominator)
  }

  /// The fraction rounded half up.
  var nearest: Int { Int((2 * numerator + denominator) / (2 * denominator)) }

  /// The shortest exact decimal, or `n/d` where there is none.
  var text: String {
    var (rest, twos, fives) = (denominator, 0, 0)
    while rest % 2 == 0 { (rest, twos) = (rest / 2, twos + 1) }
    while rest % 5 == 0 { (rest, fives) = (rest / 5, fives + 1) }
    guard rest == 1 else { return "\(numerator)/\(denominator)" }
    let places = max(twos, fives)
    var scaled = numerator
    for _ in 0..<(places - twos) { scaled *= 2 }
    for _ in 0..<(places - fives) { scaled *= 5 }
    return NumberText.format(Int(scaled), decimals: places)
  }
}
