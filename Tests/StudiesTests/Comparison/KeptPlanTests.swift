import Accounts
import GLPKSolver
import LinearProgram
import PlanEnumeration
import Policy
import SampleScenarios
import Scenario
import Studies
import Testing

/// Plans that keep what was approved, against all plans of tiny scenarios.
@Suite("Plans that keep what was approved")
struct KeptPlanTests {
  private let solver = VariantSolver(solver: GLPKSolver())

  private final class Most {
    var value = (projects: -1, steps: 0)
  }

  @Test("as little as possible is taken back, then the goals decide", arguments: 0..<9)
  func enumeration(kind: Int) throws {
    var (whole, partial) = (0, 0)
    for seed in 0..<60 {
      let scenario = TinyScenarios.random(seed: seed)
      let changed = ScenarioPairs.variant(of: scenario, kind)
      let base = AccountedCase(scenario, try solver.solve(scenario))
      let variant = AccountedCase(changed, try solver.solve(changed))
      guard base.ledger != nil, variant.ledger != nil else { continue }
      let kept = try #require(try solver.keep(Comparison(base, variant)))
      guard let best = best(changed, kept.approved) else { continue }
      #expect(kept.subject.allotment.plan == best.plan, "seed \(seed)")
      #expect(kept.isProved, "seed \(seed)")
      let taken = kept.approved.filter { best.plan.steps[$0.key] < $0.value }
      #expect(Set(kept.taken.keys) == Set(taken.keys), "seed \(seed)")
      #expect(kept.subject.allotment.goals.map(\.value) == best.goals, "seed \(seed)")
      #expect(
        kept.price.goals.compactMap(\.difference)
          == zip(best.goals, variant.allotment.goals).map { $0 - ($1.value ?? 0) })
      if taken.isEmpty { whole += 1 } else { partial += 1 }
    }
    #expect(whole > 0)
    if [1, 2, 5].contains(kind) { #expect(partial > 0) }
  }

  @Test("approved are the base's projects that compete here, with their steps")
  func approved() throws {
    for seed in 0..<60 {
      let scenario = TinyScenarios.random(seed: seed)
      let changed = ScenarioPairs.variant(of: scenario, 3)
      let base = AccountedCase(scenario, try solver.solve(scenario))
      let variant = AccountedCase(changed, try solver.solve(changed))
      guard let plan = base.allotment.plan, variant.ledger != nil else { continue }
      let kept = try #require(try solver.keep(Comparison(base, variant)))
      let last = scenario.projects.count - 1
      for index in changed.projects.indices {
        #expect((kept.approved[index] ?? 0) == plan.steps[index], "seed \(seed)")
      }
      #expect(kept.absent == (plan.supports(last) ? [scenario.projects[last].id] : []))
    }
  }

  @Test("the plan is the same from a cold start on larger scenarios")
  func cold() throws {
    var count = 0
    for seed in 0..<16 {
      let scenario = SampleScenarios.random(seed: seed)
      var changed = scenario
      changed.land.cityQuota += 60_000
      changed.resources[0].cityCap = changed.resources[0].cityCap.map { $0 + 4_000 }
      let base = AccountedCase(scenario, try solver.solve(scenario))
      let variant = AccountedCase(changed, try solver.solve(changed))
      guard base.ledger != nil, variant.ledger != nil else { continue }
      let kept = try #require(try solver.keep(Comparison(base, variant)))
      let demands = kept.approved.keys.sorted().map {
        Restriction.steps(project: $0, atLeast: kept.approved[$0] ?? 0)
      }
      #expect(kept.taken.isEmpty, "seed \(seed)")
      let cold = try solver.solve(PolicyModel(changed), under: demands)
      #expect(cold.plan == kept.subject.allotment.plan, "seed \(seed)")
      count += 1
    }
    #expect(count > 4)
  }

  /// The best plan by enumeration: most kept projects, then fewest steps taken from those, then goals and tie-break.
  private func best(_ scenario: Scenario, _ approved: [Int: Int]) -> PlanEnumeration.Best? {
    func kept(_ plan: Plan) -> (projects: Int, steps: Int) {
      (
        approved.keys.count { plan.supports($0) },
        approved.reduce(0) { sum, own in
          plan.supports(own.key) ? sum - max(0, own.value - plan.steps[own.key]) : sum
        }
      )
    }
    let most = Most()
    let all = PlanEnumeration(scenario: scenario, limit: 6_000) { plan in
      if kept(plan) > most.value { most.value = kept(plan) }
      return false
    }
    guard all.run() != nil else { return nil }
    return PlanEnumeration(scenario: scenario, limit: 6_000) { kept($0) == most.value }.run()?.best
  }
}
