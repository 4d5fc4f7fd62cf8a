extension JSONScanner {
  /// Reads the string that starts here; one that does not end stops at the end of its line.
  mutating func scanString() {
    var index = position + 1
    var isEscaped = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        append(.string, to: index + 1, isEscaped: isEscaped)
        return
      }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        index = checkEscape(at: index)
      } else if byte < 0x20 {
        if byte == UInt8(ascii: "\n") { break }
        note(.controlCharacter, index, index + 1)
        index += 1
      } else {
        index += 1
      }
    }
    note(.unfinished, position, index)
    // Nothing after an open string can be told apart: take the rest as read.
    position = bytes.count
  }

  /// Checks the escape at a backslash and returns the offset after it.
  private mutating func checkEscape(at index: Int) -> Int {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch next {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return index + 2
    case UInt8(ascii: "u"): return checkUnicodeEscape(at: index)
    default:
      note(.badEscape, index, min(index + 2, bytes.count))
      return index + 1
    }
  }

  private mutating func checkUnicodeEscape(at index: Int) -> Int {
    guard let unit = JSONText.escapedUnit(bytes, at: index) else {
      note(.badEscape, index, min(index + 2, bytes.count))
      return index + 2
    }
    if unit & 0xFC00 == 0xD800, let low = JSONText.escapedUnit(bytes, at: index + 6),
      low & 0xFC00 == 0xDC00
    {
      return index + 12
    }
    if unit & 0xF800 == 0xD800 { note(.loneSurrogate, index, index + 6) }
    return index + 6
  }
}
