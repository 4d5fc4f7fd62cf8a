internal import GLPKShim
package import LinearProgram

/// A linear program in doubles, as the simplex method takes it; maximised.
package struct LinearModel {
  var rowLower: [Double] = []
  var rowUpper: [Double] = []
  var lower: [Double] = []
  var upper: [Double] = []
  var objective: [Double] = []
  /// Coefficients by row.
  var entryRow: [Int32] = []
  var entryColumn: [Int32] = []
  var entryValue: [Double] = []

  package init() {}

  /// The relaxation of an integer program.
  init(_ program: SparseProgram, objective: [Double]) {
    rowLower = program.rowLower.map { $0.map(Double.init) ?? -.infinity }
    rowUpper = program.rowUpper.map { $0.map(Double.init) ?? .infinity }
    lower = program.lower.map(Double.init)
    upper = program.upper.map(Double.init)
    self.objective = objective
    for row in 0..<program.rowCount {
      for entry in program.entries(ofRow: row) {
        addEntry(row: row, column: entry.index, Double(entry.coefficient))
      }
    }
  }

  package mutating func addRow(lower: Double, upper: Double) -> Int {
    rowLower.append(lower)
    rowUpper.append(upper)
    return rowLower.count - 1
  }

  package mutating func addColumn(lower: Double, upper: Double, objective: Double) -> Int {
    self.lower.append(lower)
    self.upper.append(upper)
    self.objective.append(objective)
    return self.lower.count - 1
  }

  package mutating func addEntry(row: Int, column: Int, _ value: Double) {
    entryRow.append(Int32(row))
    entryColumn.append(Int32(column))
    entryValue.append(value)
  }
}

/// GLPK's simplex method on one program, kept alive between solves; never leaves the thread that made it.
package struct Simplex: ~Copyable {
  /// What is known after a solve.
  package enum Status {
    case optimal
    case infeasible
    /// The objective falls below the cutoff; the multipliers say why.
    case cutOff
    /// No answer: limits, numerical trouble. Says nothing about the program.
    case unclear
  }

  /// Which method suits what changed since the last solve.
  package enum Method {
    /// After changes of bounds.
    case dual
    /// After a change of the objective, or with new columns.
    case primal
  }

  /// Owner of GLPK's problem.
  private struct Handle: ~Copyable {
    let pointer: OpaquePointer

    init(_ model: LinearModel) throws(SolverFailure) {
      var created: OpaquePointer?
      try Simplex.check(
        glpk_shim_create(
          Int32(model.rowLower.count), Int32(model.lower.count), Int32(model.entryValue.count),
          model.entryRow, model.entryColumn, model.entryValue, model.rowLower, model.rowUpper,
          model.lower, model.upper, &created))
      guard let created else { throw SolverFailure("GLPK: no problem was made") }
      pointer = created
    }

    deinit { glpk_shim_free(pointer) }
  }

  private let handle: Handle
  private(set) var columnCount: Int
  private let rowCount: Int
  /// Bounds as GLPK has them, to pass on only what changed.
  private var lower: [Double]
  private var upper: [Double]
  private(set) var point: [Double]
  private(set) var multipliers: [Double]
  package private(set) var objective = 0.0

  package init(_ model: LinearModel) throws(SolverFailure) {
    let made = try Handle(model)
    try Simplex.check(glpk_shim_set_objective(made.pointer, model.objective))
    handle = made
    columnCount = model.lower.count
    rowCount = model.rowLower.count
    lower = model.lower
    upper = model.upper
    point = Array(repeating: 0, count: columnCount)
    multipliers = Array(repeating: 0, count: rowCount)
  }

  private static func check(_ code: Int32) throws(SolverFailure) {
    guard code == Int32(GLPK_SHIM_OK.rawValue) else {
      throw SolverFailure("GLPK: \(String(cString: glpk_shim_last_error()))")
    }
  }

  /// Passes changed bounds on to GLPK.
  mutating func setBounds(lower newLower: [Int], upper newUpper: [Int]) throws(SolverFailure) {
    for column in newLower.indices {
      try setBounds(column, lower: Double(newLower[column]), upper: Double(newUpper[column]))
    }
  }

  /// Replaces the bounds of one column, where they differ.
  package mutating func setBounds(_ column: Int, lower newLower: Double, upper newUpper: Double)
    throws(SolverFailure)
  {
    guard newLower != lower[column] || newUpper != upper[column] else { return }
    lower[column] = newLower
    upper[column] = newUpper
    try Simplex.check(
      glpk_shim_set_column_bounds(handle.pointer, Int32(column), newLower, newUpper))
  }

  /// Replaces the whole objective.
  package mutating func setObjective(_ coefficients: [Double]) throws(SolverFailure) {
    try Simplex.check(glpk_shim_set_objective(handle.pointer, coefficients))
  }

  /// Replaces the objective of one column.
  mutating func setObjective(_ column: Int, _ coefficient: Double) throws(SolverFailure) {
    try Simplex.check(
      glpk_shim_set_column_objective(handle.pointer, Int32(column), coefficient))
  }

  /// Adds a column with entries by row.
  package mutating func addColumn(
    lower: Double, upper: Double, objective: Double, rows: [Int32], values: [Double]
  ) throws(SolverFailure) {
    try Simplex.check(
      glpk_shim_add_columns(
        handle.pointer, 1, [lower], [upper], [objective], [0, Int32(rows.count)], rows, values))
    columnCount += 1
    self.lower.append(lower)
    self.upper.append(upper)
    point.append(0)
  }

  /// Iterations between two questions to the budget: less than half a second's work in a program of 100,000 rows and columns, where one
  /// iteration takes about as long as a pass over all of them.
  private var mostInOneSlice: Int { min(2_000, max(50, 20_000_000 / (rowCount + columnCount + 1))) }

  /// Iterations after which a method is taken to cycle: GLPK's dual simplex, with its long steps, can go round for ever among
  /// degenerate bases of a program of forty rows.
  private var mostFromOneBasis: Int { 1_000 + 10 * (rowCount + columnCount) }

  /// Solves from the last basis, in slices so that the budget is asked in between.
  package mutating func solve(
    _ budget: Budget, method: Method = .dual, cutoff: Double = -.infinity,
    iterationLimit: Int = .max
  ) throws(SolverFailure) -> Status {
    var shimMethod = method == .dual ? GLPK_SHIM_DUAL : GLPK_SHIM_PRIMAL
    var isFromScratch = false
    var left = iterationLimit
    var leftFromBasis = mostFromOneBasis
    while left > 0 {
      let slice = min(left, leftFromBasis, mostInOneSlice)
      var status: Int32 = 0
      let code = glpk_shim_solve(handle.pointer, shimMethod, Int32(slice), cutoff, &status)
      if code == Int32(GLPK_SHIM_CUT_OFF.rawValue) {
        try read()
        return .cutOff
      }
      let isStopped = code == Int32(GLPK_SHIM_STOPPED.rawValue)
      if !isStopped && code != Int32(GLPK_SHIM_GAVE_UP.rawValue) { try Simplex.check(code) }
      switch status {
      case Int32(GLPK_SHIM_OPTIMAL.rawValue):
        try read()
        return .optimal
      case Int32(GLPK_SHIM_INFEASIBLE.rawValue):
        return .infeasible
      default:
        break
      }
      left -= slice
      leftFromBasis -= slice
      if !isStopped || leftFromBasis <= 0 {
        // The method ended without an answer, or will not end: once more from a new basis, then give up.
        if isFromScratch { return .unclear }
        isFromScratch = true
        shimMethod = GLPK_SHIM_FROM_SCRATCH
        leftFromBasis = mostFromOneBasis
      } else if isFromScratch {
        shimMethod = GLPK_SHIM_PRIMAL
      }
      if budget.isSpent { return .unclear }
    }
    try read()
    return .unclear
  }

  private mutating func read() throws(SolverFailure) {
    try Simplex.check(glpk_shim_solution(handle.pointer, &point, &multipliers, &objective))
  }

  /// The point of the last solve, rounded into bounds.
  func point(within lower: [Int], _ upper: [Int]) -> [Int] {
    lower.indices.map { nearestWhole(point[$0], lower[$0], upper[$0]) }
  }

  /// Puts back the result of an earlier solve after trials.
  mutating func restore(point: [Double], objective: Double, multipliers: [Double]? = nil) {
    self.point = point
    self.objective = objective
    if let multipliers { self.multipliers = multipliers }
  }

  /// Row multipliers that should prove the last program infeasible, from the dual ray or from the sum of infeasibilities.
  func infeasibilityProof(fromRay: Bool) -> [Double]? {
    var proof = Array(repeating: 0.0, count: rowCount)
    let code = glpk_shim_infeasibility_proof(handle.pointer, fromRay, &proof)
    return code == Int32(GLPK_SHIM_OK.rawValue) ? proof : nil
  }
}
