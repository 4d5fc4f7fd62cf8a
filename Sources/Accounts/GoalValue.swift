public import Scenario

extension Ledger {
  /// Value of a goal for this plan, in smallest units: the weighted sum of its measures.
  public func value(of goal: Goal) -> Int {
    var total: Int128 = 0
    for term in goal.terms { total += Int128(term.weight) * value(of: term) }
    return Int(clamping: total)
  }

  private func value(of term: Goal.Term) -> Int128 {
    if case .transfer(let bank) = term.measure {
      let covered = term.filter.counties
      return banks.inflow.indices.filter { covered.isEmpty || covered.contains($0) }
        .reduce(into: Int128(0)) { $0 += Int128(banks.inflow[$1][bank]) }
    }
    let baseline = Set(scenario.baseline ?? [])
    let all = scenario.projects
    var total: Int128 = 0
    // Fact by fact, because a copy of each project would take longer than the sum.
    for index in competing
    where term.filter.contains(
      level: all[index].level, county: all[index].county, category: all[index].category,
      stage: all[index].stage)
    {
      total += Int128(amount(of: term.measure, index, baseline))
    }
    return total
  }

  private func amount(of measure: Goal.Measure, _ index: Int, _ baseline: Set<Int>) -> Int {
    let isSupported = projects[index].isSupported
    switch measure {
    case .supported: return isSupported ? scenario.projects[index].priority : 0
    case .investment: return projects[index].investment
    case .merit: return isSupported ? merit[index]?.total ?? 0 : 0
    case .newLand: return projects[index].land - plan.stockLand[index]
    case .stockLand: return plan.stockLand[index]
    case .farmland: return projects[index].compensation.quantity
    case .paddy: return projects[index].compensation.paddy
    case .grain: return projects[index].compensation.grain
    case .transfer: return 0
    case .resource(let resource):
      let charged = projects[index].charged
      return charged.indices.contains(resource) ? charged[resource] : 0
    case .baselineChanges: return baseline.contains(index) == isSupported ? 0 : 1
    }
  }
}
