internal import LinearProgram
internal import Scenario

/// L-2 (四(三)一): 鼓励各县区使用批而未供和闲置土地解决省、市重点项目落地需求.
///
/// Rows: s_p ≤ n_p u_p; the stock land used in a county is at least what must be disposed of and at most what there is.
enum StockLandUse: Clause {
  static let id = "L-2"

  static func addRows(to model: inout ModelBuilder) {
    let scenario = model.scenario
    for index in model.parameters.competing where model.decisions.stock[index] != nil {
      model.add(
        id, .definition("stock land within the need"), "need[\(scenario.projects[index].id)]",
        model.decisions.newLand(index), lower: 0)
    }
    for (county, stock) in model.parameters.stock.enumerated() where stock.total > 0 {
      let used = model.decisions.stockLand(ofCounty: county)
      model.add(
        id, .stock(county: county), "stock[\(scenario.counties[county])]", used, upper: stock.total)
      model.add(
        id, .disposal(county: county), "disposal[\(scenario.counties[county])]", used,
        lower: stock.minimum)
    }
  }
}

extension Decisions {
  /// Stock land used in a county, 1/3 m².
  func stockLand(ofCounty county: Int) -> LinearExpression {
    .sum(parameters.competingByCounty[county].map { stockLand($0) })
  }
}
