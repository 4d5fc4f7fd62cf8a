public import LinearProgram
import Scenario

extension PolicyModel {
  /// How much of an approved selection plans keep: first how many of its projects, then how few steps are taken from these.
  public struct Keeping: Sendable {
    /// The model with the columns that the measures need.
    public var model: PolicyModel
    /// How many of the projects are kept.
    public var projects: LinearExpression
    /// Minus the steps that kept projects have less than approved.
    public var steps: LinearExpression

    /// The model under the demand that one of the measures is worth so much.
    public func demanding(_ measure: LinearExpression, atLeast value: Int) -> Keeping {
      var demanding = self
      demanding.model.isRestricted = true
      demanding.model.program.addRow("asked:keep", measure, lower: value)
      return demanding
    }
  }

  /// Measures of what plans keep of approved steps per project (index); the projects must compete. The largest values stand for the least
  /// change.
  ///
  /// A column of its own counts the steps that a kept project has, at most the approved ones; none is needed where the least steps are
  /// approved.
  public func keeping(_ approved: [Int: Int]) -> Keeping {
    var model = self
    var (projects, counted): ([LinearExpression], [LinearExpression]) = ([], [])
    for (project, steps) in approved.sorted(by: { $0.key < $1.key }) {
      let support = decisions.supported(project).expression
      projects.append(support)
      guard steps > scenario.projects[project].minimumSteps else { continue }
      let id = scenario.projects[project].id
      let column = model.program.addColumn(
        "kept[\(id)]", 0...steps, block: scenario.projects[project].county)
      let kept = LinearExpression.column(column)
      model.program.addRow(
        "asked:kept[\(id)]", decisions.supportedSteps(project).expression - kept, lower: 0)
      counted += [support * -steps, kept]
    }
    return Keeping(model: model, projects: .sum(projects), steps: .sum(counted))
  }
}
