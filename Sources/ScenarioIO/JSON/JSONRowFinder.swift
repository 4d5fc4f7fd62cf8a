/// Finds the objects of an array by their brackets and quotes, without a look at what is in them.
///
/// What stands between the objects is checked, what is in them is not.
struct JSONRowFinder {
  private let bytes: UnsafeRawBufferPointer
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []
  private var position: Int

  /// The rows of the array that opens at an offset, and the offset after it; `nil` where it holds anything but objects.
  static func rows(
    in text: UnsafeBufferPointer<UInt8>, openingAt start: Int
  ) -> (rows: JSONRows, end: Int)? {
    var finder = JSONRowFinder(text, at: start + 1)
    guard finder.run() else { return nil }
    return (JSONRows(starts: finder.starts, ends: finder.ends), finder.position)
  }

  private init(_ text: UnsafeBufferPointer<UInt8>, at position: Int) {
    bytes = UnsafeRawBufferPointer(text)
    self.position = position
  }

  private mutating func run() -> Bool {
    while next() == UInt8(ascii: "{") {
      let start = position
      guard passObject() else { return false }
      starts.append(UInt32(start))
      ends.append(UInt32(position))
      let separator = next()
      position += 1
      if separator == UInt8(ascii: "]") { return true }
      if separator != UInt8(ascii: ",") { return false }
    }
    return false
  }

  /// The next byte that is no space; 0 at the end.
  private mutating func next() -> UInt8 {
    while position < bytes.count, bytes[position].isJSONSpace { position += 1 }
    return position < bytes.count ? bytes[position] : 0
  }

  private mutating func passObject() -> Bool {
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position = bytes.endOfString(from: position + 1)
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 {
          position += 1
          return true
        }
      default: break
      }
      position += 1
    }
    return false
  }
}

extension UnsafeRawBufferPointer {
  /// The offset after the quote that ends a string whose content starts at an offset; at most the end.
  fileprivate func endOfString(from start: Int) -> Int {
    var index = start
    while index < count {
      index = firstQuoteOrBackslash(from: index)
      guard index < count else { break }
      if self[index] == UInt8(ascii: "\"") { return index + 1 }
      index += 2
    }
    return count
  }

  /// The offset of the first quote or backslash from an offset on, eight bytes at a time; the end where there is none.
  private func firstQuoteOrBackslash(from start: Int) -> Int {
    var index = start
    while index + 8 <= count {
      let word = loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let found =
        word.zeroBytes(against: 0x2222_2222_2222_2222)
        | word.zeroBytes(against: 0x5C5C_5C5C_5C5C_5C5C)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count, self[index] != UInt8(ascii: "\""), self[index] != UInt8(ascii: "\\") {
      index += 1
    }
    return index
  }
}

extension UInt64 {
  /// The top bit of the lowest byte that equals the pattern's, perhaps with bits of higher bytes; 0 where none does.
  fileprivate func zeroBytes(against pattern: UInt64) -> UInt64 {
    let difference = self ^ pattern
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }
}
