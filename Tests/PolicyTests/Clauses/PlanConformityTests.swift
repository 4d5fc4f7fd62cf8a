import Policy
import Scenario
import Testing

@Suite("R-1 conformity to the plans")
struct PlanConformityTests {
  /// P1 does not conform; both fit into the quota.
  private static var scenario: Scenario {
    var projects = [
      Desk.project("P1", land: 5, investment: 7), Desk.project("P2", land: 5, investment: 3),
    ]
    projects[0].conformsToPlans = false
    return Desk.scenario(projects)
  }

  @Test func exactRows() { Desk.expectGolden("R-1", Self.scenario) }

  /// Only P2 is eligible: one project, 3 元; with both it would be 10.
  @Test func bindsAsSolvedByHand() throws {
    let allotment = try Desk.solve(Self.scenario)
    #expect(Desk.value("municipal_guaranteed", allotment) == 1)
    #expect(Desk.value("investment", allotment) == 3)
    #expect(try Desk.supported(Self.scenario) == ["P2"])
    #expect(try Desk.supported(Self.scenario, without: "R-1") == ["P1", "P2"])
  }

  /// A project that is locked in and not eligible: only the lock can give way.
  @Test func conflict() throws {
    var scenario = Self.scenario
    scenario.projects[0].lock = .lockedIn
    let conflict = try Desk.expectConflict(scenario, of: ["A-3", "R-1"], remedies: ["A-3"])
    #expect(conflict.items.contains { $0.text.contains("P1") && $0.text.contains("多规合一") })
  }

  /// A project that needs nothing does not compete and has no row.
  @Test func noRowForAProjectWithoutNeeds() {
    var scenario = Self.scenario
    scenario.projects[0].landThisYear = 0
    #expect(!PolicyModel(scenario).origins.contains { $0.clause == "R-1" })
  }
}
