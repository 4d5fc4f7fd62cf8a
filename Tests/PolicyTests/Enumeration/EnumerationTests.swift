import Accounts
import GLPKSolver
import PlanEnumeration
import Policy
import Scenario
import Testing

/// The search against all plans of tiny scenarios, judged by the accounts and not by the model.
@Suite("Every plan of tiny scenarios")
struct EnumerationTests {
  /// Scenarios in one batch; batches run side by side.
  private static let batch = 100
  private static let mostPlans = 6_000

  @Test("the search finds what looking at all plans finds", arguments: 0..<30)
  func agrees(batch: Int) throws {
    var judged = 0
    for seed in batch * Self.batch..<(batch + 1) * Self.batch {
      let scenario = TinyScenarios.random(seed: seed)
      guard let found = PlanEnumeration(scenario: scenario, limit: Self.mostPlans).run() else {
        continue
      }
      judged += 1
      try compare(found.best, scenario, seed)
    }
    // Few scenarios may be too large, or the test would say little.
    #expect(judged > Self.batch * 3 / 4)
  }

  private func compare(_ best: PlanEnumeration.Best?, _ scenario: Scenario, _ seed: Int) throws {
    let allotment = try AllotmentSearch(PolicyModel(scenario), solver: GLPKSolver()).run()
    guard let best else {
      #expect(allotment.status == .infeasible, "seed \(seed): no plan is legal")
      let conflict = try #require(allotment.conflict, "seed \(seed)")
      #expect(!conflict.items.isEmpty && conflict.isMinimal, "seed \(seed)")
      #expect(!conflict.remedies.isEmpty && conflict.isRemedyConfirmed, "seed \(seed)")
      return
    }
    #expect(allotment.status == .optimal, "seed \(seed)")
    #expect(allotment.goals.map(\.value) == best.goals, "seed \(seed)")
    #expect(allotment.goals.allSatisfy(\.isProved) && allotment.isTieBreakProved, "seed \(seed)")
    #expect(allotment.plan == best.plan, "seed \(seed)")
  }
}
