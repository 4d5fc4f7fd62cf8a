/// Controlled rounding of a table whose cells are added up along two trees, one of rows and one of columns.
///
/// Every cell and every node sum becomes one of the two multiples of the unit next to it, and all sums still hold. This is the
/// rounding of a circulation: nodes conserve, edges carry amounts. While some edge carries no multiple there is a cycle of
/// such edges, and the least push around it that makes one of them a multiple loses nothing (see `docs/tables.md`, section 2).
public struct LaminarRounding: Sendable {
  private var parent: [Int]
  private var isRow: [Bool]
  private var cells: [(row: Int, column: Int, amount: Int)] = []

  /// Root of the row tree.
  public static let rowRoot = 0
  /// Root of the column tree.
  public static let columnRoot = 1

  public init() {
    parent = [-1, -1]
    isRow = [true, false]
  }

  /// Adds a node below another one of the same tree.
  public mutating func node(under other: Int) -> Int {
    parent.append(other)
    isRow.append(isRow[other])
    return parent.count - 1
  }

  /// Adds a cell (not negative) below a row node and a column node; returns its index.
  @discardableResult
  public mutating func cell(row: Int, column: Int, amount: Int) -> Int {
    cells.append((row, column, amount))
    return cells.count - 1
  }

  /// The cells, rounded to multiples of `unit` and divided by it.
  public func rounded(to unit: Int) -> [Int] {
    var circulation = Circulation(nodes: parent.count, unit: unit)
    var sums = [Int](repeating: 0, count: parent.count)
    for cell in cells {
      circulation.addEdge(from: cell.column, to: cell.row, amount: cell.amount)
      sums[cell.row] += cell.amount
      sums[cell.column] += cell.amount
    }
    // Children come after their parents, so one pass backwards adds up both trees.
    for node in parent.indices.reversed() {
      let up = parent[node]
      guard up >= 0 else { continue }
      sums[up] += sums[node]
      circulation.addEdge(
        from: isRow[node] ? node : up, to: isRow[node] ? up : node, amount: sums[node])
    }
    circulation.addEdge(from: Self.rowRoot, to: Self.columnRoot, amount: sums[Self.rowRoot])
    circulation.round()
    return cells.indices.map { circulation.amounts[$0] / unit }
  }
}
