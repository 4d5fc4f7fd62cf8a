import Certificate
import Scenario

extension ModelColumns {
  /// The point of the program that a plan stands for: of the amounts that a plan leaves open, the least.
  func point(of books: Books) -> [Int] {
    var point = Array(repeating: 0, count: program.columns.count)
    func set(_ column: Int?, _ value: Int) {
      if let column { point[column] = value }
    }
    for project in parameters.competing {
      let (facts, steps) = (parameters.projects[project], books.plan.steps[project])
      set(support[project], books.supports(project) ? 1 : 0)
      set(self.steps[project], steps)
      // Stock land stands in for paddy first, then for other farmland.
      let stock = books.plan.stock[project]
      let onPaddy = min(stock, facts.paddy * steps)
      let onFarmland = min(stock - onPaddy, (facts.farmland - facts.paddy) * steps)
      set(paddySlice[project], onPaddy / parameters.landStep)
      set(farmlandSlice[project], onFarmland / parameters.landStep)
      set(otherSlice[project], (stock - onPaddy - onFarmland) / parameters.landStep)
      set(grain[project], books.compensation[project].grain)
    }
    for county in parameters.counties {
      for level in Level.allCases {
        set(
          countyQuota[county][level.place],
          books.plan.countyQuota[county][level.place] / parameters.landStep)
      }
      let stock = parameters.stock[county]
      let used = projects(county).reduce(0) { $0 + books.plan.stock[$1] }
      set(zone[county], max(stock.minimumInside, used - stock.outside) / zoneStep)
      for bank in Bank.allCases {
        let need = projects(county).reduce(0) { $0 + books.compensation[$1][bank] }
        let fromOthers = max(0, need - parameters.banks.surplus[county][bank])
        set(transfer[county][bank.rawValue], fromOthers / parameters.unit(of: bank))
      }
    }
    return point
  }
}
