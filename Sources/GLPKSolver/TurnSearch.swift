internal import LinearProgram

/// Maximises objectives in turn over one program that stays in the simplex: from one objective to the next only the objective and
/// a few bounds change.
final class TurnSearch {
  private let solver: GLPKSolver
  private let options: SolverOptions
  private let budget: Budget
  private let mostColumns: Int
  /// The program with what is settled.
  private var program: IntegerProgram
  private var relaxation: TurnRelaxation?
  /// The best point found.
  private(set) var point: [Int]

  init(
    _ program: IntegerProgram, from point: [Int], solver: GLPKSolver, mostColumns: Int,
    options: SolverOptions, budget: Budget
  ) throws(SolverFailure) {
    self.solver = solver
    self.options = options
    self.budget = budget
    self.mostColumns = mostColumns
    self.program = program
    self.point = point
    relaxation = try TurnRelaxation(program, mostColumns: mostColumns)
  }

  /// Brings an objective to its best and keeps it there; false if the budget is spent before.
  func settle(_ objective: LinearExpression) throws(SolverFailure) -> Bool {
    if objective.value(at: point) != program.largestValue(of: objective) {
      if let found = try relaxation?.attain(objective, from: point, budget) {
        point = found
      } else {
        // More than the relaxation is needed.
        var options = options
        options.start = point
        let outcome = try solver.maximize(
          objective, over: program, options: options, budget: budget)
        guard case .optimal(let solution, _) = outcome else { return false }
        point = solution.point
      }
    }
    if program.keep(objective, at: point) {
      // A new row is a new program for the simplex.
      relaxation = try TurnRelaxation(program, mostColumns: mostColumns)
    } else {
      relaxation?.take(objective.terms.map(\.column), of: program)
    }
    return true
  }
}

/// The relaxation of a program whose columns are fixed one by one, for one objective after the other.
final class TurnRelaxation {
  private let presolve: Presolve
  private let program: SparseProgram
  private var simplex: Simplex
  private var propagation: Propagation
  /// Reduced column of each column.
  private let position: [Int32]
  private var lower: [Int]
  private var upper: [Int]

  /// Prepares the relaxation; `nil` if the program is too large for the simplex.
  init?(_ whole: IntegerProgram, mostColumns: Int) throws(SolverFailure) {
    let presolve = Presolve(whole)
    guard let reduced = presolve.reduced, reduced.columnCount <= mostColumns else { return nil }
    self.presolve = presolve
    program = reduced
    propagation = Propagation(program)
    position = presolve.positions
    (lower, upper) = (program.lower, program.upper)
    simplex = try Simplex(
      LinearModel(program, objective: Array(repeating: 0, count: program.columnCount)))
  }

  /// Takes over the bounds of columns that were fixed, and what follows from them.
  func take(_ columns: [Int], of whole: IntegerProgram) {
    var changed: [Int] = []
    for column in columns {
      let own = Int(position[column])
      guard own >= 0, whole.lowerBounds[column] == whole.upperBounds[column],
        lower[own] < upper[own]
      else { continue }
      (lower[own], upper[own]) = (whole.lowerBounds[column], whole.upperBounds[column])
      changed.append(own)
    }
    // The point that the columns were fixed at keeps the rows, so that something is left.
    _ = propagation.run(&lower, &upper, changed: changed)
  }

  /// A point that attains the exact bound of an objective, the given one if it does; `nil` if the simplex knows none.
  func attain(_ objective: LinearExpression, from point: [Int], _ budget: Budget)
    throws(SolverFailure) -> [Int]?
  {
    let terms = objective.terms.filter { position[$0.column] >= 0 }.map {
      IntegerProgram.Term(Int(position[$0.column]), $0.coefficient)
    }
    let divisor = max(1, terms.reduce(0) { greatestCommonDivisor($0, $1.coefficient) })
    var costs = Array(repeating: 0, count: program.columnCount)
    for term in terms { costs[term.column] = term.coefficient / divisor }
    func value(_ point: [Int]) -> Int128 {
      terms.reduce(0) { $0 + Int128(costs[$1.column]) * Int128(point[$1.column]) }
    }
    let known = presolve.kept.map { point[Int($0)] }
    let most = terms.reduce(Int128(0)) { sum, term in
      let end = term.coefficient > 0 ? upper[term.column] : lower[term.column]
      return sum + Int128(costs[term.column]) * Int128(end)
    }
    if value(known) == most { return point }
    try simplex.setBounds(lower: lower, upper: upper)
    try simplex.setObjective(costs.map(Double.init))
    guard case .optimal = try simplex.solve(budget, method: .primal) else { return nil }
    let bound = Combination(
      program, objective: costs, multipliers: simplex.multipliers, lower: lower, upper: upper
    ).wholeBound
    if value(known) == bound { return point }
    let found = simplex.point(within: lower, upper)
    guard value(found) == bound, program.keepsRows(found) else { return nil }
    return presolve.restore(found)
  }
}
