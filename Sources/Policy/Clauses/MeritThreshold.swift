internal import Scenario

/// M-1 (四(三)一): a project whose per-mu score is below the scenario's threshold is not eligible.
///
/// Row: x_p = 0 for every scored project below it. The score itself is a goal.
enum MeritThreshold: Clause {
  static let id = "M-1"

  static func addRows(to model: inout ModelBuilder) {
    guard let threshold = model.scenario.merit?.threshold else { return }
    for index in model.parameters.competing {
      guard let score = model.parameters.merit[index], score < threshold else { continue }
      model.add(.threshold(project: index), model.decisions.supported(index), upper: 0)
    }
  }
}
