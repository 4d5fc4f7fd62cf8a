/// A small generator with a fixed sequence per seed (SplitMix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) {
    state = UInt64(seed)
    // Neighbouring seeds would otherwise give the same sequence, shifted by one.
    state = next() ^ 0x5DEE_CE66
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number of the range.
  mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True once in `sides` times.
  mutating func once(in sides: Int) -> Bool { roll(1...sides) == 1 }

  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[roll(0...choices.count - 1)]
  }

  /// A multiple of `unit` up to `most`.
  mutating func multiple(of unit: Int, upTo most: Int) -> Int {
    unit * roll(0...max(0, most / unit))
  }
}
