internal import Scenario

/// R-1 (四(三)三, 多规合一): a project that does not conform to the plans is not eligible this year.
///
/// Row: x_p = 0 for every such project.
enum PlanConformity: Clause {
  static let id = "R-1"

  static func addRows(to model: inout ModelBuilder) {
    for index in model.parameters.competing where !model.scenario.projects[index].conformsToPlans {
      model.add(.conformity(project: index), model.decisions.supported(index), upper: 0)
    }
  }
}
