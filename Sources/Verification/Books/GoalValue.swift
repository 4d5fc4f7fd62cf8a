import Scenario

extension Books {
  /// Value of the plan at a goal in smallest units.
  func value(of goal: Goal, _ parameters: Parameters) -> Int {
    goal.terms.reduce(0) { $0 + $1.weight * value(of: $1, parameters) }
  }

  private func value(of term: Goal.Term, _ parameters: Parameters) -> Int {
    if case .transfer(let bank) = term.measure { return transfer(bank, term.filter, parameters) }
    return parameters.competing.reduce(0) { sum, project in
      guard term.filter.covers(parameters.scenario.projects[project]) else { return sum }
      return sum + amount(of: term.measure, project, parameters)
    }
  }

  private func amount(of measure: Goal.Measure, _ project: Int, _ parameters: Parameters) -> Int {
    let facts = parameters.projects[project]
    let once = supports(project) ? 1 : 0
    return switch measure {
    case .supported: once * parameters.scenario.projects[project].priority
    case .investment: facts.investment * plan.steps[project]
    case .merit: once * parameters.score(project)
    case .newLand: newLand[project]
    case .stockLand: plan.stock[project]
    case .farmland: compensation[project].quantity
    case .paddy: compensation[project].paddy
    case .grain: compensation[project].grain
    case .transfer: 0
    case .resource(let resource): facts.charged[resource] * plan.steps[project]
    case .baselineChanges: parameters.baseline.contains(project) ? 1 - once : once
    }
  }

  /// Σ over counties of what their projects need beyond the county's own surplus; 0 where the scenario has no banks.
  private func transfer(_ bank: Bank, _ filter: Goal.Filter, _ parameters: Parameters) -> Int {
    guard !parameters.scenario.farmland.banks.isEmpty else { return 0 }
    return parameters.counties.reduce(0) { sum, county in
      guard filter.counties.isEmpty || filter.counties.contains(county) else { return sum }
      let need = totals.compensation[county][bank]
      return sum + max(0, need - parameters.banks.surplus[county][bank])
    }
  }
}

extension Goal.Filter {
  /// Whether a project is one of those that the filter's four lists name.
  func covers(_ project: Project) -> Bool {
    if !levels.isEmpty && !levels.contains(project.level) { return false }
    if !counties.isEmpty && !counties.contains(project.county) { return false }
    if !categories.isEmpty && !categories.contains(project.category) { return false }
    guard !stages.isEmpty else { return true }
    guard let stage = project.stage else { return false }
    return stages.contains(stage)
  }
}
