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
  private let ledger: Ledger
  private let scenario: Scenario
  private let totals: UseTotals
  private let factors: ChargeFactors
  /// Stock land that is left per county, 1/3 m².
  private let usableStock: [Int]

  init(ledger: Ledger) {
    self.ledger = ledger
    scenario = ledger.scenario
    totals = ledger.totals
    factors = ChargeFactors(ledger.scenario)
    usableStock = Self.usableStock(ledger)
  }

  /// Shortages of a project that is not supported, for its least steps; empty if everything would suffice.
  func shortages(of index: Int) -> [Shortage] {
    shortages(of: index, upTo: scenario.projects[index].minimumSteps)
  }

  /// Shortages of a project that is to get so many steps, for those that it does not have yet.
  func shortages(of index: Int, upTo total: Int) -> [Shortage] {
    shortages(of: index, as: scenario.projects[index], upTo: total)
  }

  /// The same for a project in another size, all of it.
  func shortages(of index: Int, scaledTo size: Int) -> [Shortage] {
    let project = scenario.projects[index].scaled(to: size)
    return shortages(of: index, as: project, upTo: project.steps)
  }

  private func shortages(of index: Int, as project: Project, upTo total: Int) -> [Shortage] {
    let (had, stockBefore) = (ledger.plan.steps[index], ledger.plan.stockLand[index])
    let steps = total - had
    let land = Exact.share(of: project.landThisYear, part: steps, whole: project.steps)
    let stock = min(land, usableStock[project.county])
    var all: [Shortage] = []
    func note(_ shortage: Shortage) {
      if shortage.need > 0, shortage.amount > 0 { all.append(shortage) }
    }
    note(
      Shortage(
        indicator: .newLand, clause: landClause(project.level), need: land - stock,
        left: quotaLeft(for: project)))
    if ledger.banks.exist {
      let full = Compensation.need(of: project, steps: total, stock: stockBefore + stock)
      let before = ledger.projects[index].compensation
      for bank in Bank.allCases where full[bank] > before[bank] {
        note(compensation(bank, need: full[bank] - before[bank], level: project.level))
      }
    }
    for resource in project.demands.indices where project.demands[resource] > 0 {
      demand(of: project, resource, steps: steps, note)
    }
    return all
  }

  private static func usableStock(_ ledger: Ledger) -> [Int] {
    let totals = ledger.totals
    let none = [Int](repeating: 0, count: ledger.scenario.counties.count)
    var (outside, inside) = (none, none)
    for lot in ledger.lots {
      if lot.inDevelopmentZone {
        inside[lot.county] += lot.area
      } else {
        outside[lot.county] += lot.area
      }
    }
    let reserve = ledger.scenario.land.developmentZoneReserve
    let open = Exact.sum(inside) - reserve - Exact.sum(totals.stockInside)
    return none.indices.map { county in
      var zone = inside[county] - totals.stockInside[county]
      if reserve > 0 { zone = min(zone, open) }
      return max(0, outside[county] - totals.stockOutside[county] + zone)
    }
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
    var left = 0
    if scenario.land.mayUseCityQuota(project.level) {
      left += scenario.land.cityQuota - totals.city
    }
    if project.level == .provincial {
      left += scenario.land.provincialQuota - totals.provincial
    }
    if scenario.land.mayUseCountyQuota(project.level) {
      left += scenario.land.countyQuota(project.county) - totals.county[project.county]
    }
    return left
  }

  private func compensation(_ bank: Bank, need: Int, level: Level) -> Shortage {
    let rule = scenario.farmland.ringFence
    let pool = ledger.banks.pool[bank]
    let all = pool - ledger.banks.use(bank)
    var left = all
    if level != .provincial {
      left = min(all, pool - ledger.banks.ringFence[bank] - ledger.banks.otherUse[bank])
    } else if !rule.provincialMayUseRest, bank == .quantity || rule.scope == .eachBank {
      left = min(all, ledger.banks.ringFence[bank] - ledger.banks.provincialUse[bank])
    }
    return Shortage(
      indicator: .compensation(bank), clause: need <= all ? "F-3" : "F-1", need: need, left: left)
  }

  private func demand(
    of project: Project, _ index: Int, steps: Int, _ note: (Shortage) -> Void
  ) {
    let need = factors.charge(index, demand: project.demands[index], of: project, steps: steps)
    if let cap = scenario.resources[index].cityCap {
      note(
        Shortage(
          indicator: .resource(index, county: nil), clause: "E-2", need: need,
          left: cap - totals.charged[index]))
    }
    if let cap = scenario.resources[index].countyCap(project.county) {
      note(
        Shortage(
          indicator: .resource(index, county: project.county), clause: "E-2", need: need,
          left: cap - totals.chargedIn[index][project.county]))
    }
  }
}
