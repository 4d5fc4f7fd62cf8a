import Scenario

/// What one indicator lacks for a project to be supported with its least steps, everything else as it is.
struct Shortage: Sendable {
  /// What is short, which decides its words and its unit.
  enum Indicator: Sendable, Equatable {
    case newLand
    case bank(Bank)
    /// A resource in the whole city (`nil`) or in a county.
    case resource(Int, county: Int?)
  }

  let indicator: Indicator
  let clause: String
  /// In smallest units.
  let need: Int
  let left: Int

  var missing: Int { need - left }
}

extension Books {
  /// Everything that keeps a project out, in the order of the indicators (section 8 of the model).
  func shortages(of project: Int, _ parameters: Parameters) -> [Shortage] {
    let facts = parameters.projects[project]
    let steps = facts.minimumSteps
    let stock = min(facts.land * steps, usableStock(parameters.county(project), parameters))
    var all = [
      Shortage(
        indicator: .newLand, clause: parameters.level(project).quotaClause,
        need: facts.land * steps - stock, left: quotaLeft(for: project, parameters))
    ]
    if parameters.banks.exist {
      let need = facts.compensation(steps: steps, stock: stock)
      all += Bank.allCases.map { bankLine($0, need: need[$0], project, parameters) }
    }
    all += resourceLines(project, steps: steps, parameters)
    return all.filter { $0.missing > 0 }
  }

  /// Stock land that one more project of a county could use (L-2, S-1).
  private func usableStock(_ county: Int, _ parameters: Parameters) -> Int {
    let (stock, use) = (parameters.stock[county], totals.stock[county])
    var inside = stock.inside - use.inside
    let reserve = parameters.scenario.land.developmentZoneReserve
    if reserve > 0 {
      inside = min(inside, totals.openInside - reserve)
    }
    return stock.outside - use.outside + inside
  }

  /// What is left of all quotas that a project's level may draw.
  private func quotaLeft(for project: Int, _ parameters: Parameters) -> Int {
    let (land, level) = (parameters.scenario.land, parameters.level(project))
    let county = parameters.county(project)
    var left = 0
    if land.mayUseCityQuota(level) { left += land.cityQuota - totals.cityQuota }
    if level == .provincial { left += land.provincialQuota - totals.provincialQuota }
    if land.mayUseCountyQuota(level) { left += land.countyQuota(county) - countyQuotaUse(county) }
    return left
  }

  private func bankLine(
    _ bank: Bank, need: Int, _ project: Int, _ parameters: Parameters
  ) -> Shortage {
    let provincial = totals.byProvincial[bank]
    let others = totals.byOthers[bank]
    let (pool, kept) = (parameters.banks.pool[bank], parameters.banks.ringFence[bank])
    let fence = parameters.scenario.farmland.ringFence
    let open = pool - provincial - others
    var left = open
    if parameters.level(project) != .provincial {
      left = min(open, pool - kept - others)
    } else if !fence.provincialMayUseRest && fence.covers(bank) {
      left = min(open, kept - provincial)
    }
    return Shortage(
      indicator: .bank(bank), clause: open >= need ? "F-3" : "F-1", need: need, left: left)
  }

  private func resourceLines(
    _ project: Int, steps: Int, _ parameters: Parameters
  ) -> [Shortage] {
    let county = parameters.county(project)
    return parameters.scenario.resources.enumerated().flatMap { index, resource in
      let need = parameters.projects[project].charged[index] * steps
      let city = resource.cityCap.map {
        Shortage(
          indicator: .resource(index, county: nil), clause: "E-2", need: need,
          left: $0 - charged(index))
      }
      let local = resource.countyCap(county).map {
        Shortage(
          indicator: .resource(index, county: county), clause: "E-2", need: need,
          left: $0 - charged[index][county])
      }
      return [city, local].compactMap { $0 }
    }
  }
}

extension Level {
  /// The clause that a lack of quota is put down to.
  var quotaClause: String {
    switch self {
    case .municipal: "L-1"
    case .provincial: "L-4"
    case .other: "L-3"
    case .reserve: "R-2"
    }
  }
}
