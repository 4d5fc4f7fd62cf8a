import Accounts
import SampleScenarios
import Scenario
import Testing

/// Identities that hold for every legal plan.
@Suite struct RandomLedgerTests {
  private static func ledger(_ seed: Int) -> Ledger {
    let scenario = SampleScenarios.random(seed: seed)
    let plan = SampleScenarios.randomPlan(for: scenario, seed: seed) { plan in
      // Minimum disposals would only be met by full plans; the random scenarios have none.
      Ledger(scenario: scenario, plan: plan).violations.isEmpty
    }
    return Ledger(scenario: scenario, plan: plan)
  }

  @Test(arguments: 0..<60)
  func identities(seed: Int) {
    let ledger = Self.ledger(seed)
    #expect(ledger.violations.isEmpty)
    for (index, account) in ledger.projects.enumerated() {
      #expect(account.sources.stock + account.sources.new == account.land)
      #expect(account.sources.stock == ledger.plan.stockLand[index])
      for bank in Bank.allCases {
        let drawn = account.draws[bank.rawValue].reduce(0) { $0 + $1.amount }
        #expect(drawn == account.compensation[bank])
      }
    }
    for bank in Bank.allCases {
      let crossing = zip(ledger.scenario.projects, ledger.projects).reduce(0) { sum, pair in
        sum
          + pair.1.draws[bank.rawValue].filter { $0.county != pair.0.county }
          .reduce(0) { $0 + $1.amount }
      }
      #expect(crossing == ledger.banks.inflow.reduce(0) { $0 + $1[bank] })
    }
    #expect(ledger.lotUse.reduce(0, +) == ledger.plan.stockLand.reduce(0, +))
    #expect(ledger.constraints.allSatisfy { $0.isKept || !$0.isHard })
  }

  /// Granting all shortages of a refused project lands it and breaks nothing.
  @Test(arguments: 0..<60)
  func shortagesAreEnough(seed: Int) {
    let ledger = Self.ledger(seed)
    // A ring-fence that grows with the pool, or bounds provincial projects, needs a grant of its own kind.
    let rule = ledger.scenario.farmland.ringFence
    let isFixed = rule.base == .task && rule.provincialMayUseRest
    for (index, refusal) in ledger.refusals().enumerated() {
      guard case .shortage(let shortages) = refusal,
        isFixed || shortages.allSatisfy(\.isNoBank)
      else { continue }
      var scenario = ledger.scenario
      for shortage in shortages { grant(shortage, to: index, in: &scenario) }
      let broken = Self.violations(landing: index, ledger, scenario)
      #expect(broken == [], "\(ledger.scenario.projects[index].level) \(shortages)")
    }
  }

  private func grant(_ shortage: Shortage, to index: Int, in scenario: inout Scenario) {
    let project = scenario.projects[index]
    switch shortage.indicator {
    case .newLand:
      if project.level == .provincial {
        scenario.land.provincialQuota += shortage.amount
      } else if scenario.land.mayUseCityQuota(project.level) {
        scenario.land.cityQuota += shortage.amount
      } else {
        scenario.land.countyQuotas[project.county] += shortage.amount
      }
    case .compensation(let bank):
      // County 0 has met its task; what it lacks to a surplus of zero comes on top.
      let own = scenario.farmland.banks[0]
      let net = own.opening[bank] + own.added[bank] - own.task[bank] - own.committed[bank]
      scenario.farmland.banks[0].opening[bank] += shortage.amount + max(0, -net)
    case .resource(let resource, let county):
      if let county {
        scenario.resources[resource].countyCaps[county]? += shortage.amount
      } else {
        scenario.resources[resource].cityCap? += shortage.amount
      }
    }
  }

  /// What breaks when a project lands on all the stock land and county quota that is left, and city quota.
  private static func violations(
    landing index: Int, _ ledger: Ledger, _ scenario: Scenario
  ) -> [Violation] {
    let project = scenario.projects[index]
    let land = project.landThisYear / project.steps * project.minimumSteps
    let lots = ledger.lots.indices.filter { ledger.lots[$0].county == project.county }
    let unused = lots.reduce(0) { $0 + ledger.lots[$1].area - ledger.lotUse[$1] }
    let zones = ledger.lots.indices.filter { ledger.lots[$0].inDevelopmentZone }
    let zoneUnused = zones.reduce(0) { $0 + ledger.lots[$1].area - ledger.lotUse[$1] }
    let ownZone = lots.filter { ledger.lots[$0].inDevelopmentZone }
      .reduce(0) { $0 + ledger.lots[$1].area - ledger.lotUse[$1] }
    let held = max(0, ownZone - max(0, zoneUnused - scenario.land.developmentZoneReserve))
    let stock = min(land, unused - (scenario.land.developmentZoneReserve > 0 ? held : 0))
    let countyLeft =
      scenario.land.mayUseCountyQuota(project.level)
      ? scenario.land.countyQuota(project.county) - ledger.totals.county[project.county] : 0
    var plan = ledger.plan
    plan.steps[index] = project.minimumSteps
    plan.stockLand[index] = stock
    plan.countyQuotaUse[project.county][project.level, default: 0] += min(land - stock, countyLeft)
    return Ledger(scenario: scenario, plan: plan).violations
  }
}

extension Shortage {
  /// Whether it is no shortage of compensation.
  fileprivate var isNoBank: Bool {
    if case .compensation = indicator { return false }
    return true
  }
}
