import Scenario

extension ClauseCheck {
  /// Gates, locks, steps and relations of one project (R-1, A-1 to A-4, M-1, L-1).
  mutating func checkProject(_ project: Int) {
    let facts = parameters.scenario.projects[project]
    let supported = books.supports(project) ? 1 : 0
    if !facts.conformsToPlans {
      require(
        "R-1", .t12, facts.id, supported, atMost: 0,
        Words("不符合规划的项目不安排", "the project does not conform to the plans"))
    }
    if !facts.isApproved {
      require(
        "A-1", .t12, facts.id, supported, atMost: 0,
        Words("要件不齐的项目不安排", "the project lacks approvals"))
    }
    if parameters.isBelowThreshold(project) {
      require(
        "M-1", .t12, facts.id, supported, atMost: 0,
        Words("得分低于门槛的项目不安排", "the project's score is below the threshold"))
    }
    if facts.lock == .lockedOut {
      require(
        "A-3", .t12, facts.id, supported, atMost: 0, Words("锁出的项目不安排", "the project is locked out"))
    }
    if facts.lock == .lockedIn {
      require(
        "A-3", .t12, facts.id, supported, atLeast: 1, Words("锁入的项目必须安排", "the project is locked in")
      )
    }
    checkGuarantee(project, facts, supported)
    checkSteps(project, facts)
    checkRelations(project, facts, supported)
  }

  private mutating func checkGuarantee(_ project: Int, _ facts: Project, _ supported: Int) {
    guard parameters.scenario.land.municipalGuarantee == .required, facts.level == .municipal,
      facts.landThisYear > 0, parameters.gate(project) == nil
    else { return }
    require(
      "L-1", .t12, facts.id, supported, atLeast: 1,
      Words("市重点项目须全额保障", "a municipal key project must be guaranteed"))
  }

  private mutating func checkSteps(_ project: Int, _ facts: Project) {
    let (steps, own) = (books.plan.steps[project], parameters.projects[project])
    require(
      "A-2", .t01, facts.id, steps, atLeast: steps == 0 ? 0 : own.minimumSteps, atMost: own.steps,
      Words("支持份数在最低份数与总份数之间", "steps lie between the least and all"))
    let stock = books.plan.stock[project]
    let most = parameters.stock[facts.county].area > 0 ? own.land * steps : 0
    require(
      "L-2", .t01, facts.id, stock, atLeast: 0, atMost: most,
      Words("存量土地不超过项目用地", "stock land is at most the project's land"))
    require(
      "A-5", .t01, facts.id, stock % parameters.landStep, atMost: 0,
      Words("存量土地为用地步长的整数倍", "stock land is a multiple of the land step"))
  }

  private mutating func checkRelations(_ project: Int, _ facts: Project, _ supported: Int) {
    for required in facts.requires where parameters.projects[required].competes {
      require(
        "A-4", .t12, facts.id, supported, atMost: books.supports(required) ? 1 : 0,
        Words("前置项目须先支持", "a required project must be supported"))
    }
    for rival in parameters.rivals[project]
    where rival > project && parameters.projects[rival].competes {
      require(
        "A-4", .t12, facts.id, supported + (books.supports(rival) ? 1 : 0), atMost: 1,
        Words("互斥项目不能同时支持", "projects that exclude each other"))
    }
  }
}
