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
  /// Column of s_p, in land steps; `nil` where the project cannot use stock land.
  let stock: [Int?]
  /// Columns of F_p, D_p (in land steps) and G_p, where stock land can lower them.
  let compensation: [BankColumns?]
  /// Columns of q_cℓ, in land steps, per county and level.
  let countyQuota: [[Level: Int]]
  /// Columns of z_c, in zone steps.
  let zone: [Int?]
  /// Columns of t_ck: quantity and paddy in land steps, grain in 公斤.
  let transfer: [BankColumns]
  let parameters: Parameters

  /// One column per bank.
  struct BankColumns: Sendable {
    var quantity: Int
    var paddy: Int
    var grain: Int

    subscript(bank: Bank) -> Int {
      switch bank {
      case .quantity: quantity
      case .paddy: paddy
      case .grain: grain
      }
    }
  }

  /// Adds the columns to a program.
  init(_ parameters: Parameters, to program: inout IntegerProgram) {
    self.parameters = parameters
    let scenario = parameters.scenario
    let step = parameters.landStep
    let isCompeting = Set(parameters.competing)
    var support: [Int?] = []
    var steps: [Int?] = []
    var stock: [Int?] = []
    var compensation: [BankColumns?] = []
    for (index, project) in scenario.projects.enumerated() {
      guard isCompeting.contains(index) else {
        support.append(nil)
        steps.append(nil)
        stock.append(nil)
        compensation.append(nil)
        continue
      }
      let needs = parameters.needs[index]
      support.append(program.addColumn("x[\(project.id)]", 0...1))
      steps.append(
        project.division.map { program.addColumn("u[\(project.id)]", 0...$0.steps) })
      let usable = min(needs.land * project.steps, parameters.stock[project.county].total)
      guard usable > 0 else {
        stock.append(nil)
        compensation.append(nil)
        continue
      }
      stock.append(program.addColumn("s[\(project.id)]", 0...(usable / step)))
      guard needs.farmland > 0 else {
        compensation.append(nil)
        continue
      }
      compensation.append(
        BankColumns(
          quantity: program.addColumn(
            "F[\(project.id)]", 0...(needs.farmland * project.steps / step)),
          paddy: program.addColumn("D[\(project.id)]", 0...(needs.paddy * project.steps / step)),
          grain: program.addColumn("G[\(project.id)]", 0...(needs.grain * project.steps))))
    }
    self.support = support
    self.steps = steps
    self.stock = stock
    self.compensation = compensation
    countyQuota = Decisions.addCountyQuota(parameters, &program)
    zone = Decisions.addZones(parameters, &program)
    transfer = Decisions.addTransfers(parameters, &program)
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
        columns[level] = program.addColumn(name, 0...quota)
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
      return program.addColumn(name, (least / step)...(stock.inside / step))
    }
  }

  private static func addTransfers(_ parameters: Parameters, _ program: inout IntegerProgram)
    -> [BankColumns]
  {
    guard parameters.hasBanks else { return [] }
    var most = Array(repeating: BankAmounts(), count: parameters.scenario.counties.count)
    for index in parameters.competing {
      let project = parameters.scenario.projects[index]
      let needs = parameters.needs[index]
      most[project.county].quantity += needs.farmland * project.steps / parameters.landStep
      most[project.county].paddy += needs.paddy * project.steps / parameters.landStep
      most[project.county].grain += needs.grain * project.steps
    }
    return most.enumerated().map { county, most in
      let name = parameters.scenario.counties[county]
      return BankColumns(
        quantity: program.addColumn("t[\(name),quantity]", 0...most.quantity),
        paddy: program.addColumn("t[\(name),paddy]", 0...most.paddy),
        grain: program.addColumn("t[\(name),grain]", 0...most.grain))
    }
  }
}
