internal import LinearProgram
internal import Scenario

/// E-2 (四(三)四): 环境污染物排放总量、能耗煤耗等约束指标, and water and any other declared resource.
///
/// Rows: Σ a_pr u_p ≤ cap, in the city and in each county that has one.
enum ResourceCaps: Clause {
  static let id = "E-2"

  static func addRows(to model: inout ModelBuilder) {
    for (resource, description) in model.scenario.resources.enumerated() {
      if let cap = description.cityCap {
        model.add(
          id, .cityCap(resource: resource), "city[\(description.id)]",
          use(of: resource, by: model.parameters.competing, model), upper: cap)
      }
      for (county, name) in model.scenario.counties.enumerated() {
        guard let cap = description.countyCap(county) else { continue }
        model.add(
          id, .countyCap(resource: resource, county: county), "county[\(description.id),\(name)]",
          use(of: resource, by: model.parameters.competingByCounty[county], model), upper: cap)
      }
    }
  }

  private static func use(of resource: Int, by projects: [Int], _ model: ModelBuilder)
    -> LinearExpression
  {
    .sum(
      projects.map {
        model.decisions.supportedSteps($0) * model.parameters.needs[$0].charged[resource]
      })
  }
}
