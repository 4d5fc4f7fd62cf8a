public import Scenario

extension MeritScore {
  /// Amount of an indicator of a whole project, in smallest units, before coefficients; `nil` if it is not defined.
  @inline(__always)
  public static func amount(
    of indicator: MeritRule.Indicator, _ project: Project, rule: MeritRule
  ) -> Int? {
    switch indicator {
    case .input: return project.totalInvestment ?? 0
    case .output: return project.annualOutput ?? 0
    case .tax: return project.annualTax ?? 0
    case .energy: return rule.energyResource.map { demand($0, of: project) }
    case .emission:
      let resources = rule.emissionResources
      return resources.isEmpty ? nil : Exact.sum(resources.lazy.map { demand($0, of: project) })
    }
  }

  @inline(__always)
  private static func demand(_ resource: Int, of project: Project) -> Int {
    project.demands.indices.contains(resource) ? project.demands[resource] : 0
  }

  /// Scores of all projects of a scenario; `nil` where a project has no land or the scenario does not score.
  public static func scores(of scenario: Scenario) -> [MeritScore?] {
    let projects = scenario.projects
    guard let rule = scenario.merit else { return projects.map { _ in nil } }
    let ranges = rule.terms.map { range(of: $0.indicator, over: projects, rule: rule) }
    return projects.map { project in
      guard project.landTotal > 0 else { return nil }
      var points: [Int] = []
      points.reserveCapacity(rule.terms.count)
      for index in rule.terms.indices {
        let value = value(rule.terms[index].indicator, project, rule)
        points.append(Self.points(value, rule.terms[index], range: ranges[index], cap: rule.cap))
      }
      return MeritScore(points: points)
    }
  }

  @inline(__always)
  private static func value(
    _ indicator: MeritRule.Indicator, _ project: Project, _ rule: MeritRule
  ) -> Value {
    Value(amount: amount(of: indicator, project, rule: rule) ?? 0, land: project.landTotal)
  }

  private static func range(
    of indicator: MeritRule.Indicator, over projects: [Project], rule: MeritRule
  ) -> (minimum: Value, maximum: Value)? {
    guard rule.form == .minMax else { return nil }
    let values = projects.filter { $0.landTotal > 0 }.map { value(indicator, $0, rule) }
    guard let minimum = values.min(by: Value.isLess), let maximum = values.max(by: Value.isLess)
    else { return nil }
    return (minimum, maximum)
  }

  private static func points(
    _ value: Value, _ term: MeritRule.Term, range: (minimum: Value, maximum: Value)?, cap: Ratio?
  ) -> Int {
    if let range {
      return minMaxPoints(
        value, minimum: range.minimum, maximum: range.maximum, weight: term.weight,
        isLargerBetter: term.indicator.isLargerBetter)
    }
    return benchmarkPoints(
      amount: value.amount, land: value.land, benchmark: term.benchmark, weight: term.weight,
      isLargerBetter: term.indicator.isLargerBetter, cap: cap)
  }
}
