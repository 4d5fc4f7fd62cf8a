internal import LinearProgram
internal import Scenario

extension Decisions {
  /// x_p; zero for a project that does not compete.
  func supported(_ project: Int) -> LinearExpression {
    support[project].map { .column($0) } ?? LinearExpression()
  }

  /// u_p: supported steps.
  func supportedSteps(_ project: Int) -> LinearExpression {
    steps[project].map { .column($0) } ?? supported(project)
  }

  /// s_p: stock land, 1/3 m².
  func stockLand(_ project: Int) -> LinearExpression { land(stock[project].all) }

  /// Land of some columns that count land steps, 1/3 m².
  private func land(_ columns: [Int]) -> LinearExpression {
    LinearExpression(columns.map { IntegerProgram.Term($0, parameters.landStep) })
  }

  /// N_p: new land, 1/3 m².
  func newLand(_ project: Int) -> LinearExpression {
    supportedSteps(project) * parameters.needs[project].land - stockLand(project)
  }

  /// F_p, D_p (1/3 m²) or G_p (公斤): compensation a project needs from a bank, as little as its stock land allows.
  func compensationNeed(_ project: Int, _ bank: Bank) -> LinearExpression {
    let whole = supportedSteps(project) * parameters.needs[project][bank]
    switch bank {
    case .quantity, .paddy: return whole - land(stock[project].slices(of: bank))
    case .grain: return grain[project].map { .column($0) } ?? whole
    }
  }

  /// q_cℓ, 1/3 m²: what a level draws of its county's quota.
  func countyQuotaUse(_ county: Int, _ level: Level) -> LinearExpression {
    let land = parameters.scenario.land
    if let column = countyQuota[county][level] { return .column(column, parameters.landStep) }
    guard land.mayUseCountyQuota(level), !Decisions.hasCountyQuotaChoice(level, land) else {
      return LinearExpression()
    }
    return newLand(county: county, level)
  }

  /// N_cℓ: new land of a county and level, 1/3 m².
  func newLand(county: Int, _ level: Level) -> LinearExpression {
    .sum(projects(county: county, level).map(newLand))
  }

  /// t_ck: compensation a county gets from others, in the bank's unit; zero where no goal measures it.
  func transfer(_ county: Int, _ bank: Bank) -> LinearExpression {
    transfer[bank].map { .column($0[county], unit(of: bank)) } ?? LinearExpression()
  }

  /// Smallest units of a bank in one unit of its columns.
  func unit(of bank: Bank) -> Int { Decisions.unit(of: bank, parameters) }

  /// Competing projects of a county and level.
  func projects(county: Int, _ level: Level) -> [Int] {
    parameters.competingByCounty[county].filter { parameters.scenario.projects[$0].level == level }
  }
}
