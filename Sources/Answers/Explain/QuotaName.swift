package import Accounts
package import Policy
package import Reporting
package import Scenario

/// How a quota is named, and what a plan uses of it.
package struct QuotaName {
  private let scenario: Scenario

  package init(_ scenario: Scenario) { self.scenario = scenario }

  /// Name on the command line and in JSON, e.g. `county:抚宁区`.
  package func key(_ lever: Lever) -> String {
    switch lever {
    case .cityQuota: "city"
    case .provincialQuota: "provincial"
    case .countyQuota(let county): "county:\(scenario.counties[county])"
    case .bank(let bank, _): "bank:\(bank)"
    case .ringFence(let bank): "ring-fence:\(bank)"
    case .cityCap(let resource): "cap:\(scenario.resources[resource].id)"
    case .countyCap(let resource, let county):
      "cap:\(scenario.resources[resource].id):\(scenario.counties[county])"
    case .zoneReserve: "zone-reserve"
    // No quotas; they are never asked about.
    case .disposal, .investmentFloor, .release: ""
    }
  }

  /// What is bounded.
  package func title(_ lever: Lever) -> Phrase {
    switch lever {
    case .cityQuota: return Phrase("市级指标", "city quota")
    case .provincialQuota: return Phrase("省级统筹指标", "provincial quota")
    case .countyQuota(let county):
      return Phrase(
        "县级指标（\(scenario.counties[county])）", "county quota (\(scenario.counties[county]))")
    case .bank(let bank, _): return Phrase("补充耕地\(bank.name)", "compensation: \(bank)")
    case .ringFence(let bank):
      return Phrase(
        "补充耕地\(bank.name)（省重点留存以外）", "compensation beside the ring-fence: \(bank)")
    case .cityCap(let resource):
      let name = scenario.resources[resource].name
      return Phrase("\(name)（全市）", "\(name) (city)")
    case .countyCap(let resource, let county):
      let (name, place) = (scenario.resources[resource].name, scenario.counties[county])
      return Phrase("\(name)（\(place)）", "\(name) (\(place))")
    case .zoneReserve: return Phrase("开发区存量土地（储备以外）", "zone land beyond the reserve")
    case .disposal, .investmentFloor, .release: return Phrase("")
    }
  }

  /// Unit of the amounts in answers.
  package func unit(_ lever: Lever) -> String {
    switch lever {
    case .bank(.grain, _), .ringFence(.grain): "公斤"
    case .cityCap(let resource), .countyCap(let resource, _): scenario.resources[resource].unit
    default: "亩"
    }
  }

  /// An amount in that unit, exact.
  package func amount(_ amount: Int, _ lever: Lever) -> AnswerCell {
    let (value, decimals) = scaled(amount, lever)
    return .number(value, decimals: decimals)
  }

  /// The same with its unit, as words.
  package func text(_ amount: Int, _ lever: Lever) -> String {
    let (value, decimals) = scaled(amount, lever)
    return FixedPoint.text(value, decimals: decimals) + " " + unit(lever)
  }

  private func scaled(_ amount: Int, _ lever: Lever) -> (Int, Int) {
    switch lever {
    case .bank(.grain, _), .ringFence(.grain): (amount, 0)
    case .cityCap(let resource), .countyCap(let resource, _):
      (amount, FixedPoint.decimals(of: scenario.resources[resource].unitsPerUnit))
    default: amount % Area.centimu == 0 ? (amount / Area.centimu, 2) : (amount * 5, 4)
    }
  }

  /// Department that answers for it.
  package func department(_ lever: Lever) -> String {
    switch lever {
    case .cityCap(let resource), .countyCap(let resource, _):
      let department = scenario.resources[resource].department
      return department.isEmpty ? "未填" : department
    default: return "市国土资源局"
    }
  }

  /// How much there is of it for those it bounds, and how much of that a plan uses.
  package func use(_ lever: Lever, of ledger: Ledger) -> (bound: Int, used: Int) {
    let (totals, banks, land) = (ledger.totals, ledger.banks, scenario.land)
    switch lever {
    case .cityQuota: return (land.cityQuota, totals.city)
    case .provincialQuota: return (land.provincialQuota, totals.provincial)
    case .countyQuota(let county): return (land.countyQuota(county), totals.county[county])
    case .bank(let bank, _): return (banks.pool[bank], banks.use(bank))
    case .ringFence(let bank):
      return (banks.pool[bank] - banks.ringFence[bank], banks.otherUse[bank])
    case .cityCap(let resource):
      return (scenario.resources[resource].cityCap ?? 0, totals.charged[resource])
    case .countyCap(let resource, let county):
      let cap = scenario.resources[resource].countyCap(county) ?? 0
      return (cap, totals.chargedIn[resource][county])
    case .zoneReserve:
      let inside = land.stock.filter(\.inDevelopmentZone).reduce(0) { $0 + $1.area }
      return (inside - land.developmentZoneReserve, totals.stockInside.reduce(0, +))
    case .disposal, .investmentFloor, .release: return (0, 0)
    }
  }
}
