/// The generator SplitMix64 (Steele, Lea, Flood 2014): a few lines in any language, so that anybody can redraw a sample.
public struct SplitMix64: Sendable {
  private var state: UInt64

  private static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// A stream of its own per seed and name, so that one amount's draws never shift another's.
  ///
  /// It starts from the seed times the increment, exclusive-or the FNV-1a hash of the name's UTF-8 bytes.
  public init(seed: UInt64, name: String) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    state = seed &* Self.increment ^ hash
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= Self.increment
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A whole number below a count, each equally likely: the rest of the next bits, passing over the last, incomplete round.
  public mutating func number(below count: UInt64) -> UInt64 {
    let end = UInt64.max - UInt64.max % count
    while true {
      let bits = next()
      if bits < end { return bits % count }
    }
  }
}
