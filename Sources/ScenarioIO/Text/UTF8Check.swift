/// Checks bytes for being UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Check {
  /// Offset of the first byte that is no UTF-8; `nil` where all is well.
  static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    let end = raw.count
    while index < end {
      // Eight ASCII bytes at a time.
      while index + 8 <= end,
        raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
      }
      guard index < end else { return nil }
      if raw[index] < 0x80 {
        index += 1
      } else {
        let length = sequenceLength(raw, at: index)
        if length == 0 { return index }
        index += length
      }
    }
    return nil
  }

  /// Length of the multi-byte character at an offset; 0 where there is none.
  private static func sequenceLength(_ raw: UnsafeRawBufferPointer, at index: Int) -> Int {
    let first = raw[index]
    let second = index + 1 < raw.count ? raw[index + 1] : 0
    let lowest: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
    guard second >= lowest, second <= highest else { return 0 }
    switch first {
    case 0xC2...0xDF: return 2
    case 0xE0...0xEF: return isContinuation(raw, index + 2) ? 3 : 0
    case 0xF0...0xF4:
      return isContinuation(raw, index + 2) && isContinuation(raw, index + 3) ? 4 : 0
    default: return 0
    }
  }

  private static func isContinuation(_ raw: UnsafeRawBufferPointer, _ index: Int) -> Bool {
    index < raw.count && raw[index] & 0xC0 == 0x80
  }
}
