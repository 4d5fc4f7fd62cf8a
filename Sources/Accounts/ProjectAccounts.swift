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
