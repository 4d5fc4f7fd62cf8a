/// Reads quantities from bytes, exactly, in whole smallest units.
enum QuantityParser {
  /// Every amount is at most this many smallest units.
  static let limit = 1_000_000_000_000

  /// The amount in smallest units; `nil` where the text is no legal quantity of these units.
  ///
  /// `headerUnit` is the unit that holds where the text states none.
  @inline(__always)
  static func amount(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, units: UnitSet,
    headerUnit: ScenarioUnit?
  ) -> Int? {
    guard let number = DecimalNumber.scan(bytes, start, end) else { return nil }
    if number.end == end {
      guard let unit = headerUnit else { return nil }
      return number.value.times(unit.numerator, over: unit.denominator, limit: limit)
    }
    var word = number.end
    while word < end, bytes[word] == 0x20 { word += 1 }
    guard let worth = units.worth(bytes, word, end) else { return nil }
    return number.value.times(worth.numerator, over: worth.denominator, limit: limit)
  }

  /// A whole number from 0 to the limit; `nil` for any other text.
  static func wholeNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard end > start, end - start <= 15 else { return nil }
    var value = 0
    for index in start..<end {
      guard bytes[index].isDigit else { return nil }
      value = value * 10 + Int(bytes[index] - 48)
    }
    return value
  }
}

extension ScenarioUnit {
  /// How a number of smallest units is written in this unit, where it is a finite decimal.
  func text(of amount: UInt128) -> String? {
    let top = amount * UInt128(denominator.magnitude)
    let bottom = UInt128(numerator.magnitude)
    var scale = 0
    while scale <= 18 {
      let scaled = top * DecimalNumber.powerOfTen(scale)
      if scaled % bottom == 0 {
        return DecimalNumber(mantissa: scaled / bottom, scale: scale).text + " " + name
      }
      scale += 1
    }
    return nil
  }

  /// Smallest units in the least step that is a finite decimal of this unit (3 for m², as 1/3 m² is none).
  var decimalStep: UInt128 {
    var rest = UInt128(numerator.magnitude)
    while rest % 2 == 0 { rest /= 2 }
    while rest % 5 == 0 { rest /= 5 }
    return rest
  }
}

extension DecimalNumber {
  /// The number in plain digits, without zeros at the end of its fraction.
  var text: String {
    let digits = String(mantissa)
    guard scale > 0 else { return digits }
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    return padded.dropLast(scale) + "." + padded.suffix(scale)
  }
}
