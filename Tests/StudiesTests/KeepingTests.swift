import Accounts
import GLPKSolver
import PlanEnumeration
import Policy
import SampleScenarios
import Scenario
import Studies
import Testing

@Suite("Keeping what was approved")
struct KeepingTests {
  private let solver = VariantSolver(solver: GLPKSolver())

  @Test("as few are dropped as any plan allows, then the goals decide", arguments: 0..<10)
  func enumeration(batch: Int) throws {
    var (whole, partial) = (0, 0)
    for seed in batch * 40..<(batch + 1) * 40 {
      var random = SeededGenerator(seed: seed)
      let base = TinyScenarios.random(seed: seed)
      guard let approved = try solver.solve(base).plan else { continue }
      var variant = ScenarioChanges.random(base, &random)
      variant.land.cityQuota = max(0, variant.land.cityQuota - 2 * Area.mu)
      func kept(_ plan: Plan) -> Int {
        plan.steps.indices.count { approved.steps[$0] > 0 && plan.steps[$0] >= approved.steps[$0] }
      }
      var most: Int?
      let counting = PlanEnumeration(scenario: variant, limit: 6_000) { plan in
        most = max(most ?? 0, kept(plan))
        return true
      }
      guard counting.run() != nil else { continue }
      let best = PlanEnumeration(scenario: variant, limit: 6_000) { kept($0) == most }.run()?.best
      let found = try KeepingApprovals(variant, approved: base, approved, solver: solver).run()
      #expect(found.allotment.plan == best?.plan, "seed \(seed)")
      #expect(found.isLeastChange)
      guard let most else { continue }
      #expect(found.approved.count - found.dropped.count == most, "seed \(seed)")
      if found.dropped.isEmpty { whole += 1 } else { partial += 1 }
    }
    #expect(whole > 0 && partial > 0)
  }
}
