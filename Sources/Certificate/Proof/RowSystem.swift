/// The rows of a problem, each a run of coefficients, and for every column the rows it stands in.
struct RowSystem: Sendable {
  /// `lower ≤ Σ coefficient · column ≤ upper` over a run of ``entries``.
  struct Row: Sendable {
    /// Number by which the certificate names the row, from 1.
    var number: Int
    var run: Range<Int>
    var lower: Int128?
    var upper: Int128?
    /// The one block in which all its columns lie; `nil` for a linking row, and where blocks do not matter.
    var block: Int?
  }

  private(set) var rows: [Row] = []
  private(set) var entries: [(column: Int, coefficient: Int)] = []
  private(set) var rowsOfColumn: [[Int]]

  init(columns: Int) { rowsOfColumn = Array(repeating: [], count: columns) }

  /// Adds a row.
  mutating func add(
    number: Int, _ terms: [(column: Int, coefficient: Int)], lower: Int128?, upper: Int128?,
    block: Int? = nil
  ) {
    for term in terms { rowsOfColumn[term.column].append(rows.count) }
    let start = entries.count
    entries += terms
    rows.append(
      Row(number: number, run: start..<entries.count, lower: lower, upper: upper, block: block))
  }
}
