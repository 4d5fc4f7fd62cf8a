public import Scenario

/// What one more project would need beyond what is left, with everything else kept as it is (E-2).
public struct Shortage: Sendable, Equatable {
  /// The indicator that is short.
  public enum Indicator: Sendable, Equatable {
    /// New construction land, 1/3 m².
    case newLand
    /// Compensation in the unit of the bank.
    case compensation(Bank)
    /// A resource in its resolution; of the city if `county` is nil.
    case resource(Int, county: Int?)
  }

  public var indicator: Indicator
  public var clause: String
  /// What the project needs for its least steps, in smallest units.
  public var need: Int
  /// What is left for it, in smallest units (negative only under an illegal plan).
  public var left: Int

  public init(indicator: Indicator, clause: String, need: Int, left: Int) {
    self.indicator = indicator
    self.clause = clause
    self.need = need
    self.left = left
  }

  /// Amount that is missing, in smallest units.
  public var amount: Int { Int(clamping: Int128(need) - Int128(left)) }
}

/// Finds what keeps a project out that no rule keeps out.
struct ShortageFinder {
  let ledger: Ledger

  private var scenario: Scenario { ledger.scenario }
  private var totals: UseTotals { ledger.totals }

  /// Shortages of a project that is not supported, for its least steps; empty if everything would suffice.
  func shortages(of index: Int) -> [Shortage] {
    let project = scenario.projects[index]
    let steps = project.minimumSteps
    let land = Exact.share(of: project.landThisYear, part: steps, whole: project.steps)
    let stock = min(land, usableStock(in: project.county))
    var all = [
      Shortage(
        indicator: .newLand, clause: landClause(project.level), need: land - stock,
        left: quotaLeft(for: project))
    ]
    if ledger.banks.exist {
      let need = Compensation.need(of: project, steps: steps, stock: stock)
      all += Bank.allCases.map { compensation($0, need: need[$0], level: project.level) }
    }
    for resource in scenario.resources.indices {
      all += demand(of: project, resource, steps: steps)
    }
    return all.filter { $0.need > 0 && $0.amount > 0 }
  }

  private func usableStock(in county: Int) -> Int {
    let lots = ledger.lots.filter { $0.county == county }
    let outside = Exact.sum(lots.lazy.filter { !$0.inDevelopmentZone }.map(\.area))
    let inside = Exact.sum(lots.lazy.filter(\.inDevelopmentZone).map(\.area))
    var zone = inside - totals.stockInside[county]
    let reserve = scenario.land.developmentZoneReserve
    if reserve > 0 {
      let area = Exact.sum(ledger.lots.lazy.filter(\.inDevelopmentZone).map(\.area))
      zone = min(zone, area - reserve - Exact.sum(totals.stockInside))
    }
    return max(0, outside - totals.stockOutside[county] + zone)
  }

  private func landClause(_ level: Level) -> String {
    switch level {
    case .provincial: "L-4"
    case .municipal: "L-1"
    case .other: "L-3"
    case .reserve: "R-2"
    }
  }

  private func quotaLeft(for project: Project) -> Int {
    let rules = scenario.land
    var left = 0
    if rules.mayUseCityQuota(project.level) { left += rules.cityQuota - totals.city }
    if project.level == .provincial { left += rules.provincialQuota - totals.provincial }
    if rules.mayUseCountyQuota(project.level) {
      left += rules.countyQuota(project.county) - totals.county[project.county]
    }
    return left
  }

  private func compensation(_ bank: Bank, need: Int, level: Level) -> Shortage {
    let banks = ledger.banks
    let rule = scenario.farmland.ringFence
    let all = banks.pool[bank] - banks.use(bank)
    var left = all
    if level != .provincial {
      left = min(all, banks.pool[bank] - banks.ringFence[bank] - banks.otherUse[bank])
    } else if !rule.provincialMayUseRest, bank == .quantity || rule.scope == .eachBank {
      left = min(all, banks.ringFence[bank] - banks.provincialUse[bank])
    }
    return Shortage(
      indicator: .compensation(bank), clause: need <= all ? "F-3" : "F-1", need: need, left: left)
  }

  private func demand(of project: Project, _ index: Int, steps: Int) -> [Shortage] {
    let resource = scenario.resources[index]
    let demand = project.demands.indices.contains(index) ? project.demands[index] : 0
    let need = ResourceCharge.charge(project, demand: demand, resource: resource, steps: steps)
    let city = resource.cityCap.map {
      Shortage(
        indicator: .resource(index, county: nil), clause: "E-2", need: need,
        left: $0 - totals.charged[index])
    }
    let county = resource.countyCap(project.county).map {
      Shortage(
        indicator: .resource(index, county: project.county), clause: "E-2", need: need,
        left: $0 - totals.chargedIn[index][project.county])
    }
    return [city, county].compactMap { $0 }
  }
}
