import Accounts
import Scenario

/// A plan carried out, unchanged, where amounts came out otherwise than it was made for: the same projects on the same stock land.
///
/// New land comes from where it may come from: what a level may draw from county quota alone comes from that, whatever was planned.
struct PlanReplay {
  private let plan: Plan
  private let scenario: Scenario

  /// - Parameter scenario: the one that came out, with the projects and counties of the plan.
  init(_ plan: Plan, in scenario: Scenario) {
    self.plan = plan
    self.scenario = scenario
  }

  /// Every hard limit and every rule on projects that is broken, in the order of the accounts.
  var broken: [ConstraintLine] {
    let ledger = Ledger(scenario: scenario, plan: adapted)
    // Where provincial projects may not draw city quota, the provincial one is what they overrun.
    let misplaced =
      scenario.land.mayUseCityQuota(.provincial)
      ? 0
      : scenario.projects.indices.lazy.filter { scenario.projects[$0].level == .provincial }
        .reduce(0) { $0 + ledger.projects[$1].sources.city }
    return ledger.constraints.compactMap { line in
      var line = line
      if line.subject == .cityQuota { line.used -= misplaced }
      if line.subject == .provincialQuota { line.used += misplaced }
      return line.isHard && !line.isKept ? line : nil
    }
  }

  private var adapted: Plan {
    var adapted = plan
    var newLand = scenario.counties.map { _ in [Level: Int]() }
    for (index, project) in scenario.projects.enumerated() where plan.steps[index] > 0 {
      let land = project.landThisYear / project.steps * plan.steps[index]
      adapted.stockLand[index] = min(plan.stockLand[index], land)
      newLand[project.county][project.level, default: 0] += land - adapted.stockLand[index]
    }
    for county in scenario.counties.indices {
      var use: [Level: Int] = [:]
      for level in Level.allCases where scenario.land.mayUseCountyQuota(level) {
        let need = newLand[county][level] ?? 0
        let hasOther = level == .provincial || scenario.land.mayUseCityQuota(level)
        use[level] = hasOther ? min(plan.countyQuotaUse[county][level] ?? 0, need) : need
      }
      adapted.countyQuotaUse[county] = use.filter { $0.value > 0 }
    }
    return adapted
  }
}
