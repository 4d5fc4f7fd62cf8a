import Accounts
import PlanEnumeration
import Policy
import Scenario
import Studies

/// Every legal plan of a tiny scenario with its goals, by the accounts alone.
final class PlanCatalog {
  private(set) var plans: [(plan: Plan, goals: [Int])] = []
  /// The best plan by the goals and the tie-break; `nil` if none is legal.
  private(set) var best: PlanEnumeration.Best?
  let scenario: Scenario

  /// Fails where there are too many plans.
  init?(_ scenario: Scenario, limit: Int = 2_000) {
    self.scenario = scenario
    let box = Box()
    let enumeration = PlanEnumeration(scenario: scenario, limit: limit) { plan in
      box.plans.append(plan)
      return true
    }
    guard let result = enumeration.run() else { return nil }
    best = result.best
    plans = box.plans.map { plan in
      (plan, scenario.goals.map(Ledger(scenario: scenario, plan: plan).value))
    }
  }

  private final class Box {
    var plans: [Plan] = []
  }

  /// The best of the plans that are wanted.
  func best(where isWanted: @escaping (Plan) -> Bool) -> PlanEnumeration.Best? {
    PlanEnumeration(scenario: scenario, limit: .max, where: isWanted).run()?.best
  }

  /// Compares goals in their order: whether the first are better than the second.
  func isBetter(_ first: [Int], than second: [Int]) -> Bool {
    func key(_ goals: [Int]) -> [Int] {
      zip(scenario.goals, goals).map { $0.sense == .maximize ? $1 : -$1 }
    }
    return key(second).lexicographicallyPrecedes(key(first))
  }
}

extension StandingPlan {
  /// Whether a plan keeps all supported projects with their steps and supports one more.
  func isKept(by plan: Plan, landing project: Int) -> Bool {
    plan.supports(project)
      && zip(self.plan.steps, plan.steps).allSatisfy { $0 <= $1 }
  }
}
