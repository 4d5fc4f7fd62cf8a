import Accounts
import SampleScenarios
import Scenario
import Testing

@Suite struct RefusalTests {
  private func refusal(
    of id: String, in scenario: Scenario, plan: Plan = SampleScenarios.accountsPlan
  ) throws -> Refusal {
    let ledger = Ledger(scenario: scenario, plan: plan)
    let index = try #require(scenario.projects.firstIndex { $0.id == id })
    return try #require(ledger.refusals()[index])
  }

  @Test func supportedProjectsHaveNone() {
    let ledger = Ledger(scenario: SampleScenarios.accounts, plan: SampleScenarios.accountsPlan)
    #expect(ledger.refusals().prefix(4).allSatisfy { $0 == nil })
  }

  @Test func nothingNeeded() throws {
    let refusal = try refusal(of: "E-1", in: SampleScenarios.accounts)
    #expect(refusal == .needsNothing)
    #expect(refusal.code == "needs_nothing" && refusal.clauses == ["G-1"])
  }

  @Test func shortagesOfTheReserveProject() throws {
    let refusal = try refusal(of: "D-1", in: SampleScenarios.accounts)
    #expect(
      refusal
        == .shortage([
          Shortage(indicator: .newLand, clause: "R-2", need: 80_000, left: 8_000),
          Shortage(
            indicator: .compensation(.quantity), clause: "F-1", need: 80_000, left: 22_000),
          Shortage(indicator: .compensation(.grain), clause: "F-1", need: 30_000, left: 7_521),
          Shortage(
            indicator: .resource(0, county: nil), clause: "E-2", need: 90_000, left: 23_438),
        ]))
    #expect(refusal.clauses == ["R-2", "F-1", "E-2"])
  }

  @Test func grantingTheShortagesLandsTheProject() throws {
    var scenario = SampleScenarios.accounts
    scenario.land.cityQuota += 72_000
    scenario.farmland.banks[1].opening.quantity += 58_000
    scenario.farmland.banks[1].opening.grain += 22_479
    scenario.resources[0].cityCap = 166_562
    var plan = SampleScenarios.accountsPlan
    plan.steps[4] = 1
    // The ring-fence grows with the pool, but provincial projects have used it up.
    #expect(Ledger(scenario: scenario, plan: plan).violations.isEmpty)
    scenario.resources[0].cityCap = 166_561
    #expect(Ledger(scenario: scenario, plan: plan).violations.map(\.clause) == ["E-2"])
  }

  @Test func ringFenceIsNamedWhereThePoolWouldDo() throws {
    var scenario = SampleScenarios.accounts
    scenario.projects[4].landThisYear = 4 * Area.mu
    scenario.projects[4].farmland = 4 * Area.mu
    scenario.projects[4].grainCapacity = 0
    scenario.projects[4].demands = [0]
    scenario.farmland.ringFence.share = 5_500
    let refusal = try refusal(of: "D-1", in: scenario)
    // Pool 50 亩, 27.5 kept: others have used 21, 1.5 are left for them.
    #expect(
      refusal
        == .shortage([
          Shortage(indicator: .compensation(.quantity), clause: "F-3", need: 8_000, left: 3_000)
        ]))
  }

  @Test(arguments: [
    (Gate.notConforming, "R-1"), (.notApproved, "A-1"), (.lockedOut, "A-3"),
  ])
  func gates(gate: Gate, clause: String) throws {
    var scenario = SampleScenarios.accounts
    switch gate {
    case .notConforming: scenario.projects[4].conformsToPlans = false
    case .notApproved: scenario.projects[4].isApproved = false
    case .lockedOut, .belowThreshold: scenario.projects[4].lock = .lockedOut
    }
    let refusal = try refusal(of: "D-1", in: scenario)
    #expect(refusal == .gate(gate) && refusal.clauses == [clause])
  }

  @Test func relations() throws {
    var scenario = SampleScenarios.accounts
    scenario.projects[4].excludes = [1]
    #expect(try refusal(of: "D-1", in: scenario) == .excluded([1]))
    scenario.projects[4].excludes = []
    scenario.projects[0].excludes = [4]
    #expect(try refusal(of: "D-1", in: scenario) == .excluded([0]))
    scenario.projects[0].excludes = []
    scenario.projects[3].requires = [4]
    let plan = SampleScenarios.plan(for: scenario, ["A-1": (1, 2), "B-1": (1, 7)])
    #expect(try refusal(of: "C-1", in: scenario, plan: plan) == .requirementMissing([4]))
    scenario.projects[3].requires = [5]
    #expect(try refusal(of: "C-1", in: scenario, plan: plan) == .notChosen)
  }

  @Test func stockLandLowersTheShortage() throws {
    var scenario = SampleScenarios.accounts
    scenario.projects[4].county = 0
    scenario.projects[4].demands = [0]
    let refusal = try refusal(of: "D-1", in: scenario)
    // 5 亩 of the zone, 2 and 3 of the others are unused: 30 of 40 must be new; city 4, county 3.
    guard case .shortage(let shortages) = refusal else { throw Failure.notAShortage }
    #expect(shortages.first?.need == 60_000 && shortages.first?.left == 14_000)
    scenario.land.developmentZoneReserve = 4 * Area.mu
    guard case .shortage(let held) = try self.refusal(of: "D-1", in: scenario) else {
      throw Failure.notAShortage
    }
    #expect(held.first?.need == 68_000)
  }

  private enum Failure: Error { case notAShortage }
}
