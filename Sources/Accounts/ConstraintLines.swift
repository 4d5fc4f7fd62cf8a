import Scenario

/// Makes every instance of a constraint, in the order of the clauses.
struct ConstraintLines {
  let scenario: Scenario
  let accounts: ProjectAccounts
  let banks: BankAccounts
  let merit: [MeritScore?]
  let totals: UseTotals
  /// Indices of the projects that compete, ascending.
  let competing: [Int]
  /// All instances: quantities and gates.
  private(set) var all: [ConstraintLine] = []
  /// The rules on single projects.
  private(set) var gateLines: [GateLine] = []

  init(
    scenario: Scenario, accounts: ProjectAccounts, banks: BankAccounts, merit: [MeritScore?],
    totals: UseTotals, competing: [Int]
  ) {
    self.scenario = scenario
    self.accounts = accounts
    self.banks = banks
    self.merit = merit
    self.totals = totals
    self.competing = competing
    gateLines = lines
    all = goal + guarantee + land + farmland + resources + zones + gates
  }

  private var goal: [ConstraintLine] {
    guard let target = scenario.investmentTarget else { return [] }
    return [
      ConstraintLine(
        "G-1", .investment, .atLeast, bound: target.amount,
        used: Exact.sum(accounts.projects.lazy.map(\.investment)), isHard: target.isHardFloor)
    ]
  }

  private var guarantee: [ConstraintLine] {
    let entitled = competing.filter { index in
      scenario.projects[index].level == .municipal && scenario.projects[index].landThisYear > 0
        && Gate.allCases.allSatisfy { !$0.keepsOut(index, of: scenario, merit: merit) }
    }
    return [
      ConstraintLine(
        "L-1", .municipalGuarantee, .atLeast, bound: entitled.count,
        used: entitled.count { accounts.projects[$0].isSupported },
        isHard: scenario.land.municipalGuarantee == .required)
    ]
  }

  private var land: [ConstraintLine] {
    let rules = scenario.land
    let county = scenario.counties.indices.map {
      ConstraintLine(
        "L-3", .countyQuota(county: $0), .atMost, bound: rules.countyQuota($0),
        used: totals.county[$0])
    }
    return [ConstraintLine("L-1", .cityQuota, .atMost, bound: rules.cityQuota, used: totals.city)]
      + stock + [
        ConstraintLine(
          "L-4", .provincialQuota, .atMost, bound: rules.provincialQuota, used: totals.provincial)
      ] + county
  }

  /// L-2: stock land of every county that has some, then the minimum disposals.
  private var stock: [ConstraintLine] {
    var (limits, floors): ([ConstraintLine], [ConstraintLine]) = ([], [])
    var lotsOf = [[StockLot]](repeating: [], count: scenario.counties.count)
    for lot in accounts.lots { lotsOf[lot.county].append(lot) }
    for county in scenario.counties.indices {
      let lots = lotsOf[county]
      let use = Exact.sum(accounts.members[county].lazy.map { accounts.plan.stockLand[$0] })
      guard !lots.isEmpty || use > 0 else { continue }
      let area = Exact.sum(lots.lazy.map(\.area))
      let least = Exact.sum(lots.lazy.map(\.minimumDisposal))
      limits.append(
        ConstraintLine("L-2", .stock(county: county), .atMost, bound: area, used: use))
      guard least > 0 else { continue }
      floors.append(
        ConstraintLine("L-2", .minimumDisposal(county: county), .atLeast, bound: least, used: use))
    }
    return limits + floors
  }

  private var farmland: [ConstraintLine] {
    guard banks.exist else { return [] }
    let rule = scenario.farmland.ringFence
    var lines = Bank.allCases.map {
      ConstraintLine("F-1", .pool($0), .atMost, bound: banks.pool[$0], used: banks.use($0))
    }
    lines += Bank.allCases.map {
      ConstraintLine(
        "F-3", .outsideRingFence($0), .atMost, bound: banks.pool[$0] - banks.ringFence[$0],
        used: banks.otherUse[$0])
    }
    if !rule.provincialMayUseRest {
      for bank in Bank.allCases where bank == .quantity || rule.scope == .eachBank {
        lines.append(
          ConstraintLine(
            "F-3", .insideRingFence(bank), .atMost, bound: banks.ringFence[bank],
            used: banks.provincialUse[bank]))
      }
    }
    return lines
  }

  private var resources: [ConstraintLine] {
    scenario.resources.indices.flatMap { index in
      let resource = scenario.resources[index]
      let city = resource.cityCap.map {
        ConstraintLine(
          "E-2", .resource(index, county: nil), .atMost, bound: $0, used: totals.charged[index])
      }
      let county = scenario.counties.indices.compactMap { county in
        resource.countyCap(county).map {
          ConstraintLine(
            "E-2", .resource(index, county: county), .atMost, bound: $0,
            used: totals.chargedIn[index][county])
        }
      }
      return (city.map { [$0] } ?? []) + county
    }
  }

  private var zones: [ConstraintLine] {
    let reserve = scenario.land.developmentZoneReserve
    guard reserve > 0 else { return [] }
    let area = Exact.sum(accounts.lots.lazy.filter(\.inDevelopmentZone).map(\.area))
    return [
      ConstraintLine(
        "S-1", .zoneReserve, .atLeast, bound: reserve, used: area - Exact.sum(totals.stockInside))
    ]
  }
}
