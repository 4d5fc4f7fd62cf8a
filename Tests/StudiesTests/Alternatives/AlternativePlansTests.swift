import Accounts
import GLPKSolver
import LinearProgram
import PlanEnumeration
import Policy
import SampleScenarios
import Scenario
import Studies
import Testing

/// Alternatives against all plans of tiny scenarios, judged by the accounts alone.
@Suite("Alternative plans")
struct AlternativePlansTests {
  private let solver = VariantSolver(solver: GLPKSolver())

  @Test("each is the best of what is left, and the end is proved")
  func enumeration() throws {
    var (found, exhausted) = (0, 0)
    for seed in 0..<300 {
      let scenario = TinyScenarios.random(seed: seed)
      let best = AccountedCase(scenario, try solver.solve(scenario))
      guard best.ledger != nil else { continue }
      let apart = 1 + seed % 3
      let within = scenario.goals.indices.map {
        [1_000_000, 200_000, 500_000, 0][seed % 2 * (($0 + seed / 2) % 4)]
      }
      let plans = try #require(
        try solver.alternatives(to: best, within: within, count: 3, apart: apart))
      var before = [best]
      for plan in plans.plans {
        guard let result = next(scenario, before, plans.worst, apart) else { break }
        #expect(plan.allotment.plan == result.best?.plan, "seed \(seed)")
        #expect(plan.allotment.status == .optimal)
        #expect(before.allSatisfy { AlternativePlans.distance($0, plan) >= apart })
        before.append(plan)
        found += 1
      }
      #expect(plans.isProved, "seed \(seed)")
      if plans.end == .exhausted {
        guard let result = next(scenario, before, plans.worst, apart) else { continue }
        #expect(result.legal == 0, "seed \(seed)")
        exhausted += 1
      } else {
        #expect(plans.end == .complete && plans.plans.count == 3)
      }
    }
    #expect(found > 50 && exhausted > 50, "\(found) found, \(exhausted) ends")
  }

  @Test("what may be lost is rounded so that no more is given away")
  func allowance() {
    let maximised = Goal.defaultOrder[2]
    let minimised = Goal.defaultOrder[5]
    func worst(_ goal: Goal, _ value: Int?, _ share: Int) -> Int? {
      AlternativePlans.worst(GoalOutcome(goal: goal, value: value, bound: nil), within: share)
    }
    #expect(worst(maximised, 118, 10_000) == 117)
    #expect(worst(maximised, 99, 10_000) == 99)
    #expect(worst(maximised, -150, 10_000) == -151)
    #expect(worst(minimised, 250, 10_000) == 252)
    #expect(worst(minimised, 0, 1_000_000) == 0)
    #expect(worst(minimised, nil, 0) == nil)
  }

  @Test("each is found again from a cold start on larger scenarios")
  func cold() throws {
    var count = 0
    for seed in 0..<10 {
      let scenario = SampleScenarios.random(seed: seed)
      let best = AccountedCase(scenario, try solver.solve(scenario))
      guard best.ledger != nil else { continue }
      let within = scenario.goals.map { _ in 300_000 }
      let plans = try #require(
        try solver.alternatives(to: best, within: within, count: 2, apart: 2))
      var restrictions = plans.worst.enumerated().map { Restriction.goal($0, noWorseThan: $1) }
      restrictions.append(differs(from: best, scenario))
      for plan in plans.plans {
        let cold = try solver.solve(scenario, under: restrictions)
        #expect(cold.plan == plan.allotment.plan, "seed \(seed)")
        restrictions.append(differs(from: plan, scenario))
        count += 1
      }
      if plans.end == .exhausted {
        #expect(try solver.solve(scenario, under: restrictions).status == .infeasible)
      }
    }
    #expect(count > 4)
  }

  @Test("a search without time finds nothing and claims nothing")
  func stopped() throws {
    let scenario = SampleScenarios.random(seed: 1)
    let best = AccountedCase(scenario, try solver.solve(scenario))
    let spent = VariantSolver(
      solver: GLPKSolver(), budget: Budget(deadline: ContinuousClock.now))
    let plans = try #require(
      try spent.alternatives(
        to: best, within: scenario.goals.map { _ in 500_000 }, count: 3, apart: 1))
    #expect(plans.end == .stopped && !plans.isProved)
    #expect(plans.plans.count <= 1)
  }

  private func differs(from plan: AccountedCase, _ scenario: Scenario) -> Restriction {
    .differs(
      from: Set(scenario.projects.indices.filter { plan.ledger?.plan.supports($0) ?? false }),
      atLeast: 2)
  }

  /// The best plan that is within what is allowed and far from those before it; `nil` where there are too many plans.
  private func next(
    _ scenario: Scenario, _ before: [AccountedCase], _ worst: [Int], _ apart: Int
  ) -> PlanEnumeration.Result? {
    PlanEnumeration(scenario: scenario, limit: 6_000) { plan in
      let ledger = Ledger(scenario: scenario, plan: plan)
      let isGood = zip(scenario.goals, worst).allSatisfy { goal, worst in
        let value = ledger.value(of: goal)
        return goal.sense == .maximize ? value >= worst : value <= worst
      }
      return isGood
        && before.allSatisfy { other in
          scenario.projects.indices.count {
            plan.supports($0) != (other.ledger?.plan.supports($0) ?? false)
          } >= apart
        }
    }.run()
  }
}
