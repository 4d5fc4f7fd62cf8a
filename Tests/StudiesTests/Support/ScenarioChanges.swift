import SampleScenarios
import Scenario

/// Random changes of a scenario, of the kinds that planners ask about.
enum ScenarioChanges {
  /// A scenario with one amount or more changed, some tightened, some loosened, some neither.
  static func random(_ scenario: Scenario, _ random: inout SeededGenerator) -> Scenario {
    var changed = scenario
    for _ in 0..<Int.random(in: 1...2, using: &random) { change(&changed, &random) }
    return changed
  }

  private static func change(_ scenario: inout Scenario, _ random: inout SeededGenerator) {
    let some = Int.random(in: -3...3, using: &random)
    let project = Int.random(in: scenario.projects.indices, using: &random)
    switch Int.random(in: 0..<9, using: &random) {
    case 0: scenario.land.cityQuota = max(0, scenario.land.cityQuota + some * Area.mu)
    case 1: scenario.land.provincialQuota = max(0, scenario.land.provincialQuota + some * Area.mu)
    case 2 where !scenario.land.countyQuotas.isEmpty:
      scenario.land.countyQuotas[0] = max(0, scenario.land.countyQuotas[0] + some * Area.mu)
    case 3 where !scenario.resources.isEmpty:
      scenario.resources[0].cityCap = scenario.resources[0].cityCap.map { max(0, $0 + some) }
    case 4 where !scenario.resources.isEmpty:
      let steps = scenario.projects[project].steps
      scenario.projects[project].demands[0] = max(1, abs(some)) * steps
    case 5: scenario.projects[project].lock = Lock.allCases.randomElement(using: &random) ?? .none
    case 6: scenario.projects[project].investmentThisYear += max(0, some)
    case 7 where !scenario.farmland.banks.isEmpty:
      scenario.farmland.banks[0].added.quantity += max(0, some) * Area.mu
    default: scenario.farmland.ringFence.share = max(0, min(10_000, 1_500 + some * 500))
    }
  }
}
