internal import LinearProgram
internal import Scenario

/// Finds the cheapest changes that make a plan possible, and confirms them by solving the changed scenario from a cold start.
///
/// The cost of a change is its share of what all competing projects together ask of that quota, in millionths; leaving a
/// guaranteed or locked project out costs as much as doubling a quota.
struct RemedySearch {
  private let model: PolicyModel
  private let solver: any ProgramSolver
  private let budget: Budget

  init(_ model: PolicyModel, solver: any ProgramSolver, budget: Budget) {
    self.model = model
    self.solver = solver
    self.budget = budget
  }

  func run() throws(SolverFailure) -> (remedies: [Conflict.Remedy], isConfirmed: Bool) {
    let elastic = ElasticModel(model, levers: Lever.all(model))
    let solution: Solution
    switch try solver.maximize(
      elastic.cost * -1, over: elastic.program, options: SolverOptions(), budget: budget)
    {
    case .optimal(let found, _), .feasible(let found, _): solution = found
    case .infeasible, .unknown: return ([], false)
    }
    var changed = model.scenario
    var remedies: [Conflict.Remedy] = []
    let words = DemandWords(model.parameters)
    for grant in elastic.grants where solution.point[grant.column] > 0 {
      let amount =
        solution.point[grant.column] * grant.unit
        + (needsMoreBesideRingFence(grant.lever, solution.point)
          ? grant.lever.growthTakenFirst(model) : 0)
      grant.lever.apply(amount, to: &changed)
      remedies.append(words.remedy(grant.lever, amount: amount))
    }
    return (remedies, try hasPlan(changed))
  }

  /// Whether a point breaks the row that keeps a bank's ring-fence from all but provincial projects.
  private func needsMoreBesideRingFence(_ lever: Lever, _ point: [Int]) -> Bool {
    guard case .bank(let bank, _) = lever else { return false }
    return zip(model.program.rows, model.origins).contains { row, origin in
      guard origin == .outsideRingFence(bank: bank), let upper = row.upper else { return false }
      return LinearExpression(row.terms).value(at: point) > upper
    }
  }

  /// Whether a scenario has a plan at all, solved from a cold start.
  private func hasPlan(_ scenario: Scenario) throws(SolverFailure) -> Bool {
    let outcome = try solver.maximize(
      LinearExpression(), over: PolicyModel(scenario).program, options: SolverOptions(),
      budget: budget)
    switch outcome {
    case .optimal, .feasible: return true
    case .infeasible, .unknown: return false
    }
  }
}
