internal import Scenario

/// A-3 (assumption): what the scenario has decided in advance is decided.
///
/// Rows: x_p = 1 for projects locked in, x_p = 0 for projects locked out.
enum Locks: Clause {
  static let id = "A-3"

  static func addRows(to model: inout ModelBuilder) {
    for index in model.parameters.competing {
      let value: Int
      switch model.scenario.projects[index].lock {
      case .none: continue
      case .lockedIn: value = 1
      case .lockedOut: value = 0
      }
      model.add(
        .lock(project: index), model.decisions.supported(index), lower: value, upper: value)
    }
  }
}
