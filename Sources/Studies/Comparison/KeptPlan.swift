public import Accounts
public import LinearProgram
import Policy
import Scenario

/// The best plan of a scenario that takes back as little as possible of what another plan approved, and its price.
public struct KeptPlan: Sendable {
  /// Steps to keep, per project (index in the scenario) that the other plan supports and that competes here.
  public let approved: [Int: Int]
  /// Ids of the projects that the other plan supports and this scenario does not have.
  public let absent: [String]
  /// The scenario with the plan that keeps them.
  public let subject: AccountedCase
  /// Projects (indices) that are not kept, or with fewer steps, and why not.
  public let taken: [Int: Refusal]
  /// Whether it is proved that less cannot be taken back.
  public let isLeastProved: Bool
  /// From the best plan of the scenario to the plan that keeps: what keeping costs.
  public let price: Comparison

  /// Whether the plan is proved best of those that take back as little as possible.
  public var isProved: Bool { isLeastProved && subject.allotment.status == .optimal }
}

extension VariantSolver {
  /// The best plan of the variant of a comparison that keeps what the base's plan supports; `nil` where one of the two has no plan.
  ///
  /// Least change first: if not everything can be kept, as few projects as possible are dropped, then as few steps as possible are
  /// taken from divisible ones, and only then the goals decide.
  ///
  /// - Throws: ``SolverFailure`` if the solver is broken.
  public func keep(_ comparison: Comparison) throws(SolverFailure) -> KeptPlan? {
    guard let old = comparison.base.ledger, let free = comparison.variant.ledger else { return nil }
    let (match, variant) = (comparison.match, comparison.variant)
    var approved: [Int: Int] = [:]
    var absent: [String] = []
    for pair in match.projects {
      guard let own = pair.base, old.plan.supports(own) else { continue }
      guard let both = pair.both else {
        absent.append(match.base.projects[own].id)
        continue
      }
      guard !match.variant.projects[both.variant].needsNothing else { continue }
      approved[both.variant] = max(
        match.steps(old.plan.steps[own], of: both),
        match.variant.projects[both.variant].minimumSteps)
    }
    if approved.allSatisfy({ free.plan.steps[$0.key] >= $0.value }) {
      return kept(approved, absent, variant, variant.allotment, isLeastProved: true)
    }
    let start = match.plan(old.plan)
    let model = PolicyModel(match.variant)
    let demands = approved.sorted { $0.key < $1.key }.map {
      Restriction.steps(project: $0.key, atLeast: $0.value)
    }
    let whole = try solve(model, under: demands, startingFrom: start)
    guard whole.status == .infeasible else {
      return kept(approved, absent, variant, whole, isLeastProved: whole.plan != nil)
    }
    return try keepLess(approved, absent, variant, model, startingFrom: free.plan)
  }

  /// Keeps as much as is possible, where not everything is.
  private func keepLess(
    _ approved: [Int: Int], _ absent: [String], _ variant: AccountedCase, _ model: PolicyModel,
    startingFrom plan: Plan
  ) throws(SolverFailure) -> KeptPlan {
    var keeping = model.keeping(approved)
    var point = keeping.model.point(of: plan)
    var isProved = true
    for measure in [keeping.projects, keeping.steps] {
      let outcome = try maximize(measure, over: keeping.model.program, startingAt: point)
      switch outcome {
      case .optimal(let solution, _), .feasible(let solution, _):
        if case .feasible = outcome { isProved = false }
        keeping = keeping.demanding(measure, atLeast: solution.value)
        point = solution.point
      case .infeasible, .unknown:
        let nothing = Allotment(
          status: .unknown, stop: .timeLimit,
          goals: variant.scenario.goals.map { GoalOutcome(goal: $0, value: nil, bound: nil) })
        return kept(approved, absent, variant, nothing, isLeastProved: false)
      }
    }
    let allotment = try solve(keeping.model, startingAt: point)
    return kept(approved, absent, variant, allotment, isLeastProved: isProved)
  }

  private func kept(
    _ approved: [Int: Int], _ absent: [String], _ variant: AccountedCase, _ allotment: Allotment,
    isLeastProved: Bool
  ) -> KeptPlan {
    let subject = AccountedCase(variant.scenario, allotment)
    var taken: [Int: Refusal] = [:]
    if let ledger = subject.ledger {
      let refusals = ledger.refusals()
      for (project, steps) in approved where ledger.plan.steps[project] < steps {
        taken[project] = refusals[project] ?? ledger.refusal(of: project, upTo: steps)
      }
    }
    return KeptPlan(
      approved: approved, absent: absent, subject: subject, taken: taken,
      isLeastProved: isLeastProved, price: Comparison(variant, subject))
  }
}
