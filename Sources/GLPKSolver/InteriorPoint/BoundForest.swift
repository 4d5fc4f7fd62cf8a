internal import LinearProgram

/// Which columns are bounded by another column: amounts that a decision switches on, and what follows from amounts.
///
/// At given multipliers of all other rows, the best value of such a tree of columns is found from its leaves to its root, without
/// any search; that is what makes a Lagrangian bound of the program cost one pass over its coefficients.
struct BoundForest {
  /// What a row is for.
  enum RowKind: UInt8 {
    /// Everything else; has a multiplier of its own.
    case coupling
    /// Bounds a column by its parent.
    case bound
    /// Gives the least value of a dependent column.
    case definition
    /// Ties two decisions together: x ≤ y, x + y ≤ 1 or x + y ≥ 1.
    case pair
  }

  /// Column that bounds a column; -1 for a root.
  private(set) var parent: [Int32]
  /// Row a·column − b·parent ≤ 0 (or the same times -1), -1 where there is none.
  private(set) var highRow: [Int32]
  /// Row a·column − b·parent ≥ 0 (or the same times -1), -1 where there is none.
  private(set) var lowRow: [Int32]
  /// Row that gives the least value of a dependent column, -1 for any other column.
  private(set) var definition: [Int32]
  private(set) var kind: [RowKind]

  init(_ program: SparseProgram, _ structure: BlockStructure) {
    parent = Array(repeating: -1, count: program.columnCount)
    highRow = parent
    lowRow = parent
    definition = parent
    kind = Array(repeating: .coupling, count: program.rowCount)
    findBounds(program, structure)
    findDefinitions(program, structure)
    findPairs(program)
  }

  /// Takes a column as child of another where a row says so, the wider of the two as the child.
  private mutating func findBounds(_ program: SparseProgram, _ structure: BlockStructure) {
    var isParent = Array(repeating: false, count: program.columnCount)
    // Wide amounts first: their rows say which columns are decisions.
    for isWide in [true, false] {
      for row in 0..<program.rowCount where kind[row] == .coupling {
        guard let bound = VariableBound(program, row: row),
          program.lower[bound.column] == 0, program.lower[bound.parent] >= 0,
          structure.blockOfColumn[bound.column] == structure.blockOfColumn[bound.parent]
        else { continue }
        let (child, top) = (bound.column, bound.parent)
        let width = program.upper[child]
        guard (width > 1) == isWide, width >= program.upper[top], parent[child] < 0,
          isWide || !isParent[child], !descends(top, from: child)
        else { continue }
        parent[child] = Int32(top)
        highRow[child] = Int32(row)
        isParent[top] = true
        kind[row] = .bound
      }
    }
    for row in 0..<program.rowCount where kind[row] == .coupling {
      guard let bound = VariableBound(program, row: row),
        parent[bound.parent] == Int32(bound.column), lowRow[bound.parent] < 0
      else { continue }
      lowRow[bound.parent] = Int32(row)
      kind[row] = .bound
    }
  }

  private func descends(_ column: Int, from ancestor: Int) -> Bool {
    var current = column
    while current >= 0 {
      if current == ancestor { return true }
      current = Int(parent[current])
    }
    return false
  }

  /// A column that no row wants larger than one row of a tree in its own block makes it.
  private mutating func findDefinitions(_ program: SparseProgram, _ structure: BlockStructure) {
    var isParent = Array(repeating: false, count: program.columnCount)
    for top in parent where top >= 0 { isParent[Int(top)] = true }
    for column in 0..<program.columnCount
    where program.lower[column] == 0 && parent[column] < 0 && !isParent[column] {
      var found = -1
      var isWantedSmall = true
      for entry in program.entries(ofColumn: column) {
        let hasLower = program.rowLower[entry.index] != nil
        let hasUpper = program.rowUpper[entry.index] != nil
        if hasLower, !hasUpper, entry.coefficient > 0, found < 0 {
          found = entry.index
        } else if hasLower || entry.coefficient < 0 {
          isWantedSmall = false
        }
      }
      guard found >= 0, isWantedSmall, kind[found] == .coupling else { continue }
      let others = program.entries(ofRow: found)
      guard others.count <= BoundForest.longestDefinition,
        others.allSatisfy({ $0.index == column || definition[$0.index] < 0 }),
        others.allSatisfy({
          structure.blockOfColumn[$0.index] == structure.blockOfColumn[column]
        }),
        isOneTree(others.filter { $0.index != column }.map(\.index))
      else { continue }
      definition[column] = Int32(found)
      kind[found] = .definition
    }
  }

  /// Columns of a definition at most; longer rows couple many decisions.
  private static var longestDefinition: Int { 8 }

  private func isOneTree(_ columns: [Int]) -> Bool {
    guard let first = columns.first else { return false }
    let top = root(of: first)
    return columns.allSatisfy { root(of: $0) == top }
  }

  /// The column that a column's tree starts from.
  func root(of column: Int) -> Int {
    var current = column
    while parent[current] >= 0 { current = Int(parent[current]) }
    return current
  }

  /// Rows over two decisions that both are roots.
  private mutating func findPairs(_ program: SparseProgram) {
    for row in 0..<program.rowCount where kind[row] == .coupling {
      let entries = program.entries(ofRow: row)
      guard entries.count == 2,
        entries.allSatisfy({ entry in
          abs(entry.coefficient) == 1 && parent[entry.index] < 0 && definition[entry.index] < 0
            && program.lower[entry.index] == 0 && program.upper[entry.index] == 1
        }), BoundForest.pairFactor(program, row) != nil
      else { continue }
      kind[row] = .pair
    }
  }

  /// A row over two decisions as sign·x + sign·y ≤ (number of positive signs) − 1, and the factor that makes it so.
  static func pairFactor(_ program: SparseProgram, _ row: Int) -> Int? {
    let positive = program.entries(ofRow: row).count { $0.coefficient > 0 }
    if program.rowLower[row] == nil, program.rowUpper[row] == positive - 1 { return 1 }
    if program.rowUpper[row] == nil, program.rowLower[row] == positive - 1 { return -1 }
    return nil
  }

  /// Units of a child per unit of its parent in a row that bounds it.
  func ratio(_ program: SparseProgram, _ row: Int, _ child: Int) -> Double {
    var (own, other) = (1, 1)
    for entry in program.entries(ofRow: row) {
      if entry.index == child { own = entry.coefficient } else { other = entry.coefficient }
    }
    return -Double(other) / Double(own)
  }
}
