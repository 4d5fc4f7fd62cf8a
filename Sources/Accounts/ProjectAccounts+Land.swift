import Scenario

extension ProjectAccounts {
  /// Accounting rule 1: lots give their minimum disposal first, then those outside zones, then those inside.
  mutating func assignLots() {
    var lotsOf = [[Int]](repeating: [], count: scenario.counties.count)
    for (index, lot) in lots.enumerated() { lotsOf[lot.county].append(index) }
    for county in scenario.counties.indices {
      let own = lotsOf[county]
      let stock = members[county].map { plan.stockLand[$0] }
      var open = Exact.sum(stock)
      for lot in own { give(lot, upTo: lots[lot].minimumDisposal, &open) }
      for lot in own where !lots[lot].inDevelopmentZone { give(lot, upTo: lots[lot].area, &open) }
      for lot in own where lots[lot].inDevelopmentZone { give(lot, upTo: lots[lot].area, &open) }
      drawOnLots(of: own, by: members[county])
    }
  }

  private mutating func give(_ lot: Int, upTo limit: Int, _ open: inout Int) {
    let amount = min(max(0, limit - lotUse[lot]), open)
    lotUse[lot] += amount
    open -= amount
  }

  private mutating func drawOnLots(of own: [Int], by projects: [Int]) {
    var left = own.map { lotUse[$0] }
    var next = 0
    for project in projects {
      var open = plan.stockLand[project]
      while open > 0, next < own.count {
        let amount = min(open, left[next])
        if amount > 0 { take(amount, from: own[next], for: project) }
        left[next] -= amount
        open -= amount
        if left[next] == 0 { next += 1 }
      }
    }
  }

  private mutating func take(_ area: Int, from lot: Int, for project: Int) {
    projects[project].lotDraws.append(LotDraw(lot: lot, area: area))
    switch lots[lot].kind {
    case .unsupplied: projects[project].sources.unsupplied += area
    case .idle: projects[project].sources.idle += area
    }
  }

  /// Accounting rule 2: county quota as planned, then provincial quota for provincial projects, then city quota.
  mutating func assignQuotas() {
    for county in scenario.counties.indices {
      let levels = Level.allCases
      var left = levels.map { plan.countyQuotaUse[county][$0] ?? 0 }
      for project in members[county] where projects[project].isSupported {
        let level = levels.firstIndex(of: scenario.projects[project].level) ?? 0
        let amount = min(newLand(of: project), left[level])
        projects[project].sources.county = amount
        left[level] -= amount
      }
    }
    var provincial = max(0, scenario.land.provincialQuota)
    for project in scenario.projects.indices {
      let open = newLand(of: project) - projects[project].sources.county
      let amount = scenario.projects[project].level == .provincial ? min(open, provincial) : 0
      provincial -= amount
      projects[project].sources.provincial = amount
      projects[project].sources.city = open - amount
    }
  }

  /// New construction land of a project, 1/3 m².
  func newLand(of project: Int) -> Int { projects[project].land - plan.stockLand[project] }

  /// Accounting rule 3: bank by bank, own county first, then the others in print order.
  mutating func assignDonors(surplus: [BankAmounts]) {
    for bank in Bank.allCases {
      var left = surplus.map { $0[bank] }
      for index in projects.indices where projects[index].compensation[bank] > 0 {
        draw(bank, for: index, from: scenario.projects[index].county, &left)
      }
      // Counties before this one have nothing left: what is drawn from others is drawn in their order.
      var first = 0
      for index in projects.indices where projects[index].compensation[bank] > 0 {
        var county = first
        while open(bank, index) > 0, county < left.count {
          draw(bank, for: index, from: county, &left)
          county += 1
        }
        while first < left.count, left[first] <= 0 { first += 1 }
      }
    }
  }

  private func open(_ bank: Bank, _ project: Int) -> Int {
    var open = projects[project].compensation[bank]
    for draw in projects[project].draws[bank.rawValue] { open -= draw.amount }
    return open
  }

  private mutating func draw(
    _ bank: Bank, for project: Int, from county: Int, _ left: inout [Int]
  ) {
    let amount = min(open(bank, project), left[county])
    guard amount > 0 else { return }
    left[county] -= amount
    projects[project].draws[bank.rawValue].append(DonorDraw(county: county, amount: amount))
  }
}
