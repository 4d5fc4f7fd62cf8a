internal import LinearProgram
internal import Scenario

/// L-2 (四(三)一): 鼓励各县区使用批而未供和闲置土地解决省、市重点项目落地需求.
///
/// Rows: a_p ≤ d_p u_p, b_p ≤ (f_p − d_p) u_p, e_p ≤ (n_p − f_p) u_p: no slice of a project's stock land exceeds the land it stands in
/// for; the stock land used in a county is at least what must be disposed of and at most what there is.
enum StockLandUse: Clause {
  static let id = "L-2"

  static func addRows(to model: inout ModelBuilder) {
    let decisions = model.decisions
    for index in model.parameters.competing {
      for slice in StockSlice.allCases
      where decisions.columns[index].has(ProjectColumn(slice)) {
        let whole = decisions.stepwise(index, model.parameters.needs[index][slice])
        model.add(
          .stockSlice(slice, project: index), decisions.stockLand(index, slice) - whole, upper: 0)
      }
    }
    let used = decisions.perCounty { decisions.stockLand($0) }
    for (county, stock) in model.parameters.stock.enumerated() where stock.total > 0 {
      model.add(.stock(county: county), used[county], upper: stock.total)
      model.add(.disposal(county: county), used[county], lower: stock.minimum)
    }
  }
}
