import Policy
import Scenario
import Testing

@Suite("L-3 county quota")
struct CountyQuotaTests {
  /// 甲县 has 6 亩; P1 municipal, P2 other, P3 other in 乙县, which has none.
  private static func scenario(isOpenToKeyProjects: Bool) -> Scenario {
    Desk.scenario([
      Desk.project("P1", land: 4), Desk.project("P2", .other, land: 3),
      Desk.project("P3", .other, county: 1, land: 3),
    ]) {
      $0.land.cityQuota = 3 * Desk.mu
      $0.land.countyQuotas = [6 * Desk.mu, 0]
      $0.land.keyProjectsMayUseCountyQuota = isOpenToKeyProjects
      $0.merit = Desk.tenPoints
    }
  }

  @Test func exactRows() { Desk.expectGolden("L-3", Self.scenario(isOpenToKeyProjects: true)) }

  /// P1 needs 4 亩: 3 of the city and 1 of its county; P2 takes 3 of the county's 5 left; P3's county has none.
  @Test func solvedByHand() throws {
    let scenario = Self.scenario(isOpenToKeyProjects: true)
    let allotment = try Desk.solve(scenario)
    #expect(Desk.value("municipal_guaranteed", allotment) == 1)
    #expect(Desk.value("others_merit", allotment) == 100_000)
    #expect(allotment.plan?.steps == [1, 1, 0])
    #expect(
      allotment.plan?.countyQuotaUse == [[.municipal: Desk.mu, .other: 3 * Desk.mu], [:]])
  }

  /// Closed to key projects, P1 has 3 亩 of the 4 it needs; without the clause P3 would land as well.
  @Test func binds() throws {
    var scenario = Self.scenario(isOpenToKeyProjects: false)
    scenario.land.cityQuotaAlsoFor = []
    #expect(try Desk.supported(scenario) == ["P2"])
    #expect(try Desk.supported(scenario, without: "L-3") == ["P2", "P3"])
  }

  /// P2 and one more of 4 亩, both locked in: 7 亩 against 6 亩.
  @Test func conflict() throws {
    var scenario = Self.scenario(isOpenToKeyProjects: false)
    scenario.projects[1].lock = .lockedIn
    scenario.projects[2].lock = .lockedIn
    scenario.projects[2].county = 0
    scenario.projects[2].landThisYear = 4 * Desk.mu
    let conflict = try Desk.expectConflict(scenario, of: ["A-3", "A-3", "L-3"], remedies: ["L-3"])
    #expect(conflict.remedies.map(\.text) == ["甲县县级指标增加 1.00 亩"])
  }
}
