import Policy
import Scenario
import Testing

@Suite("S-1 reserve in development zones")
struct ZoneReserveTests {
  /// 甲县: 2 亩 outside zones, 5 inside; 乙县: 4 inside. Of the 9 in zones 4 stay unused.
  private static func scenario(_ change: (inout Scenario) -> Void = { _ in }) -> Scenario {
    Desk.scenario([
      Desk.project("P1", land: 6, investment: 9), Desk.project("P2", county: 1, land: 4),
    ]) {
      $0.land.cityQuota = 2 * Desk.mu
      $0.land.stock = [
        StockLot(county: 0, kind: .unsupplied, vintage: 2015, area: 2 * Desk.mu),
        StockLot(
          county: 0, kind: .idle, vintage: 2016, area: 5 * Desk.mu, inDevelopmentZone: true),
        StockLot(
          county: 1, kind: .idle, vintage: 2016, area: 4 * Desk.mu, inDevelopmentZone: true),
      ]
      $0.land.developmentZoneReserve = 4 * Desk.mu
      change(&$0)
    }
  }

  @Test func exactRows() { Desk.expectGolden("S-1", Self.scenario()) }

  /// 10 亩 needed: 2 outside zones, 5 inside, 2 of quota make 9. Only one project lands, P1, with 4 inside and no new land.
  @Test func bindsAsSolvedByHand() throws {
    let allotment = try Desk.solve(Self.scenario())
    #expect(Desk.value("municipal_guaranteed", allotment) == 1)
    #expect(Desk.value("new_land", allotment) == 0)
    #expect(Desk.value("stock_land", allotment) == 6 * Desk.mu)
    #expect(try Desk.supported(Self.scenario()) == ["P1"])
    #expect(try Desk.supported(Self.scenario(), without: "S-1") == ["P1", "P2"])
    #expect(
      try Desk.supported(Self.scenario { $0.land.developmentZoneReserve -= Desk.mu }) == [
        "P1", "P2",
      ])
  }

  /// Each county must dispose of half a 亩 in its zone: together the 1 亩 that the reserve leaves, though land moves in whole 亩.
  @Test func minimumDisposalsAreNotRoundedUp() throws {
    let scenario = Desk.scenario([
      Desk.project("P1", land: 1), Desk.project("P2", county: 1, land: 1),
    ]) {
      $0.land.stock = [0, 1].flatMap { county in
        [
          StockLot(county: county, kind: .unsupplied, vintage: 2015, area: Desk.mu),
          StockLot(
            county: county, kind: .idle, vintage: 2016, area: Desk.mu,
            minimumDisposal: Desk.mu / 2, inDevelopmentZone: true),
        ]
      }
      $0.land.developmentZoneReserve = Desk.mu
    }
    #expect(try Desk.supported(scenario) == ["P1", "P2"])
  }

  /// 6 of the 9 亩 in zones must be disposed of, 4 must stay: 1 亩 less of the reserve.
  @Test func conflict() throws {
    let scenario = Self.scenario {
      $0.land.stock[1].minimumDisposal = 2 * Desk.mu
      $0.land.stock[2].minimumDisposal = 4 * Desk.mu
    }
    let allotment = try Desk.solve(scenario)
    #expect(allotment.status == .infeasible)
    let conflict = try #require(allotment.conflict)
    #expect(conflict.items.map(\.clause) == ["S-1"])
    #expect(conflict.isMinimal && conflict.isRemedyConfirmed)
    #expect(conflict.remedies.map(\.text) == ["开发区储备减少 1.00 亩"])
  }
}
