public import Scenario

/// Something that somebody could grant so that a plan, or a better one, becomes possible.
public enum Lever: Sendable, Hashable {
  case cityQuota
  case provincialQuota
  case countyQuota(Int)
  /// Compensation newly banked in a county that has met its task.
  case bank(Bank, county: Int)
  case cityCap(Int)
  case countyCap(Int, county: Int)
  case zoneReserve
  /// Less of a bank is set apart for provincial projects.
  case ringFence(Bank)
  case disposal(county: Int)
  case investmentFloor
  /// A guaranteed or locked-in project is left out after all; one that is locked out may come in.
  case release(project: Int)

  /// All levers of a model, in a fixed order.
  static func all(_ model: PolicyModel) -> [Lever] {
    let scenario = model.scenario
    var levers: [Lever] = [.cityQuota, .provincialQuota]
    levers += scenario.counties.indices.map { .countyQuota($0) }
    levers += Bank.allCases.compactMap { bank in
      growingCounty(model, bank).map { .bank(bank, county: $0) }
    }
    for (resource, description) in scenario.resources.enumerated() {
      if description.cityCap != nil { levers.append(.cityCap(resource)) }
      levers += scenario.counties.indices.filter { description.countyCap($0) != nil }
        .map { .countyCap(resource, county: $0) }
    }
    levers.append(.zoneReserve)
    levers += scenario.counties.indices.map { .disposal(county: $0) }
    levers.append(.investmentFloor)
    levers += model.parameters.competing.map { .release(project: $0) }
    return levers
  }

  /// The levers that are quotas of somebody: more of them never makes a plan worse, and how much more is exact.
  ///
  /// A bank is left out where its ring-fence would swallow what is added to it, or where no county may add to the pool.
  public static func quotas(_ model: PolicyModel) -> [Lever] {
    let levers = all(model).filter { lever in
      switch lever {
      case .disposal, .investmentFloor, .release, .ringFence: false
      case .bank: lever.growthTakenFirst(model) == 0
      default: true
      }
    }
    // Where provincial projects may not use the rest, less of the ring-fence takes from them what it gives to others.
    let isOpen = model.scenario.farmland.ringFence.provincialMayUseRest
    let fenced = Bank.allCases.filter { isOpen && model.parameters.ringFence[$0] > 0 }
    return levers + fenced.map { .ringFence($0) }
  }

  /// The county with the largest surplus of a bank, where more banked is more surplus.
  private static func growingCounty(_ model: PolicyModel, _ bank: Bank) -> Int? {
    model.scenario.counties.indices.filter { model.parameters.surplus[$0][bank] > 0 }
      .max { a, b in
        let (x, y) = (model.parameters.surplus[a][bank], model.parameters.surplus[b][bank])
        return x != y ? x < y : a > b
      }
  }

  /// Smallest units in one notch of the lever.
  public func unit(_ model: PolicyModel) -> Int {
    switch self {
    case .ringFence(let bank): model.decisions.unit(of: bank)
    case .cityQuota, .provincialQuota, .countyQuota, .zoneReserve, .disposal:
      model.parameters.landStep
    case .bank(let bank, _):
      // Whole shares of the ring-fence, so that what it takes of the growth is exact.
      model.decisions.unit(of: bank) * Lever.wholeShare(model.scenario.farmland.ringFence.share)
    case .cityCap, .countyCap, .investmentFloor, .release: 1
    }
  }

  /// Least amount of which the share is whole.
  private static func wholeShare(_ share: Int) -> Int {
    10_000 / max(1, greatestCommonDivisor(10_000, share))
  }

  /// The rows whose bound it moves outwards, and how much one notch moves each, in smallest units.
  func effects(_ model: PolicyModel) -> [(row: RowOrigin, effect: Int)] {
    let unit = unit(model)
    switch self {
    case .cityQuota: return [(.cityQuota, unit), (.provincialAndCityQuota, unit)]
    case .provincialQuota: return [(.provincialAndCityQuota, unit), (.provincialQuota, unit)]
    case .countyQuota(let county): return [(.countyQuota(county: county), unit)]
    case .bank(let bank, let county):
      let fenced = ringFenced(unit, bank, model)
      return [
        (.pool(bank: bank), unit), (.outsideRingFence(bank: bank), unit - fenced),
        (.ringFence(bank: bank), fenced), (.transfer(county: county, bank: bank), unit),
      ]
    case .cityCap(let resource): return [(.cityCap(resource: resource), unit)]
    case .countyCap(let resource, let county):
      return [(.countyCap(resource: resource, county: county), unit)]
    case .zoneReserve: return [(.zoneReserve, unit)]
    case .ringFence(let bank):
      return [(.outsideRingFence(bank: bank), unit)]
    case .disposal(let county): return [(.disposal(county: county), unit)]
    case .investmentFloor: return [(.investmentFloor, unit)]
    case .release(let project):
      return [(.guarantee(project: project), unit), (.lock(project: project), unit)]
    }
  }

  /// What a bank must grow by before any of it is left beside the ring-fence; 0 unless the share of the base exceeds the pool.
  func growthTakenFirst(_ model: PolicyModel) -> Int {
    guard case .bank(let bank, _) = self else { return 0 }
    let rule = model.scenario.farmland.ringFence
    let pool = model.parameters.pool
    let gap = Parameters.ringFenceShare(bank, model.scenario, pool: pool) - pool[bank]
    guard gap > 0 else { return 0 }
    // A base that grows with the bank takes its share of the growth, too.
    let isGrowing = rule.base == .balance && rule.share < 10_000
    let growth = isGrowing ? ceilingDivide(gap * 10_000, 10_000 - rule.share) : gap
    let unit = model.decisions.unit(of: bank)
    return ceilingDivide(growth, unit) * unit
  }

  /// What the ring-fence takes of a growth of the bank.
  private func ringFenced(_ growth: Int, _ bank: Bank, _ model: PolicyModel) -> Int {
    let rule = model.scenario.farmland.ringFence
    guard rule.base != .task, rule.scope == .eachBank || bank == .quantity else { return 0 }
    return growth / 10_000 * rule.share + growth % 10_000 * rule.share / 10_000
  }

  /// Makes the change in a scenario; a ring-fence is a share, which no amount changes exactly, and stays as it is.
  public func apply(_ amount: Int, to scenario: inout Scenario) {
    switch self {
    case .cityQuota: scenario.land.cityQuota += amount
    case .provincialQuota: scenario.land.provincialQuota += amount
    case .countyQuota(let county):
      if scenario.land.countyQuotas.isEmpty {
        scenario.land.countyQuotas = Array(repeating: 0, count: scenario.counties.count)
      }
      scenario.land.countyQuotas[county] += amount
    case .bank(let bank, let county):
      for index in scenario.farmland.banks.indices
      where scenario.farmland.banks[index].county == county {
        scenario.farmland.banks[index].added[bank] += amount
      }
    case .cityCap(let resource):
      scenario.resources[resource].cityCap = scenario.resources[resource].cityCap.map {
        $0 + amount
      }
    case .countyCap(let resource, let county):
      let cap = scenario.resources[resource].countyCap(county)
      scenario.resources[resource].countyCaps[county] = cap.map { $0 + amount }
    case .zoneReserve: scenario.land.developmentZoneReserve -= amount
    case .ringFence: break
    case .disposal(let county): Lever.lowerDisposal(county, by: amount, &scenario.land)
    case .investmentFloor: scenario.investmentTarget?.amount -= amount
    case .release(let project):
      let isLockedOut = scenario.projects[project].lock == .lockedOut
      scenario.projects[project].lock = isLockedOut ? .none : .lockedOut
    }
  }

  private static func lowerDisposal(_ county: Int, by amount: Int, _ land: inout LandRules) {
    var left = amount
    for index in land.stock.indices where land.stock[index].county == county {
      let cut = min(left, land.stock[index].minimumDisposal)
      land.stock[index].minimumDisposal -= cut
      left -= cut
    }
  }
}
