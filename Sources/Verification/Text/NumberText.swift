/// Numbers as the tables print them: a fixed number of decimals, a sign only if negative, nothing else.
enum NumberText {
  /// Writes `value` units of the last place.
  static func format(_ value: Int, decimals: Int) -> String {
    var digits = String(value.magnitude)
    if decimals > 0 {
      let missing = decimals + 1 - digits.utf8.count
      if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
    }
    return value < 0 ? "-" + digits : digits
  }

  /// Reads units of the last place; `nil` for a text that ``format(_:decimals:)`` would never write.
  static func parse(_ text: String, decimals: Int) -> Int? {
    guard text.utf8.count <= 24 else { return nil }
    var digits: [UInt8] = []
    for byte in text.utf8 where byte != UInt8(ascii: ".") && byte != UInt8(ascii: "-") {
      digits.append(byte)
    }
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    guard let magnitude = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
    let value = text.utf8.first == UInt8(ascii: "-") ? -magnitude : magnitude
    // Only the one right way to write it counts.
    return isSameText(format(value, decimals: decimals), text) ? value : nil
  }

  /// Number of decimals of a power of ten, e.g. 4 for 10 000.
  static func decimals(ofPowerOfTen number: Int) -> Int {
    var (rest, count) = (number, 0)
    while rest >= 10 { (rest, count) = (rest / 10, count + 1) }
    return count
  }
}
