import Scenario

/// The parameters of the model, worked out from a scenario once.
struct Parameters: Sendable {
  let scenario: Scenario
  let projects: [ProjectParameters]
  let merits: [Merit?]
  /// Lots in printing and drawing order.
  let lots: [StockLot]
  let stock: [CountyStock]
  let banks: BankParameters
  /// Land is arranged in multiples of this, 1/3 m².
  let landStep: Int
  /// Index of every project under its id.
  let projectIndex: [String: Int]
  /// Projects of the plan to stay near to.
  let baseline: Set<Int>
  /// Per county: its projects with land, in id order.
  let stockUsers: [[Int]]
  /// Per project: those it excludes or that exclude it, in id order.
  let rivals: [[Int]]

  init(_ scenario: Scenario) {
    let projects = scenario.projects.map { ProjectParameters($0, resources: scenario.resources) }
    let lots = scenario.land.stock.sorted { $0.precedes($1) }
    var stock = scenario.counties.map { _ in CountyStock() }
    for (index, lot) in lots.enumerated() { stock[lot.county].add(lot, index: index) }
    let banks = BankParameters(scenario)
    self.scenario = scenario
    self.projects = projects
    self.merits = Merit.scores(of: scenario)
    self.lots = lots
    self.stock = stock
    self.banks = banks
    var users = scenario.counties.map { _ in [Int]() }
    for (index, project) in scenario.projects.enumerated() where project.landThisYear > 0 {
      users[project.county].append(index)
    }
    stockUsers = users
    rivals = Self.rivals(scenario.projects)
    baseline = Set(scenario.baseline ?? [])
    landStep = Self.landStep(scenario, projects, banks)
    projectIndex = Dictionary(
      scenario.projects.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var counties: Range<Int> { scenario.counties.indices }

  /// Projects that compete, in id order.
  var competing: [Int] { projects.indices.filter { projects[$0].competes } }

  /// Projects with land of this year, in id order: the rows of T01.
  var landed: [Int] { projects.indices.filter { scenario.projects[$0].landThisYear > 0 } }

  func level(_ project: Int) -> Level { scenario.projects[project].level }

  func county(_ project: Int) -> Int { scenario.projects[project].county }

  /// Score of a project in 0.0001 point; 0 without one.
  func score(_ project: Int) -> Int { merits[project]?.total ?? 0 }

  /// Whether a project's score is below the threshold (M-1).
  func isBelowThreshold(_ project: Int) -> Bool {
    guard let merit = merits[project], let threshold = scenario.merit?.threshold else {
      return false
    }
    return merit.total < threshold
  }

  /// The clause that shuts a project out by itself, M-1 or A-3; `nil` if none does.
  func gate(_ project: Int) -> String? {
    let facts = scenario.projects[project]
    if !facts.conformsToPlans { return "R-1" }
    if !facts.isApproved { return "A-1" }
    if isBelowThreshold(project) { return "M-1" }
    return facts.lock == .lockedOut ? "A-3" : nil
  }

  private static func rivals(_ projects: [Project]) -> [[Int]] {
    var rivals = projects.map { Set($0.excludes) }
    for (index, project) in projects.enumerated() {
      for other in project.excludes { rivals[other].insert(index) }
    }
    return rivals.map { $0.sorted() }
  }

  private static func landStep(
    _ scenario: Scenario, _ projects: [ProjectParameters], _ banks: BankParameters
  ) -> Int {
    var step = 0
    func take(_ area: Int) {
      var (a, b) = (step, area)
      while b != 0 { (a, b) = (b, a % b) }
      step = a
    }
    for project in projects {
      for area in [project.land, project.farmland, project.paddy] { take(area) }
    }
    take(scenario.land.provincialQuota)
    take(scenario.land.cityQuota)
    for county in scenario.counties.indices { take(scenario.land.countyQuota(county)) }
    for lot in scenario.land.stock { take(lot.area) }
    take(scenario.land.developmentZoneReserve)
    for surplus in banks.surplus {
      take(surplus.quantity)
      take(surplus.paddy)
    }
    return max(step, 1)
  }
}
