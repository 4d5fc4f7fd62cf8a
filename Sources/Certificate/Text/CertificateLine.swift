/// One line of a certificate, read word by word; words stand one space apart.
///
/// Every line has one spelling only: no leading zeros, no plus sign, no spaces at its end.
struct CertificateLine {
  private let bytes: [UInt8]
  private let end: Int
  private var position: Int
  /// Its first word.
  let keyword: String

  /// Takes a line from a text, without its line end.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    end = range.upperBound
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] != 0x20 { start += 1 }
    keyword = String(decoding: bytes[range.lowerBound..<start], as: UTF8.self)
    position = start
  }

  /// Whether all words are read.
  var isAtEnd: Bool { position == end }

  /// Ends the line.
  func finish() throws(ProofFault) {
    if !isAtEnd { throw .line }
  }

  /// Steps over the space before the next word.
  private mutating func beginWord() throws(ProofFault) {
    guard position + 1 < end, bytes[position] == 0x20 else { throw .line }
    position += 1
  }

  /// The rest of the line, which may hold spaces.
  mutating func name() throws(ProofFault) -> ArraySlice<UInt8> {
    try beginWord()
    defer { position = end }
    return bytes[position..<end]
  }

  /// The next word, whatever it is.
  mutating func word() throws(ProofFault) -> ArraySlice<UInt8> {
    try beginWord()
    let start = position
    while position < end, bytes[position] != 0x20 { position += 1 }
    return bytes[start..<position]
  }

  /// Steps over a word that is the one expected; false leaves it.
  mutating func skip(_ letter: Character) -> Bool {
    guard position + 1 < end, bytes[position] == 0x20, bytes[position + 1] == letter.asciiValue,
      position + 2 == end || bytes[position + 2] == 0x20
    else { return false }
    position += 2
    return true
  }

  /// The next word, an integer of at most 128 bits.
  mutating func integer() throws(ProofFault) -> Int128 {
    try beginWord()
    let isNegative = bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    let start = position
    var value: Int128 = 0
    while position < end, bytes[position] != 0x20 {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit < 10 else { throw .line }
      if position - start < 18 {
        // Eighteen digits always fit.
        value = value &* 10 &+ Int128(digit)
      } else {
        value = try Exact.sum(Exact.product(value, 10), Int128(digit))
      }
      position += 1
    }
    let hasLeadingZero = position > start + 1 && bytes[start] == UInt8(ascii: "0")
    guard position > start, !hasLeadingZero, !(isNegative && value == 0) else { throw .line }
    return isNegative ? -value : value
  }

  /// The next word, an integer of 64 bits.
  mutating func smallInteger() throws(ProofFault) -> Int {
    guard let value = Int(exactly: try integer()) else { throw .overflow }
    return value
  }

  /// The rest of the line: rows and their multipliers by turns.
  mutating func multipliers() throws(ProofFault) -> [RowMultiplier] {
    var list: [RowMultiplier] = []
    while !isAtEnd {
      list.append(RowMultiplier(row: try smallInteger(), multiplier: try smallInteger()))
    }
    return list
  }
}
