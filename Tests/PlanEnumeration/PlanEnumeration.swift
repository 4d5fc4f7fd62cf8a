import Accounts
public import Scenario

/// Looks at every plan of a tiny scenario and judges it by the accounts alone; shares nothing with the model.
public struct PlanEnumeration {
  let scenario: Scenario
  /// Most plans to judge before giving up.
  let limit: Int
  /// Which plans count, besides being legal.
  let isWanted: (Plan) -> Bool

  /// An enumeration of the legal plans of a scenario that are wanted.
  public init(
    scenario: Scenario, limit: Int, where isWanted: @escaping (Plan) -> Bool = { _ in true }
  ) {
    self.scenario = scenario
    self.limit = limit
    self.isWanted = isWanted
  }

  /// The best legal plan by the goals and the tie-break.
  public struct Best: Equatable {
    public var goals: [Int]
    public var plan: Plan
  }

  /// What the enumeration found.
  public struct Result {
    /// `nil` if no plan is legal.
    public var best: Best?
    public var judged = 0
    public var legal = 0
  }

  /// Runs the enumeration; `nil` if there are too many plans.
  public func run() -> Result? {
    var result = Result()
    var bestKey: [Int] = []
    for steps in allSteps() where isSelectionLegal(steps) {
      for stock in allStock(steps) {
        for quota in allQuota(steps, stock) {
          result.judged += 1
          guard result.judged <= limit else { return nil }
          let plan = Plan(steps: steps, stockLand: stock, countyQuotaUse: quota)
          let ledger = Ledger(scenario: scenario, plan: plan)
          guard ledger.violations.isEmpty, isWanted(plan) else { continue }
          result.legal += 1
          let values = scenario.goals.map(ledger.value)
          let key =
            zip(scenario.goals, values).map { $0.sense == .maximize ? $1 : -$1 } + tieBreak(plan)
          if result.best == nil || bestKey.lexicographicallyPrecedes(key) {
            bestKey = key
            result.best = Best(goals: values, plan: plan)
          }
        }
      }
    }
    return result
  }

  /// The declared tie-break as a vector of which the largest is best (model page, section 6).
  private func tieBreak(_ plan: Plan) -> [Int] {
    plan.steps.map { $0 > 0 ? 1 : 0 } + plan.steps + plan.stockLand
      + plan.countyQuotaUse.flatMap { use in
        [-(use[.provincial] ?? 0), -(use[.municipal] ?? 0), use[.other] ?? 0, use[.reserve] ?? 0]
      }
  }

  /// All vectors of steps.
  private func allSteps() -> [[Int]] {
    product(scenario.projects.map { $0.needsNothing ? [0] : Array(0...$0.steps) })
  }

  /// Rules on the selection alone, whatever its stock land and quotas.
  private func isSelectionLegal(_ steps: [Int]) -> Bool {
    let plan = Plan(
      steps: steps, stockLand: steps.map { _ in 0 },
      countyQuotaUse: scenario.counties.map { _ in [:] })
    let fixed: Set = ["R-1", "A-1", "A-2", "A-3", "A-4", "M-1", "E-2", "G-1"]
    return !Ledger(scenario: scenario, plan: plan).violations.contains { fixed.contains($0.clause) }
  }

  /// All vectors of stock land in whole 亩, within the needs and what the county has.
  private func allStock(_ steps: [Int]) -> [[Int]] {
    let areas = scenario.counties.indices.map { county in
      scenario.land.stock.filter { $0.county == county }.reduce(0) { $0 + $1.area }
    }
    let choices = zip(scenario.projects, steps).map { project, steps in
      let need = project.landThisYear / project.steps * steps
      return Array(stride(from: 0, through: min(need, areas[project.county]), by: Area.mu))
    }
    return product(choices).filter { stock in
      var used = Array(repeating: 0, count: areas.count)
      for (project, amount) in zip(scenario.projects, stock) { used[project.county] += amount }
      return zip(used, areas).allSatisfy { $0 <= $1 }
    }
  }

  /// All county quotas in whole 亩, within the new land of a level and the quota of the county.
  private func allQuota(_ steps: [Int], _ stock: [Int]) -> [[[Level: Int]]] {
    let perCounty = scenario.counties.indices.map { county -> [[Level: Int]] in
      let choices = Level.allCases.map { level -> [Int] in
        let new = scenario.projects.indices
          .filter { scenario.projects[$0].county == county && scenario.projects[$0].level == level }
          .reduce(0) { sum, index in
            let project = scenario.projects[index]
            return sum + project.landThisYear / project.steps * steps[index] - stock[index]
          }
        guard scenario.land.mayUseCountyQuota(level) else { return [0] }
        let most = min(new, scenario.land.countyQuota(county))
        return Array(stride(from: 0, through: most, by: Area.mu))
      }
      return product(choices).map { amounts in
        Dictionary(
          uniqueKeysWithValues: zip(Level.allCases, amounts).filter { $0.1 > 0 })
      }
    }
    return product(perCounty)
  }

  /// Every way to choose one element of each list.
  private func product<Element>(_ lists: [[Element]]) -> [[Element]] {
    lists.reduce([[]]) { heads, choices in heads.flatMap { head in choices.map { head + [$0] } } }
  }
}
