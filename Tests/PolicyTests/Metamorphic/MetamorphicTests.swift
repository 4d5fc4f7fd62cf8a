import GLPKSolver
import PlanEnumeration
import Policy
import SampleScenarios
import Scenario
import Testing

/// What must not change, and what can only change one way, when a scenario is stated differently.
@Suite("Relations between the plans of related scenarios")
struct MetamorphicTests {
  static let seeds = 0..<400

  private static func each(_ body: (Int, Scenario, Allotment) throws -> Void) throws {
    for seed in seeds {
      let scenario = TinyScenarios.random(seed: 100_000 + seed)
      try body(seed, scenario, try Desk.solve(scenario))
    }
  }

  /// Values in which larger is better.
  private static func key(_ allotment: Allotment) -> [Int]? {
    guard allotment.plan != nil else { return nil }
    return allotment.goals.map { ($0.goal.sense == .maximize ? 1 : -1) * ($0.value ?? 0) }
  }

  /// Whether the second is at least as good; no plan is worse than any.
  private static func isNoWorse(_ new: Allotment, than old: Allotment) -> Bool {
    guard let old = key(old) else { return true }
    guard let new = key(new) else { return false }
    return !new.lexicographicallyPrecedes(old)
  }

  private static func expectSame(
    _ changed: Scenario, _ usual: Allotment, _ seed: Int,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let other = try Desk.solve(changed)
    #expect(other.status == usual.status, "seed \(seed)", sourceLocation: sourceLocation)
    #expect(key(other) == key(usual), "seed \(seed)", sourceLocation: sourceLocation)
  }

  @Test("the order of projects, counties and resources decides no goal")
  func permutations() throws {
    try Self.each { seed, scenario, usual in
      var random = SeededGenerator(seed: seed)
      let projects = scenario.projects.indices.shuffled(using: &random)
      try Self.expectSame(ScenarioEdit.permuteProjects(scenario, projects), usual, seed)
      let counties = scenario.counties.indices.shuffled(using: &random)
      try Self.expectSame(ScenarioEdit.permuteCounties(scenario, counties), usual, seed)
      let resources = scenario.resources.indices.shuffled(using: &random)
      try Self.expectSame(ScenarioEdit.permuteResources(scenario, resources), usual, seed)
    }
  }

  @Test("other ids in the same order give the same plan")
  func renaming() throws {
    try Self.each { seed, scenario, usual in
      var renamed = scenario
      for index in renamed.projects.indices { renamed.projects[index].id = "项目-\(index + 11)" }
      let other = try Desk.solve(renamed)
      #expect(other.plan == usual.plan && other.goals == usual.goals, "seed \(seed)")
    }
  }

  @Test("a resource in a smaller unit decides no more than in a larger one")
  func resourceUnits() throws {
    try Self.each { seed, scenario, usual in
      for index in scenario.resources.indices where index != scenario.merit?.energyResource {
        var plain = scenario
        plain.resources[index].coefficient = .one
        plain.resources[index].countyCoefficients = []
        plain.resources[index].sectorCoefficients = [:]
        plain.goals = Goal.defaultOrder
        let usual = try Desk.solve(plain)
        try Self.expectSame(
          ScenarioEdit.scaleResource(plain, index, by: 100_003), usual, seed)
      }
    }
  }

  @Test(
    "money in a smaller unit gives the same plan, with the investment multiplied",
    arguments: [7, 100_000_007])
  func money(factor: Int) throws {
    try Self.each { seed, scenario, _ in
      var scenario = scenario
      scenario.goals = Goal.defaultOrder
      let usual = try Desk.solve(scenario)
      let other = try Desk.solve(ScenarioEdit.multiplyMoney(scenario, by: factor))
      #expect(other.plan == usual.plan, "seed \(seed)")
      let scaled = usual.goals.map { $0.value.map { [$0] } ?? [] }
      for (index, outcome) in other.goals.enumerated() {
        let unit = outcome.goal.id == "investment" ? factor : 1
        #expect(outcome.value.map { [$0] } ?? [] == scaled[index].map { $0 * unit }, "seed \(seed)")
      }
    }
  }

  @Test("more of a quota never makes the goals worse")
  func relaxation() throws {
    try Self.each { seed, scenario, _ in
      // A project of 1 亩 that is locked out keeps the land step at 1 亩, which another quota could make coarser.
      var anchor = Desk.project("Z8", land: 1, demands: scenario.resources.map { _ in 0 })
      anchor.lock = .lockedOut
      let scenario = ScenarioEdit.adding(anchor, to: scenario)
      let usual = try Desk.solve(scenario)
      for relaxed in Self.relaxations(of: scenario) {
        let other = try Desk.solve(relaxed)
        #expect(Self.isNoWorse(other, than: usual), "seed \(seed)")
      }
    }
  }

  private static func relaxations(of scenario: Scenario) -> [Scenario] {
    var result: [Scenario] = []
    func relax(_ change: (inout Scenario) -> Void) {
      var relaxed = scenario
      change(&relaxed)
      result.append(relaxed)
    }
    relax { $0.land.cityQuota += Area.mu }
    relax { $0.land.provincialQuota += 2 * Area.mu }
    if !scenario.land.countyQuotas.isEmpty { relax { $0.land.countyQuotas[0] += Area.mu } }
    for index in scenario.resources.indices {
      relax { $0.resources[index].cityCap = nil }
      relax { $0.resources[index].countyCaps = [] }
    }
    relax { $0.land.developmentZoneReserve = 0 }
    relax { $0.investmentTarget = nil }
    // Without the threshold a project may become one that is guaranteed, which is no relaxation.
    if scenario.land.municipalGuarantee == .preferred { relax { $0.merit?.threshold = nil } }
    if scenario.farmland.ringFence.provincialMayUseRest {
      relax { $0.farmland.ringFence.share = 0 }
    }
    return result
  }

  @Test("a project that cannot land changes nothing")
  func hopelessProject() throws {
    try Self.each { seed, scenario, usual in
      var hopeless = Project(
        id: "Z9", name: "无望", level: .municipal, county: 0, investmentThisYear: 99,
        landThisYear: 10_000 * Area.mu, demands: scenario.resources.map { _ in 1 })
      hopeless.conformsToPlans = false
      let changed = ScenarioEdit.adding(hopeless, to: scenario)
      try Self.expectSame(changed, usual, seed)
      let plan = try Desk.solve(changed).plan
      #expect(plan?.steps == usual.plan.map { $0.steps + [0] }, "seed \(seed)")
    }
  }

  @Test("deciding in advance what the plan decides changes nothing")
  func locks() throws {
    try Self.each { seed, scenario, usual in
      guard let plan = usual.plan else { return }
      for index in scenario.projects.indices where !scenario.projects[index].needsNothing {
        var locked = scenario
        locked.projects[index].lock = plan.supports(index) ? .lockedIn : .lockedOut
        let other = try Desk.solve(locked)
        #expect(
          other.plan == plan && other.goals.map(\.value) == usual.goals.map(\.value), "seed \(seed)"
        )
      }
    }
  }

  @Test("deciding against the plan never makes the goals better")
  func oppositeLocks() throws {
    try Self.each { seed, scenario, usual in
      guard let plan = usual.plan, scenario.land.municipalGuarantee == .preferred else { return }
      for index in scenario.projects.indices
      where !scenario.projects[index].needsNothing && scenario.projects[index].lock == .none {
        var locked = scenario
        locked.projects[index].lock = plan.supports(index) ? .lockedOut : .lockedIn
        let other = try Desk.solve(locked)
        #expect(Self.isNoWorse(usual, than: other), "seed \(seed)")
      }
    }
  }
}
