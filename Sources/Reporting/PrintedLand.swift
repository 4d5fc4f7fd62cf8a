import Accounts
import Scenario

/// Land as it is printed, in 0.01 亩, chosen once so that all tables tie.
struct PrintedLand {
  /// Per project, one amount per lot draw of its account.
  private(set) var lotDraws: [[Int]] = []
  /// Per project: provincial, city, county quota.
  private(set) var provincial: [Int] = []
  private(set) var city: [Int] = []
  private(set) var county: [Int] = []
  /// Per project: stock land by kind.
  private(set) var unsupplied: [Int] = []
  private(set) var idle: [Int] = []
  /// Per project: all sources.
  private(set) var allotted: [Int] = []
  /// Per project: land of this year, and of its whole life.
  private(set) var need: [Int] = []
  private(set) var applied: [Int] = []
  /// Per lot.
  private(set) var lotUse: [Int]
  private(set) var lotArea: [Int] = []
  private(set) var lotMinimum: [Int] = []
  private(set) var provincialQuota = 0
  private(set) var cityQuota = 0
  private(set) var countyQuotas: [Int] = []

  init(_ ledger: Ledger) {
    lotUse = Array(repeating: 0, count: ledger.lots.count)
    var values = Self.network(ledger).rounded(to: Area.centimu)[...]
    for (project, account) in zip(ledger.scenario.projects, ledger.projects) {
      let draws = account.lotDraws.map { _ in values.removeFirst() }
      lotDraws.append(draws)
      var kinds: [StockKind: Int] = [:]
      for (draw, value) in zip(account.lotDraws, draws) {
        lotUse[draw.lot] += value
        kinds[ledger.lots[draw.lot].kind, default: 0] += value
      }
      unsupplied.append(kinds[.unsupplied] ?? 0)
      idle.append(kinds[.idle] ?? 0)
      provincial.append(values.removeFirst())
      city.append(values.removeFirst())
      county.append(values.removeFirst())
      let total =
        draws.reduce(0, +) + (provincial.last ?? 0) + (city.last ?? 0) + (county.last ?? 0)
      allotted.append(total)
      need.append(max(FixedPoint.half(project.landThisYear, Area.centimu), total))
      applied.append(
        max(FixedPoint.half(project.landTotal, Area.centimu), need.last ?? 0))
    }
    followLots(ledger)
    followQuotas(ledger)
  }

  /// Cells: per project its lot draws, then provincial, city and county quota.
  private static func network(_ ledger: Ledger) -> LaminarRounding {
    var rounding = LaminarRounding()
    let counties = ledger.scenario.counties.indices
    let rowOfCounty = counties.map { _ in rounding.node(under: LaminarRounding.rowRoot) }
    // Columns: five sources, each with its counties; stock land has its lots below them.
    let columns = (0..<5).map { _ -> [Int] in
      let source = rounding.node(under: LaminarRounding.columnRoot)
      return counties.map { _ in rounding.node(under: source) }
    }
    let lotColumns = ledger.lots.map {
      rounding.node(under: columns[$0.kind == .unsupplied ? 0 : 1][$0.county])
    }
    for (project, account) in zip(ledger.scenario.projects, ledger.projects) {
      let row = rounding.node(under: rowOfCounty[project.county])
      let kinds: [StockKind: Int] =
        account.lotDraws.isEmpty
        ? [:] : [.unsupplied: rounding.node(under: row), .idle: rounding.node(under: row)]
      for draw in account.lotDraws {
        rounding.cell(
          row: kinds[ledger.lots[draw.lot].kind] ?? row, column: lotColumns[draw.lot],
          amount: draw.area)
      }
      let quotas = [account.sources.provincial, account.sources.city, account.sources.county]
      for (source, amount) in zip(2..., quotas) {
        rounding.cell(row: row, column: columns[source][project.county], amount: amount)
      }
    }
    return rounding
  }

  private mutating func followLots(_ ledger: Ledger) {
    for (lot, use) in zip(ledger.lots, lotUse) {
      lotArea.append(max(FixedPoint.half(lot.area, Area.centimu), use))
      lotMinimum.append(min(FixedPoint.half(lot.minimumDisposal, Area.centimu), use))
    }
  }

  private mutating func followQuotas(_ ledger: Ledger) {
    let rules = ledger.scenario.land
    provincialQuota = max(
      FixedPoint.half(rules.provincialQuota, Area.centimu), provincial.reduce(0, +))
    cityQuota = max(FixedPoint.half(rules.cityQuota, Area.centimu), city.reduce(0, +))
    var use = [Int](repeating: 0, count: ledger.scenario.counties.count)
    for (project, amount) in zip(ledger.scenario.projects, county) { use[project.county] += amount }
    countyQuotas = use.indices.map {
      max(FixedPoint.half(rules.countyQuota($0), Area.centimu), use[$0])
    }
  }
}
