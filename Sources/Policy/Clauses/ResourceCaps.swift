internal import LinearProgram
internal import Scenario

/// E-2 (四(三)四): 环境污染物排放总量、能耗煤耗等约束指标, and water and any other declared resource.
///
/// Rows: Σ a_pr u_p ≤ cap, in the city and in each county that has one.
enum ResourceCaps: Clause {
  static let id = "E-2"

  static func addRows(to model: inout ModelBuilder) {
    let decisions = model.decisions
    for (resource, description) in model.scenario.resources.enumerated() {
      let charged = model.parameters.charged[resource]
      if let cap = description.cityCap {
        let use = model.parameters.competing.lazy.map { decisions.stepwise($0, charged[$0]) }
        model.add(.cityCap(resource: resource), .sum(use), upper: cap)
      }
      let caps = model.scenario.counties.indices.map { description.countyCap($0) }
      guard caps.contains(where: { $0 != nil }) else { continue }
      let use = decisions.perCounty { decisions.stepwise($0, charged[$0]) }
      for case (let county, let cap?) in caps.enumerated() {
        model.add(.countyCap(resource: resource, county: county), use[county], upper: cap)
      }
    }
  }
}
