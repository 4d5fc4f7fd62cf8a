/// Cells of a table by the key of their row.
struct CellIndex: Sendable {
  private var rows: [String: SheetCells]

  init(_ rows: [Sheet.Row], keys: [Int]) {
    self.rows = Dictionary(
      rows.map { row in
        (Self.key(keys.map { $0 < row.cells.count ? row.cells[$0] : "" }), row.cells)
      },
      uniquingKeysWith: { first, _ in first })
  }

  private static func key(_ parts: [String]) -> String { parts.joined(separator: "\u{0}") }

  /// The text of a cell; `nil` where there is no such row or column.
  func text(_ key: [String], _ column: Int) -> String? {
    guard let cells = rows[Self.key(key)], column < cells.count else { return nil }
    return cells[column]
  }

  /// The number in a cell; `nil` where there is none.
  func number(_ key: [String], _ column: Int, _ decimals: Int) -> Int? {
    text(key, column).flatMap { NumberText.parse($0, decimals: decimals) }
  }

  /// The number in a cell, put back into a range; the lower end where there is none.
  func value(
    _ key: [String], _ column: Int, within range: ClosedRange<Int>, _ decimals: Int
  ) -> Int {
    guard let value = number(key, column, decimals) else { return range.lowerBound }
    return min(max(value, range.lowerBound), range.upperBound)
  }
}
