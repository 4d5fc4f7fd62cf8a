import Certificate
import Scenario

extension ModelRows {
  /// Stock land of each project within what it stands in for, and of each county within what there is (L-2).
  mutating func addStockLand() {
    for project in parameters.competing {
      let (facts, id) = (parameters.projects[project], scenario.projects[project].id)
      let steps = columns.supportedSteps(project)
      if columns.paddySlice[project] != nil {
        add("L-2:paddy[\(id)]", columns.onPaddy(project) - steps * facts.paddy, atMost: 0)
      }
      if columns.farmlandSlice[project] != nil {
        add(
          "L-2:farmland[\(id)]",
          columns.onFarmland(project) - steps * (facts.farmland - facts.paddy), atMost: 0)
      }
      if columns.otherSlice[project] != nil {
        add(
          "L-2:other[\(id)]", columns.onOther(project) - steps * (facts.land - facts.farmland),
          atMost: 0)
      }
    }
    for (county, name) in scenario.counties.enumerated() where parameters.stock[county].area > 0 {
      let used = columns.stockLand(ofCounty: county)
      add("L-2:stock[\(name)]", used, atMost: parameters.stock[county].area)
      add("L-2:disposal[\(name)]", used, atLeast: parameters.stock[county].minimum)
    }
  }

  /// The reserve in development zones (S-1).
  mutating func addZones() {
    let reserve = scenario.land.developmentZoneReserve
    guard reserve > 0 else { return }
    var (area, used) = (0, Expression())
    for (county, name) in scenario.counties.enumerated() {
      guard let column = columns.zone[county] else { continue }
      let inside = Expression.column(column, times: columns.zoneStep)
      area += parameters.stock[county].inside
      used = used + inside
      add(
        "S-1:zone[\(name)]", inside - columns.stockLand(ofCounty: county),
        atLeast: -parameters.stock[county].outside)
    }
    add("S-1:reserve", used, atMost: area - reserve)
  }

  /// County, city and provincial quota (L-3, L-1, L-4).
  mutating func addQuotas() {
    let land = scenario.land
    for (county, name) in scenario.counties.enumerated() {
      for level in Level.allCases where columns.countyQuota[county][level.place] != nil {
        add(
          "L-3:use[\(name),\(level.rawValue)]",
          columns.newLand(county, level) - columns.countyQuotaUse(county, level), atLeast: 0)
      }
      add(
        "L-3:quota[\(name)]",
        .sum(Level.allCases.map { columns.countyQuotaUse(county, $0) }),
        atMost: land.countyQuota(county))
    }
    let ofCity = Level.allCases.filter { land.mayUseCityQuota($0) }
    add(
      "L-1:city_quota", columns.landBesideCountyQuota(ofCity.filter { $0 != .provincial }),
      atMost: land.cityQuota)
    if land.provincialMayUseCityQuota {
      add(
        "L-4:provincial_and_city_quota", columns.landBesideCountyQuota(ofCity),
        atMost: land.provincialQuota + land.cityQuota)
    } else {
      add(
        "L-4:provincial_quota", columns.landBesideCountyQuota([.provincial]),
        atMost: land.provincialQuota)
    }
  }

  /// The grain capacity of the farmland that is left to compensate (F-1, A-6).
  mutating func addGrain() {
    for project in parameters.competing where columns.grain[project] != nil {
      let facts = parameters.projects[project]
      var (a, b) = (facts.farmland, facts.grain)
      while b != 0 { (a, b) = (b, a % b) }
      let divisor = max(a, 1)
      add(
        "F-1:grain[\(scenario.projects[project].id)]",
        columns.compensation(project, .grain) * (facts.farmland / divisor)
          - columns.compensation(project, .quantity) * (facts.grain / divisor), atLeast: 0)
    }
  }

  /// The pool of each bank, its ring-fence, and what crosses a boundary (F-1, F-3).
  mutating func addBanks() {
    let fence = scenario.farmland.ringFence
    let provincial = parameters.competing.filter { parameters.level($0) == .provincial }
    let others = parameters.competing.filter { parameters.level($0) != .provincial }
    for bank in Bank.allCases {
      let (pool, kept) = (parameters.banks.pool[bank], parameters.banks.ringFence[bank])
      add(
        "F-1:pool[\(bank)]", columns.compensation(of: parameters.competing, bank), atMost: pool)
      for (county, name) in scenario.counties.enumerated()
      where columns.transfer[county][bank.rawValue] != nil {
        add(
          "F-1:transfer[\(name),\(bank)]",
          columns.transferred(county, bank)
            - columns.compensation(of: columns.projects(county), bank),
          atLeast: -parameters.banks.surplus[county][bank])
      }
      add(
        "F-3:outside_ring_fence[\(bank)]", columns.compensation(of: others, bank),
        atMost: pool - kept)
      if !fence.provincialMayUseRest, fence.covers(bank) {
        add(
          "F-3:ring_fence[\(bank)]", columns.compensation(of: provincial, bank), atMost: kept)
      }
    }
  }
}
