public import LinearProgram
internal import Policy
internal import Scenario

/// Whether a supported project is in every best plan.
public struct Stay: Sendable, Equatable {
  /// The project (index).
  public var project: Int
  public var verdict: Verdict

  public enum Verdict: Sendable, Equatable {
    /// Proved: every plan that is as good in all goals supports it.
    case mustBeIn
    /// Some plan that is as good in all goals does without it; of all these, one that differs in fewest projects.
    case interchangeable(PlanChange)
    case unknown
  }
}

/// Finds which supported projects are in every best plan, and for which of the others somebody else could be in.
public struct StayStudy: Sendable {
  private let standing: StandingPlan

  public init(_ standing: StandingPlan) { self.standing = standing }

  /// Answers for supported projects (indices), in their order.
  public func stays(_ projects: [Int], _ solver: VariantSolver) throws(SolverFailure) -> [Stay] {
    let equals = standing.equals
    guard let free = try replaceable(projects, equals, solver) else {
      return projects.map { Stay(project: $0, verdict: .unknown) }
    }
    return try solver.several(projects) { solver, project throws(SolverFailure) in
      guard free.contains(project) else { return Stay(project: project, verdict: .mustBeIn) }
      return Stay(project: project, verdict: try exchange(project, equals, solver))
    }
  }

  /// Projects that some plan that is as good does without; `nil` if the search was stopped.
  ///
  /// One search after another for a plan without as many as possible of those that all plans so far support: where there is none
  /// without any, all of them are in every best plan.
  private func replaceable(
    _ projects: [Int], _ equals: IntegerProgram, _ solver: VariantSolver
  ) throws(SolverFailure) -> Set<Int>? {
    var candidates = projects
    var free: Set<Int> = []
    while !candidates.isEmpty {
      let missing = LinearExpression.sum(
        candidates.map { standing.model.support(of: $0) * -1 + LinearExpression(constant: 1) })
      switch try solver.maximize(missing, over: equals, above: 0) {
      case .infeasible: return free
      case .feasible, .unknown: return nil
      case .optimal(let solution, _):
        let out = candidates.filter {
          standing.model.support(of: $0).value(at: solution.point) == 0
        }
        free.formUnion(out)
        candidates.removeAll { out.contains($0) }
      }
    }
    return free
  }

  /// The plan without a project that is as good and differs in fewest projects.
  private func exchange(_ project: Int, _ equals: IntegerProgram, _ solver: VariantSolver)
    throws(SolverFailure) -> Stay.Verdict
  {
    var without = equals
    without.addRow("asked:without", standing.model.support(of: project), upper: 0)
    let changes = standing.model.changes(from: standing.selection)
    guard case .optimal(let solution, _) = try solver.maximize(changes * -1, over: without) else {
      return .unknown
    }
    return .interchangeable(
      PlanChange(from: standing.plan, to: standing.model.plan(at: solution.point)))
  }
}
