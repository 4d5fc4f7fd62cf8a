internal import Scenario

/// What the rows of the model are made of: the scenario's amounts per step, in exact integers (model page, section 2).
struct Parameters: Sendable {
  let scenario: Scenario
  /// Needs of each project per step.
  let needs: [Needs]
  /// Indices of the projects that need something this year.
  let competing: [Int]
  /// The same per county.
  let competingByCounty: [[Int]]
  /// Merit of each project, 0.0001 point; `nil` for a project without a score.
  let merit: [Int?]
  /// Circulating surplus per county (F-1).
  let surplus: [BankAmounts]
  /// City pool: the sum of the surpluses.
  let pool: BankAmounts
  /// Ring-fenced amounts (F-3).
  let ringFence: BankAmounts
  /// Stock land per county.
  let stock: [CountyStock]
  /// Land is arranged in whole multiples of this, 1/3 m².
  let landStep: Int
  /// Stock land inside zones comes in whole multiples of this, 1/3 m²: the land step, or finer where a minimum disposal is.
  let zoneStep: Int

  init(_ scenario: Scenario) {
    self.scenario = scenario
    needs = scenario.projects.map { Needs($0, scenario) }
    competing = scenario.projects.indices.filter { !scenario.projects[$0].needsNothing }
    var byCounty = Array(repeating: [Int](), count: scenario.counties.count)
    for project in competing { byCounty[scenario.projects[project].county].append(project) }
    competingByCounty = byCounty
    merit = MeritScores.scores(scenario)
    surplus = Parameters.surplus(scenario)
    pool = surplus.reduce(into: BankAmounts()) { sum, county in
      for bank in Bank.allCases { sum[bank] += county[bank] }
    }
    ringFence = Parameters.ringFence(scenario, pool: pool)
    stock = scenario.counties.indices.map { CountyStock(scenario.land, county: $0) }
    let step = Parameters.landStep(scenario, needs, surplus)
    landStep = step
    zoneStep = stock.reduce(step) { greatestCommonDivisor($0, $1.minimumInside) }
  }

  /// Whether the farmland clauses apply: they need banks.
  var hasBanks: Bool { !scenario.farmland.banks.isEmpty }

  /// Whether some goal measures what a bank sends across the boundaries of counties; without banks nothing does.
  func measuresTransfer(_ bank: Bank) -> Bool { hasBanks && measures(.transfer(bank)) }

  /// Whether anything asks for the grain capacity of a project.
  var needsGrain: Bool { hasBanks || measures(.grain) }

  private func measures(_ measure: Goal.Measure) -> Bool {
    scenario.goals.contains { $0.terms.contains { $0.measure == measure } }
  }

  /// Whether S-1 holds stock land back.
  var hasZoneReserve: Bool { scenario.land.developmentZoneReserve > 0 }

  /// F-1: a county that has met its task in all three banks contributes its whole surplus, any other nothing.
  private static func surplus(_ scenario: Scenario) -> [BankAmounts] {
    var result = Array(repeating: BankAmounts(), count: scenario.counties.count)
    for account in scenario.farmland.banks
    where Bank.allCases.allSatisfy({ account.added[$0] >= account.task[$0] }) {
      for bank in Bank.allCases {
        result[account.county][bank] = max(
          0,
          account.opening[bank] + account.added[bank] - account.task[bank]
            - account.committed[bank])
      }
    }
    return result
  }

  /// F-3: the share of the stated base, rounded up, never more than the pool.
  private static func ringFence(_ scenario: Scenario, pool: BankAmounts) -> BankAmounts {
    var result = BankAmounts()
    for bank in Bank.allCases {
      result[bank] = min(pool[bank], ringFenceShare(bank, scenario, pool: pool))
    }
    return result
  }

  /// F-3: the share of the stated base, rounded up, even where it is more than the pool; 0 for a bank out of scope.
  static func ringFenceShare(_ bank: Bank, _ scenario: Scenario, pool: BankAmounts) -> Int {
    let rule = scenario.farmland.ringFence
    guard rule.scope == .eachBank || bank == .quantity else { return 0 }
    let base: Int =
      switch rule.base {
      case .circulating: pool[bank]
      case .task: scenario.farmland.banks.reduce(0) { $0 + $1.task[bank] }
      case .balance: scenario.farmland.banks.reduce(0) { $0 + $1.opening[bank] + $1.added[bank] }
      }
    return Int(ceilingDivide(Int128(base) * Int128(rule.share), 10_000))
  }

  /// the greatest common divisor of all areas of the scenario; 1 if all are 0.
  private static func landStep(_ scenario: Scenario, _ needs: [Needs], _ surplus: [BankAmounts])
    -> Int
  {
    let land = scenario.land
    var areas = [land.provincialQuota, land.cityQuota, land.developmentZoneReserve]
    areas += land.countyQuotas + land.stock.map(\.area)
    areas += surplus.flatMap { [$0.quantity, $0.paddy] }
    areas += needs.flatMap { [$0.land, $0.farmland, $0.paddy] }
    return max(1, areas.reduce(0, greatestCommonDivisor))
  }
}

/// What one step of a project needs.
struct Needs: Sendable {
  /// Land of this year, 1/3 m².
  let land: Int
  let farmland: Int
  let paddy: Int
  /// Grain capacity of the farmland, 公斤.
  let grain: Int
  /// Investment of the year, 元.
  let investment: Int
  /// Charged demand of each resource, in its resolution.
  let charged: [Int]

  /// Farmland that is no paddy.
  var otherFarmland: Int { farmland - paddy }
  /// Land that is no farmland.
  var otherLand: Int { land - farmland }

  /// What a bank would have to give.
  subscript(bank: Bank) -> Int {
    switch bank {
    case .quantity: farmland
    case .paddy: paddy
    case .grain: grain
    }
  }

  init(_ project: Project, _ scenario: Scenario) {
    let steps = project.steps
    land = project.landThisYear / steps
    farmland = project.farmland / steps
    paddy = project.paddy / steps
    grain = project.grainCapacity / steps
    investment = project.investmentThisYear / steps
    charged = zip(scenario.resources, project.demands).map { resource, demand in
      Needs.charge(demand / steps, resource, project)
    }
  }

  /// E-2: demand × coefficients of the resource, the county and the branch, rounded up once at the end.
  private static func charge(_ demand: Int, _ resource: Resource, _ project: Project) -> Int {
    var factors = [resource.coefficient]
    if !resource.countyCoefficients.isEmpty {
      factors.append(resource.countyCoefficients[project.county])
    }
    if let sector = resource.sectorCoefficients[project.sector] { factors.append(sector) }
    var product = Int128(demand)
    var divisor: Int128 = 1
    for factor in factors {
      product *= Int128(factor.numerator)
      divisor *= Int128(factor.denominator)
    }
    return Int(clamping: ceilingDivide(product, divisor))
  }
}

/// Stock land of one county, added up (L-2, S-1).
struct CountyStock: Sendable {
  /// Area outside development zones.
  var outside = 0
  /// Area inside development zones.
  var inside = 0
  /// Area that must be put to use.
  var minimum = 0
  /// The part of the minimum that lies inside development zones.
  var minimumInside = 0

  var total: Int { outside + inside }

  init(_ land: LandRules, county: Int) {
    for lot in land.stock where lot.county == county {
      minimum += lot.minimumDisposal
      if lot.inDevelopmentZone {
        inside += lot.area
        minimumInside += lot.minimumDisposal
      } else {
        outside += lot.area
      }
    }
  }
}

/// Greatest common divisor, not negative.
func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  var (x, y) = (abs(a), abs(b))
  while y != 0 { (x, y) = (y, x % y) }
  return x
}

/// Quotient rounded up; neither operand negative.
func ceilingDivide(_ a: Int128, _ b: Int128) -> Int128 { (a + b - 1) / b }

/// Quotient rounded up; neither operand negative.
func ceilingDivide(_ a: Int, _ b: Int) -> Int { (a + b - 1) / b }
