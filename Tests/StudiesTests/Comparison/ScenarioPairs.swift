import PlanEnumeration
import SampleScenarios
import Scenario

/// A tiny scenario and the same with something changed.
enum ScenarioPairs {
  /// Number of ways in which ``variant(of:_:)`` changes a scenario.
  static let kinds = 9

  /// A scenario changed in one way, or in several (kind 8).
  static func variant(of scenario: Scenario, _ kind: Int) -> Scenario {
    var variant = scenario
    switch kind {
    case 0:
      variant.land.cityQuota += 2 * Area.mu
      variant.land.provincialQuota += Area.mu
    case 1: variant.land.cityQuota = max(0, variant.land.cityQuota - 2 * Area.mu)
    case 2:
      for index in variant.resources.indices {
        variant.resources[index].cityCap = variant.resources[index].cityCap.map { max(0, $0 - 3) }
      }
    case 3: variant = withoutLastProject(scenario)
    case 4: variant.projects[0].investmentThisYear += variant.projects[0].steps
    case 5: variant.projects[0].lock = .lockedOut
    case 6: variant = reversingCounties(scenario)
    case 7: variant.goals.swapAt(0, variant.goals.count - 1)
    default:
      variant = withoutLastProject(scenario)
      variant.land.cityQuota += 3 * Area.mu
      variant.projects[0].lock = .lockedIn
      variant.resources = variant.resources.map { resource in
        var copy = resource
        copy.cityCap = nil
        return copy
      }
    }
    return variant
  }

  private static func withoutLastProject(_ scenario: Scenario) -> Scenario {
    var variant = scenario
    let last = variant.projects.count - 1
    variant.projects.removeLast()
    for index in variant.projects.indices {
      variant.projects[index].requires.removeAll { $0 == last }
      variant.projects[index].excludes.removeAll { $0 == last }
    }
    variant.baseline?.removeAll { $0 == last }
    return variant
  }

  /// The same facts with the counties printed in reverse.
  static func reversingCounties(_ scenario: Scenario) -> Scenario {
    var variant = scenario
    let last = scenario.counties.count - 1
    variant.counties.reverse()
    for index in variant.projects.indices {
      variant.projects[index].county = last - variant.projects[index].county
    }
    variant.land.countyQuotas.reverse()
    for index in variant.land.stock.indices {
      variant.land.stock[index].county = last - variant.land.stock[index].county
    }
    variant.land.stock.sort { ($0.county, $0.vintage) < ($1.county, $1.vintage) }
    for index in variant.farmland.banks.indices {
      variant.farmland.banks[index].county = last - variant.farmland.banks[index].county
    }
    variant.farmland.banks.reverse()
    for index in variant.resources.indices {
      variant.resources[index].countyCaps.reverse()
      variant.resources[index].countyCoefficients.reverse()
    }
    for goal in variant.goals.indices {
      for term in variant.goals[goal].terms.indices {
        let counties = variant.goals[goal].terms[term].filter.counties
        variant.goals[goal].terms[term].filter.counties = counties.map { last - $0 }.sorted()
      }
    }
    return variant
  }
}
