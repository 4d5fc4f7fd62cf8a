import Scenario
import ScenarioIO

/// Reads the plan back from the tables.
///
/// Every decision is printed in several places; what most of them say is taken, so that one wrong cell is reported where
/// it stands and does not pass for another plan.
struct PlanRecovery {
  private let parameters: Parameters
  private let land: CellIndex
  private let ledger: CellIndex
  private let unsupported: CellIndex?
  private let uses: [CellIndex]
  private let published: PublishedPlan?
  /// Whether areas are whole hundredths of a 亩, so that the tables print them exactly.
  private let isExact: Bool
  private(set) var plan: RecoveredPlan
  private(set) var faults: [VerificationFault] = []

  init(_ parameters: Parameters, sheets: [TableID: [Sheet.Row]], published: PublishedPlan?) {
    self.parameters = parameters
    self.published = published
    land = CellIndex(sheets[.t01] ?? [], keys: [1])
    ledger = CellIndex(sheets[.t02] ?? [], keys: [1, 2])
    unsupported = sheets[.t12].map { CellIndex($0, keys: [1]) }
    uses = [TableID.t06, .t07, .t08, .t09, .t10].map { CellIndex(sheets[$0] ?? [], keys: [1, 4]) }
    isExact = parameters.landStep % Area.centimu == 0
    plan = RecoveredPlan(steps: [], stock: [], countyQuota: [])
    plan.steps = parameters.projects.indices.map { steps($0) }
    plan.stock = parameters.projects.indices.map { stock($0) }
    plan.countyQuota = parameters.counties.map { county in countyQuota(county) }
  }

  /// What most votes say; of equally many the earlier.
  private static func majority(_ votes: [Int?]) -> Int? {
    let votes = votes.compactMap { $0 }
    var best: (value: Int, count: Int)?
    for value in votes {
      let count = votes.filter { $0 == value }.count
      if count > best?.count ?? 0 { best = (value, count) }
    }
    return best?.value
  }

  // MARK: Steps

  private func steps(_ project: Int) -> Int {
    let facts = parameters.projects[project]
    guard facts.competes else { return 0 }
    let id = parameters.scenario.projects[project].id
    var votes = [share(land.text([id], 7), of: facts.steps)]
    if let unsupported {
      let isListed = unsupported.text([id], 1) != nil
      votes.append(isListed ? 0 : facts.steps == 1 ? 1 : nil)
    }
    for (index, resource) in parameters.scenario.resources.enumerated()
    where parameters.scenario.projects[project].demands[index] > 0 {
      let text = uses.lazy.compactMap { $0.text([resource.id, id], 10) }.first
      votes.append(text == nil ? 0 : share(text, of: facts.steps))
    }
    votes.append(published?.steps[project])
    return Self.majority(votes) ?? 0
  }

  private func share(_ text: String?, of steps: Int) -> Int? {
    guard let parts = text?.split(separator: "/", omittingEmptySubsequences: false),
      parts.count == 2, let part = NumberText.parse(String(parts[0]), decimals: 0),
      NumberText.parse(String(parts[1]), decimals: 0) == steps
    else { return nil }
    return (0...steps).contains(part) ? part : nil
  }

  // MARK: Stock land

  private mutating func stock(_ project: Int) -> Int {
    let need = parameters.projects[project].land * plan.steps[project]
    guard need > 0, parameters.stock[parameters.county(project)].area > 0 else { return 0 }
    let id = parameters.scenario.projects[project].id
    var votes = [published?.stock[project]]
    if isExact {
      let cells = (10...15).map { land.number([id], $0, 2) }
      let quotas = sum(cells[2...4])
      votes.append(sum(cells[0...1]))
      votes.append(difference(cells[5], quotas))
      votes.append(difference(need / Area.centimu, quotas))
      votes = [votes[0]] + votes.dropFirst().map { $0.map { $0 * Area.centimu } }
    }
    return value(votes, row: id, column: "批而未供（亩）")
  }

  // MARK: County quota

  private mutating func countyQuota(_ county: Int) -> [Int] {
    let name = parameters.scenario.counties[county]
    return Level.allCases.map { level in
      guard parameters.scenario.land.countyQuota(county) > 0 else { return 0 }
      let own = parameters.stockUsers[county].filter { parameters.level($0) == level }
      let newLand = own.reduce(0) {
        $0 + parameters.projects[$1].land * plan.steps[$1] - plan.stock[$1]
      }
      guard newLand > 0 else { return 0 }
      var votes = [published.map { plan in own.reduce(0) { $0 + plan.countyQuota[$1] } }]
      if isExact {
        let ids = own.map { parameters.scenario.projects[$0].id }
        let column = 7 + level.place
        let others = sum(
          ["省级指标", "市级指标"].map { ledger.number([$0, name], column, 2) })
        votes.append(sum(ids.map { land.number([$0], 14, 2) }).map { $0 * Area.centimu })
        votes.append(ledger.number(["县级指标", name], column, 2).map { $0 * Area.centimu })
        votes.append(others.map { newLand - $0 * Area.centimu })
      }
      return value(votes, row: name, column: level.rawValue)
    }
  }

  // MARK: Votes

  private func sum(_ cells: some Sequence<Int?>) -> Int? {
    cells.reduce(0) { sum, cell in sum.flatMap { sum in cell.map { sum + $0 } } }
  }

  private func difference(_ whole: Int?, _ part: Int?) -> Int? {
    whole.flatMap { whole in part.map { whole - $0 } }
  }

  private mutating func value(_ votes: [Int?], row: String, column: String) -> Int {
    if let value = Self.majority(votes) { return max(0, value) }
    faults.append(
      VerificationFault(
        .plan, file: TableID.t01.file, row: row, column: column,
        Words(
          "表中面积经过舍入，需要 result.json 才能还原支持计划",
          "areas are rounded in the tables: the plan can only be read back with result.json")))
    return 0
  }
}

/// The plan as `result.json` publishes it; `nil` entries where it does not say.
struct PublishedPlan: Sendable, Equatable {
  var steps: [Int?]
  /// 批而未供 + 闲置 and county quota per project, 1/3 m².
  var stock: [Int?]
  var countyQuota: [Int]
  /// Bound per goal.
  var bounds: [Int?]

  init(_ result: LongJSON, _ parameters: Parameters) {
    steps = parameters.projects.map { _ in nil }
    stock = steps
    countyQuota = parameters.projects.map { _ in 0 }
    bounds = parameters.scenario.goals.map { _ in nil }
    for entry in result.elements(of: "projects") ?? JSONElements([]) {
      guard let id = entry["id"]?.text, let project = parameters.projectIndex[id] else { continue }
      steps[project] = entry["steps"]?.integer
      let land = entry["land"]
      if let unsupplied = land?["unsupplied"]?.integer, let idle = land?["idle"]?.integer {
        stock[project] = unsupplied + idle
      }
      countyQuota[project] = land?["county"]?.integer ?? 0
    }
    for (place, entry) in (result.value["goals"]?.elements ?? []).enumerated()
    where bounds.indices.contains(place) { bounds[place] = entry["bound"]?.integer }
  }
}
