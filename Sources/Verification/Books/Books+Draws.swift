import Scenario

extension Books {
  /// Accounts 2: county quota per county and level, then provincial quota, then city quota; all in id order.
  mutating func drawQuotas(_ parameters: Parameters) {
    let land = parameters.scenario.land
    var county = plan.countyQuota
    var provincial = land.provincialQuota
    for project in parameters.projects.indices {
      let (place, level) = (parameters.county(project), parameters.level(project))
      var rest = newLand[project]
      countyQuota[project] = take(&rest, from: &county[place][level.place])
      if level == .provincial { provincialQuota[project] = take(&rest, from: &provincial) }
      cityQuota[project] = land.mayUseCityQuota(level) || level == .provincial ? rest : 0
    }
  }

  /// Accounts 1: every lot's minimum, then lots outside zones before those inside; then the projects in id order.
  mutating func drawLots(_ parameters: Parameters) {
    for county in parameters.counties {
      let own = parameters.stockUsers[county].filter { plan.stock[$0] > 0 }
      let lots = parameters.stock[county].lots
      var rest = own.reduce(0) { $0 + plan.stock[$1] }
      for lot in lots { lotUse[lot] = take(&rest, upTo: parameters.lots[lot].minimumDisposal) }
      for inside in [false, true] {
        for lot in lots where parameters.lots[lot].inDevelopmentZone == inside {
          lotUse[lot] += take(&rest, upTo: parameters.lots[lot].area - lotUse[lot])
        }
      }
      var open = lots.map { lotUse[$0] }
      for project in own {
        var need = plan.stock[project]
        for place in lots.indices {
          let amount = take(&need, from: &open[place])
          if amount > 0 { lotDraws[project].append(LotDraw(lot: lots[place], amount: amount)) }
        }
      }
    }
  }

  /// Accounts 3: bank by bank, everybody first on the own county, then in id order on the others in print order.
  mutating func drawBanks(_ parameters: Parameters) {
    guard parameters.banks.exist else { return }
    var open = parameters.banks.surplus
    let users = parameters.projects.indices.filter { !compensation[$0].isZero }
    for bank in Bank.allCases {
      var needs = compensation.map { $0[bank] }
      for project in users {
        let home = parameters.county(project)
        let amount = take(&needs[project], from: &open[home][bank])
        record(amount, of: bank, project: project, donor: home)
      }
      // Donors before this one have nothing left.
      var first = 0
      for project in users where needs[project] > 0 {
        var donor = first
        while needs[project] > 0, donor < open.count {
          let amount = take(&needs[project], from: &open[donor][bank])
          record(amount, of: bank, project: project, donor: donor)
          donor += 1
        }
        while first < open.count, open[first][bank] <= 0 { first += 1 }
      }
    }
    for project in users { bankDraws[project].sort { $0.donor < $1.donor } }
  }

  private mutating func record(_ amount: Int, of bank: Bank, project: Int, donor: Int) {
    guard amount > 0 else { return }
    let known = bankDraws[project].firstIndex { $0.donor == donor }
    if known == nil { bankDraws[project].append(BankDraw(donor: donor, amounts: BankAmounts())) }
    bankDraws[project][known ?? bankDraws[project].count - 1].amounts[bank] += amount
  }

  private func take(_ need: inout Int, from store: inout Int) -> Int {
    let amount = max(0, min(need, store))
    need -= amount
    store -= amount
    return amount
  }

  private func take(_ need: inout Int, upTo limit: Int) -> Int {
    let amount = max(0, min(need, limit))
    need -= amount
    return amount
  }
}
