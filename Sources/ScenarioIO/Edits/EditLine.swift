import Scenario

/// The text of an edit or a range on one line, with places in bytes.
struct EditLine {
  let text: String
  private let bytes: [UInt8]

  /// Takes a text; line ends in it become spaces, so that it stays one line wherever it is shown.
  init(_ text: String) {
    var utf8 = text.utf8[...]
    if utf8.starts(with: TextEncoding.byteOrderMark) { utf8 = utf8.dropFirst(3) }
    bytes = utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    self.text = String(decoding: bytes, as: UTF8.self)
  }

  var count: Int { bytes.count }

  subscript(range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The equals sign that ends the path: the first outside of brackets, else the first.
  var equalsSign: Int? {
    var depth = 0
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth = max(0, depth - 1)
      case UInt8(ascii: "=") where depth == 0: return index
      default: break
      }
    }
    return bytes.firstIndex(of: UInt8(ascii: "="))
  }

  /// A range without the ASCII spaces at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }

  /// A range of the line as a place that a finding shows.
  func location(_ range: Range<Int>, option: String) -> SourceLocation {
    SourceLocation(
      file: option, line: 1, column: self[0..<range.lowerBound].count + 1, lineText: text,
      length: max(1, self[range].count))
  }
}
