extension UnsafeBufferPointer<UInt8> {
  /// Sixty-four bits that are equal for equal bytes, and whether all of the bytes are ASCII.
  ///
  /// No seed goes in: the bits only find candidates, which are then compared.
  func hash(_ start: Int, _ end: Int) -> (value: UInt64, isASCII: Bool) {
    let raw = UnsafeRawBufferPointer(self)
    var value = UInt64(truncatingIfNeeded: end - start)
    var all: UInt64 = 0
    var index = start
    while index + 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      all |= word
      value = Self.mixed(value, word)
      index += 8
    }
    var word: UInt64 = 0
    while index < end {
      word = word << 8 | UInt64(raw[index])
      index += 1
    }
    return (Self.mixed(value, word), (all | word) & 0x8080_8080_8080_8080 == 0)
  }

  private static func mixed(_ value: UInt64, _ word: UInt64) -> UInt64 {
    let product = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }
}
