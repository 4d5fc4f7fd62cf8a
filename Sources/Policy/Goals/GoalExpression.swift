internal import LinearProgram
internal import Scenario

extension Decisions {
  /// The linear expression of a goal, in the smallest units of its measure (model page, section 6).
  func expression(of goal: Goal) -> LinearExpression {
    .sum(goal.terms.map { expression(of: $0) * $0.weight })
  }

  private func expression(of term: Goal.Term) -> LinearExpression {
    let filter = term.filter
    if case .transfer(let bank) = term.measure {
      return .sum(
        parameters.scenario.counties.indices
          .filter { filter.counties.isEmpty || filter.counties.contains($0) }
          .map { transfer($0, bank) })
    }
    let covered = parameters.competing.filter { filter.contains(parameters.scenario.projects[$0]) }
    return .sum(covered.map { amount(of: term.measure, $0) })
  }

  private func amount(of measure: Goal.Measure, _ project: Int) -> LinearExpression {
    switch measure {
    case .supported: supported(project) * parameters.scenario.projects[project].priority
    case .investment: supportedSteps(project) * parameters.needs[project].investment
    case .merit: supported(project) * (parameters.merit[project] ?? 0)
    case .newLand: newLand(project)
    case .stockLand: stockLand(project)
    case .farmland: compensationNeed(project, .quantity)
    case .paddy: compensationNeed(project, .paddy)
    case .grain: compensationNeed(project, .grain)
    case .resource(let resource):
      supportedSteps(project) * parameters.needs[project].charged[resource]
    case .baselineChanges: baselineChange(project)
    case .transfer: LinearExpression()
    }
  }

  /// 1 − x_p for a project of the baseline, x_p for any other.
  private func baselineChange(_ project: Int) -> LinearExpression {
    guard let baseline = parameters.scenario.baseline else { return LinearExpression() }
    return baseline.contains(project)
      ? LinearExpression(constant: 1) - supported(project) : supported(project)
  }
}
