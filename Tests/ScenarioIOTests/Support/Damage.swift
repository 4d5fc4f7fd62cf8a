/// Damages files in ways that depend on a seed alone.
struct Damage {
  /// A small generator of numbers.
  private struct Sequence: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let words = [
    "\"", ",", "{", "}", "[", "]", ":", "\\", "\n", "\r", "，", "亩", "-", "0",
    "9999999999999999999999", "null",
    "true", "\u{FEFF}", "（", "）", "\"\"", "\\u", "\\ud800", ";", "e9", ".", "NaN", "P-001", "\u{0}",
    "/", "%",
  ]

  private var random: Sequence

  init(seed: UInt64) { random = Sequence(state: seed) }

  mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

  /// The bytes with one to three of them changed, lost, moved or added.
  mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) where !result.isEmpty {
      let at = number(below: result.count)
      let other = number(below: result.count)
      switch number(below: 6) {
      case 0: result[at] ^= UInt8(1 << number(below: 8))
      case 1: result.removeLast(result.count - at)
      case 2: result.swapAt(at, other)
      case 3: result.removeSubrange(min(at, other)..<min(max(at, other), min(at, other) + 40))
      case 4:
        let word = Self.words[number(below: Self.words.count)]
        result.insert(contentsOf: Array(word.utf8), at: at)
      default:
        let piece = Array(result[min(at, other)..<min(max(at, other), min(at, other) + 60)])
        result.insert(contentsOf: piece, at: number(below: result.count + 1))
      }
    }
    return result
  }
}
