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
    return a == b || amount(a).map { $0 == amount(b) } ?? false
  }

  /// A quantity as a multiple of the smallest unit of the set that knows its unit.
  private static func amount(_ text: String) -> [Int]? {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer -> [Int]? in
      for (index, units) in UnitSet.known.enumerated() {
        let parsed = QuantityParser.amount(
          buffer, 0, buffer.count, units: units.refined(by: 1_000, smallest: ""), headerUnit: nil)
        if let parsed { return [index, parsed] }
      }
      return nil
    }
  }
}
