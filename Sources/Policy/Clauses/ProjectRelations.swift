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
    let projects = model.scenario.projects
    for index in model.parameters.competing {
      let supported = { (project: Int) in decisions.supported(project).expression }
      for other in projects[index].requires where decisions.isOpen(other) {
        model.add(
          .required(project: other, by: index), supported(index) - supported(other), upper: 0)
      }
      for other in rivals(of: index, projects) where decisions.isOpen(other) {
        model.add(
          .excluded(project: index, other: other), supported(index) + supported(other), upper: 1)
      }
    }
  }

  /// Projects that exclude this one or are excluded by it, each pair named once, at its first project.
  private static func rivals(of index: Int, _ projects: [Project]) -> [Int] {
    projects[index].excludes.filter { other in
      index < other || !projects[other].excludes.contains(index)
    }
  }
}
