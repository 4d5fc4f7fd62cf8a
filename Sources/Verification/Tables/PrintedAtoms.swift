import Scenario

/// The printed amounts that rounding leaves a choice for, as the tables have them.
///
/// Each is one of the two neighbours of its exact value; what is further off is put back to the nearer one, so that one
/// wrong cell is reported where it stands and not in every sum.
struct PrintedAtoms: Sendable, Equatable {
  /// Land of one project in T01.
  struct Land: Sendable, Equatable {
    /// 0.01 亩: stock land by kind, quotas by source.
    var unsupplied = 0
    var idle = 0
    var provincial = 0
    var city = 0
    var county = 0
    /// 0.0001 公顷.
    var hectares = 0
    var farmland = 0
    var paddy = 0

    /// 批而未供, 闲置, 省级, 市级, 县级; and their sum, 0.01 亩.
    var parts: [Int] { [unsupplied, idle, provincial, city, county] }
    var allotted: Int { parts.reduce(0, +) }
  }

  /// One draw on a bank in T03, 0.0001 公顷.
  struct Draw: Sendable, Equatable {
    var quantity = 0
    var paddy = 0
  }

  /// Per project.
  var land: [Land]
  /// Per project and draw, in the order of ``Books/bankDraws``.
  var draws: [[Draw]]
  /// Per lot and level, 0.01 亩.
  var lots: [[Int]]

  init(_ parameters: Parameters, _ books: Books, sheets: [TableID: [Sheet.Row]]) {
    let land = CellIndex(sheets[.t01] ?? [], keys: [1])
    let draws = CellIndex(sheets[.t03] ?? [], keys: [1, 5])
    let lots = CellIndex(sheets[.t02] ?? [], keys: [1, 2, 3, 4])
    let scenario = parameters.scenario
    self.draws = parameters.projects.indices.map { project in
      books.bankDraws[project].map { draw in
        let key = [scenario.projects[project].id, scenario.counties[draw.donor]]
        return Draw(
          quantity: draws.value(
            key, 6, within: Rounding.neighbours(draw.amounts.quantity, Area.squareMetre), 4),
          paddy: draws.value(
            key, 7, within: Rounding.neighbours(draw.amounts.paddy, Area.squareMetre), 4))
      }
    }
    self.lots = parameters.lots.indices.map { lot in
      let key = parameters.lotKey(lot)
      return Level.allCases.map { level in
        let range = books.lotRange(lot, level: level, parameters)
        return lots.value(key, 7 + level.place, within: range, 2)
      }
    }
    self.land = parameters.projects.indices.map {
      Land($0, parameters, books, cells: land)
    }
    roundRunningSums(parameters, books)
  }

  /// Total land, and compensation where there are no banks: no choice is left (docs/tables.md, running sums).
  private mutating func roundRunningSums(_ parameters: Parameters, _ books: Books) {
    var (area, farmland, paddy) = (RunningSum(), RunningSum(), RunningSum())
    for project in parameters.stockUsers.joined() {
      let need = books.compensation[project]
      let total = area.next(parameters.projects[project].land * books.plan.steps[project])
      if parameters.banks.exist {
        land[project].farmland = draws[project].reduce(0) { $0 + $1.quantity }
        land[project].paddy = draws[project].reduce(0) { $0 + $1.paddy }
      } else {
        land[project].farmland = farmland.next(need.quantity)
        land[project].paddy = min(paddy.next(need.paddy), land[project].farmland)
      }
      land[project].hectares = max(total, land[project].farmland)
    }
  }
}

/// Rounds amounts to 0.0001 公顷 so that their sum so far is always the nearest.
private struct RunningSum {
  private var exact = 0

  mutating func next(_ amount: Int) -> Int {
    let before = Rounding.half(exact, Area.squareMetre)
    exact += amount
    return Rounding.half(exact, Area.squareMetre) - before
  }
}

extension PrintedAtoms.Land {
  fileprivate init(
    _ project: Int, _ parameters: Parameters, _ books: Books, cells: CellIndex
  ) {
    self.init()
    guard parameters.projects[project].land > 0 else { return }
    let ranges = books.landRanges(project, parameters)
    let key = [parameters.scenario.projects[project].id]
    let values = ranges.enumerated().map { place, range in
      cells.value(key, 10 + place, within: range, 2)
    }
    (unsupplied, idle, provincial) = (values[0], values[1], values[2])
    (city, county) = (values[3], values[4])
  }
}

extension Books {
  /// The neighbours that T01 may print for 批而未供, 闲置 and the three quotas.
  func landRanges(_ project: Int, _ parameters: Parameters) -> [ClosedRange<Int>] {
    func mu(_ area: Int) -> ClosedRange<Int> { Rounding.neighbours(area, Area.centimu) }
    func stock(_ kind: StockKind) -> Int {
      lotDraws[project].reduce(0) {
        $0 + (parameters.lots[$1.lot].kind == kind ? $1.amount : 0)
      }
    }
    return [
      mu(stock(.unsupplied)), mu(stock(.idle)), mu(provincialQuota[project]),
      mu(cityQuota[project]), mu(countyQuota[project]),
    ]
  }

  /// What T02 may print for a lot and level: between the sums of the lower and of the upper neighbours.
  func lotRange(_ lot: Int, level: Level, _ parameters: Parameters) -> ClosedRange<Int> {
    var (low, high) = (0, 0)
    for project in parameters.stockUsers[parameters.lots[lot].county]
    where parameters.level(project) == level {
      for draw in lotDraws[project] where draw.lot == lot {
        let range = Rounding.neighbours(draw.amount, Area.centimu)
        (low, high) = (low + range.lowerBound, high + range.upperBound)
      }
    }
    return low...high
  }
}

extension Parameters {
  /// What tells a lot apart in T02: kind, county, vintage, zone.
  func lotKey(_ lot: Int) -> [String] {
    let facts = lots[lot]
    return [
      facts.kind.rawValue, scenario.counties[facts.county], String(facts.vintage),
      facts.inDevelopmentZone ? "是" : "否",
    ]
  }
}
