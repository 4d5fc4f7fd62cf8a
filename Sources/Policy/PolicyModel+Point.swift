internal import LinearProgram
public import Scenario

extension PolicyModel {
  /// The point of the program that a plan stands for: of the amounts that a plan leaves open, the least.
  ///
  /// It keeps the rows if the plan keeps the clauses; a plan of another scenario with the same projects gives a point, too,
  /// which may or may not be feasible, and serves as a start.
  public func point(of plan: Plan) -> [Int] {
    var point = Array(repeating: 0, count: program.lowerBounds.count)
    let step = parameters.landStep
    var stock = scenario.counties.map { _ in 0 }
    var need = scenario.counties.map { _ in BankAmounts() }
    for project in parameters.competing {
      let (columns, needs) = (decisions.columns[project], parameters.needs[project])
      func set(_ kind: ProjectColumn, _ value: Int) {
        if let column = columns[kind] { point[column] = value }
      }
      let steps = plan.steps[project]
      set(.supported, steps > 0 ? 1 : 0)
      set(.steps, steps)
      // Stock land stands in for paddy first, then for other farmland.
      let onPaddy = min(plan.stockLand[project], needs.paddy * steps)
      let onFarmland = min(
        plan.stockLand[project] - onPaddy, (needs.farmland - needs.paddy) * steps)
      set(.paddyStock, onPaddy / step)
      set(.farmlandStock, onFarmland / step)
      set(.otherStock, (plan.stockLand[project] - onPaddy - onFarmland) / step)
      let farmland = needs.farmland * steps - onPaddy - onFarmland
      let share = Int128(needs.grain) * Int128(farmland)
      let grain = needs.farmland == 0 ? 0 : Int(ceilingDivide(share, Int128(needs.farmland)))
      set(.grain, grain)
      let county = parameters.county[project]
      stock[county] += plan.stockLand[project]
      need[county].quantity += farmland
      need[county].paddy += needs.paddy * steps - onPaddy
      need[county].grain += grain
    }
    for county in scenario.counties.indices {
      for (level, column) in decisions.countyQuota[county] {
        point[column] = (plan.countyQuotaUse[county][level] ?? 0) / step
      }
      let lots = parameters.stock[county]
      if let column = decisions.zone[county] {
        point[column] =
          max(lots.minimumInside, stock[county] - lots.outside) / parameters.zoneStep
      }
      for (bank, columns) in decisions.transfer {
        let fromOthers = max(0, need[county][bank] - parameters.surplus[county][bank])
        point[columns[county]] = fromOthers / decisions.unit(of: bank)
      }
    }
    return point
  }
}
