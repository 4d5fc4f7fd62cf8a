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
  let blockOfColumn: [Int?]

  /// Sorts a program by the labels of its columns.
  init(_ program: SparseProgram, labels: [Int?]) {
    var index: [Int: Int] = [:]
    for label in Set(labels.compactMap { $0 }).sorted() {
      index[label] = blocks.count
      blocks.append(Block(label: label))
    }
    blockOfColumn = labels.map { $0.flatMap { index[$0] } }
    for (column, block) in blockOfColumn.enumerated() {
      if let block { blocks[block].columns.append(column) } else { looseColumns.append(column) }
    }
    for row in 0..<program.rowCount {
      let entries = program.entries(ofRow: row)
      let first = entries.first.flatMap { blockOfColumn[$0.index] }
      if let first, entries.allSatisfy({ blockOfColumn[$0.index] == first }) {
        blocks[first].rows.append(row)
      } else {
        linkingRows.append(row)
      }
    }
  }
}
