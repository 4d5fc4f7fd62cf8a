/// Writes tables as CSV (RFC 4180, CRLF), with text cells disarmed against formula injection.
public struct CSVWriter: Sendable {
  /// How a table is dressed.
  public enum Style: String, Sendable, CaseIterable {
    /// One header row and the rows; for programs.
    case data
    /// Title, unit, subtotals, totals, signatures and notes; for people.
    case official
  }

  public var style: Style

  public init(style: Style = .data) {
    self.style = style
  }

  /// The table as UTF-8 text without byte order mark.
  public func text(of table: Table) -> String { pieces(of: table).text }

  /// The same in pieces that end where lines do.
  public func pieces(of table: Table) -> PiecewiseText {
    switch style {
    case .official:
      let lines = OfficialLayout(table: table).lines
      return PiecewiseText(parts: lines.count) { range, text in
        var row = Row()
        for number in range {
          lines.write(number, to: &row)
          Self.write(row.cells, to: &text)
        }
      }
    case .data: return dataPieces(of: table)
    }
  }

  private func dataPieces(of table: Table) -> PiecewiseText {
    let (list, isMarked) = (table.list, table.isSampleData)
    let header =
      table.columns.map { Cell.text($0.header) } + (isMarked ? [.text("数据说明")] : [])
    return PiecewiseText(
      parts: list.count, before: { Self.write(header, to: &$0) },
      { range, text in
        var row = Row()
        for number in range {
          list.write(number, to: &row)
          if isMarked { row.text("示例数据") }
          Self.write(row.cells, to: &text)
        }
      })
  }

  private static func write(_ line: [Cell], to text: inout ByteText) {
    for index in line.indices {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      write(line[index], to: &text)
    }
    text.append(UInt8(ascii: "\r"))
    text.append(UInt8(ascii: "\n"))
  }

  /// One field: numbers bare, text disarmed and quoted where RFC 4180 asks for it.
  private static func write(_ cell: Cell, to text: inout ByteText) {
    switch cell {
    case .text(var content): content.withUTF8 { write($0, to: &text) }
    case .number(let value, let decimals): text.append(value, decimals: decimals)
    case .empty: break
    }
  }

  private static func write(_ content: UnsafeBufferPointer<UInt8>, to text: inout ByteText) {
    guard content.contains(where: needsQuotes) else {
      if isFormula(content) { text.append(UInt8(ascii: "'")) }
      text.append(content)
      return
    }
    text.append(UInt8(ascii: "\""))
    if isFormula(content) { text.append(UInt8(ascii: "'")) }
    for byte in content {
      if byte == UInt8(ascii: "\"") { text.append(byte) }
      text.append(byte)
    }
    text.append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\r")
      || byte == UInt8(ascii: "\n")
  }

  /// Whether a spreadsheet might take a text for a formula; it then gets an apostrophe in front.
  private static func isFormula(_ content: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = content.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
      return true
    case 0xEF:
      // The full-width ＝, ＋, － and ＠.
      return content.count >= 3 && content[1] == 0xBC
        && [0x9D, 0x8B, 0x8D, 0xA0].contains(content[2])
    default: return false
    }
  }
}
