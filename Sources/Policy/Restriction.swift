public import LinearProgram
public import Scenario

/// Something that a question asks of a plan beside the clauses; nothing of the scenario.
public enum Restriction: Sendable, Equatable {
  /// A project (index) is supported, with its least steps or more.
  case supports(project: Int)
  /// A project (index) is not supported.
  case refuses(project: Int)
  /// A project (index) gets at least so many steps.
  case steps(project: Int, atLeast: Int)
  /// At least so many projects are supported that are not in the set, or not supported that are.
  case differs(from: Set<Int>, atLeast: Int)
  /// A goal (index) is not worse than a value, in its own sense.
  case goal(Int, noWorseThan: Int)
}

extension PolicyModel {
  /// The model with further rows, which belong to no clause.
  public func restricted(by restrictions: [Restriction]) -> PolicyModel {
    guard !restrictions.isEmpty else { return self }
    var model = self
    model.isRestricted = true
    for (number, restriction) in restrictions.enumerated() {
      let (expression, lower) = demand(of: restriction)
      model.program.addRow("asked:\(number)", expression, lower: lower)
    }
    return model
  }

  /// What a restriction asks to be at least how much.
  private func demand(of restriction: Restriction) -> (LinearExpression, Int) {
    switch restriction {
    case .supports(let project): return (support(of: project), 1)
    case .refuses(let project): return (support(of: project) * -1, 0)
    case .steps(let project, let least):
      return (decisions.supportedSteps(project).expression, least)
    case .differs(let projects, let least):
      return (changes(from: projects), least)
    case .goal(let index, let value):
      let sign = scenario.goals[index].sign
      return (expression(of: scenario.goals[index]) * sign, sign * value)
    }
  }

  /// 1 where a project is supported, else 0.
  public func support(of project: Int) -> LinearExpression {
    decisions.supported(project).expression
  }

  /// Number of projects in which a plan differs from a selection.
  public func changes(from selection: Set<Int>) -> LinearExpression {
    .sum(
      parameters.competing.lazy.map { project in
        let support = decisions.supported(project)
        return selection.contains(project) ? support.complement : support
      })
  }
}

extension Goal {
  /// 1 where more is better, −1 where less is.
  public var sign: Int { sense == .maximize ? 1 : -1 }
}
