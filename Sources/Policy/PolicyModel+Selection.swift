internal import LinearProgram
public import Scenario

extension PolicyModel {
  /// The same model for whoever need not know which clauses conflict where there is no plan.
  public var withoutConflict: PolicyModel {
    var model = self
    model.isRestricted = true
    return model
  }

  /// The model with the supported steps of projects as they are given, `nil` for those left open; land may be arranged in any way.
  ///
  /// - Returns: `nil` if a project is to be supported that cannot be, because it needs nothing or has fewer steps.
  public func fixing(steps: [Int?]) -> PolicyModel? {
    var model = withoutConflict
    for case (let project, let steps?) in steps.enumerated() {
      let columns = decisions.columns[project]
      guard steps <= scenario.projects[project].steps else { return nil }
      guard let supported = columns[.supported] else {
        if steps > 0 { return nil }
        continue
      }
      let isIn = steps > 0 ? 1 : 0
      model.program.setBounds(supported, lower: isIn, upper: isIn)
      if let column = columns[.steps] {
        model.program.setBounds(column, lower: steps, upper: steps)
      }
    }
    return model
  }

  /// The step in which land of a scenario is arranged, 1/3 m².
  public static func landStep(of scenario: Scenario) -> Int { Parameters(scenario).landStep }
}
