public import LinearProgram
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

  /// Goals after which it is worth asking whether only one selection of projects is left, ascending: the first that tells most
  /// projects from one another, and the last before one that depends on how land is arranged.
  public var settlingGoals: [Int] {
    let isSelection = decisions.isSelection(columns: program.lowerBounds.count)
    let goals = scenario.goals.indices.prefix { goal in
      expression(of: scenario.goals[goal]).terms.allSatisfy { isSelection[$0.column] }
    }
    let weighing = goals.filter { !expression(of: scenario.goals[$0]).terms.isEmpty }
    let first = weighing.first { isDiscerning(expression(of: scenario.goals[$0])) }
    return Set([first, weighing.last].compactMap { $0 }).sorted()
  }

  /// Whether an expression weighs its columns so differently that few sums of them are equal.
  private func isDiscerning(_ expression: LinearExpression) -> Bool {
    2 * Set(expression.terms.map(\.coefficient)).count > expression.terms.count
  }

  /// Fixes which projects are supported, and leaves their steps and amounts open.
  public func fixSelection(_ selection: Set<Int>, in program: inout IntegerProgram) {
    for project in parameters.competing {
      guard let column = decisions.columns[project][.supported] else { continue }
      let value = selection.contains(project) ? 1 : 0
      program.setBounds(column, lower: value, upper: value)
    }
  }

  /// The step in which land of a scenario is arranged, 1/3 m².
  public static func landStep(of scenario: Scenario) -> Int { Parameters(scenario).landStep }
}
