import Accounts
import GLPKSolver
import LinearProgram
import PlanEnumeration
import Policy
import SampleScenarios
import Scenario
import Studies
import Testing

/// What is known of similar scenarios changes how a plan is found, never which.
@Suite("Variants solved near their relatives")
struct RelativesTests {
  private let solver = VariantSolver(solver: GLPKSolver())

  @Test("the outcome is that of a cold search, whatever the relatives", arguments: 0..<10)
  func coldSearch(batch: Int) throws {
    for seed in batch * 40..<(batch + 1) * 40 {
      var random = SeededGenerator(seed: seed)
      let base = TinyScenarios.random(seed: seed)
      let scenarios =
        [base] + (0..<4).map { _ in ScenarioChanges.random(base, &random) }
      let cold = try scenarios.map { try self.cold($0) }
      for (index, scenario) in scenarios.enumerated() {
        var others = cold
        others.remove(at: index)
        let found = try solver.solve(PolicyModel(scenario), near: others)
        #expect(found == cold[index].allotment, "seed \(seed), variant \(index)")
      }
    }
  }

  @Test("the same on scenarios of many projects")
  func larger() throws {
    for seed in 0..<25 {
      var random = SeededGenerator(seed: seed)
      let base = SampleScenarios.random(seed: seed)
      let known = try cold(base)
      for number in 0..<3 {
        let variant = try cold(ScenarioChanges.random(base, &random))
        let found = try solver.solve(variant.model, near: [known])
        #expect(found == variant.allotment, "seed \(seed), variant \(number)")
      }
    }
  }

  @Test(
    "a model that allows no more has no plan that the other does not have, and none that is better")
  func relation() throws {
    var related = 0
    for seed in 0..<400 {
      var random = SeededGenerator(seed: seed)
      let base = try cold(TinyScenarios.random(seed: seed))
      let variant = try cold(ScenarioChanges.random(base.scenario, &random))
      for (tight, loose) in [(base, variant), (variant, base)]
      where tight.model.allowsNoMore(than: loose.model) {
        related += 1
        guard let plan = tight.allotment.plan else { continue }
        let ledger = Ledger(scenario: loose.scenario, plan: plan)
        #expect(ledger.violations.isEmpty, "seed \(seed)")
        #expect(ledger.scenario.goals.map(ledger.value) == values(tight), "seed \(seed)")
        let loosened = PlanEnumeration(scenario: loose.scenario, limit: 4_000).run()
        if let best = loosened?.best {
          #expect(key(best.goals, loose) >= key(values(tight), loose))
        }
      }
    }
    #expect(related > 200, "only \(related) pairs are related")
  }

  @Test("a quota that is lowered inherits the plan that it still allows, without a search")
  func inheritance() throws {
    struct Refusal: ProgramSolver {
      func maximize(
        _ objective: LinearExpression, over program: IntegerProgram, options: SolverOptions,
        budget: Budget
      ) throws(SolverFailure) -> Outcome { throw SolverFailure("asked to search") }
    }
    var inherited = 0
    for seed in 0..<200 {
      let base = try cold(TinyScenarios.random(seed: seed))
      var tight = base.scenario
      tight.land.cityQuota = max(0, tight.land.cityQuota - Area.mu)
      let expected = try cold(tight)
      guard expected.allotment.plan == base.allotment.plan, base.allotment.plan != nil,
        expected.model.allowsNoMore(than: base.model)
      else { continue }
      let refusing = VariantSolver(solver: Refusal())
      #expect(
        try refusing.solve(expected.model, near: [base]) == expected.allotment, "seed \(seed)")
      inherited += 1
    }
    #expect(inherited > 50, "only \(inherited) plans are inherited")
  }

  /// Solved alone, without saying why there is no plan.
  private func cold(_ scenario: Scenario) throws -> SolvedVariant {
    let model = PolicyModel(scenario)
    var allotment = try solver.solve(model)
    allotment.conflict = nil
    return SolvedVariant(model, allotment)
  }

  private func values(_ variant: SolvedVariant) -> [Int] {
    variant.allotment.goals.compactMap(\.value)
  }

  private func key(_ values: [Int], _ variant: SolvedVariant) -> Key {
    Key(values: zip(variant.scenario.goals, values).map { $0.sense == .maximize ? $1 : -$1 })
  }

  private struct Key: Comparable {
    var values: [Int]
    static func < (a: Key, b: Key) -> Bool { a.values.lexicographicallyPrecedes(b.values) }
  }
}
