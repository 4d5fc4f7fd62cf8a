internal import Scenario

/// A-1 (assumption): a project that lacks the approvals it needs is not eligible this year.
///
/// Row: x_p = 0 for every such project.
enum Approvals: Clause {
  static let id = "A-1"

  static func addRows(to model: inout ModelBuilder) {
    for index in model.parameters.competing where !model.scenario.projects[index].isApproved {
      model.add(.approval(project: index), model.decisions.supported(index), upper: 0)
    }
  }
}
