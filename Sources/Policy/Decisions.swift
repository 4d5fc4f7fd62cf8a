internal import LinearProgram
internal import Scenario

/// The variables of the model and the amounts that follow from them linearly (model page, section 3).
///
/// Land is counted in land steps inside the program; the expressions below are in 1/3 m² again.
struct Decisions: Sendable {
  /// Column of x_p; `nil` for a project that needs nothing.
  let support: [Int?]
  /// Column of u_p of a divisible project.
  let steps: [Int?]
  /// Columns of the stock land of each project, by the land it stands in for.
  let stock: [StockColumns]
  /// Column of G_p, where stock land can lower it and somebody asks for it.
  let grain: [Int?]
  /// Columns of q_cℓ, in land steps, per county and level.
  let countyQuota: [[Level: Int]]
  /// Columns of z_c, in zone steps.
  let zone: [Int?]
  /// Columns of t_ck per bank and county: quantity and paddy in land steps, grain in 公斤; empty where no goal measures them.
  let transfer: [Bank: [Int]]
  let parameters: Parameters

  /// Columns of one project's stock land, in land steps: a_p, b_p and e_p; `nil` for a slice that is always empty.
  struct StockColumns: Sendable {
    /// a_p: in place of paddy.
    var paddy: Int?
    /// b_p: in place of other farmland.
    var farmland: Int?
    /// e_p: in place of other land.
    var other: Int?

    /// The slices that lower the need for a bank of farmland or paddy.
    func slices(of bank: Bank) -> [Int] {
      (bank == .paddy ? [paddy] : [paddy, farmland]).compactMap { $0 }
    }

    var all: [Int] { [paddy, farmland, other].compactMap { $0 } }
  }

  /// Adds the columns to a program: first project by project, then those of the counties.
  init(_ parameters: Parameters, to program: inout IntegerProgram) {
    self.parameters = parameters
    let projects = parameters.scenario.projects
    var support: [Int?] = Array(repeating: nil, count: projects.count)
    var steps = support
    var grain = support
    var stock = Array(repeating: StockColumns(), count: projects.count)
    let needsGrain = parameters.needsGrain
    for index in parameters.competing {
      let project = projects[index]
      support[index] = program.addColumn("x[\(project.id)]", 0...1, block: project.county)
      steps[index] = project.division.map {
        program.addColumn("u[\(project.id)]", 0...$0.steps, block: project.county)
      }
      stock[index] = Decisions.addStock(index, parameters, &program)
      let most = parameters.needs[index].grain * project.steps
      if needsGrain, most > 0, !stock[index].slices(of: .grain).isEmpty {
        grain[index] = program.addColumn("G[\(project.id)]", 0...most, block: project.county)
      }
    }
    self.support = support
    self.steps = steps
    self.stock = stock
    self.grain = grain
    countyQuota = Decisions.addCountyQuota(parameters, &program)
    zone = Decisions.addZones(parameters, &program)
    transfer = Decisions.addTransfers(parameters, &program)
  }

  /// The slices of a project's stock land, none larger than its part of the need or the county's stock land.
  private static func addStock(
    _ index: Int, _ parameters: Parameters, _ program: inout IntegerProgram
  ) -> StockColumns {
    let project = parameters.scenario.projects[index]
    let needs = parameters.needs[index]
    func slice(_ letter: Character, _ perStep: Int) -> Int? {
      let most = min(project.steps * perStep, parameters.stock[project.county].total)
      guard most > 0 else { return nil }
      return program.addColumn(
        "\(letter)[\(project.id)]", 0...(most / parameters.landStep), block: project.county)
    }
    return StockColumns(
      paddy: slice("a", needs.paddy), farmland: slice("b", needs.otherFarmland),
      other: slice("e", needs.otherLand))
  }

  private static func addCountyQuota(_ parameters: Parameters, _ program: inout IntegerProgram)
    -> [[Level: Int]]
  {
    let land = parameters.scenario.land
    return parameters.scenario.counties.indices.map { county in
      var columns: [Level: Int] = [:]
      let quota = land.countyQuota(county) / parameters.landStep
      // A level that may draw nothing but county quota needs no choice: it draws all its new land.
      for level in Level.allCases where hasCountyQuotaChoice(level, land) && quota > 0 {
        let name = "q[\(parameters.scenario.counties[county]),\(level.rawValue)]"
        columns[level] = program.addColumn(name, 0...quota, block: county)
      }
      return columns
    }
  }

  /// Whether a level may draw county quota and another quota beside it.
  static func hasCountyQuotaChoice(_ level: Level, _ land: LandRules) -> Bool {
    land.mayUseCountyQuota(level) && (land.mayUseCityQuota(level) || level == .provincial)
  }

  private static func addZones(_ parameters: Parameters, _ program: inout IntegerProgram) -> [Int?]
  {
    let step = parameters.zoneStep
    return parameters.stock.enumerated().map { county, stock in
      guard parameters.hasZoneReserve, stock.inside > 0 else { return nil }
      let name = "z[\(parameters.scenario.counties[county])]"
      let least = min(stock.minimumInside, stock.inside)
      return program.addColumn(
        name, (least / step)...(stock.inside / step), block: county)
    }
  }

  private static func addTransfers(_ parameters: Parameters, _ program: inout IntegerProgram)
    -> [Bank: [Int]]
  {
    let counties = parameters.scenario.counties
    let banks = Bank.allCases.filter { parameters.measuresTransfer($0) }
    var columns: [Bank: [Int]] = [:]
    for (county, name) in counties.enumerated() {
      for bank in banks {
        // No more can come from others than is needed if every project is supported.
        let most = parameters.competingByCounty[county].reduce(0) { sum, index in
          sum + parameters.needs[index][bank] * parameters.scenario.projects[index].steps
        }
        columns[bank, default: []].append(
          program.addColumn(
            "t[\(name),\(bank)]", 0...(most / unit(of: bank, parameters)), block: county))
      }
    }
    return columns
  }

  /// Smallest units of a bank in one unit of its columns.
  static func unit(of bank: Bank, _ parameters: Parameters) -> Int {
    bank == .grain ? 1 : parameters.landStep
  }
}
