internal import LinearProgram
internal import Scenario

/// L-1 (四(三)一): 市重点项目当年使用部分用地指标在市级指标中全额保障.
///
/// Rows: x_p = 1 for every municipal key project with land need, where the guarantee is required and nothing makes the project
/// ineligible; Σ (N_cℓ − q_cℓ) ≤ W over the levels that draw city quota, without the provincial ones. The preferred form is goal 1.
enum MunicipalGuarantee: Clause {
  static let id = "L-1"

  static func addRows(to model: inout ModelBuilder) {
    let scenario = model.scenario
    if scenario.land.municipalGuarantee == .required {
      for index in model.parameters.competing where isGuaranteed(index, model.parameters) {
        model.add(
          id, .guaranteed(project: index), "guarantee[\(scenario.projects[index].id)]",
          model.decisions.supported(index), lower: 1)
      }
    }
    let levels = Level.allCases.filter { scenario.land.mayUseCityQuota($0) && $0 != .provincial }
    model.add(
      id, .cityQuota, "city_quota", model.decisions.newLandBesideCountyQuota(levels),
      upper: scenario.land.cityQuota)
  }

  private static func isGuaranteed(_ index: Int, _ parameters: Parameters) -> Bool {
    let project = parameters.scenario.projects[index]
    let threshold = parameters.scenario.merit?.threshold ?? Int.min
    return project.level == .municipal && project.landThisYear > 0 && project.conformsToPlans
      && project.isApproved && project.lock != .lockedOut
      && (parameters.merit[index] ?? Int.max) >= threshold
  }
}

extension Decisions {
  /// Σ (N_cℓ − q_cℓ) over all counties and the given levels, 1/3 m².
  func newLandBesideCountyQuota(_ levels: [Level]) -> LinearExpression {
    .sum(
      parameters.scenario.counties.indices.flatMap { county in
        levels.map { newLand(county: county, $0) - countyQuotaUse(county, $0) }
      })
  }
}
