/// A decimal number as it is written, exact: `mantissa` divided by ten to the power of `scale`.
struct DecimalNumber: Equatable {
  var mantissa: UInt128
  var scale: Int

  /// More digits than any legal amount has, and few enough that products with factors of units fit 128 bits.
  static let digitLimit = 22

  /// Reads digits with at most one point between them; `nil` for any other text or too many digits.
  ///
  /// Zeros at the end of the fraction are dropped, so that `1.50` equals `1.5`.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    guard let number = DecimalNumber.scan(bytes, start, end), number.end == end else { return nil }
    self = number.value
  }

  init(mantissa: UInt128, scale: Int) {
    self.mantissa = mantissa
    self.scale = scale
  }

  /// Reads a number at the start of a range and tells where it ends.
  @inline(__always)
  static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> (value: DecimalNumber, end: Int)? {
    var index = start
    var small: UInt64 = 0
    var digits = 0
    var point = -1
    var zeros = 0
    while index < end {
      let byte = bytes[index]
      if byte.isDigit {
        // Up to 18 digits fit 64 bits; longer numbers take the slow road.
        guard digits < 18 else { return scanLong(bytes, start, end) }
        small = small &* 10 &+ UInt64(byte &- 48)
        if small != 0 { digits += 1 }
        zeros = byte == 48 ? zeros + 1 : 0
      } else if byte == UInt8(ascii: "."), point < 0, index > start {
        point = index
        zeros = 0
      } else {
        break
      }
      index += 1
    }
    guard index > start, point != index - 1 else { return nil }
    if point < 0 { return (DecimalNumber(mantissa: UInt128(small), scale: 0), index) }
    var scale = index - point - 1
    while zeros > 0, scale > 0 {
      small /= 10
      scale -= 1
      zeros -= 1
    }
    return (DecimalNumber(mantissa: UInt128(small), scale: scale), index)
  }

  @inline(never)
  private static func scanLong(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> (value: DecimalNumber, end: Int)? {
    var index = start
    while index < end, bytes[index].isDigit { index += 1 }
    let whole = start..<index
    var fraction = index..<index
    if index + 1 < end, bytes[index] == UInt8(ascii: "."), bytes[index + 1].isDigit {
      index += 1
      let first = index
      while index < end, bytes[index].isDigit { index += 1 }
      fraction = first..<index
    }
    var last = fraction.upperBound
    while last > fraction.lowerBound, bytes[last - 1] == 48 { last -= 1 }
    var mantissa: UInt128 = 0
    var digits = 0
    for position in [whole, fraction.lowerBound..<last].joined() {
      mantissa = mantissa &* 10 &+ UInt128(bytes[position] &- 48)
      if mantissa != 0 { digits += 1 }
      if digits > digitLimit { return nil }
    }
    let scale = last - fraction.lowerBound
    return whole.isEmpty || scale > digitLimit
      ? nil : (DecimalNumber(mantissa: mantissa, scale: scale), index)
  }

  /// Ten to a power from 0 to `digitLimit`.
  static func powerOfTen(_ exponent: Int) -> UInt128 {
    exponent < powers.count ? powers[exponent] : 0
  }

  private static let powers: [UInt128] = (0...digitLimit).reduce(into: []) { powers, _ in
    powers.append((powers.last ?? 0) == 0 ? 1 : (powers.last ?? 1) * 10)
  }

  /// The number times a fraction, where that is whole and at most `limit`.
  @inline(__always)
  func times(_ numerator: Int, over denominator: Int, limit: Int) -> Int? {
    let (product, overflow) = mantissa.multipliedReportingOverflow(
      by: UInt128(numerator.magnitude))
    if overflow { return nil }
    if scale == 0, denominator == 1 { return product <= UInt128(limit) ? Int(product) : nil }
    let divisor = Self.powerOfTen(scale) * UInt128(denominator.magnitude)
    if product >> 64 == 0, divisor >> 64 == 0 {
      let (quotient, rest) = UInt64(product).quotientAndRemainder(dividingBy: UInt64(divisor))
      return rest == 0 && quotient <= UInt64(limit) ? Int(quotient) : nil
    }
    let (quotient, rest) = product.quotientAndRemainder(dividingBy: divisor)
    return rest == 0 && quotient <= UInt128(limit) ? Int(quotient) : nil
  }
}
