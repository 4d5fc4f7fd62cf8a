import Scenario

/// Cuts a plan to what can be accounted for at all, and says what was cut.
struct PlanCheck {
  let scenario: Scenario
  let plan: Plan

  /// The plan with steps, stock land and county quotas inside their ranges, and one violation per change.
  func normalised() -> (plan: Plan, violations: [Violation]) {
    var violations: [Violation] = []
    let step = LandStep.of(scenario)
    let steps = scenario.projects.indices.map { checkedSteps($0, &violations) }
    let stock = scenario.projects.indices.map { checkedStock($0, steps[$0], step, &violations) }
    let quota = scenario.counties.indices.map { checkedQuota($0, step, &violations) }
    if plan.steps.count != steps.count || plan.stockLand.count != stock.count
      || plan.countyQuotaUse.count != quota.count
    {
      violations.insert(
        Violation(
          clause: "A-5", entity: "全市", bound: steps.count, used: plan.steps.count,
          text: "方案的项目或县区个数与数据不一致", english: "the plan is not one of this scenario"),
        at: 0)
    }
    return (Plan(steps: steps, stockLand: stock, countyQuotaUse: quota), violations)
  }

  private func checkedSteps(_ index: Int, _ violations: inout [Violation]) -> Int {
    let planned = plan.steps.indices.contains(index) ? plan.steps[index] : 0
    let allowed =
      scenario.projects[index].needsNothing
      ? 0 : min(max(planned, 0), max(scenario.projects[index].steps, 1))
    if allowed != planned {
      let project = scenario.projects[index]
      violations.append(
        Violation(
          clause: "A-2", entity: project.id, bound: allowed, used: planned,
          text: "项目\(project.id)的支持份数\(planned)不在允许范围内",
          english: "project \(project.id) cannot be supported with \(planned) steps"))
    }
    return allowed
  }

  private func checkedStock(
    _ index: Int, _ steps: Int, _ landStep: Int, _ violations: inout [Violation]
  ) -> Int {
    let planned = plan.stockLand.indices.contains(index) ? plan.stockLand[index] : 0
    let need = Exact.share(
      of: scenario.projects[index].landThisYear, part: steps, whole: scenario.projects[index].steps)
    let allowed = min(max(planned, 0), need)
    if allowed != planned || allowed % landStep != 0 {
      let project = scenario.projects[index]
      violations.append(
        Violation(
          clause: allowed != planned ? "L-2" : "A-5", entity: project.id, bound: need,
          used: planned,
          text: "项目\(project.id)的存量用地\(planned)（1/3平方米）超出需要\(need)或不是用地单位\(landStep)的整数倍",
          english:
            "stock land of project \(project.id), \(planned) (1/3 m²), exceeds its need \(need) or is no multiple of \(landStep)"
        ))
    }
    return allowed
  }

  private func checkedQuota(
    _ county: Int, _ landStep: Int, _ violations: inout [Violation]
  ) -> [Level: Int] {
    let planned = plan.countyQuotaUse.indices.contains(county) ? plan.countyQuotaUse[county] : [:]
    var allowed: [Level: Int] = [:]
    for level in Level.allCases {
      let use = planned[level] ?? 0
      let permitted = scenario.land.mayUseCountyQuota(level) ? max(use, 0) : 0
      allowed[level] = permitted
      if permitted != use || use % landStep != 0 {
        let name = scenario.counties[county]
        violations.append(
          Violation(
            clause: permitted != use ? "L-3" : "A-5", entity: name, bound: permitted, used: use,
            text: "\(name)\(level.rawValue)项目使用县级指标\(use)（1/3平方米）不合规定",
            english:
              "county quota of \(name) used by \(level.rawValue), \(use) (1/3 m²), is not allowed"))
      }
    }
    return allowed
  }
}

/// The land step γ of `docs/model.md` section 2.
enum LandStep {
  /// Greatest common divisor of all land amounts of a scenario, at least 1.
  static func of(_ scenario: Scenario) -> Int {
    var step = 0
    let projects = scenario.projects
    for index in projects.indices {
      let parts = max(projects[index].steps, 1)
      step = Exact.gcd(step, projects[index].landThisYear / parts)
      step = Exact.gcd(step, projects[index].farmland / parts)
      step = Exact.gcd(step, projects[index].paddy / parts)
    }
    let land = scenario.land
    let quotas = [land.provincialQuota, land.cityQuota, land.developmentZoneReserve]
    for amount in quotas + land.countyQuotas + land.stock.map(\.area) {
      step = Exact.gcd(step, amount)
    }
    for county in scenario.counties.indices {
      let surplus = BankAccounts.surplus(of: county, in: scenario)
      step = Exact.gcd(Exact.gcd(step, surplus.quantity), surplus.paddy)
    }
    return max(abs(step), 1)
  }
}
