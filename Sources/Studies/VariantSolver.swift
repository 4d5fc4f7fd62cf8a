public import LinearProgram
public import Policy
public import Scenario

/// Solves a scenario and variants of it, each starting from what is known: the plan of another is a first incumbent where it is
/// feasible.
///
/// What is found does not depend on where a search starts, nor on the number of threads.
public struct VariantSolver: Sendable {
  let solver: any ProgramSolver
  let options: SolverOptions
  let budget: Budget

  public init(
    solver: any ProgramSolver, options: SolverOptions = SolverOptions(),
    budget: Budget = .unlimited
  ) {
    self.solver = solver
    self.options = options
    self.budget = budget
  }

  /// Whether it is time to stop; what was solved until then stays valid.
  public var isSpent: Bool { budget.isSpent }

  /// The same on one thread, for whoever solves several variants at once.
  public var onOneThread: VariantSolver {
    var options = options
    options.threads = 1
    return VariantSolver(solver: solver, options: options, budget: budget)
  }

  /// The same without decomposing programs by county, for demands that join the projects of all of them.
  var withoutDecomposition: VariantSolver {
    var options = options
    options.decomposes = false
    return VariantSolver(solver: solver, options: options, budget: budget)
  }

  /// The best plan of a scenario, under further demands if there are any.
  ///
  /// - Throws: ``SolverFailure`` if the solver is broken; what has no plan, or no time, is an outcome.
  public func solve(
    _ scenario: Scenario, under restrictions: [Restriction] = [], startingFrom plan: Plan? = nil
  ) throws(SolverFailure) -> Allotment {
    try solve(PolicyModel(scenario), under: restrictions, startingFrom: plan)
  }

  /// The same for a model that is there already.
  public func solve(
    _ model: PolicyModel, under restrictions: [Restriction] = [], startingFrom plan: Plan? = nil,
    ceilings: GoalCeilings = GoalCeilings()
  ) throws(SolverFailure) -> Allotment {
    try AllotmentSearch(
      model.restricted(by: restrictions), solver: solver, options: options, budget: budget,
      startingFrom: plan, ceilings: ceilings
    ).run()
  }

  /// The best plan of a model, starting from a point of it.
  public func solve(
    _ model: PolicyModel, startingAt point: [Int], ceilings: GoalCeilings = GoalCeilings()
  ) throws(SolverFailure) -> Allotment {
    var options = options
    options.start = point
    return try AllotmentSearch(
      model, solver: solver, options: options, budget: budget, ceilings: ceilings
    ).run()
  }

  /// The largest value of an objective over a program.
  ///
  /// - Parameters:
  ///   - point: where to start, if it is feasible.
  ///   - floor: points worth no more than this do not count.
  ///   - enough: a point worth this much is as good as any.
  ///   - decomposes: whether something is left to decide beside amounts.
  public func maximize(
    _ objective: LinearExpression, over program: IntegerProgram, startingAt point: [Int]? = nil,
    above floor: Int? = nil, enough: Int? = nil, decomposes: Bool = true
  ) throws(SolverFailure) -> Outcome {
    var options = options
    options.start = point
    options.above = floor
    options.enough = enough
    options.decomposes = decomposes
    return try solver.maximize(objective, over: program, options: options, budget: budget)
  }

  /// Any point at which an objective is worth more than something.
  func point(
    where objective: LinearExpression, exceeds floor: Int, over program: IntegerProgram,
    decomposes: Bool = true
  ) throws(SolverFailure) -> Existence {
    switch try maximize(
      objective, over: program, above: floor, enough: floor + 1, decomposes: decomposes)
    {
    case .optimal(let solution, _): return .point(solution.point)
    case .feasible(let solution, _): return .point(solution.point)
    case .infeasible: return .none
    case .unknown: return .unknown
    }
  }

  /// Whether there is a point of some kind.
  enum Existence {
    case point([Int])
    /// Proved.
    case none
    case unknown
  }
}
