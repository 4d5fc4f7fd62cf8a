import Accounts
public import LinearProgram
import Policy
public import Scenario

/// Plans that are nearly as good as the best one and differ from it, and from each other, in many projects.
public struct AlternativePlans: Sendable {
  /// Why no more plans were looked for.
  public enum End: Sendable, Equatable {
    /// As many were found as were asked for.
    case complete
    /// Proved: there is no further one.
    case exhausted
    /// The search ran out of time, or was interrupted.
    case stopped
  }

  /// The plan that they are held against.
  public let best: AccountedCase
  /// Per goal, the worst value that is allowed, in smallest units.
  public let worst: [Int]
  /// The plans, in the order in which they were found: each is the best, by the goals and the tie-break, of those that keep the clauses
  /// and what was asked, given the ones before it. Only the last may be one of which that is not proved.
  public let plans: [AccountedCase]
  public let end: End

  /// Whether everything is proved: the best plan, each of the others, and where the list ends.
  public var isProved: Bool {
    end != .stopped && ([best] + plans).allSatisfy { $0.allotment.status == .optimal }
  }

  /// Number of competing projects that one plan supports and the other does not.
  public static func distance(_ first: AccountedCase, _ second: AccountedCase) -> Int {
    guard let one = first.ledger, let other = second.ledger else { return 0 }
    return one.competing.count { one.plan.supports($0) != other.plan.supports($0) }
  }

  /// The worst value of a goal that is within a share (millionths) of what was reached: rounded so that no more is given away.
  public static func worst(_ outcome: GoalOutcome, within share: Int) -> Int? {
    guard let value = outcome.value else { return nil }
    let given = Int(clamping: Int128(value.magnitude) * Int128(share) / 1_000_000)
    return outcome.goal.sense == .maximize ? value - given : value + given
  }
}

extension VariantSolver {
  /// Plans that differ from the best and from each other in at least so many projects, with no goal worse than asked.
  ///
  /// - Parameters:
  ///   - within: per goal, the share of the best value that may be given away, in millionths; as long as the goals.
  ///   - count: most plans to look for, besides the best.
  ///   - apart: least number of projects in which any two differ.
  ///   - progress: told the number of the plan that is looked for, from 1.
  /// - Returns: `nil` where there is no plan to start from.
  /// - Throws: ``SolverFailure`` if the solver is broken.
  public func alternatives(
    to best: AccountedCase, within: [Int], count: Int, apart: Int,
    progress: (Int) -> Void = { _ in }
  ) throws(SolverFailure) -> AlternativePlans? {
    let worst = zip(best.allotment.goals, within).compactMap {
      AlternativePlans.worst($0, within: $1)
    }
    guard best.ledger != nil, worst.count == best.scenario.goals.count else { return nil }
    let model = PolicyModel(best.scenario)
    let bounds = worst.enumerated().map { Restriction.goal($0, noWorseThan: $1) }
    var plans: [AccountedCase] = []
    var end = AlternativePlans.End.complete
    while plans.count < count, end == .complete {
      progress(plans.count + 1)
      let allotment = try next(after: [best] + plans, model, bounds, apart)
      if allotment.plan != nil {
        let plan = AccountedCase(best.scenario, allotment)
        try check(plan, against: [best] + plans, worst, apart)
        plans.append(plan)
      }
      switch allotment.status {
      case .optimal: break
      case .infeasible: end = .exhausted
      case .feasible, .unknown: end = .stopped
      }
    }
    return AlternativePlans(best: best, worst: worst, plans: plans, end: end)
  }

  /// The best plan that differs enough from those found.
  ///
  /// First any such plan is looked for, far from the one found last, because that proves soonest where there is none. The demands join
  /// projects of all counties, so that the program is not decomposed by them.
  private func next(
    after found: [AccountedCase], _ model: PolicyModel, _ bounds: [Restriction], _ apart: Int
  ) throws(SolverFailure) -> Allotment {
    let whole = withoutDecomposition
    let differs = found.map { Restriction.differs(from: $0.selection, atLeast: apart) }
    var probe = whole.options
    probe.above = apart - 1
    // The first that is far enough will do.
    probe.gap = 1_000_000
    let outcome = try solver.maximize(
      model.changes(from: found.last?.selection ?? []),
      over: model.restricted(by: bounds + differs.dropLast()).program, options: probe,
      budget: budget)
    var start: Plan?
    switch outcome {
    case .infeasible:
      return Allotment(
        status: .infeasible,
        goals: model.scenario.goals.map { GoalOutcome(goal: $0, value: nil, bound: nil) })
    case .optimal(let solution, _), .feasible(let solution, _):
      start = model.plan(at: solution.point)
    case .unknown: break
    }
    // Every plan found so far was the best of more plans than are left now.
    return try whole.solve(
      model, under: bounds + differs, startingFrom: start,
      ceilings: GoalCeilings(of: found.map(\.allotment.goals)))
  }

  /// Holds a plan against what was asked, by the accounts alone.
  private func check(
    _ plan: AccountedCase, against others: [AccountedCase], _ worst: [Int], _ apart: Int
  ) throws(SolverFailure) {
    guard let ledger = plan.ledger else { return }
    let isGood = zip(plan.scenario.goals, worst).allSatisfy { goal, worst in
      let value = ledger.value(of: goal)
      return goal.sense == .maximize ? value >= worst : value <= worst
    }
    guard isGood, others.allSatisfy({ AlternativePlans.distance($0, plan) >= apart }) else {
      throw SolverFailure("an alternative is not what was asked for")
    }
  }
}

extension AccountedCase {
  /// Projects (indices) that the plan supports.
  var selection: Set<Int> {
    Set(scenario.projects.indices.filter { ledger?.plan.supports($0) ?? false })
  }
}
