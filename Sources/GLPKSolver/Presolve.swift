internal import LinearProgram

/// A program without the columns that the bounds fix and the rows that cannot be broken; exact, and undone by ``restore(_:)``.
struct Presolve {
  /// What is left to decide; `nil` if propagation proved that there is no point.
  private(set) var reduced: IntegerProgram?
  /// Bounds of every original column after propagation.
  private(set) var lower: [Int]
  private(set) var upper: [Int]
  /// Original index of each reduced column.
  private(set) var kept: [Int] = []
  /// Original index of each reduced row.
  private(set) var keptRows: [Int] = []

  init(_ program: IntegerProgram) {
    let sparse = SparseProgram(program)
    lower = sparse.lower
    upper = sparse.upper
    var propagation = Propagation(sparse)
    guard propagation.run(&lower, &upper, changed: nil) else { return }
    var reduced = IntegerProgram()
    var position: [Int?] = []
    for (index, column) in program.columns.enumerated() {
      guard lower[index] < upper[index] else {
        position.append(nil)
        continue
      }
      position.append(
        reduced.addColumn(column.name, lower[index]...upper[index], block: column.block))
      kept.append(index)
    }
    for (index, row) in program.rows.enumerated() {
      guard let range = activityRange(row), isHarmless(row, range) else {
        let expression = substituted(LinearExpression(row.terms), position)
        reduced.addRow(row.name, expression, lower: row.lower, upper: row.upper)
        keptRows.append(index)
        continue
      }
    }
    self.reduced = reduced
  }

  /// Least and largest activity of a row; `nil` where they do not fit an integer.
  private func activityRange(_ row: IntegerProgram.Row) -> ClosedRange<Int>? {
    var least: Int128 = 0
    var most: Int128 = 0
    for term in row.terms {
      let ends = [lower[term.column], upper[term.column]]
        .map { Int128(term.coefficient) * Int128($0) }
      least += min(ends[0], ends[1])
      most += max(ends[0], ends[1])
    }
    guard let low = Int(exactly: least), let high = Int(exactly: most) else { return nil }
    return low...high
  }

  private func isHarmless(_ row: IntegerProgram.Row, _ range: ClosedRange<Int>) -> Bool {
    row.lower.map { range.lowerBound >= $0 } ?? true
      && row.upper.map { range.upperBound <= $0 } ?? true
  }

  private func substituted(_ expression: LinearExpression, _ position: [Int?]) -> LinearExpression {
    var terms: [IntegerProgram.Term] = []
    var constant = expression.constant
    for term in expression.terms {
      if let column = position[term.column] {
        terms.append(IntegerProgram.Term(column, term.coefficient))
      } else {
        constant += term.coefficient * lower[term.column]
      }
    }
    return LinearExpression(terms, constant: constant)
  }

  /// Reduced column of each original column.
  var positions: [Int?] {
    var position: [Int?] = Array(repeating: nil, count: lower.count)
    for (new, old) in kept.enumerated() { position[old] = new }
    return position
  }

  /// An expression over the original columns, over the reduced ones.
  func reduce(_ expression: LinearExpression) -> LinearExpression {
    substituted(expression, positions)
  }

  /// An original point, over the reduced columns; `nil` if it does not keep the bounds that propagation proved.
  func reduce(_ point: [Int]) -> [Int]? {
    guard point.count == lower.count else { return nil }
    for index in point.indices where point[index] < lower[index] || point[index] > upper[index] {
      return nil
    }
    return kept.map { point[$0] }
  }

  /// A reduced point, over the original columns.
  func restore(_ point: [Int]) -> [Int] {
    var full = lower
    for (new, old) in kept.enumerated() { full[old] = point[new] }
    return full
  }

  /// Reduced bounds, over the original columns.
  func restore(_ bounds: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var full = zip(lower, upper).map { $0...$1 }
    for (new, old) in kept.enumerated() { full[old] = bounds[new] }
    return full
  }
}
