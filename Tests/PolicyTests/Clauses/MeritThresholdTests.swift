import Policy
import Scenario
import Testing

@Suite("M-1 threshold of the per-mu evaluation")
struct MeritThresholdTests {
  /// 100 元 per 亩 are worth 100 points; the threshold is 60 points.
  ///
  /// P1: 400 元 on 5 亩 = 80 points. P2: 200 元 on 5 亩 = 40 points. P3 has no land and no score.
  private static var scenario: Scenario {
    var projects = [
      Desk.project("P1", land: 5, demands: [0]), Desk.project("P2", land: 5, demands: [0]),
      Desk.project("P3", land: 0, demands: [1]),
    ]
    projects[0].totalInvestment = 400
    projects[1].totalInvestment = 200
    return Desk.scenario(projects) {
      $0.resources = [Resource(id: "water", name: "用水", unit: "吨")]
      $0.merit = MeritRule(
        form: .benchmark,
        terms: [MeritRule.Term(indicator: .input, weight: 100, benchmark: Ratio(100))],
        threshold: 600_000)
    }
  }

  @Test func exactRows() { Desk.expectGolden("M-1", Self.scenario) }

  /// P1 reaches the threshold, P3 has none to reach: two projects, 80 points.
  @Test func bindsAsSolvedByHand() throws {
    let allotment = try Desk.solve(Self.scenario)
    #expect(Desk.value("municipal_guaranteed", allotment) == 2)
    #expect(Desk.value("merit", allotment) == 800_000)
    #expect(try Desk.supported(Self.scenario) == ["P1", "P3"])
    #expect(try Desk.supported(Self.scenario, without: "M-1") == ["P1", "P2", "P3"])
  }

  /// A score at the threshold is enough.
  @Test func thresholdItselfIsEnough() throws {
    var scenario = Self.scenario
    scenario.merit?.threshold = 400_000
    #expect(try Desk.supported(scenario) == ["P1", "P2", "P3"])
    scenario.merit?.threshold = 400_001
    #expect(try Desk.supported(scenario) == ["P1", "P3"])
  }

  /// A project that is locked in and below the threshold: only the lock can give way.
  @Test func conflict() throws {
    var scenario = Self.scenario
    scenario.projects[1].lock = .lockedIn
    let conflict = try Desk.expectConflict(scenario, of: ["A-3", "M-1"], remedies: ["A-3"])
    #expect(conflict.items.contains { $0.text.contains("P2") && $0.text.contains("门槛") })
  }
}
