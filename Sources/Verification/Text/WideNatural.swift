/// A natural number of any size, as far as comparing products needs it.
struct WideNatural: Sendable {
  /// Least significant first; no zero at the end.
  private var limbs: [UInt64]

  init(_ value: Int128) {
    let bits = UInt128(value)
    limbs = [UInt64(truncatingIfNeeded: bits), UInt64(truncatingIfNeeded: bits >> 64)]
    trim()
  }

  private mutating func trim() {
    while limbs.last == 0 { limbs.removeLast() }
  }

  static func * (a: WideNatural, b: WideNatural) -> WideNatural {
    var product = WideNatural(0)
    product.limbs = Array(repeating: 0, count: a.limbs.count + b.limbs.count)
    for (i, x) in a.limbs.enumerated() {
      var carry: UInt128 = 0
      for (j, y) in b.limbs.enumerated() {
        carry += UInt128(x) * UInt128(y) + UInt128(product.limbs[i + j])
        product.limbs[i + j] = UInt64(truncatingIfNeeded: carry)
        carry >>= 64
      }
      product.limbs[i + b.limbs.count] = UInt64(truncatingIfNeeded: carry)
    }
    product.trim()
    return product
  }

  static func <= (a: WideNatural, b: WideNatural) -> Bool {
    if a.limbs.count != b.limbs.count { return a.limbs.count < b.limbs.count }
    for (x, y) in zip(a.limbs.reversed(), b.limbs.reversed()) where x != y { return x < y }
    return true
  }

  /// The same where all products fit 128 bits, as they mostly do.
  private static func smallQuotient(_ numerators: [Int128], _ denominators: [Int128]) -> Int? {
    var (top, bottom): (UInt128, UInt128) = (1, 2)
    for factor in numerators {
      let (product, overflow) = top.multipliedReportingOverflow(by: UInt128(factor))
      if overflow { return nil }
      top = product
    }
    for factor in denominators {
      let (product, overflow) = bottom.multipliedReportingOverflow(by: UInt128(factor))
      if overflow { return nil }
      bottom = product
    }
    // Half up: (2n + d) ÷ 2d, rounded down.
    guard bottom > 0, top < UInt128(1) << 126, bottom < UInt128(1) << 126 else { return nil }
    return Int(exactly: (2 * top + bottom / 2) / bottom)
  }

  /// The product of the numerators over that of the denominators, rounded half up.
  static func nearestQuotient(_ numerators: [Int128], _ denominators: [Int128]) -> Int {
    if let quotient = smallQuotient(numerators, denominators) { return quotient }
    // r is the greatest number with (2r − 1)·d ≤ 2n.
    let twice = numerators.reduce(WideNatural(2)) { $0 * WideNatural($1) }
    let divisor = denominators.reduce(WideNatural(1)) { $0 * WideNatural($1) }
    func reaches(_ r: Int128) -> Bool { divisor * WideNatural(2 * r - 1) <= twice }
    var high: Int128 = 1
    while reaches(high) { high *= 2 }
    var low: Int128 = 0
    while high - low > 1 {
      let middle = (low + high) / 2
      if reaches(middle) { low = middle } else { high = middle }
    }
    return Int(low)
  }
}
