internal import LinearProgram

/// A program without the columns that the bounds fix and the rows that cannot be broken; exact, and undone by ``restore(_:)``.
struct Presolve {
  /// What is left to decide; `nil` if propagation proved that there is no point.
  private(set) var reduced: SparseProgram?
  /// Bounds of every original column after propagation.
  private(set) var lower: [Int]
  private(set) var upper: [Int]
  /// Original index of each reduced column.
  private(set) var kept: [Int32] = []
  /// Original index of each reduced row.
  private(set) var keptRows: [Int32] = []

  init(_ program: IntegerProgram) { self.init(program, checkpoint: {}) }

  init(_ program: SparseProgram) { self.init(program, checkpoint: {}) }

  /// - Parameter checkpoint: asked often; what it throws ends the work.
  init<Stop: Error>(_ program: IntegerProgram, checkpoint: () throws(Stop) -> Void)
    throws(Stop)
  {
    try self.init(SparseProgram(program, checkpoint: checkpoint), checkpoint: checkpoint)
  }

  /// - Parameter checkpoint: asked often; what it throws ends the work.
  init<Stop: Error>(_ program: SparseProgram, checkpoint: () throws(Stop) -> Void)
    throws(Stop)
  {
    lower = program.lower
    upper = program.upper
    var propagation = Propagation(program)
    guard try propagation.run(&lower, &upper, changed: nil, checkpoint: checkpoint) else { return }
    var position: [Int32] = Array(repeating: -1, count: program.columnCount)
    for column in 0..<program.columnCount where lower[column] < upper[column] {
      position[column] = Int32(kept.count)
      kept.append(Int32(column))
    }
    for row in 0..<program.rowCount {
      if row.isMultiple(of: SparseProgram.rowsPerCheckpoint) { try checkpoint() }
      if !isHarmless(row, program) { keptRows.append(Int32(row)) }
    }
    reduced = try SparseProgram(
      program, columns: kept, rows: keptRows, position: position, lower: lower, upper: upper,
      checkpoint: checkpoint)
  }

  /// Whether no values within the bounds break a row.
  private func isHarmless(_ row: Int, _ program: SparseProgram) -> Bool {
    var least: Int128 = 0
    var most: Int128 = 0
    for entry in program.entries(ofRow: row) {
      let ends = (
        Int128(entry.coefficient) * Int128(lower[entry.index]),
        Int128(entry.coefficient) * Int128(upper[entry.index])
      )
      least += min(ends.0, ends.1)
      most += max(ends.0, ends.1)
    }
    return program.rowLower[row].map { least >= Int128($0) } ?? true
      && program.rowUpper[row].map { most <= Int128($0) } ?? true
  }

  /// Reduced column of each original column; −1 for one that is fixed.
  var positions: [Int32] {
    var position: [Int32] = Array(repeating: -1, count: lower.count)
    for (new, old) in kept.enumerated() { position[Int(old)] = Int32(new) }
    return position
  }

  /// An expression over the original columns, over the reduced ones.
  func reduce(_ expression: LinearExpression) -> LinearExpression {
    let position = positions
    var terms: [IntegerProgram.Term] = []
    var constant = expression.constant
    for term in expression.terms {
      let column = position[term.column]
      if column >= 0 {
        terms.append(IntegerProgram.Term(Int(column), term.coefficient))
      } else {
        constant += term.coefficient * lower[term.column]
      }
    }
    return LinearExpression(terms, constant: constant)
  }

  /// An original point, over the reduced columns; `nil` if it does not keep the bounds that propagation proved.
  func reduce(_ point: [Int]) -> [Int]? {
    guard point.count == lower.count else { return nil }
    for index in point.indices where point[index] < lower[index] || point[index] > upper[index] {
      return nil
    }
    return kept.map { point[Int($0)] }
  }

  /// A reduced point, over the original columns.
  func restore(_ point: [Int]) -> [Int] {
    var full = lower
    for (new, old) in kept.enumerated() { full[Int(old)] = point[new] }
    return full
  }

  /// Reduced bounds, over the original columns.
  func restore(_ bounds: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var full = zip(lower, upper).map { $0...$1 }
    for (new, old) in kept.enumerated() { full[Int(old)] = bounds[new] }
    return full
  }
}
