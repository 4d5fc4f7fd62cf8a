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
  public func text(of table: Table) -> String {
    var output = ""
    for line in lines(of: table) {
      output += line.map(Self.field).joined(separator: ",")
      output += "\r\n"
    }
    return output
  }

  private func lines(of table: Table) -> [[Cell]] {
    switch style {
    case .official: return OfficialLayout(table: table).lines
    case .data:
      let mark: ([Cell], String) -> [Cell] = { row, text in
        table.isSampleData ? row + [.text(text)] : row
      }
      return [mark(table.columns.map { .text($0.header) }, "数据说明")]
        + table.rows.map { mark($0, "示例数据") }
    }
  }

  /// One field: numbers bare, text disarmed and quoted where RFC 4180 asks for it.
  static func field(_ cell: Cell) -> String {
    guard case .text(let text) = cell else { return cell.plainText }
    return quoted(disarmed(text))
  }

  /// Text that a spreadsheet might take for a formula gets an apostrophe in front.
  static func disarmed(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
    else { return text }
    return "'" + text
  }

  private static func quoted(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else {
      return text
    }
    var output = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { output += "\"" }
      output.unicodeScalars.append(scalar)
    }
    return output + "\""
  }
}
