import Accounts
import SampleScenarios
import Scenario
import Testing

@Suite struct ViolationTests {
  private func clauses(_ scenario: Scenario, _ plan: Plan = SampleScenarios.accountsPlan)
    -> [String]
  {
    Ledger(scenario: scenario, plan: plan).violations.map(\.clause)
  }

  @Test func quotas() {
    var scenario = SampleScenarios.accounts
    scenario.land.cityQuota = 55 * Area.mu
    #expect(clauses(scenario) == ["L-1"])
    scenario.land.countyQuotas = [8 * Area.mu, 0]
    #expect(clauses(scenario) == ["L-1", "L-3"])
    scenario.land.provincialMayUseCityQuota = false
    #expect(clauses(scenario) == ["L-1", "L-3", "L-4"])
  }

  @Test func stock() {
    var scenario = SampleScenarios.accounts
    scenario.land.stock[1].minimumDisposal = 9 * Area.mu
    #expect(clauses(scenario) == ["L-2"])
    scenario.land.developmentZoneReserve = 6 * Area.mu
    #expect(clauses(scenario) == ["L-2", "S-1"])
  }

  @Test func landWithoutASource() {
    let scenario = SampleScenarios.accounts
    let county = SampleScenarios.plan(
      for: scenario, ["B-1": (1, 7)], countyQuota: [(0, .other, 9)])
    #expect(clauses(scenario, county) == ["L-3"])
    // County 1 has no lots.
    let stock = SampleScenarios.plan(for: scenario, ["B-1": (1, 7), "B-2": (1, 1)])
    #expect(clauses(scenario, stock) == ["L-2"])
  }

  @Test func guaranteeAndTargetAreKeptOnlyWhereHard() {
    var scenario = SampleScenarios.accounts
    let plan = SampleScenarios.plan(for: scenario, ["B-1": (1, 7)])
    scenario.investmentTarget = InvestmentTarget(amount: 60_000_000)
    #expect(clauses(scenario, plan).isEmpty)
    scenario.investmentTarget?.isHardFloor = true
    scenario.land.municipalGuarantee = .required
    #expect(clauses(scenario, plan) == ["G-1", "L-1"])
  }

  @Test func ringFence() {
    var scenario = SampleScenarios.accounts
    scenario.farmland.ringFence.share = 6_000
    #expect(clauses(scenario) == ["F-3"])
    scenario.farmland.ringFence.share = 1_500
    scenario.farmland.ringFence.provincialMayUseRest = false
    #expect(clauses(scenario) == ["F-3", "F-3", "F-3"])
  }

  @Test func resources() {
    var scenario = SampleScenarios.accounts
    scenario.resources[0].cityCap = 76_561
    scenario.resources[0].countyCaps = [1_562, 74_999]
    let found = Ledger(scenario: scenario, plan: SampleScenarios.accountsPlan).violations
    #expect(found.map(\.entity) == ["全市", "乙县"])
    #expect(found.map(\.bound) == [76_561, 74_999] && found.map(\.used) == [76_562, 75_000])
  }

  @Test func rulesOnProjects() {
    var scenario = SampleScenarios.accounts
    scenario.projects[0].conformsToPlans = false
    scenario.projects[1].isApproved = false
    scenario.projects[3].division?.minimumSteps = 4
    scenario.projects[4].lock = .lockedIn
    scenario.projects[2].requires = [4]
    scenario.projects[2].excludes = [3]
    scenario.projects[3].excludes = [2]
    let found = Ledger(scenario: scenario, plan: SampleScenarios.accountsPlan).violations
    #expect(found.map(\.clause) == ["R-1", "A-1", "A-2", "A-3", "A-4", "A-4"])
    #expect(found.map(\.entity) == ["A-1", "B-1", "C-1", "D-1", "B-2", "B-2"])
  }

  @Test func impossiblePlansAreReportedNotTrapped() {
    let scenario = SampleScenarios.accounts
    let plan = Plan(
      steps: [2, -1, Int.max, 9, 1, 3],
      stockLand: [-5, Int.max, 7, 0, Int.min, 1],
      countyQuotaUse: [[.provincial: 4, .other: Int.max], [.reserve: -9]])
    let found = Ledger(scenario: scenario, plan: plan).violations
    #expect(found.count >= 10)
    #expect(Set(found.map(\.clause)).isSuperset(of: ["A-2", "L-2", "L-3", "A-5"]))
    let short = Plan(steps: [], stockLand: [], countyQuotaUse: [])
    #expect(Ledger(scenario: scenario, plan: short).violations.first?.clause == "A-5")
  }

  @Test func landComesInWholeSteps() {
    let scenario = SampleScenarios.accounts
    var plan = SampleScenarios.accountsPlan
    plan.stockLand[1] += 100
    // The land step of this scenario is 1 亩.
    #expect(clauses(scenario, plan) == ["A-5"])
  }
}
