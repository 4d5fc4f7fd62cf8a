internal import GLPKShim
internal import LinearProgram

/// GLPK's simplex method on one program, kept alive between solves; never leaves the thread that made it.
struct Simplex: ~Copyable {
  /// What is known after a solve.
  enum Status {
    case optimal
    case infeasible
    /// The objective falls below the cutoff; the multipliers say why.
    case cutOff
    /// No answer: limits, numerical trouble. Says nothing about the program.
    case unclear
  }

  /// Owner of GLPK's problem.
  private struct Handle: ~Copyable {
    let pointer: OpaquePointer

    init(_ program: SparseProgram) throws(SolverFailure) {
      var created: OpaquePointer?
      try Simplex.check(Simplex.create(program, &created))
      guard let created else { throw SolverFailure("GLPK: no problem was made") }
      pointer = created
    }

    deinit { glpk_shim_free(pointer) }
  }

  private let handle: Handle
  private let columnCount: Int
  private let rowCount: Int
  /// Bounds as GLPK has them, to pass on only what changed.
  private var lower: [Int]
  private var upper: [Int]
  private(set) var point: [Double]
  private(set) var multipliers: [Double]
  private(set) var objective = 0.0

  init(_ program: SparseProgram, objective: [Double]) throws(SolverFailure) {
    let made = try Handle(program)
    try Simplex.check(glpk_shim_set_objective(made.pointer, objective))
    handle = made
    columnCount = program.columnCount
    rowCount = program.rowCount
    lower = program.lower
    upper = program.upper
    point = Array(repeating: 0, count: columnCount)
    multipliers = Array(repeating: 0, count: rowCount)
  }

  private static func create(_ program: SparseProgram, _ created: inout OpaquePointer?) -> Int32 {
    var rows: [Int32] = []
    var columns: [Int32] = []
    var values: [Double] = []
    for row in 0..<program.rowCount {
      for entry in program.entries(ofRow: row) {
        rows.append(Int32(row))
        columns.append(Int32(entry.index))
        values.append(Double(entry.coefficient))
      }
    }
    let rowLower = program.rowLower.map { $0.map(Double.init) ?? -.infinity }
    let rowUpper = program.rowUpper.map { $0.map(Double.init) ?? .infinity }
    return glpk_shim_create(
      Int32(program.rowCount), Int32(program.columnCount), Int32(values.count), rows, columns,
      values, rowLower, rowUpper, program.lower.map(Double.init), program.upper.map(Double.init),
      &created)
  }

  private static func check(_ code: Int32) throws(SolverFailure) {
    guard code == Int32(GLPK_SHIM_OK.rawValue) else {
      throw SolverFailure("GLPK: \(String(cString: glpk_shim_last_error()))")
    }
  }

  /// Passes changed bounds on to GLPK.
  mutating func setBounds(lower newLower: [Int], upper newUpper: [Int]) throws(SolverFailure) {
    for column in 0..<columnCount
    where newLower[column] != lower[column] || newUpper[column] != upper[column] {
      lower[column] = newLower[column]
      upper[column] = newUpper[column]
      try Simplex.check(
        glpk_shim_set_column_bounds(
          handle.pointer, Int32(column), Double(lower[column]), Double(upper[column])))
    }
  }

  /// Replaces the bounds of one column, for a trial.
  mutating func setBounds(_ column: Int, lower: Int, upper: Int) throws(SolverFailure) {
    self.lower[column] = lower
    self.upper[column] = upper
    try Simplex.check(
      glpk_shim_set_column_bounds(handle.pointer, Int32(column), Double(lower), Double(upper)))
  }

  /// Solves from the last basis, in slices so that the budget is asked in between.
  mutating func solve(
    _ budget: Budget, cutoff: Double = -.infinity, iterationLimit: Int = .max
  ) throws(SolverFailure) -> Status {
    var fromScratch = false
    var left = iterationLimit
    while left > 0 {
      let slice = min(left, 2_000)
      var status: Int32 = 0
      let code = glpk_shim_solve(handle.pointer, fromScratch, Int32(slice), cutoff, &status)
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
      if !isStopped {
        // The method ended without an answer: once more from a new basis, then give up.
        if fromScratch { return .unclear }
        fromScratch = true
      }
      if budget.isSpent { return .unclear }
      left -= slice
    }
    try read()
    return .unclear
  }

  private mutating func read() throws(SolverFailure) {
    try Simplex.check(glpk_shim_solution(handle.pointer, &point, &multipliers, &objective))
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
