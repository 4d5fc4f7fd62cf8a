import Policy
import Scenario
import Testing

@Suite("A-1 approvals")
struct ApprovalsTests {
  /// P2 lacks its approvals; both fit into the quota.
  private static var scenario: Scenario {
    var projects = [
      Desk.project("P1", land: 5, investment: 7), Desk.project("P2", land: 5, investment: 3),
    ]
    projects[1].isApproved = false
    return Desk.scenario(projects)
  }

  @Test func exactRows() { Desk.expectGolden("A-1", Self.scenario) }

  /// Only P1 is eligible: one project, 7 元; with both it would be 10.
  @Test func bindsAsSolvedByHand() throws {
    let allotment = try Desk.solve(Self.scenario)
    #expect(Desk.value("municipal_guaranteed", allotment) == 1)
    #expect(Desk.value("investment", allotment) == 7)
    #expect(try Desk.supported(Self.scenario) == ["P1"])
    #expect(try Desk.supported(Self.scenario, without: "A-1") == ["P1", "P2"])
  }

  /// A project that is locked in and lacks approvals: only the lock can give way.
  @Test func conflict() throws {
    var scenario = Self.scenario
    scenario.projects[1].lock = .lockedIn
    let conflict = try Desk.expectConflict(scenario, of: ["A-1", "A-3"], remedies: ["A-3"])
    #expect(conflict.items.contains { $0.text.contains("P2") && $0.text.contains("要件") })
  }
}
