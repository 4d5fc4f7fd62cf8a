internal import LinearProgram

/// A block's linear relaxation as the simplex sees it: only the columns that a box leaves open, and the rows that it can break.
///
/// Its answers are given in the block's own columns and rows; a row that was left out has the multiplier 0, because the bounds of
/// the box say all that it says.
final class BlockRelaxation {
  private let problem: BlockProblem
  /// Column of the block of each column of the simplex; rows likewise.
  private let columns: [Int]
  private let rows: [Int]
  /// Values of the columns that the box fixes.
  private let fixed: [Double]
  private var simplex: SizedSimplex
  /// Objective of everything that the simplex does not see.
  private var constant = 0.0

  init(_ problem: BlockProblem, lower: [Int], upper: [Int], mostForDense: Int)
    throws(SolverFailure)
  {
    self.problem = problem
    let program = problem.program
    let columns = problem.keptColumns.filter { lower[$0] < upper[$0] }
    var model = LinearModel()
    var position: [Int?] = Array(repeating: nil, count: program.columnCount)
    for column in columns {
      position[column] = model.addColumn(
        lower: Double(lower[column]), upper: Double(upper[column]), objective: 0)
    }
    var rows: [Int] = []
    for row in problem.keptRows {
      let entries = program.entries(ofRow: row)
      var (least, most, shift) = (Int128(0), Int128(0), Int128(0))
      for entry in entries {
        let a = Int128(entry.coefficient)
        let ends = (a * Int128(lower[entry.index]), a * Int128(upper[entry.index]))
        least += min(ends.0, ends.1)
        most += max(ends.0, ends.1)
        if position[entry.index] == nil { shift += ends.0 }
      }
      let isBroken =
        program.rowLower[row].map { least < Int128($0) } ?? false
        || program.rowUpper[row].map { most > Int128($0) } ?? false
      guard isBroken else { continue }
      let index = model.addRow(
        lower: program.rowLower[row].map { Double(Int128($0) - shift) } ?? -.infinity,
        upper: program.rowUpper[row].map { Double(Int128($0) - shift) } ?? .infinity)
      rows.append(row)
      for entry in entries {
        guard let column = position[entry.index] else { continue }
        model.addEntry(row: index, column: column, Double(entry.coefficient))
      }
    }
    self.columns = columns
    self.rows = rows
    fixed = lower.map(Double.init)
    simplex = try SizedSimplex(model, mostForDense: mostForDense)
  }

  /// Sets the objective, one coefficient per column of the block.
  func setObjective(_ coefficients: [Double]) throws(SolverFailure) {
    var objective = coefficients
    constant = 0
    for dependent in problem.dependents {
      let rate = objective[dependent.column] / Double(dependent.coefficient)
      for other in dependent.others {
        objective[other.index] -= rate * Double(other.coefficient)
      }
      constant += rate * Double(dependent.side)
      objective[dependent.column] = 0
    }
    var isOpen = Array(repeating: false, count: objective.count)
    for column in columns { isOpen[column] = true }
    for column in objective.indices where !isOpen[column] {
      constant += objective[column] * fixed[column]
    }
    try simplex.setObjective(columns.map { objective[$0] })
  }

  func setBounds(_ lower: [Int], _ upper: [Int]) throws(SolverFailure) {
    for (index, column) in columns.enumerated() {
      try simplex.setBounds(index, lower: Double(lower[column]), upper: Double(upper[column]))
    }
  }

  func solve(_ budget: Budget, method: Simplex.Method, cutoff: Double)
    throws(SolverFailure) -> Simplex.Status
  {
    try simplex.solve(budget, method: method, cutoff: cutoff - constant)
  }

  var objective: Double { simplex.objective + constant }

  /// One multiplier per row of the block; 0 for the rows that define dependent columns.
  var multipliers: [Double] { spread(simplex.multipliers) }

  private func spread(_ values: [Double]) -> [Double] {
    var result = Array(repeating: 0.0, count: problem.program.rowCount)
    for (index, row) in rows.enumerated() { result[row] = values[index] }
    return result
  }

  /// Values of all columns of the block, the dependents at their least.
  var point: [Double] {
    var point = fixed
    let values = simplex.point
    for (index, column) in columns.enumerated() { point[column] = values[index] }
    for dependent in problem.dependents {
      var rest = Double(dependent.side)
      for other in dependent.others { rest -= Double(other.coefficient) * point[other.index] }
      point[dependent.column] = max(0, rest / Double(dependent.coefficient))
    }
    return point
  }

  /// Row multipliers that should prove the last box empty.
  func infeasibilityProof(fromRay: Bool) -> [Double]? {
    simplex.infeasibilityProof(fromRay: fromRay).map(spread)
  }
}
