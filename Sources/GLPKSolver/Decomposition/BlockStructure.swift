internal import LinearProgram

/// How a program falls into blocks: groups of columns that most rows stay within, and the rows that link them.
struct BlockStructure {
  /// One block: its columns, and the rows that have no other columns.
  struct Block {
    /// The name the program gives it.
    var label: Int
    var columns: [Int] = []
    var rows: [Int] = []
  }

  private(set) var blocks: [Block] = []
  /// Rows with columns of several blocks, or of none.
  private(set) var linkingRows: [Int] = []
  /// Columns that belong to no block.
  private(set) var looseColumns: [Int] = []
  /// Index of the block of each column; `nil` for a loose column.
  let blockOfColumn: OptionalIntegers<Int32>

  /// Sorts a program by the labels of its columns.
  init(_ program: SparseProgram, label: (_ column: Int) -> Int?) {
    var index: [Int: Int] = [:]
    var last: Int?
    for column in 0..<program.columnCount {
      // Columns of a block mostly follow one another.
      let label = label(column)
      if label != last, let label { index[label] = 0 }
      last = label
    }
    for label in index.keys.sorted() {
      index[label] = blocks.count
      blocks.append(Block(label: label))
    }
    var found = OptionalIntegers<Int32>(repeating: nil, count: program.columnCount)
    for column in 0..<program.columnCount {
      if let block = label(column).flatMap({ index[$0] }) {
        found[column] = block
        blocks[block].columns.append(column)
      } else {
        looseColumns.append(column)
      }
    }
    blockOfColumn = found
    for row in 0..<program.rowCount {
      let entries = program.entries(ofRow: row)
      let first = entries.first.flatMap { found[$0.index] }
      if let first, entries.allSatisfy({ found[$0.index] == first }) {
        blocks[first].rows.append(row)
      } else {
        linkingRows.append(row)
      }
    }
  }
}
