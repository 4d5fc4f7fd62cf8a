internal import LinearProgram
internal import Scenario

extension Decisions {
  /// x_p; zero for a project that does not compete.
  func supported(_ project: Int) -> ProjectAmount { ProjectAmount(columns[project], supported: 1) }

  /// u_p: supported steps.
  func supportedSteps(_ project: Int) -> ProjectAmount { stepwise(project, 1) }

  /// An amount per supported step.
  func stepwise(_ project: Int, _ perStep: Int) -> ProjectAmount {
    ProjectAmount(columns[project], steps: perStep)
  }

  /// A slice of a project's stock land, 1/3 m².
  func stockLand(_ project: Int, _ slice: StockSlice) -> ProjectAmount {
    let step = parameters.landStep
    return switch slice {
    case .paddy: ProjectAmount(columns[project], paddyStock: step)
    case .farmland: ProjectAmount(columns[project], farmlandStock: step)
    case .other: ProjectAmount(columns[project], otherStock: step)
    }
  }

  /// s_p: stock land, 1/3 m².
  func stockLand(_ project: Int) -> ProjectAmount {
    let step = parameters.landStep
    return ProjectAmount(
      columns[project], paddyStock: step, farmlandStock: step, otherStock: step)
  }

  /// N_p: new land, 1/3 m².
  func newLand(_ project: Int) -> ProjectAmount {
    let step = parameters.landStep
    return ProjectAmount(
      columns[project], steps: parameters.needs[project].land, paddyStock: -step,
      farmlandStock: -step, otherStock: -step)
  }

  /// F_p, D_p (1/3 m²) or G_p (公斤): compensation a project needs from a bank.
  func compensationNeed(_ project: Int, _ bank: Bank) -> ProjectAmount {
    let columns = columns[project]
    let perStep = parameters.needs[project][bank]
    let step = parameters.landStep
    switch bank {
    case .quantity:
      return ProjectAmount(columns, steps: perStep, paddyStock: -step, farmlandStock: -step)
    case .paddy:
      return ProjectAmount(columns, steps: perStep, paddyStock: -step)
    case .grain:
      return columns.has(.grain)
        ? ProjectAmount(columns, grain: 1) : ProjectAmount(columns, steps: perStep)
    }
  }

  /// Compensation that several projects need from a bank.
  func compensationNeed(_ projects: [Int], _ bank: Bank) -> LinearExpression {
    .sum(projects.lazy.map { compensationNeed($0, bank) })
  }

  /// An amount added up over the competing projects of each county, all counties in one pass over the projects.
  ///
  /// Projects of a county lie far apart in memory: going through them county by county would wait for each of them.
  func perCounty(
    of levels: [Level] = Level.allCases, _ amount: (Int) -> ProjectAmount
  ) -> [LinearExpression] {
    var terms = parameters.scenario.counties.map { _ in [IntegerProgram.Term]() }
    var constants = terms.map { _ in 0 }
    for project in parameters.competing where levels.contains(parameters.level[project]) {
      let (county, amount) = (parameters.county[project], amount(project))
      amount.append(to: &terms[county])
      constants[county] += amount.constant
    }
    return zip(terms, constants).map { LinearExpression($0, constant: $1) }
  }

  /// q_cℓ of all counties, 1/3 m²: what a level draws of its county's quota.
  func countyQuotaUse(_ level: Level) -> [LinearExpression] {
    drawsOnlyCountyQuota(level)
      ? newLandPerCounty(level) : countyQuota.indices.map { quotaColumn($0, level) }
  }

  /// q_cℓ, where it is a choice; else zero.
  func quotaColumn(_ county: Int, _ level: Level) -> LinearExpression {
    countyQuota[county][level].map { .column($0, parameters.landStep) } ?? LinearExpression()
  }

  /// Whether all new land of a level comes from county quota: q_cℓ = N_cℓ.
  func drawsOnlyCountyQuota(_ level: Level) -> Bool {
    let land = parameters.scenario.land
    return land.mayUseCountyQuota(level) && !Decisions.hasCountyQuotaChoice(level, land)
  }

  /// N_cℓ of all counties: new land of a level, 1/3 m².
  func newLandPerCounty(_ level: Level) -> [LinearExpression] {
    perCounty(of: [level]) { newLand($0) }
  }

  /// t_ck: compensation a county gets from others, in the bank's unit; zero where no goal measures it.
  func transfer(_ county: Int, _ bank: Bank) -> LinearExpression {
    transfer[bank].map { .column($0[county], unit(of: bank)) } ?? LinearExpression()
  }

  /// Smallest units of a bank in one unit of its columns.
  func unit(of bank: Bank) -> Int { Decisions.unit(of: bank, parameters) }
}
