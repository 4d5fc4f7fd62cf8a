internal import LinearProgram
internal import Scenario

/// S-1 (三(四)): 省级以上开发区…储备1000亩以上的建设用地.
///
/// Rows: z_c ≥ Σ s_p − O_c (the land outside zones is used first), Σ z_c ≤ Σ Z_c − B. The bounds of z_c are those of its column.
enum ZoneReserve: Clause {
  static let id = "S-1"

  static func addRows(to model: inout ModelBuilder) {
    guard model.parameters.hasZoneReserve else { return }
    let decisions = model.decisions
    let stockLand = decisions.perCounty { decisions.stockLand($0) * -1 }
    var used: [LinearExpression] = []
    var area = 0
    for (county, stock) in model.parameters.stock.enumerated() {
      guard let column = decisions.zone[county] else { continue }
      let inside = LinearExpression.column(column, model.parameters.zoneStep)
      used.append(inside)
      area += stock.inside
      model.add(
        .zone(county: county), stockLand[county] + inside,
        lower: -stock.outside)
    }
    model.add(
      .zoneReserve, .sum(used),
      upper: area - model.scenario.land.developmentZoneReserve)
  }
}
