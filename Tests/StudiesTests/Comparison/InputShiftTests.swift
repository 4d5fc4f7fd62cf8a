import Accounts
import LinearProgram
import PlanEnumeration
import SampleScenarios
import Scenario
import Studies
import Testing

/// Which way inputs moved, against all plans of tiny scenarios.
@Suite("Looser and tighter inputs")
struct InputShiftTests {
  private func shift(_ base: Scenario, _ variant: Scenario) -> InputShift {
    Comparison(
      AccountedCase(base, unsolved(base)), AccountedCase(variant, unsolved(variant))
    ).shift
  }

  private func unsolved(_ scenario: Scenario) -> Allotment {
    Allotment(
      status: .unknown,
      goals: scenario.goals.map { GoalOutcome(goal: $0, value: nil, bound: nil) })
  }

  /// Changes that each allow more.
  private let looser: [(inout Scenario) -> Void] = [
    { $0.land.cityQuota += Area.mu },
    { $0.land.provincialQuota += Area.mu },
    { $0.land.developmentZoneReserve = max(0, $0.land.developmentZoneReserve - Area.mu) },
    { $0.land.municipalGuarantee = .preferred },
    { $0.land.keyProjectsMayUseCountyQuota = true },
    { $0.farmland.banks = [] },
    { $0.merit?.threshold = nil },
    { $0.projects[0].isApproved = true },
    { $0.projects[1].conformsToPlans = true },
    { $0.projects[0].lock = .none },
    { $0.projects[1].excludes = [] },
    { $0.projects[1].requires = [] },
    { scenario in
      for index in scenario.resources.indices {
        scenario.resources[index].cityCap = scenario.resources[index].cityCap.map { $0 + 2 }
      }
    },
  ]

  @Test("what is called looser keeps every plan, and its reverse is called tighter")
  func soundness() {
    var counted = 0
    for seed in 0..<60 {
      let base = TinyScenarios.random(seed: seed)
      for (number, change) in looser.enumerated() {
        var variant = base
        change(&variant)
        let (there, back) = (shift(base, variant), shift(variant, base))
        #expect(!there.isTighter && !there.hasOther, "seed \(seed) change \(number)")
        #expect(there.isLooser == back.isTighter && !back.isLooser, "seed \(seed) \(number)")
        guard there.isLooser else { continue }
        // A-5 is about the units of land, which follow from all areas, and no limit.
        let lost = PlanEnumeration(scenario: base, limit: 1_500) { plan in
          Ledger(scenario: variant, plan: plan).violations.contains { $0.clause != "A-5" }
        }.run()
        guard let lost else { continue }
        counted += 1
        #expect(lost.legal == 0, "seed \(seed) change \(number)")
      }
    }
    #expect(counted > 100)
  }

  @Test("what changes what is wanted is neither looser nor tighter")
  func others() {
    let base = TinyScenarios.random(seed: 3)
    let changes: [(inout Scenario) -> Void] = [
      { $0.goals.removeLast() }, { $0.projects[0].investmentThisYear += 7 },
      { $0 = ScenarioPairs.variant(of: $0, 3) }, { $0.projects[0].priority += 1 },
    ]
    for change in changes {
      var variant = base
      change(&variant)
      #expect(shift(base, variant).hasOther)
      #expect(!shift(base, variant).isOnlyLooser)
    }
    var renamed = base
    renamed.title = "别的名字"
    renamed.projects[0].name = "别的项目"
    #expect(!shift(base, renamed).hasOther)
  }
}
