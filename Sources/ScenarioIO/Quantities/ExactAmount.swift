/// What a quantity or rate amounts to, so that the same amount in other writing is the same value.
struct ExactAmount: Equatable {
  /// What is measured: the name of a kind of unit, or a unit of no known kind.
  private let measure: String
  /// Whether the unit does not depend on a scenario.
  let isOfKnownUnit: Bool
  /// The amount in the kind's smallest unit, as a fraction in lowest terms.
  private let numerator: UInt128
  private let denominator: UInt128
  private let isNegative: Bool

  /// Reads a number, `number unit` or `number unit/unit`; `nil` for what is none or too long.
  init?(_ text: String, headerUnit: ScenarioUnit? = nil, units: UnitSet? = nil) {
    isNegative = text.hasPrefix("-")
    let bytes = Array((isNegative ? String(text.dropFirst()) : text).utf8)
    guard let number = bytes.withUnsafeBufferPointer({ DecimalNumber.scan($0, 0, $0.count) })
    else { return nil }
    let written = String(decoding: bytes[number.end...], as: UTF8.self).trimmingSpaces
    let word = written.isEmpty ? headerUnit?.name ?? "" : written
    let parts = word.split(separator: "/").map { String($0).trimmingSpaces }
    let top = Self.worth(parts.first ?? "", units)
    let bottom = parts.count == 2 ? Self.worth(parts[1], units) : nil
    isOfKnownUnit = top.isKnown && (parts.count < 2 || bottom?.isKnown ?? false)
    measure = bottom.map { "\(top.measure)/\($0.measure)" } ?? top.measure
    var above = UInt128(top.unit?.numerator ?? 1)
    var below = UInt128(top.unit?.denominator ?? 1)
    if let unit = bottom?.unit {
      above *= UInt128(unit.denominator)
      below *= UInt128(unit.numerator)
    }
    let (product, overflow) = above.multipliedReportingOverflow(by: number.value.mantissa)
    let (divisor, isFine) = below.multipliedReportingOverflow(
      by: DecimalNumber.powerOfTen(number.value.scale))
    guard parts.count <= 2, !overflow, !isFine, divisor > 0 else { return nil }
    var (a, b) = (product, divisor)
    while b != 0 { (a, b) = (b, a % b) }
    (numerator, denominator) = (product / max(a, 1), divisor / max(a, 1))
  }

  private static func worth(
    _ word: String, _ units: UnitSet?
  ) -> (measure: String, unit: ScenarioUnit?, isKnown: Bool) {
    for set in UnitSet.known {
      if let unit = set.unit(named: word) { return (set.smallest, unit, true) }
    }
    if let unit = units?.unit(named: word), let first = units?.units.first {
      // Counted in the first unit, which does not depend on how finely the resource is counted.
      return (first.name, unit.scaled(by: first.denominator, over: first.numerator), false)
    }
    return (word, nil, false)
  }
}

extension DecimalNumber {
  /// A number without zeros at the end of its fraction.
  static func reduced(_ mantissa: UInt128, _ scale: Int) -> DecimalNumber {
    var (mantissa, scale) = (mantissa, scale)
    while scale > 0, mantissa % 10 == 0 {
      mantissa /= 10
      scale -= 1
    }
    return DecimalNumber(mantissa: mantissa, scale: scale)
  }
}
