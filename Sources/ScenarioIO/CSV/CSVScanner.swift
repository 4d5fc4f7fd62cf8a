/// Splits RFC 4180 text into records and cells, over bytes.
struct CSVScanner {
  /// A place where quotes do not pair.
  struct Fault: Equatable {
    enum Kind {
      /// A quoted cell that does not end.
      case unclosedQuote
      /// Text after the closing quote of a cell.
      case textAfterQuote
      /// A quote inside a cell that does not start with one.
      case strayQuote
    }

    var kind: Kind
    var start: Int
    var end: Int
  }

  /// A cell's content without its quotes.
  struct Field {
    var start: Int
    var end: Int
    var isQuoted: Bool
    /// Whether the content holds doubled quotes.
    var isEscaped: Bool
  }

  let text: UnsafeBufferPointer<UInt8>
  private(set) var position = 0
  private(set) var faults: [Fault] = []

  init(_ text: UnsafeBufferPointer<UInt8>, from position: Int = 0) {
    self.text = text
    self.position = position
  }

  /// Reads the next record into `fields`; `false` at the end of the text.
  mutating func next(into fields: inout [Field]) -> Bool {
    fields.removeAll(keepingCapacity: true)
    guard position < text.count else { return false }
    while true {
      fields.append(nextField())
      guard position < text.count else { return true }
      let separator = text[position]
      position += 1
      if separator == UInt8(ascii: ",") {
        if position == text.count {
          fields.append(Field(start: position, end: position, isQuoted: false, isEscaped: false))
          return true
        }
        continue
      }
      if separator == UInt8(ascii: "\r") { position += 1 }
      return true
    }
  }

  /// Reads one cell and stops before the comma or line end after it.
  private mutating func nextField() -> Field {
    if text[position] == UInt8(ascii: "\"") { return quotedField() }
    let start = position
    var index = position
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") { break }
      if byte == UInt8(ascii: "\r"), isLineFeed(index + 1) { break }
      if byte == UInt8(ascii: "\"") {
        faults.append(Fault(kind: .strayQuote, start: index, end: index + 1))
      }
      index += 1
    }
    position = index
    return Field(start: start, end: index, isQuoted: false, isEscaped: false)
  }

  private mutating func quotedField() -> Field {
    let start = position + 1
    var index = start
    var isEscaped = false
    while index < text.count {
      if text[index] == UInt8(ascii: "\"") {
        guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "\"") else { break }
        isEscaped = true
        index += 1
      }
      index += 1
    }
    if index >= text.count {
      faults.append(Fault(kind: .unclosedQuote, start: position, end: position + 1))
      position = text.count
      return Field(start: start, end: text.count, isQuoted: true, isEscaped: isEscaped)
    }
    let field = Field(start: start, end: index, isQuoted: true, isEscaped: isEscaped)
    position = index + 1
    skipAfterQuote()
    return field
  }

  private mutating func skipAfterQuote() {
    let first = position
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") { break }
      if byte == UInt8(ascii: "\r"), isLineFeed(position + 1) { break }
      position += 1
    }
    if position > first {
      faults.append(Fault(kind: .textAfterQuote, start: first, end: position))
    }
  }

  private func isLineFeed(_ index: Int) -> Bool {
    index < text.count && text[index] == UInt8(ascii: "\n")
  }

  /// The content of a cell as text, with doubled quotes made single.
  static func string(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, isEscaped: Bool
  ) -> String {
    guard start < end else { return "" }
    let content = text[start..<end]
    guard isEscaped else { return String(decoding: content, as: UTF8.self) }
    var bytes: [UInt8] = []
    var index = start
    while index < end {
      bytes.append(text[index])
      index += text[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
