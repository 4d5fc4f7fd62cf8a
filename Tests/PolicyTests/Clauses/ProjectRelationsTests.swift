import Policy
import Scenario
import Testing

@Suite("A-4 projects that need or rule out one another")
struct ProjectRelationsTests {
  /// P2 requires P1 and P4, P3 excludes P2 and P2 excludes P3; P4 needs nothing and is there anyway.
  private static var scenario: Scenario {
    var projects = [
      Desk.project("P1", land: 5, investment: 1), Desk.project("P2", land: 5, investment: 9),
      Desk.project("P3", land: 5, investment: 4), Desk.project("P4", land: 0, investment: 4),
    ]
    projects[1].requires = [0, 3]
    projects[1].excludes = [2]
    projects[2].excludes = [1]
    return Desk.scenario(projects) { $0.land.cityQuota = 12 * Desk.mu }
  }

  @Test func exactRows() { Desk.expectGolden("A-4", Self.scenario) }

  /// Two of three fit: P2 needs P1 and rules out P3, so P1 and P2 with 10 元; free of that P2 and P3 with 13 元.
  @Test func bindsAsSolvedByHand() throws {
    let allotment = try Desk.solve(Self.scenario)
    #expect(Desk.value("municipal_guaranteed", allotment) == 2)
    #expect(Desk.value("investment", allotment) == 10)
    #expect(try Desk.supported(Self.scenario) == ["P1", "P2"])
    #expect(try Desk.supported(Self.scenario, without: "A-4") == ["P2", "P3"])
  }

  /// P2 is locked in and needs P1, which is locked out.
  @Test func requirementInConflict() throws {
    var scenario = Self.scenario
    scenario.projects[0].lock = .lockedOut
    scenario.projects[1].lock = .lockedIn
    try Desk.expectConflict(scenario, of: ["A-3", "A-3", "A-4"], remedies: ["A-3"])
  }

  /// P2 and P3 are locked in and exclude each other.
  @Test func exclusionInConflict() throws {
    var scenario = Self.scenario
    scenario.projects[1].lock = .lockedIn
    scenario.projects[2].lock = .lockedIn
    try Desk.expectConflict(scenario, of: ["A-3", "A-3", "A-4"], remedies: ["A-3"])
  }
}
