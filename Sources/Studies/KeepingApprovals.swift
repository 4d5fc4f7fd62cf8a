public import LinearProgram
internal import Policy
public import Scenario

/// The best plan of a scenario that takes nothing back of what an earlier plan approved; where that is impossible, as little as possible.
///
/// A project that the earlier plan supports is kept if it gets at least its steps again. First it is asked that all are kept; if no plan
/// does that, the largest number that some plan keeps is found, and asked for. Among the plans that keep so many, goals and tie-break
/// decide as always.
public struct KeepingApprovals: Sendable {
  /// What came out.
  public struct Result: Sendable {
    public var allotment: Allotment
    /// Projects (indices) of which something was to be kept, and those of them that are not kept; empty where there is no plan.
    public var approved: [Int]
    public var dropped: [Int]
    /// Whether it is proved that no plan keeps more.
    public var isLeastChange: Bool
  }

  private let scenario: Scenario
  /// Steps to be kept of each project.
  private let steps: [Int]
  private let solver: VariantSolver

  /// Prepares the question.
  ///
  /// - Parameters:
  ///   - approved: the scenario of the earlier plan. Projects are the same if their ids are; one with another number of steps is kept if it
  ///     gets the same share or more.
  ///   - plan: the earlier plan.
  public init(_ scenario: Scenario, approved: Scenario, _ plan: Plan, solver: VariantSolver) {
    var places: [String: Int] = [:]
    for (index, project) in approved.projects.enumerated() { places[project.id] = index }
    self.scenario = scenario
    self.solver = solver
    steps = scenario.projects.map { project in
      guard let place = places[project.id], !project.needsNothing else { return 0 }
      let whole = approved.projects[place].steps
      return (plan.steps[place] * project.steps + whole - 1) / whole
    }
  }

  /// Solves it.
  ///
  /// - Throws: ``SolverFailure`` if the solver is broken.
  public func run(startingFrom start: Plan? = nil) throws(SolverFailure) -> Result {
    let approved = steps.indices.filter { steps[$0] > 0 }
    let counting = PolicyModel(scenario).counting(kept: steps)
    let all = try solver.solve(counting.keeping(atLeast: approved.count), startingFrom: start)
    guard all.status == .infeasible else { return result(all, approved, isProved: true) }
    let most = try solver.largest(counting.kept, over: counting.model)
    switch most {
    case .optimal(let solution, _):
      let found = try solver.solve(
        counting.keeping(atLeast: solution.value),
        startingFrom: counting.model.plan(at: solution.point))
      return result(found, approved, isProved: true)
    case .feasible(let solution, _):
      let plan = counting.model.plan(at: solution.point)
      let found = try solver.solve(counting.keeping(atLeast: solution.value), startingFrom: plan)
      return result(found, approved, isProved: false)
    case .infeasible:
      return result(try solver.solve(scenario), approved, isProved: true)
    case .unknown:
      return result(try solver.solve(scenario, startingFrom: start), approved, isProved: false)
    }
  }

  private func result(_ allotment: Allotment, _ approved: [Int], isProved: Bool) -> Result {
    let dropped = allotment.plan.map { plan in approved.filter { plan.steps[$0] < steps[$0] } }
    return Result(
      allotment: allotment, approved: approved, dropped: dropped ?? [],
      isLeastChange: isProved && (dropped != nil || allotment.status == .infeasible))
  }
}
