/// Arithmetic that is exact or ends the check: no number is ever rounded, and none wraps around.
enum Exact {
  static func sum(_ a: Int128, _ b: Int128) throws(ProofFault) -> Int128 {
    let (value, overflow) = a.addingReportingOverflow(b)
    if overflow { throw .overflow }
    return value
  }

  static func difference(_ a: Int128, _ b: Int128) throws(ProofFault) -> Int128 {
    let (value, overflow) = a.subtractingReportingOverflow(b)
    if overflow { throw .overflow }
    return value
  }

  static func product(_ a: Int128, _ b: Int128) throws(ProofFault) -> Int128 {
    let (value, overflow) = a.multipliedReportingOverflow(by: b)
    if overflow { throw .overflow }
    return value
  }

  /// A product of two numbers of 64 bits, which always fits in 128.
  static func wide(_ a: Int, _ b: Int) -> Int128 { Int128(a) &* Int128(b) }

  /// The number in 64 bits, with room for a sign and for one more.
  static func narrow(_ value: Int128) throws(ProofFault) -> Int {
    guard value.magnitude < 1 << 62 else { throw .overflow }
    return Int(value)
  }

  /// Quotient rounded down; the divisor is positive.
  static func floor(_ value: Int128, _ divisor: Int128) -> Int128 {
    let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? quotient - 1 : quotient
  }

  /// Quotient rounded up; the divisor is positive.
  static func ceiling(_ value: Int128, _ divisor: Int128) -> Int128 {
    let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
    return rest > 0 ? quotient + 1 : quotient
  }

  /// Greatest common divisor; that of 0 and a number is the number.
  static func commonDivisor(_ a: UInt, _ b: UInt) -> UInt {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  /// 2^scale, for a scale that leaves room for products.
  static func power(_ scale: Int) throws(ProofFault) -> Int128 {
    guard (0...62).contains(scale) else { throw .overflow }
    return 1 << Int128(scale)
  }
}
