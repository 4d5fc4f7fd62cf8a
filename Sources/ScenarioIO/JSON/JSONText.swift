/// Decoding of JSON strings and the grammar of JSON numbers.
enum JSONText {
  /// The UTF-16 unit of a `\u` escape (four hexadecimal digits) that starts at a backslash; `nil` where there is none.
  static func escapedUnit(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    var value: UInt32 = 0
    for offset in 2..<6 {
      guard let digit = hexDigit(bytes[index + offset]) else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  private static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// Decodes the content of a string (without its quotes) that may hold escapes.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(end - start)
    var index = start
    while index < end {
      guard bytes[index] == UInt8(ascii: "\\"), index + 1 < end else {
        result.append(bytes[index])
        index += 1
        continue
      }
      index += appendEscape(bytes, at: index, to: &result)
    }
    return result
  }

  private static func appendEscape(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, to result: inout [UInt8]
  ) -> Int {
    if let unit = escapedUnit(bytes, at: index) {
      var value = unit
      var length = 6
      if unit & 0xFC00 == 0xD800, let low = escapedUnit(bytes, at: index + 6) {
        value = 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
        length = 12
      }
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      result.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      return length
    }
    switch bytes[index + 1] {
    case UInt8(ascii: "b"): result.append(8)
    case UInt8(ascii: "f"): result.append(12)
    case UInt8(ascii: "n"): result.append(10)
    case UInt8(ascii: "r"): result.append(13)
    case UInt8(ascii: "t"): result.append(9)
    default: result.append(bytes[index + 1])
    }
    return 2
  }
}

/// The grammar of JSON numbers; values stay text.
enum JSONNumber {
  /// Whether the bytes are one JSON number.
  static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var index = start
    func digits() -> Bool {
      let first = index
      while index < end, bytes[index].isDigit { index += 1 }
      return index > first
    }
    if index < end, bytes[index] == UInt8(ascii: "-") { index += 1 }
    if index < end, bytes[index] == UInt8(ascii: "0") {
      index += 1
    } else if !digits() {
      return false
    }
    if index < end, bytes[index] == UInt8(ascii: ".") {
      index += 1
      if !digits() { return false }
    }
    if index < end, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < end, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
        index += 1
      }
      if !digits() { return false }
    }
    return index == end
  }
}

extension UInt8 {
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  var isJSONSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }

  /// Whether the byte ends a bare word: space, structure or a quote.
  var endsJSONWord: Bool {
    switch self {
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\""):
      true
    default: isJSONSpace
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes of a range are those of an ASCII or UTF-8 word.
  func matches(_ word: StaticString, _ start: Int, _ end: Int) -> Bool {
    guard end - start == word.utf8CodeUnitCount else { return false }
    for index in start..<end where self[index] != word.utf8Start[index - start] { return false }
    return true
  }

  /// Whether the full-width form U+FF00–FF3F with a last byte stands at an offset (`，` 8C, `：` 9A).
  func hasFullWidth(_ last: UInt8, at index: Int) -> Bool {
    index + 3 <= count && self[index] == 0xEF && self[index + 1] == 0xBC && self[index + 2] == last
  }

  /// Whether a typographic quote stands at an offset.
  func hasFullWidthQuote(at index: Int) -> Bool {
    index + 3 <= count && self[index] == 0xE2 && self[index + 1] == 0x80
      && (0x98...0x9F).contains(self[index + 2])
  }
}
