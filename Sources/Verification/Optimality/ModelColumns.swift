import Certificate
import Scenario

/// The columns of the integer program (section 3 of the model), built from the scenario alone.
struct ModelColumns: Sendable {
  let parameters: Parameters
  /// Columns so far; the rows come later.
  private(set) var program = Program()
  /// x and u of each project.
  private(set) var support: [Int?]
  private(set) var steps: [Int?]
  /// a, b and e of each project: its stock land in place of paddy, of other farmland, of other land.
  private(set) var paddySlice: [Int?]
  private(set) var farmlandSlice: [Int?]
  private(set) var otherSlice: [Int?]
  /// G of each project.
  private(set) var grain: [Int?]
  /// q of each county and level.
  private(set) var countyQuota: [[Int?]]
  /// z of each county.
  private(set) var zone: [Int?]
  /// t of each county and bank.
  private(set) var transfer: [[Int?]]
  /// z counts in this: the greatest common divisor of the land step and all minimum disposals in zones.
  let zoneStep: Int

  init(_ parameters: Parameters) {
    self.parameters = parameters
    let none = [Int?](repeating: nil, count: parameters.projects.count)
    (support, steps, grain) = (none, none, none)
    (paddySlice, farmlandSlice, otherSlice) = (none, none, none)
    countyQuota = parameters.counties.map { _ in Level.allCases.map { _ in nil } }
    zone = parameters.counties.map { _ in nil }
    transfer = parameters.counties.map { _ in Bank.allCases.map { _ in nil } }
    zoneStep = parameters.stock.reduce(parameters.landStep) { step, stock in
      var (a, b) = (step, stock.minimumInside)
      while b != 0 { (a, b) = (b, a % b) }
      return a
    }
    for project in parameters.competing { addProject(project) }
    for county in parameters.counties { addCountyQuotas(county) }
    for county in parameters.counties { addZone(county) }
    for county in parameters.counties { addTransfers(county) }
  }

  private mutating func add(_ name: String, _ bounds: ClosedRange<Int>, _ county: Int) -> Int {
    program.addColumn(name, bounds, block: county)
  }

  private mutating func addProject(_ project: Int) {
    let facts = parameters.projects[project]
    let county = parameters.county(project)
    let id = parameters.scenario.projects[project].id
    support[project] = add("x[\(id)]", 0...1, county)
    if parameters.scenario.projects[project].division != nil {
      steps[project] = add("u[\(id)]", 0...facts.steps, county)
    }
    paddySlice[project] = addSlice("a[\(id)]", facts.paddy * facts.steps, county)
    farmlandSlice[project] = addSlice(
      "b[\(id)]", (facts.farmland - facts.paddy) * facts.steps, county)
    otherSlice[project] = addSlice("e[\(id)]", (facts.land - facts.farmland) * facts.steps, county)
    let canLower = paddySlice[project] != nil || farmlandSlice[project] != nil
    if facts.grain > 0, canLower, parameters.banks.exist || measures(.grain) {
      grain[project] = add("G[\(id)]", 0...facts.grain * facts.steps, county)
    }
  }

  /// A part of a project's stock land, in land steps; none where it could only be 0.
  private mutating func addSlice(_ name: String, _ need: Int, _ county: Int) -> Int? {
    let most = min(need, parameters.stock[county].area) / parameters.landStep
    return most > 0 ? add(name, 0...most, county) : nil
  }

  /// Whether some goal of the scenario measures something.
  private func measures(_ measure: Goal.Measure) -> Bool {
    parameters.scenario.goals.contains { goal in goal.terms.contains { $0.measure == measure } }
  }

  private mutating func addCountyQuotas(_ county: Int) {
    let quota = parameters.scenario.land.countyQuota(county) / parameters.landStep
    guard quota > 0 else { return }
    for level in Level.allCases where parameters.mayChooseCountyQuota(level) {
      let name = "q[\(parameters.scenario.counties[county]),\(level.rawValue)]"
      countyQuota[county][level.place] = add(name, 0...quota, county)
    }
  }

  private mutating func addZone(_ county: Int) {
    let stock = parameters.stock[county]
    guard parameters.scenario.land.developmentZoneReserve > 0, stock.inside > 0 else { return }
    zone[county] = add(
      "z[\(parameters.scenario.counties[county])]",
      min(stock.minimumInside, stock.inside) / zoneStep...stock.inside / zoneStep, county)
  }

  private mutating func addTransfers(_ county: Int) {
    guard parameters.banks.exist else { return }
    for bank in Bank.allCases where measures(.transfer(bank)) {
      let most = parameters.competing.reduce(0) { sum, project in
        guard parameters.county(project) == county else { return sum }
        let facts = parameters.projects[project]
        return sum + facts.need(bank) * facts.steps
      }
      transfer[county][bank.rawValue] = add(
        "t[\(parameters.scenario.counties[county]),\(bank)]",
        0...most / parameters.unit(of: bank), county)
    }
  }
}

extension Parameters {
  /// Whether a level may draw county quota, and another quota beside it.
  func mayChooseCountyQuota(_ level: Level) -> Bool {
    let land = scenario.land
    return land.mayUseCountyQuota(level) && (level == .provincial || land.mayUseCityQuota(level))
  }

  /// Smallest units of a bank in one unit of the columns that count it.
  func unit(of bank: Bank) -> Int { bank == .grain ? 1 : landStep }
}

extension ProjectParameters {
  /// What a bank has to give per step, without stock land.
  func need(_ bank: Bank) -> Int {
    switch bank {
    case .quantity: farmland
    case .paddy: paddy
    case .grain: grain
    }
  }
}
