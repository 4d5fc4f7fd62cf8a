import Policy
import Scenario
import Testing

@Suite("A-2 divisible projects")
struct DivisibilityTests {
  /// P1 in 4 steps of 2 亩 and 10 元, at least 2 of them; P2 is all or nothing.
  private static func scenario(quota: Int) -> Scenario {
    var projects = [
      Desk.project("P1", .provincial, land: 8, investment: 40),
      Desk.project("P2", .provincial, land: 4, investment: 5),
    ]
    projects[0].division = Division(steps: 4, minimumSteps: 2)
    return Desk.scenario(projects) {
      $0.land.provincialQuota = 0
      $0.land.cityQuota = quota * Desk.mu
    }
  }

  @Test func exactRows() { Desk.expectGolden("A-2", Self.scenario(quota: 7)) }

  /// 11 亩: both projects count; P2 takes 4, and 7 left are 3 steps of P1: 30 + 5 元 on 10 亩.
  @Test func solvedByHand() throws {
    let allotment = try Desk.solve(Self.scenario(quota: 11))
    #expect(Desk.value("provincial_supported", allotment) == 2)
    #expect(Desk.value("investment", allotment) == 35)
    #expect(Desk.value("new_land", allotment) == 10 * Desk.mu)
    #expect(allotment.plan?.steps == [3, 1])
  }

  /// 6 亩 are P2 and one step of P1, but one step is too few: one project, and 3 steps of P1 are worth most.
  @Test func bindsWithLeastSteps() throws {
    let allotment = try Desk.solve(Self.scenario(quota: 6))
    #expect(Desk.value("provincial_supported", allotment) == 1)
    #expect(allotment.plan?.steps == [3, 0])
    var free = Self.scenario(quota: 6)
    free.projects[0].division = Division(steps: 4, minimumSteps: 1)
    #expect(try Desk.solve(free).plan?.steps == [1, 1])
  }

  /// Locked in with at least 2 steps, and land for one: a rule on the make-up of a project is a definition, the lock is the demand.
  @Test func conflict() throws {
    var scenario = Self.scenario(quota: 2)
    scenario.projects[0].lock = .lockedIn
    try Desk.expectConflict(scenario, of: ["A-3", "L-4"], remedies: ["L-1"])
    scenario.projects[0].division = Division(steps: 4, minimumSteps: 1)
    #expect(try Desk.supported(scenario) == ["P1"])
  }
}
