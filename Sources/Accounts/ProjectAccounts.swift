import Scenario

/// Builds the accounts of all projects step by step: demand, lots, quotas, donors.
struct ProjectAccounts {
  let scenario: Scenario
  let plan: Plan
  var projects: [ProjectAccount]
  /// Stock lots in the order of drawing.
  let lots: [StockLot]
  /// Stock land used per lot, 1/3 m².
  var lotUse: [Int]
  /// Projects per county, in id order.
  let members: [[Int]]

  /// Starts with what depends on each project alone: land, compensation, resources, fees, investment.
  init(scenario: Scenario, plan: Plan) {
    self.scenario = scenario
    self.plan = plan
    var members = [[Int]](repeating: [], count: scenario.counties.count)
    for (index, project) in scenario.projects.enumerated() { members[project.county].append(index) }
    self.members = members
    lots = scenario.land.stock.sorted { Self.order($0).lexicographicallyPrecedes(Self.order($1)) }
    lotUse = Array(repeating: 0, count: lots.count)
    projects = scenario.projects.indices.map { index in
      Self.account(
        of: scenario.projects[index], steps: plan.steps[index],
        stock: plan.stockLand[index], scenario: scenario)
    }
  }

  private static func order(_ lot: StockLot) -> [Int] {
    [lot.county, lot.vintage, lot.kind == .unsupplied ? 0 : 1, lot.inDevelopmentZone ? 1 : 0]
  }

  private static func account(
    of project: Project, steps: Int, stock: Int, scenario: Scenario
  ) -> ProjectAccount {
    var account = ProjectAccount()
    let whole = project.steps
    account.steps = steps
    account.land = Exact.share(of: project.landThisYear, part: steps, whole: whole)
    account.investment = Exact.share(of: project.investmentThisYear, part: steps, whole: whole)
    account.compensation = Compensation.need(of: project, steps: steps, stock: stock)
    for (index, resource) in scenario.resources.enumerated() {
      let demand = project.demands.indices.contains(index) ? project.demands[index] : 0
      let use = Exact.share(of: demand, part: steps, whole: whole)
      account.used.append(use)
      account.charged.append(
        ResourceCharge.charge(project, demand: demand, resource: resource, steps: steps))
      if use > 0, resource.price.numerator > 0 {
        account.fees.append(ResourceCharge.fee(project, use: use, resource: resource, index: index))
      }
    }
    return account
  }
}

/// Compensation for farmland that a project occupies.
enum Compensation {
  /// Farmland, paddy and grain capacity left after stock land has stood in for farmland and paddy.
  static func need(of project: Project, steps: Int, stock: Int) -> BankAmounts {
    let whole = project.steps
    let farmland = max(0, Exact.share(of: project.farmland, part: steps, whole: whole) - stock)
    let paddy = max(0, Exact.share(of: project.paddy, part: steps, whole: whole) - stock)
    guard farmland > 0, project.farmland > 0 else {
      return BankAmounts(quantity: farmland, paddy: paddy)
    }
    let grain =
      Exact.productCeiling(
        UInt128(max(project.grainCapacity, 0)), UInt128(farmland), over: UInt128(project.farmland))
      ?? Int.max
    return BankAmounts(quantity: farmland, paddy: paddy, grain: grain)
  }
}

/// Charged demand (coefficients) and fees of resources (E-1, E-2).
enum ResourceCharge {
  /// Product of the coefficients that apply to a project.
  static func coefficients(_ project: Project, _ resource: Resource) -> [Ratio] {
    let county = resource.countyCoefficients
    return [
      resource.coefficient,
      county.indices.contains(project.county) ? county[project.county] : .one,
      resource.sectorCoefficients[project.sector] ?? .one,
    ]
  }

  /// Charged demand of `steps` steps: each step rounded up to the resolution.
  static func charge(_ project: Project, demand: Int, resource: Resource, steps: Int) -> Int {
    guard demand > 0, steps > 0 else { return 0 }
    guard let factor = Exact.product(coefficients(project, resource) + [Ratio(1, project.steps)]),
      let perStep = Exact.productCeiling(
        UInt128(demand), factor.numerator, over: factor.denominator)
    else { return Int.max }
    return Int(clamping: Int128(perStep) * Int128(steps))
  }

  /// Price × use, and whether the project is spared it.
  static func fee(_ project: Project, use: Int, resource: Resource, index: Int) -> Fee {
    let amount = Exact.productHalfUp(
      UInt128(use), UInt128(resource.price.numerator),
      over: UInt128(resource.price.denominator) * UInt128(max(resource.unitsPerUnit, 1)))
    return Fee(resource: index, isFree: isFree(project, resource), amount: amount ?? Int.max)
  }

  /// E-1: a key project of a favoured class, for a resource that can be free.
  static func isFree(_ project: Project, _ resource: Resource) -> Bool {
    project.level.isKey && resource.kind.mayBeFree
      && resource.freeCategories.contains(project.category)
  }
}
