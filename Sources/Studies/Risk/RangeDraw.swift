import Scenario

/// Where in its range an amount lies: two draws, from which every distribution takes its place, in exact integers.
struct RangeDraw: Sendable {
  /// A range is divided into so many parts.
  static let parts = 1_000_000

  /// Two places, each from 0 to ``parts`` and equally likely.
  private let first: Int
  private let second: Int

  init(seed: UInt64, name: String) {
    var stream = SplitMix64(seed: seed, name: name)
    let count = UInt64(Self.parts) + 1
    first = Int(stream.number(below: count))
    second = Int(stream.number(below: count))
  }

  /// The value of an amount, in whole multiples of a step; an amount of a project is never less than one step.
  func value(of stated: Int, in variation: Variation, step: Int) -> Int {
    let whole = Int128(Self.parts) * Int128(Self.parts)
    let (numerator, denominator): (Int128, Int128)
    switch variation.range {
    case .relative(let range):
      let place = place(variation.distribution, mode: 0, in: range)
      let scaled =
        Int128(10_000 + range.lowerBound) * (whole - place)
        + Int128(10_000 + range.upperBound) * place
      (numerator, denominator) = (Int128(stated) * scaled, 10_000 * whole)
    case .absolute(let range):
      let place = place(variation.distribution, mode: stated, in: range)
      numerator = Int128(range.lowerBound) * (whole - place) + Int128(range.upperBound) * place
      denominator = whole
    }
    let rounded = rounded(numerator, over: denominator, to: step)
    let least = variation.amount.owner == .project ? step : 0
    // No file may state more than this either.
    return min(max(rounded, least), 1_000_000_000_000 / step * step)
  }

  /// The place in the range, as a numerator over ``parts`` squared.
  private func place(_ distribution: Variation.Distribution, mode: Int, in range: ClosedRange<Int>)
    -> Int128
  {
    switch distribution {
    case .uniform: return Int128(first) * Int128(Self.parts)
    case .triangular:
      // (1 − m) of the smaller and m of the larger of two equally likely places is triangular with its top at m.
      let width = range.upperBound - range.lowerBound
      let likeliest = min(max(mode, range.lowerBound), range.upperBound) - range.lowerBound
      let top = width == 0 ? 0 : Int128(likeliest) * Int128(Self.parts) / Int128(width)
      return (Int128(Self.parts) - top) * Int128(min(first, second))
        + top * Int128(max(first, second))
    }
  }
}

/// A fraction rounded to the nearest multiple of a step, half up; nothing here is negative.
func rounded(_ numerator: Int128, over denominator: Int128, to step: Int) -> Int {
  let unit = denominator * Int128(step)
  return Int((2 * numerator + unit) / (2 * unit)) * step
}
