public import Scenario

/// Which things of two scenarios are the same: projects, resources and goals by id, counties by name.
public struct ScenarioMatch: Sendable {
  public let base: Scenario
  public let variant: Scenario
  /// All projects, in the order of their ids.
  public let projects: [Pairing]
  /// All counties: those of the base in its print order, then the variant's own.
  public let counties: [Pairing]
  /// All goals: those of the base in its order, then the variant's own.
  public let goals: [Pairing]

  public init(_ base: Scenario, _ variant: Scenario) {
    self.base = base
    self.variant = variant
    let pairs = Pairing.match(base.projects.map(\.id), variant.projects.map(\.id))
    func id(_ pair: Pairing) -> String {
      pair.base.map { base.projects[$0].id } ?? pair.variant.map { variant.projects[$0].id } ?? ""
    }
    projects = pairs.sorted { id($0).utf8.lexicographicallyPrecedes(id($1).utf8) }
    counties = Pairing.match(base.counties, variant.counties)
    goals = Pairing.match(base.goals.map(\.id), variant.goals.map(\.id))
  }

  /// The same with the roles exchanged.
  public var reversed: ScenarioMatch { ScenarioMatch(variant, base) }

  /// Whether both ask for the same goals in the same order.
  public var haveSameGoals: Bool {
    base.goals.map { meaning(of: $0, in: base) }
      == variant.goals.map { meaning(of: $0, in: variant) }
  }

  /// Whether a goal of the base means the same as one of the variant.
  func meansSame(_ first: Goal, _ second: Goal) -> Bool {
    meaning(of: first, in: base) == meaning(of: second, in: variant)
  }

  /// What a goal asks for, without any index of its scenario.
  private func meaning(of goal: Goal, in scenario: Scenario) -> [String] {
    [goal.id, goal.sense.rawValue]
      + goal.terms.map { term in
        let filter = term.filter
        let parts = [
          measure(term.measure, in: scenario), String(term.weight),
          filter.levels.map(\.rawValue).sorted().joined(separator: ","),
          filter.counties.map { scenario.counties[$0] }.sorted().joined(separator: ","),
          filter.categories.sorted().joined(separator: ","),
          filter.stages.map(\.rawValue).sorted().joined(separator: ","),
        ]
        return parts.joined(separator: "|")
      }.sorted()
  }

  private func measure(_ measure: Goal.Measure, in scenario: Scenario) -> String {
    guard case .resource(let index) = measure else { return "\(measure)" }
    let resource = scenario.resources[index]
    return "resource:\(resource.id):\(resource.unit):\(resource.unitsPerUnit)"
  }

  /// Steps of a project of the variant that are the same share of it as so many steps in the base, rounded up.
  func steps(_ steps: Int, of pair: (base: Int, variant: Int)) -> Int {
    let (old, new) = (base.projects[pair.base].steps, variant.projects[pair.variant].steps)
    return (steps * new + old - 1) / old
  }

  /// A plan of the base as one of the variant; `nil` where it supports what the variant does not have.
  ///
  /// The plan is the same decision; whether it keeps the clauses of the variant, the accounts say.
  public func plan(_ plan: Plan) -> Plan? {
    var moved = Plan(
      steps: variant.projects.map { _ in 0 }, stockLand: variant.projects.map { _ in 0 },
      countyQuotaUse: variant.counties.map { _ in [:] })
    for pair in projects {
      guard let own = pair.base, plan.supports(own) else { continue }
      guard let both = pair.both, !variant.projects[both.variant].needsNothing else { return nil }
      let steps = steps(plan.steps[own], of: both)
      guard
        steps * base.projects[own].steps == plan.steps[own] * variant.projects[both.variant].steps
      else { return nil }
      moved.steps[both.variant] = steps
      moved.stockLand[both.variant] = plan.stockLand[own]
    }
    for pair in counties {
      guard let own = pair.base, plan.countyQuotaUse[own].values.contains(where: { $0 > 0 })
      else { continue }
      guard let other = pair.variant else { return nil }
      moved.countyQuotaUse[other] = plan.countyQuotaUse[own]
    }
    return moved
  }
}
