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
  /// Per county: county quota that its projects use.
  private(set) var countyUse: [Int] = []

  init(_ ledger: Ledger) {
    lotUse = Array(repeating: 0, count: ledger.lots.count)
    var values = Self.network(ledger).rounded(to: Area.centimu)[...]
    for index in ledger.projects.indices {
      let isOpen = Self.isOpen(ledger.projects[index])
      func next(_ amount: Int) -> Int {
        isOpen ? values.removeFirst() : amount / Area.centimu
      }
      let draws = ledger.projects[index].lotDraws.map { next($0.area) }
      let sources = ledger.projects[index].sources
      provincial.append(next(sources.provincial))
      city.append(next(sources.city))
      county.append(next(sources.county))
      add(draws, of: index, ledger)
    }
    followLots(ledger)
    followQuotas(ledger)
  }

  /// Takes a project's draws on lots, and all that follows from its sources.
  private mutating func add(_ draws: [Int], of index: Int, _ ledger: Ledger) {
    var (unsupplied, idle) = (0, 0)
    for (draw, value) in zip(ledger.projects[index].lotDraws, draws) {
      lotUse[draw.lot] += value
      switch ledger.lots[draw.lot].kind {
      case .unsupplied: unsupplied += value
      case .idle: idle += value
      }
    }
    lotDraws.append(draws)
    self.unsupplied.append(unsupplied)
    self.idle.append(idle)
    let total = unsupplied + idle + provincial[index] + city[index] + county[index]
    allotted.append(total)
    let land = FixedPoint.half(ledger.scenario.projects[index].landThisYear, Area.centimu)
    need.append(max(land, total))
    let whole = FixedPoint.half(ledger.scenario.projects[index].landTotal, Area.centimu)
    applied.append(max(whole, need[index]))
  }

  /// Whether rounding leaves a choice for any amount of a project; most projects need no place in the network.
  private static func isOpen(_ account: ProjectAccount) -> Bool {
    let sources = account.sources
    return sources.provincial % Area.centimu != 0 || sources.city % Area.centimu != 0
      || sources.county % Area.centimu != 0
      || account.lotDraws.contains { $0.area % Area.centimu != 0 }
  }

  /// Cells: per project with a choice its lot draws, then provincial, city and county quota.
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
    for (project, account) in zip(ledger.scenario.projects, ledger.projects)
    where isOpen(account) {
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
    for index in county.indices { use[ledger.scenario.projects[index].county] += county[index] }
    countyUse = use
    countyQuotas = use.indices.map {
      max(FixedPoint.half(rules.countyQuota($0), Area.centimu), use[$0])
    }
  }
}
