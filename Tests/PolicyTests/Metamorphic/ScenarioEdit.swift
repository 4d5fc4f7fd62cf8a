import Scenario

/// The same facts in another order or under other names.
enum ScenarioEdit {
  /// Puts the projects in another order: `order[new]` is the old index.
  static func permuteProjects(_ scenario: Scenario, _ order: [Int]) -> Scenario {
    var result = scenario
    let place = inverse(order)
    result.projects = order.map { old in
      var project = scenario.projects[old]
      project.requires = project.requires.map { place[$0] }.sorted()
      project.excludes = project.excludes.map { place[$0] }.sorted()
      return project
    }
    // Projects stand in the order of their ids.
    for index in result.projects.indices { result.projects[index].id = scenario.projects[index].id }
    result.baseline = scenario.baseline.map { $0.map { place[$0] }.sorted() }
    return result
  }

  /// Puts the counties in another order: `order[new]` is the old index.
  static func permuteCounties(_ scenario: Scenario, _ order: [Int]) -> Scenario {
    var result = scenario
    let place = inverse(order)
    func moved<Element>(_ list: [Element]) -> [Element] {
      list.isEmpty ? [] : order.map { list[$0] }
    }
    result.counties = moved(scenario.counties)
    for index in result.projects.indices {
      result.projects[index].county = place[scenario.projects[index].county]
    }
    result.land.countyQuotas = moved(scenario.land.countyQuotas)
    for index in result.land.stock.indices {
      result.land.stock[index].county = place[scenario.land.stock[index].county]
    }
    result.land.stock.sort { ($0.county, $0.vintage) < ($1.county, $1.vintage) }
    for index in result.farmland.banks.indices {
      result.farmland.banks[index].county = place[scenario.farmland.banks[index].county]
    }
    result.farmland.banks.sort { $0.county < $1.county }
    for index in result.resources.indices {
      result.resources[index].countyCaps = moved(scenario.resources[index].countyCaps)
      result.resources[index].countyCoefficients = moved(
        scenario.resources[index].countyCoefficients)
    }
    eachFilter(&result) { $0.counties = $0.counties.map { place[$0] }.sorted() }
    return result
  }

  /// Puts the resources in another order: `order[new]` is the old index.
  static func permuteResources(_ scenario: Scenario, _ order: [Int]) -> Scenario {
    var result = scenario
    let place = inverse(order)
    result.resources = order.map { scenario.resources[$0] }
    for index in result.projects.indices {
      result.projects[index].demands = order.map { scenario.projects[index].demands[$0] }
      result.projects[index].retired = order.map { scenario.projects[index].retired[$0] }
    }
    result.merit?.energyResource = scenario.merit?.energyResource.map { place[$0] }
    result.merit?.emissionResources = scenario.merit?.emissionResources.map { place[$0] } ?? []
    for goal in result.goals.indices {
      for term in result.goals[goal].terms.indices {
        if case .resource(let old) = result.goals[goal].terms[term].measure {
          result.goals[goal].terms[term].measure = .resource(place[old])
        }
      }
    }
    return result
  }

  /// States every amount of money in a unit `factor` times as small.
  static func multiplyMoney(_ scenario: Scenario, by factor: Int) -> Scenario {
    var result = scenario
    for index in result.projects.indices {
      result.projects[index].investmentThisYear *= factor
    }
    result.investmentTarget?.amount *= factor
    return result
  }

  /// States a resource without coefficients in a unit `factor` times as small.
  static func scaleResource(_ scenario: Scenario, _ resource: Int, by factor: Int) -> Scenario {
    var result = scenario
    for index in result.projects.indices { result.projects[index].demands[resource] *= factor }
    result.resources[resource].cityCap = scenario.resources[resource].cityCap.map { $0 * factor }
    result.resources[resource].countyCaps = scenario.resources[resource].countyCaps.map { cap in
      cap.map { $0 * factor }
    }
    return result
  }

  /// Appends a project at the end of the id order.
  static func adding(_ project: Project, to scenario: Scenario) -> Scenario {
    var result = scenario
    result.projects.append(project)
    return result
  }

  private static func inverse(_ order: [Int]) -> [Int] {
    var place = Array(repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { place[old] = new }
    return place
  }

  private static func eachFilter(_ scenario: inout Scenario, _ change: (inout Goal.Filter) -> Void)
  {
    for goal in scenario.goals.indices {
      for term in scenario.goals[goal].terms.indices {
        change(&scenario.goals[goal].terms[term].filter)
      }
    }
  }
}
