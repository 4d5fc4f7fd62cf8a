internal import LinearProgram
internal import Scenario

/// The variables of the model and the amounts that follow from them linearly (model page, section 3).
///
/// Land is counted in land steps inside the program; the expressions below are in 1/3 m² again.
struct Decisions: Sendable {
  /// Columns of each project: x_p, u_p, stock land in land steps, G_p.
  let columns: [ProjectColumns]
  /// Columns of q_cℓ, in land steps, per county and level.
  let countyQuota: [[Level: Int]]
  /// Columns of z_c, in zone steps.
  let zone: [Int?]
  /// Columns of t_ck per bank and county: quantity and paddy in land steps, grain in 公斤; empty where no goal measures them.
  let transfer: [Bank: [Int]]
  let parameters: Parameters

  /// Adds the columns to a program: first project by project, then those of the counties.
  init(_ parameters: Parameters, to program: inout IntegerProgram) {
    self.parameters = parameters
    columns = Decisions.addProjects(parameters, &program)
    countyQuota = Decisions.addCountyQuota(parameters, &program)
    zone = Decisions.addZones(parameters, &program)
    transfer = Decisions.addTransfers(parameters, &program)
  }

  /// Whether a project competes, so that there is something to decide about it.
  func isOpen(_ project: Int) -> Bool { !columns[project].isEmpty }

  /// Whether a project has a choice of stock land.
  func hasStockLand(_ project: Int) -> Bool {
    StockSlice.allCases.contains { columns[project].has(ProjectColumn($0)) }
  }

  /// Of each of so many columns, whether it is about which projects are supported, as opposed to amounts of land.
  func isSelection(columns count: Int) -> [Bool] {
    var result = Array(repeating: false, count: count)
    for own in columns {
      for kind in [ProjectColumn.supported, .steps] {
        if let column = own[kind] { result[column] = true }
      }
    }
    return result
  }

  /// The project that a column belongs to, and as what; `nil` for a column of a county.
  func project(ofColumn column: Int) -> (kind: ProjectColumn, project: Int)? {
    let competing = parameters.competing
    var (low, high) = (0, competing.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if columns[competing[middle]].first <= column { low = middle } else { high = middle - 1 }
    }
    guard low <= high else { return nil }
    let kind = ProjectColumn.allCases.first { columns[competing[low]][$0] == column }
    return kind.map { ($0, competing[low]) }
  }

  private static func addProjects(_ parameters: Parameters, _ program: inout IntegerProgram)
    -> [ProjectColumns]
  {
    let projects = parameters.scenario.projects
    var columns = Array(repeating: ProjectColumns(), count: projects.count)
    let needsGrain = parameters.needsGrain
    for index in parameters.competing {
      let county = projects[index].county
      let (steps, isDivisible) = (projects[index].steps, projects[index].division != nil)
      let needs = parameters.needs[index]
      let most = parameters.stock[county].total
      var own = ProjectColumns()
      own.add(.supported, program.addColumn(0...1, block: county))
      if isDivisible { own.add(.steps, program.addColumn(0...steps, block: county)) }
      // No slice is larger than its part of the need or the county's stock land.
      for slice in StockSlice.allCases where min(needs[slice], most) > 0 {
        let land = min(steps * needs[slice], most) / parameters.landStep
        own.add(ProjectColumn(slice), program.addColumn(0...land, block: county))
      }
      let hasFarmlandStock = own.has(.paddyStock) || own.has(.farmlandStock)
      if needsGrain, needs.grain > 0, hasFarmlandStock {
        own.add(.grain, program.addColumn(0...(needs.grain * steps), block: county))
      }
      columns[index] = own
    }
    return columns
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
      return program.addColumn(name, (least / step)...(stock.inside / step), block: county)
    }
  }

  private static func addTransfers(_ parameters: Parameters, _ program: inout IntegerProgram)
    -> [Bank: [Int]]
  {
    // No more can come from others than is needed if every project is supported.
    let counties = parameters.scenario.counties
    var most = counties.map { _ in BankAmounts() }
    for project in parameters.competing {
      let steps = parameters.scenario.projects[project].steps
      for bank in Bank.allCases {
        most[parameters.county[project]][bank] += parameters.needs[project][bank] * steps
      }
    }
    let banks = Bank.allCases.filter { parameters.measuresTransfer($0) }
    var columns: [Bank: [Int]] = [:]
    for (county, name) in counties.enumerated() {
      for bank in banks {
        columns[bank, default: []].append(
          program.addColumn(
            "t[\(name),\(bank)]", 0...(most[county][bank] / unit(of: bank, parameters)),
            block: county))
      }
    }
    return columns
  }

  /// Smallest units of a bank in one unit of its columns.
  static func unit(of bank: Bank, _ parameters: Parameters) -> Int {
    bank == .grain ? 1 : parameters.landStep
  }
}
