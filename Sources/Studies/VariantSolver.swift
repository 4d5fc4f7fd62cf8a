public import LinearProgram
public import Policy
public import Scenario

/// Solves a scenario and variants of it, each starting from what is known: the plan of another is a first incumbent where it is
/// feasible.
///
/// What is found does not depend on where a search starts, nor on the number of threads.
public struct VariantSolver: Sendable {
  private let solver: any ProgramSolver
  private let options: SolverOptions
  private let budget: Budget

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
    _ model: PolicyModel, under restrictions: [Restriction] = [], startingFrom plan: Plan? = nil
  ) throws(SolverFailure) -> Allotment {
    try AllotmentSearch(
      model.restricted(by: restrictions), solver: solver, options: options, budget: budget,
      startingFrom: plan
    ).run()
  }

  /// Any plan of a model, without asking for the best; `nil` where it is proved that there is none.
  ///
  /// - Throws: ``SolverFailure`` if the solver is broken; that time ran out is an outcome.
  func anyPlan(_ model: PolicyModel) throws(SolverFailure) -> Search<Plan?> {
    let outcome = try solver.maximize(
      LinearExpression(), over: model.program, options: options, budget: budget)
    switch outcome {
    case .optimal(let solution, _), .feasible(let solution, _):
      return .found(model.plan(at: solution.point))
    case .infeasible: return .found(nil)
    case .unknown: return .unfinished
    }
  }

  /// What a search came to, if it had the time.
  enum Search<Value> {
    case found(Value)
    case unfinished
  }
}
