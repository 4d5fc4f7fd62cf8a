import Policy
import Scenario
import Testing

@Suite("L-1 municipal land guarantee")
struct MunicipalGuaranteeTests {
  /// P1 and P2 municipal, P3 other with county quota, P4 reserve, which may draw city quota.
  private static func scenario(_ guarantee: MunicipalGuarantee, quota: Int) -> Scenario {
    Desk.scenario([
      Desk.project("P1", land: 6, investment: 5), Desk.project("P2", county: 1, land: 4),
      Desk.project("P3", .other, land: 3), Desk.project("P4", .reserve, county: 1, land: 2),
    ]) {
      $0.land.cityQuota = quota * Desk.mu
      $0.land.countyQuotas = [3 * Desk.mu, 0]
      $0.land.municipalGuarantee = guarantee
      $0.merit = Desk.tenPoints
    }
  }

  @Test func exactRows() { Desk.expectGolden("L-1", Self.scenario(.required, quota: 10)) }

  /// 12 亩 of city quota: the two municipal projects take 10, the reserve project 2, the other one its county's 3.
  @Test func solvedByHand() throws {
    let scenario = Self.scenario(.required, quota: 12)
    let allotment = try Desk.solve(scenario)
    #expect(Desk.value("municipal_guaranteed", allotment) == 2)
    #expect(Desk.value("new_land", allotment) == 15 * Desk.mu)
    #expect(allotment.plan?.steps == [1, 1, 1, 1])
  }

  /// 9 亩 are enough for one of the two; P1 brings investment, and no city quota but for 1 亩 is left.
  @Test func cityQuotaBinds() throws {
    let scenario = Self.scenario(.preferred, quota: 9)
    #expect(try Desk.supported(scenario) == ["P1", "P3", "P4"])
    #expect(try Desk.supported(scenario, without: "L-1") == ["P1", "P2", "P3", "P4"])
  }

  /// The guarantee does not reach projects that something else keeps out, nor those that need no land.
  @Test func whoIsNotGuaranteed() throws {
    var scenario = Self.scenario(.required, quota: 6)
    scenario.projects[1].isApproved = false
    #expect(try Desk.supported(scenario) == ["P1", "P3"])
    scenario.projects[1].isApproved = true
    scenario.projects[1].lock = .lockedOut
    #expect(try Desk.supported(scenario) == ["P1", "P3"])
    scenario.projects[1].lock = .none
    scenario.projects[1].conformsToPlans = false
    #expect(try Desk.supported(scenario) == ["P1", "P3"])
  }

  /// 10 亩 guaranteed, 9 亩 of quota: 1 亩 is missing.
  @Test func conflict() throws {
    let conflict = try Desk.expectConflict(
      Self.scenario(.required, quota: 9), of: ["L-1", "L-1", "L-1"], remedies: ["L-1"])
    #expect(conflict.remedies.map(\.amount) == [Desk.mu])
    #expect(conflict.remedies.map(\.text) == ["市级指标增加 1.00 亩"])
  }
}
