internal import LinearProgram

/// The simplex that suits the size of a program: our own with a full inverse for few rows, GLPK's with a sparse factorisation for more.
struct SizedSimplex: ~Copyable {
  /// Exactly one of the two is there.
  private var dense: DenseSimplex?
  private var sparse: Simplex?

  /// - Parameter mostForDense: rows up to which the full inverse is used.
  init(_ model: LinearModel, mostForDense: Int) throws(SolverFailure) {
    let isSmall = model.rowLower.count <= mostForDense
    dense = isSmall ? DenseSimplex(model) : nil
    sparse = isSmall ? nil : try Simplex(model)
  }

  mutating func setBounds(_ column: Int, lower: Double, upper: Double) throws(SolverFailure) {
    dense?.setBounds(column, lower: lower, upper: upper)
    try sparse?.setBounds(column, lower: lower, upper: upper)
  }

  mutating func setObjective(_ coefficients: [Double]) throws(SolverFailure) {
    dense?.setObjective(coefficients)
    try sparse?.setObjective(coefficients)
  }

  mutating func setObjective(_ column: Int, _ coefficient: Double) throws(SolverFailure) {
    dense?.setObjective(column, coefficient)
    try sparse?.setObjective(column, coefficient)
  }

  mutating func addColumn(
    lower: Double, upper: Double, objective: Double, rows: [Int32], values: [Double]
  ) throws(SolverFailure) {
    dense?.addColumn(
      lower: lower, upper: upper, objective: objective, rows: rows, values: values)
    try sparse?.addColumn(
      lower: lower, upper: upper, objective: objective, rows: rows, values: values)
  }

  /// Solves from the last basis; the method is GLPK's, our own sees for itself which to use.
  mutating func solve(
    _ budget: Budget, method: Simplex.Method, cutoff: Double = -.infinity,
    iterationLimit: Int = .max
  ) throws(SolverFailure) -> Simplex.Status {
    if let status = dense?.solve(budget, cutoff: cutoff, iterationLimit: iterationLimit) {
      return status
    }
    return try sparse?.solve(
      budget, method: method, cutoff: cutoff, iterationLimit: iterationLimit) ?? .unclear
  }

  var objective: Double {
    mutating get {
      if let value = dense?.objective { return value }
      return sparse?.objective ?? 0
    }
  }

  /// One value per column.
  var point: [Double] {
    mutating get {
      if let values = dense?.point { return values }
      return sparse?.point ?? []
    }
  }

  /// One value per row.
  var multipliers: [Double] {
    mutating get {
      if let values = dense?.multipliers { return values }
      return sparse?.multipliers ?? []
    }
  }

  /// Row multipliers that should prove the last program infeasible.
  mutating func infeasibilityProof(fromRay: Bool) -> [Double]? {
    if fromRay, let proof = dense?.infeasibilityProof { return proof }
    return sparse?.infeasibilityProof(fromRay: fromRay) ?? nil
  }
}
