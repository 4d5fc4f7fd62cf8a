/// FNV-1a with 64 bits, against accidents: a change of one byte always changes it, any other almost always.
///
/// It protects from nothing else, and need not: whoever writes a new one still has to give a proof.
struct Checksum {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }

  /// Sixteen lower-case hexadecimal digits.
  var text: String { hexadecimal(value) }
}
