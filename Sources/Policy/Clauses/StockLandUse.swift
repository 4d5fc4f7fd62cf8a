internal import LinearProgram
internal import Scenario

/// L-2 (四(三)一): 鼓励各县区使用批而未供和闲置土地解决省、市重点项目落地需求.
///
/// Rows: a_p ≤ d_p u_p, b_p ≤ (f_p − d_p) u_p, e_p ≤ (n_p − f_p) u_p: no slice of a project's stock land exceeds the land it stands in
/// for; the stock land used in a county is at least what must be disposed of and at most what there is.
enum StockLandUse: Clause {
  static let id = "L-2"

  static func addRows(to model: inout ModelBuilder) {
    let scenario = model.scenario
    for index in model.parameters.competing { addSlices(of: index, to: &model) }
    for (county, stock) in model.parameters.stock.enumerated() where stock.total > 0 {
      let used = model.decisions.stockLand(ofCounty: county)
      model.add(
        id, .stock(county: county), "stock[\(scenario.counties[county])]", used, upper: stock.total)
      model.add(
        id, .disposal(county: county), "disposal[\(scenario.counties[county])]", used,
        lower: stock.minimum)
    }
  }

  private static func addSlices(of index: Int, to model: inout ModelBuilder) {
    let needs = model.parameters.needs[index]
    let columns = model.decisions.stock[index]
    let slices = [
      ("paddy", columns.paddy, needs.paddy), ("farmland", columns.farmland, needs.otherFarmland),
      ("other", columns.other, needs.otherLand),
    ]
    for case (let name, let column?, let perStep) in slices {
      let used = LinearExpression.column(column, model.parameters.landStep)
      model.add(
        id, .definition("stock land within the need"),
        "\(name)[\(model.scenario.projects[index].id)]",
        used - model.decisions.supportedSteps(index) * perStep, upper: 0)
    }
  }
}

extension Decisions {
  /// Stock land used in a county, 1/3 m².
  func stockLand(ofCounty county: Int) -> LinearExpression {
    .sum(parameters.competingByCounty[county].map { stockLand($0) })
  }
}
