/// Rows of a table that are made one by one.
public struct RowList: Sendable {
  /// Number of rows.
  public let count: Int
  private let fill: @Sendable (_ number: Int, _ row: inout Row) -> Void

  /// Rows that a closure puts together.
  init(count: Int, _ fill: @escaping @Sendable (_ number: Int, _ row: inout Row) -> Void) {
    self.count = count
    self.fill = fill
  }

  /// Rows of a list, which a closure puts together from its elements.
  init<Element: Sendable>(
    of elements: [Element],
    _ fill: @escaping @Sendable (_ element: Element, _ row: inout Row) -> Void
  ) {
    self.init(count: elements.count) { fill(elements[$0], &$1) }
  }

  /// Rows that are there already.
  init(_ rows: [[Cell]]) {
    self.init(count: rows.count) { $1.append(rows[$0]) }
  }

  /// The same rows with their numbers, from 1, in front.
  var numbered: RowList {
    RowList(count: count) { [fill] number, row in
      row.count(number + 1)
      fill(number, &row)
    }
  }

  /// Puts the cells of a row in place of those of another.
  func write(_ number: Int, to row: inout Row) {
    row.clear()
    fill(number, &row)
  }

  /// All rows at once.
  var all: [[Cell]] {
    (0..<count).map { number in
      var row = Row()
      fill(number, &row)
      return row.cells
    }
  }
}
