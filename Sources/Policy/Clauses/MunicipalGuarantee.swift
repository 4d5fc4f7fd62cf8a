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
        model.add(.guarantee(project: index), model.decisions.supported(index), lower: 1)
      }
    }
    let levels = Level.allCases.filter { scenario.land.mayUseCityQuota($0) && $0 != .provincial }
    model.add(
      .cityQuota, model.decisions.newLandBesideCountyQuota(levels),
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
    // What draws on county quota only leaves nothing; what may choose leaves what its column of quota does not cover.
    let others = levels.filter { !drawsOnlyCountyQuota($0) }
    let quota = countyQuota.flatMap { columns in
      levels.compactMap { columns[$0].map { IntegerProgram.Term($0, -parameters.landStep) } }
    }
    let projects = parameters.competing.lazy.filter { others.contains(parameters.level[$0]) }
    return .sum(projects.map { newLand($0) }) + LinearExpression(quota)
  }
}
