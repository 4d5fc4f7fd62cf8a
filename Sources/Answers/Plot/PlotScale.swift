import Reporting

/// One axis of a plot: which value stands where, in integers.
struct PlotScale {
  /// Values at the two ends; `low` stands at `start`.
  let low: Int
  let high: Int
  let start: Int
  let end: Int

  /// A scale on which all values find room; a single value stands in the middle.
  init(_ values: [Int], from start: Int, to end: Int) {
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    let isFlat = low == high
    self.low = isFlat ? low - 1 : low
    self.high = isFlat ? high + 1 : high
    self.start = start
    self.end = end
  }

  /// Where a value stands, to a tenth of a pixel.
  func place(_ value: Int) -> Int {
    let part = (Int128(value) - Int128(low)) * Int128(end - start)
    return start + Int(part / (Int128(high) - Int128(low)))
  }

  /// Round values on the scale: multiples of 1, 2 or 5 times a power of ten, at most `count` or so.
  func ticks(atMost count: Int) -> [Int] {
    let range = Int128(high) - Int128(low)
    var step: Int128 = 1
    while range / step > Int128(count) {
      if range / (step * 2) <= Int128(count) {
        step *= 2
      } else if range / (step * 5) <= Int128(count) {
        step *= 5
      } else {
        step *= 10
      }
    }
    let first = ceiling(Int128(low), step) * step
    return stride(from: Int(first), through: high, by: Int(step)).map { $0 }
  }

  private func ceiling(_ value: Int128, _ step: Int128) -> Int128 {
    value / step + (value > 0 && value % step != 0 ? 1 : 0)
  }
}
