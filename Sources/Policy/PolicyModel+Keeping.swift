public import LinearProgram
import Scenario

extension PolicyModel {
  /// How much of an approved selection plans keep: first how many of its projects, then how many of its steps.
  public struct Keeping: Sendable {
    /// The model with the columns that the measure needs.
    public var model: PolicyModel
    /// What is kept; the largest value stands for the least change.
    public var measure: LinearExpression

    /// The model under the demand that so much is kept.
    public func atLeast(_ value: Int) -> PolicyModel {
      var demanding = model
      demanding.isRestricted = true
      demanding.program.addRow("asked:keep", measure, lower: value)
      return demanding
    }
  }

  /// A measure of what plans keep of approved steps per project (index); the projects must compete.
  ///
  /// A kept project counts more than all steps together. Steps beyond the approved ones do not count: where that is not so by itself, a
  /// column of its own counts them, at most the steps of the plan and the approved ones.
  public func keeping(_ approved: [Int: Int]) -> Keeping {
    var model = self
    var terms: [LinearExpression] = []
    let divisible = approved.keys.sorted().filter {
      approved[$0, default: 0] > scenario.projects[$0].minimumSteps
    }
    let weight = 1 + divisible.reduce(0) { $0 + approved[$1, default: 0] }
    for project in approved.keys.sorted() {
      terms.append(decisions.supported(project).expression * weight)
    }
    for project in divisible {
      let column = model.program.addColumn(
        "kept[\(scenario.projects[project].id)]", 0...approved[project, default: 0],
        block: scenario.projects[project].county)
      let counted = LinearExpression.column(column)
      model.program.addRow(
        "asked:kept[\(scenario.projects[project].id)]",
        decisions.supportedSteps(project).expression - counted, lower: 0)
      terms.append(counted)
    }
    return Keeping(model: model, measure: .sum(terms))
  }
}
