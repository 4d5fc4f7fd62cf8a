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
    return competing.filter { term.filter.contains(scenario.projects[$0]) }
      .reduce(into: Int128(0)) { $0 += Int128(amount(of: term.measure, $1)) }
  }

  private func amount(of measure: Goal.Measure, _ index: Int) -> Int {
    let account = projects[index]
    switch measure {
    case .supported: return account.isSupported ? scenario.projects[index].priority : 0
    case .investment: return account.investment
    case .merit: return account.isSupported ? merit[index]?.total ?? 0 : 0
    case .newLand: return account.land - plan.stockLand[index]
    case .stockLand: return plan.stockLand[index]
    case .farmland: return account.compensation.quantity
    case .paddy: return account.compensation.paddy
    case .grain: return account.compensation.grain
    case .transfer: return 0
    case .resource(let resource):
      return account.charged.indices.contains(resource) ? account.charged[resource] : 0
    case .baselineChanges:
      let isPlanned = scenario.baseline?.contains(index) ?? false
      return isPlanned == account.isSupported ? 0 : 1
    }
  }
}
