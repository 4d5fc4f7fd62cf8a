import Policy
import Scenario
import Testing

@Suite("L-4 provincial quota")
struct ProvincialLandTests {
  /// P1 provincial with 8 亩, P2 municipal with 4 亩; provincial quota 5 亩, city quota 6 亩.
  private static func scenario(mayUseCityQuota: Bool) -> Scenario {
    Desk.scenario([
      Desk.project("P1", .provincial, land: 8, investment: 9), Desk.project("P2", land: 4),
    ]) {
      $0.land.provincialQuota = 5 * Desk.mu
      $0.land.cityQuota = 6 * Desk.mu
      $0.land.provincialMayUseCityQuota = mayUseCityQuota
    }
  }

  @Test func exactRows() { Desk.expectGolden("L-4", Self.scenario(mayUseCityQuota: true)) }

  @Test func exactRowsForProvincialQuotaAlone() {
    let rows = ProgramText.rows(of: "L-4", PolicyModel(Self.scenario(mayUseCityQuota: false)))
    let expected = """
      Subject To
       L-4:provincial_quota: + 16000 x[P1] <= 10000
      Bounds
       0 <= x[P1] <= 1
      End

      """
    #expect(rows == expected)
  }

  /// 8 + 4 亩 against 5 + 6: the municipal project comes first, the provincial one would take 3 of the 2 亩 left.
  @Test func bindsAsSolvedByHand() throws {
    let scenario = Self.scenario(mayUseCityQuota: true)
    #expect(try Desk.supported(scenario) == ["P2"])
    #expect(try Desk.supported(scenario, without: "L-4") == ["P1", "P2"])
    var enough = scenario
    enough.land.provincialQuota = 6 * Desk.mu
    #expect(try Desk.supported(enough) == ["P1", "P2"])
    // City quota is no help to a provincial project that may not draw it.
    enough.land.provincialMayUseCityQuota = false
    #expect(try Desk.supported(enough) == ["P2"])
  }

  /// The provincial project is locked in: 8 亩 against 5 亩 and no city quota; 3 亩 are missing.
  @Test func conflict() throws {
    var scenario = Self.scenario(mayUseCityQuota: false)
    scenario.projects[0].lock = .lockedIn
    let conflict = try Desk.expectConflict(scenario, of: ["A-3", "L-4"], remedies: ["L-4"])
    #expect(conflict.remedies.map(\.text) == ["省级统筹指标增加 3.00 亩"])
  }
}
