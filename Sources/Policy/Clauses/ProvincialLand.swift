internal import LinearProgram
internal import Scenario

/// L-4 (not in the text; normal practice): provincial quota serves provincial key projects, city quota what it leaves uncovered.
///
/// Row: Σ (N_cℓ − q_cℓ) ≤ V + W over the provincial projects and all levels that draw city quota; or ≤ V over the provincial
/// projects alone, where they may not draw city quota.
enum ProvincialLand: Clause {
  static let id = "L-4"

  static func addRows(to model: inout ModelBuilder) {
    let land = model.scenario.land
    if land.provincialMayUseCityQuota {
      let levels = Level.allCases.filter { land.mayUseCityQuota($0) }
      model.add(
        .provincialAndCityQuota, model.decisions.newLandBesideCountyQuota(levels),
        upper: land.provincialQuota + land.cityQuota)
    } else {
      model.add(
        .provincialQuota, model.decisions.newLandBesideCountyQuota([.provincial]),
        upper: land.provincialQuota)
    }
  }
}
