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
    let covered = parameters.competing.lazy.filter { covers(filter, $0) }
    return .sum(covered.map { amount(of: term.measure, $0) })
  }

  /// Whether a filter covers a project; one of levels and counties alone needs no look at the project itself.
  private func covers(_ filter: Goal.Filter, _ project: Int) -> Bool {
    guard filter.categories.isEmpty, filter.stages.isEmpty else {
      return filter.contains(parameters.scenario.projects[project])
    }
    return (filter.levels.isEmpty || filter.levels.contains(parameters.level[project]))
      && (filter.counties.isEmpty || filter.counties.contains(parameters.county[project]))
  }

  private func amount(of measure: Goal.Measure, _ project: Int) -> ProjectAmount {
    switch measure {
    case .supported: supported(project) * parameters.scenario.projects[project].priority
    case .investment: stepwise(project, parameters.needs[project].investment)
    case .merit: supported(project) * (parameters.merit[project] ?? 0)
    case .newLand: newLand(project)
    case .stockLand: stockLand(project)
    case .farmland: compensationNeed(project, .quantity)
    case .paddy: compensationNeed(project, .paddy)
    case .grain: compensationNeed(project, .grain)
    case .resource(let resource):
      stepwise(project, parameters.charged[resource][project])
    case .baselineChanges: baselineChange(project)
    case .transfer: none(project)
    }
  }

  /// 1 − x_p for a project of the baseline, x_p for any other.
  private func baselineChange(_ project: Int) -> ProjectAmount {
    guard let baseline = parameters.baseline else { return none(project) }
    return baseline.contains(project)
      ? ProjectAmount(columns[project], supported: -1, constant: 1) : supported(project)
  }

  private func none(_ project: Int) -> ProjectAmount { ProjectAmount(columns[project]) }
}
