import Certificate
import Scenario

extension ModelColumns {
  /// What a goal makes as large or as small as possible (section 6 of the model), in smallest units.
  func objective(of goal: Goal) -> Statement.Objective {
    Statement.Objective(
      goal.id, .sum(goal.terms.map { value(of: $0) * $0.weight }),
      isMaximised: goal.sense == .maximize)
  }

  private func value(of term: Goal.Term) -> Expression {
    if case .transfer(let bank) = term.measure {
      let counties = parameters.counties.filter {
        term.filter.counties.isEmpty || term.filter.counties.contains($0)
      }
      return .sum(counties.map { transferred($0, bank) })
    }
    let covered = parameters.competing.filter {
      term.filter.covers(parameters.scenario.projects[$0])
    }
    return .sum(covered.map { amount(of: term.measure, $0) })
  }

  private func amount(of measure: Goal.Measure, _ project: Int) -> Expression {
    let facts = parameters.projects[project]
    switch measure {
    case .supported: return supported(project) * parameters.scenario.projects[project].priority
    case .investment: return supportedSteps(project) * facts.investment
    case .merit: return supported(project) * parameters.score(project)
    case .newLand: return newLand(project)
    case .stockLand: return stockLand(project)
    case .farmland: return compensation(project, .quantity)
    case .paddy: return compensation(project, .paddy)
    case .grain: return compensation(project, .grain)
    case .resource(let resource): return supportedSteps(project) * facts.charged[resource]
    case .baselineChanges:
      guard let baseline = parameters.scenario.baseline else { return Expression() }
      return baseline.contains(project)
        ? Expression(constant: 1) - supported(project) : supported(project)
    case .transfer: return Expression()
    }
  }

  /// The choices of the tie-break in their order: x, u, s, then q.
  var tieBreak: [Statement.Objective] {
    let ids = parameters.scenario.projects.map(\.id)
    var choices: [Statement.Objective] = []
    for project in parameters.competing {
      choices.append(.init("x[\(ids[project])]", supported(project), isMaximised: true))
    }
    for project in parameters.competing where steps[project] != nil {
      choices.append(.init("u[\(ids[project])]", supportedSteps(project), isMaximised: true))
    }
    for project in parameters.competing where !stockLand(project).terms.isEmpty {
      choices.append(.init("s[\(ids[project])]", stockLand(project), isMaximised: true))
    }
    for (county, name) in parameters.scenario.counties.enumerated() {
      for level in Level.allCases where countyQuota[county][level.place] != nil {
        choices.append(
          .init(
            "q[\(name),\(level.rawValue)]", countyQuotaUse(county, level),
            isMaximised: !level.isKey))
      }
    }
    return choices
  }
}
