public import LinearProgram
internal import Scenario

/// A model in which it is counted how many projects get at least what they were approved for.
public struct KeepingModel: Sendable {
  public let model: PolicyModel
  /// Number of projects that get it.
  public let kept: LinearExpression

  /// The model of which plans keep at least so many.
  public func keeping(atLeast count: Int) -> PolicyModel {
    var model = model
    model.isRestricted = true
    model.program.addRow("asked:kept", kept, lower: count)
    return model
  }
}

extension PolicyModel {
  /// The model that counts which projects get at least so many steps (0: nothing is to be kept).
  ///
  /// A project that was supported with its least steps, or as a whole, is kept if it is supported: x_p counts. For any other a column y_p
  /// counts, with `steps · y_p ≤ u_p`.
  public func counting(kept steps: [Int]) -> KeepingModel {
    var model = self
    var counts: [IntegerProgram.Term] = []
    for project in parameters.competing where steps[project] > 0 {
      let (columns, facts) = (decisions.columns[project], scenario.projects[project])
      guard let supported = columns[.supported] else { continue }
      guard steps[project] > facts.minimumSteps else {
        counts.append(.init(supported, 1))
        continue
      }
      let column = model.program.addColumn("kept[\(facts.id)]", 0...1, block: facts.county)
      model.program.addRow(
        "asked:kept[\(facts.id)]",
        decisions.supportedSteps(project).expression + .column(column, -steps[project]), lower: 0)
      counts.append(.init(column, 1))
      model.isRestricted = true
    }
    return KeepingModel(model: model, kept: LinearExpression(counts))
  }
}
