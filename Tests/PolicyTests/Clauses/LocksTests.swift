import Policy
import Scenario
import Testing

@Suite("A-3 locks")
struct LocksTests {
  /// Quota for one of two; P2 is the better one, P3 takes no land.
  private static var scenario: Scenario {
    var projects = [
      Desk.project("P1", land: 6, investment: 2, demands: [0]),
      Desk.project("P2", land: 6, investment: 9, demands: [0]),
      Desk.project("P3", land: 0, investment: 4, demands: [1]),
    ]
    projects[0].lock = .lockedIn
    projects[2].lock = .lockedOut
    return Desk.scenario(projects) {
      $0.land.cityQuota = 10 * Desk.mu
      $0.resources = [Resource(id: "water", name: "用水", unit: "吨")]
    }
  }

  @Test func exactRows() { Desk.expectGolden("A-3", Self.scenario) }

  /// With the locks P1 alone, 2 元; without them P2 and P3, 13 元.
  @Test func bindsAsSolvedByHand() throws {
    let allotment = try Desk.solve(Self.scenario)
    #expect(Desk.value("municipal_guaranteed", allotment) == 1)
    #expect(Desk.value("investment", allotment) == 2)
    #expect(try Desk.supported(Self.scenario) == ["P1"])
    #expect(try Desk.supported(Self.scenario, without: "A-3") == ["P2", "P3"])
  }

  /// Both locked in: 12 亩 against 10 亩; 2 亩 more are cheaper than a project.
  @Test func conflict() throws {
    var scenario = Self.scenario
    scenario.projects[1].lock = .lockedIn
    let conflict = try Desk.expectConflict(scenario, of: ["A-3", "A-3", "L-1"], remedies: ["L-1"])
    #expect(conflict.remedies.map(\.amount) == [2 * Desk.mu])
  }
}
