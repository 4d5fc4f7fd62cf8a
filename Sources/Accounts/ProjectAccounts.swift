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
    for index in scenario.projects.indices {
      members[scenario.projects[index].county].append(index)
    }
    self.members = members
    lots = scenario.land.stock.sorted { Self.order($0).lexicographicallyPrecedes(Self.order($1)) }
    lotUse = Array(repeating: 0, count: lots.count)
    let factors = ChargeFactors(scenario)
    let nothing = [Int](repeating: 0, count: scenario.resources.count)
    projects = scenario.projects.indices.map { index in
      // Most projects of a large scenario get nothing, and all of these share the same zeros.
      guard plan.steps[index] > 0 else {
        var account = ProjectAccount()
        (account.used, account.charged) = (nothing, nothing)
        return account
      }
      return Self.account(
        of: scenario.projects[index], steps: plan.steps[index],
        stock: plan.stockLand[index], scenario: scenario, factors)
    }
  }

  private static func order(_ lot: StockLot) -> [Int] {
    [lot.county, lot.vintage, lot.kind == .unsupplied ? 0 : 1, lot.inDevelopmentZone ? 1 : 0]
  }

  private static func account(
    of project: Project, steps: Int, stock: Int, scenario: Scenario, _ factors: ChargeFactors
  ) -> ProjectAccount {
    var account = ProjectAccount()
    let whole = project.steps
    account.steps = steps
    account.land = Exact.share(of: project.landThisYear, part: steps, whole: whole)
    account.investment = Exact.share(of: project.investmentThisYear, part: steps, whole: whole)
    account.compensation = Compensation.need(of: project, steps: steps, stock: stock)
    account.used.reserveCapacity(scenario.resources.count)
    account.charged.reserveCapacity(scenario.resources.count)
    for index in scenario.resources.indices {
      let demand = project.demands.indices.contains(index) ? project.demands[index] : 0
      let use = Exact.share(of: demand, part: steps, whole: whole)
      account.used.append(use)
      account.charged.append(factors.charge(index, demand: demand, of: project, steps: steps))
      if use > 0, scenario.resources[index].price.numerator > 0 {
        account.fees.append(
          ResourceCharge.fee(
            project, use: use, resource: scenario.resources[index], index: index))
      }
    }
    return account
  }
}
