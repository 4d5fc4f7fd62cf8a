import Scenario

/// What a plan uses of quotas, stock land and resources, summed over projects; exact.
public struct UseTotals: Sendable, Equatable {
  /// Provincial quota used, 1/3 m².
  public let provincial: Int
  /// City quota used, 1/3 m².
  public let city: Int
  /// County quota used per county, 1/3 m².
  public let county: [Int]
  /// Stock land used outside development zones per county, 1/3 m².
  public let stockOutside: [Int]
  /// Stock land used inside development zones per county, 1/3 m².
  public let stockInside: [Int]
  /// Charged demand per resource in the city, in its resolution.
  public let charged: [Int]
  /// Charged demand per resource and county.
  public let chargedIn: [[Int]]

  init(scenario: Scenario, accounts: ProjectAccounts) {
    let counties = scenario.counties.count
    var county = [Int](repeating: 0, count: counties)
    var outside = county
    var inside = county
    for (lot, use) in zip(accounts.lots, accounts.lotUse) {
      if lot.inDevelopmentZone { inside[lot.county] += use } else { outside[lot.county] += use }
    }
    var (provincial, city) = (0, 0)
    for index in accounts.projects.indices {
      provincial += accounts.projects[index].sources.provincial
      city += accounts.projects[index].sources.city
      county[scenario.projects[index].county] += accounts.projects[index].sources.county
    }
    self.provincial = provincial
    self.city = city
    self.county = county
    stockOutside = outside
    stockInside = inside
    chargedIn = scenario.resources.indices.map { resource in
      accounts.members.map { members in
        Exact.sum(members.lazy.map { accounts.projects[$0].charged[resource] })
      }
    }
    charged = chargedIn.map { Exact.sum($0) }
  }
}
