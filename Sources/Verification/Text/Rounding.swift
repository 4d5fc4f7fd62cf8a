/// Division of integers, rounded down, up and to the nearest.
enum Rounding {
  static func down(_ value: Int, _ unit: Int) -> Int {
    let quotient = value / unit
    return value % unit < 0 ? quotient - 1 : quotient
  }

  static func up(_ value: Int, _ unit: Int) -> Int { -down(-value, unit) }

  /// The nearest multiple, halves up.
  static func half(_ value: Int, _ unit: Int) -> Int { down(2 * value + unit, 2 * unit) }

  /// The two adjacent multiples, or the one that the value is.
  static func neighbours(_ value: Int, _ unit: Int) -> ClosedRange<Int> {
    down(value, unit)...up(value, unit)
  }

  /// Share of `part` in `whole` in hundredths of a per cent, rounded down.
  static func share(_ part: Int, of whole: Int) -> Int {
    whole == 0 ? 0 : Int(Int128(part) * 10_000 / Int128(whole))
  }
}
