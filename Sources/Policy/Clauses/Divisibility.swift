internal import LinearProgram
internal import Scenario

/// A-2 (assumption): a divisible project gets between its least and its full number of steps, or nothing.
///
/// Rows: m_p x_p ≤ u_p ≤ S_p x_p.
enum Divisibility: Clause {
  static let id = "A-2"

  static func addRows(to model: inout ModelBuilder) {
    for index in model.parameters.competing {
      guard let division = model.scenario.projects[index].division else { continue }
      let steps = model.decisions.supportedSteps(index)
      let supported = model.decisions.supported(index)
      model.add(
        .mostSteps(project: index), steps - supported * division.steps, upper: 0)
      model.add(
        .leastSteps(project: index), steps - supported * division.minimumSteps, lower: 0)
    }
  }
}
