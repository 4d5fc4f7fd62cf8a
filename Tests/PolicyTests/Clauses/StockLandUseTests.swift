import Policy
import Scenario
import Testing

@Suite("L-2 stock land")
struct StockLandUseTests {
  /// P1 in 甲县, which has 4 亩 of stock land, P2 in 乙县, which has none; city quota 6 亩.
  private static func scenario(minimum: Int = 0) -> Scenario {
    Desk.scenario([
      Desk.project("P1", land: 5, investment: 2), Desk.project("P2", county: 1, land: 5),
    ]) {
      $0.land.cityQuota = 6 * Desk.mu
      $0.land.stock = [
        StockLot(
          county: 0, kind: .unsupplied, vintage: 2016, area: 3 * Desk.mu,
          minimumDisposal: minimum * Desk.mu),
        StockLot(county: 0, kind: .idle, vintage: 2017, area: Desk.mu),
      ]
    }
  }

  /// 1 of the 5 亩 of P1 is paddy, 2 are other farmland.
  @Test func exactRows() {
    var scenario = Self.scenario(minimum: 2)
    scenario.projects[0].farmland = 3 * Desk.mu
    scenario.projects[0].paddy = Desk.mu
    Desk.expectGolden("L-2", scenario)
  }

  /// P1 takes all 4 亩 of stock land and 1 亩 of quota, P2 5 亩 of quota: 6 亩 of new land.
  @Test func solvedByHand() throws {
    let allotment = try Desk.solve(Self.scenario())
    #expect(Desk.value("municipal_guaranteed", allotment) == 2)
    #expect(Desk.value("new_land", allotment) == 6 * Desk.mu)
    #expect(Desk.value("stock_land", allotment) == 4 * Desk.mu)
    #expect(allotment.plan?.stockLand == [4 * Desk.mu, 0])
  }

  /// Both in 甲县: 10 亩 against 5 of quota and 4 of stock land, which only the clause keeps from being used twice.
  @Test func areaBinds() throws {
    var scenario = Self.scenario()
    scenario.land.cityQuota = 5 * Desk.mu
    scenario.projects[1].county = 0
    #expect(try Desk.supported(scenario) == ["P1"])
    #expect(try Desk.supported(scenario, without: "L-2") == ["P1", "P2"])
  }

  /// P2 brings more investment, but 2 亩 of stock land in 甲县 must be used, and only P1 can.
  @Test func minimumDisposalBinds() throws {
    var scenario = Self.scenario(minimum: 2)
    scenario.land.cityQuota = 5 * Desk.mu
    scenario.projects[1].investmentThisYear = 50
    #expect(try Desk.supported(scenario) == ["P1"])
    #expect(try Desk.supported(Self.withoutMinimum(scenario)) == ["P2"])
  }

  private static func withoutMinimum(_ scenario: Scenario) -> Scenario {
    var scenario = scenario
    scenario.land.stock[0].minimumDisposal = 0
    return scenario
  }

  /// 2 亩 must be used, but the county's only project is locked out.
  @Test func conflict() throws {
    var scenario = Self.scenario(minimum: 2)
    scenario.projects[0].lock = .lockedOut
    let conflict = try Desk.expectConflict(scenario, of: ["A-3", "L-2"], remedies: ["L-2"])
    #expect(conflict.remedies.map(\.amount) == [2 * Desk.mu])
  }
}
