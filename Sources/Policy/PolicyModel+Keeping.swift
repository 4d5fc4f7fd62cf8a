public import LinearProgram
import Scenario

extension PolicyModel {
  /// How much of an approved selection plans keep: first how many of its projects, then how few steps are taken from these.
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
  /// A kept project counts more than all steps together; every step that a kept project has less than approved counts against it. A
  /// column of its own counts the steps it has, at most the approved ones; none is needed where the least steps are approved.
  public func keeping(_ approved: [Int: Int]) -> Keeping {
    var model = self
    var terms: [LinearExpression] = []
    let weight = 1 + approved.values.reduce(0, +)
    for (project, steps) in approved.sorted(by: { $0.key < $1.key }) {
      let support = decisions.supported(project).expression
      guard steps > scenario.projects[project].minimumSteps else {
        terms.append(support * weight)
        continue
      }
      let id = scenario.projects[project].id
      let column = model.program.addColumn(
        "kept[\(id)]", 0...steps, block: scenario.projects[project].county)
      let counted = LinearExpression.column(column)
      model.program.addRow(
        "asked:kept[\(id)]", decisions.supportedSteps(project).expression - counted, lower: 0)
      terms += [support * (weight - steps), counted]
    }
    return Keeping(model: model, measure: .sum(terms))
  }
}
