internal import Scenario

/// What the rows of the model are made of: the scenario's amounts per step, in exact integers (model page, section 2).
struct Parameters: Sendable {
  let scenario: Scenario
  /// Needs of each project per step.
  let needs: [Needs]
  /// Charged demand per step of each resource, and in it of each project, in its resolution.
  let charged: [[Int]]
  /// Indices of the projects that need something this year.
  let competing: [Int]
  /// County and level of each project, close together for the many loops that ask for nothing else.
  let county: [Int]
  let level: [Level]
  /// Merit of each project, 0.0001 point; `nil` for a project without a score.
  let merit: [Int?]
  /// Projects of the baseline; `nil` where there is none.
  let baseline: Set<Int>?
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
    needs = scenario.projects.indices.map { Needs(scenario.projects[$0]) }
    charged = Charges(scenario).perStep
    competing = scenario.projects.indices.filter { !scenario.projects[$0].needsNothing }
    county = scenario.projects.indices.map { scenario.projects[$0].county }
    level = scenario.projects.indices.map { scenario.projects[$0].level }
    merit = MeritScores.scores(scenario)
    baseline = scenario.baseline.map { Set($0) }
    surplus = Parameters.surplus(scenario)
    pool = surplus.reduce(into: BankAmounts()) { sum, county in
      for bank in Bank.allCases { sum[bank] += county[bank] }
    }
    ringFence = Parameters.ringFence(scenario, pool: pool)
    stock = CountyStock.perCounty(scenario)
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
    for county in surplus { areas += [county.quantity, county.paddy] }
    var step = areas.reduce(0, greatestCommonDivisor)
    for project in needs {
      step = greatestCommonDivisor(step, project.land)
      step = greatestCommonDivisor(step, project.farmland)
      step = greatestCommonDivisor(step, project.paddy)
    }
    return max(1, step)
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

  init(_ project: Project) {
    let steps = project.steps
    land = project.landThisYear / steps
    farmland = project.farmland / steps
    paddy = project.paddy / steps
    grain = project.grainCapacity / steps
    investment = project.investmentThisYear / steps
  }

  /// Land that a slice of stock land stands in for.
  subscript(slice: StockSlice) -> Int {
    switch slice {
    case .paddy: paddy
    case .farmland: farmland - paddy
    case .other: land - farmland
    }
  }

  /// What a bank would have to give.
  subscript(bank: Bank) -> Int {
    switch bank {
    case .quantity: farmland
    case .paddy: paddy
    case .grain: grain
    }
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

  private mutating func add(_ lot: StockLot) {
    minimum += lot.minimumDisposal
    if lot.inDevelopmentZone {
      inside += lot.area
      minimumInside += lot.minimumDisposal
    } else {
      outside += lot.area
    }
  }

  static func perCounty(_ scenario: Scenario) -> [CountyStock] {
    var stock = Array(repeating: CountyStock(), count: scenario.counties.count)
    for lot in scenario.land.stock { stock[lot.county].add(lot) }
    return stock
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
