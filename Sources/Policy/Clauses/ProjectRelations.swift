internal import LinearProgram
internal import Scenario

/// A-4 (assumption): projects that need or rule out one another.
///
/// Rows: x_p ≤ x_q where p requires q, x_p + x_q ≤ 1 where one excludes the other. A required project that needs nothing this
/// year is taken as given; an excluded one that needs nothing is no rival.
enum ProjectRelations: Clause {
  static let id = "A-4"

  static func addRows(to model: inout ModelBuilder) {
    let decisions = model.decisions
    for index in model.parameters.competing {
      let project = model.scenario.projects[index]
      for other in project.requires where decisions.support[other] != nil {
        model.add(
          id, .required(project: other, by: index),
          "requires[\(project.id),\(model.scenario.projects[other].id)]",
          decisions.supported(index) - decisions.supported(other), upper: 0)
      }
      for other in rivals(of: index, model.scenario) where decisions.support[other] != nil {
        model.add(
          id, .excluded(project: index, other: other),
          "excludes[\(project.id),\(model.scenario.projects[other].id)]",
          decisions.supported(index) + decisions.supported(other), upper: 1)
      }
    }
  }

  /// Projects that exclude this one or are excluded by it, each pair named once, at its first project.
  private static func rivals(of index: Int, _ scenario: Scenario) -> [Int] {
    let own = scenario.projects[index].excludes
    return own.filter { other in
      index < other || !scenario.projects[other].excludes.contains(index)
    }
  }
}
