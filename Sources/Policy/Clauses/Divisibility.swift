internal import LinearProgram
internal import Scenario

/// A-2 (assumption): a divisible project gets between its least and its full number of steps, or nothing.
///
/// Rows: m_p x_p ≤ u_p ≤ S_p x_p.
enum Divisibility: Clause {
  static let id = "A-2"

  static func addRows(to model: inout ModelBuilder) {
    for index in model.parameters.competing {
      let project = model.scenario.projects[index]
      guard project.division != nil else { continue }
      let steps = model.decisions.supportedSteps(index)
      let supported = model.decisions.supported(index)
      model.add(
        id, .definition("most steps"), "most_steps[\(project.id)]",
        steps - supported * project.steps, upper: 0)
      model.add(
        id, .definition("least steps"), "least_steps[\(project.id)]",
        steps - supported * project.minimumSteps, lower: 0)
    }
  }
}
