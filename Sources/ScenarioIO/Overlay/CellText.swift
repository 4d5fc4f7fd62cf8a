/// The texts of cells, with escapes resolved.
enum CellText {
  /// The text of a string or CSV cell, the digits of a number.
  static func string(_ cell: Cell, in context: ReadContext) -> String {
    guard cell.start < cell.end else { return "" }
    let text = context.texts[Int(cell.file)]
    if cell.isEscaped {
      if cell.kind == .string {
        return String(decoding: JSONText.decode(text, cell.start, cell.end), as: UTF8.self)
      }
      return CSVScanner.string(text, cell.start, cell.end, isEscaped: true)
    }
    return String(decoding: text[cell.start..<cell.end], as: UTF8.self)
  }

  /// Whether two scalars mean the same: equal texts, or equal quantities in different writing.
  static func same(_ first: Cell, _ second: Cell, in context: ReadContext) -> Bool {
    let a = string(first, in: context)
    let b = string(second, in: context)
    if a == b { return true }
    guard let amount = ExactAmount(a), amount.isOfKnownUnit else { return false }
    return amount == ExactAmount(b)
  }
}
