import Policy
import Scenario
import Testing

@Suite("G-1 investment floor")
struct InvestmentFloorTests {
  /// 10 亩 of quota: two small projects with 3 元 each, or one large one with 20 元.
  private static func scenario(target: Int, isHard: Bool) -> Scenario {
    Desk.scenario([
      Desk.project("P1", land: 5, investment: 3), Desk.project("P2", land: 5, investment: 3),
      Desk.project("P3", land: 10, investment: 20),
    ]) {
      $0.land.cityQuota = 10 * Desk.mu
      $0.investmentTarget = InvestmentTarget(amount: target, isHardFloor: isHard)
    }
  }

  @Test func exactRows() { Desk.expectGolden("G-1", Self.scenario(target: 15, isHard: true)) }

  /// More projects come before more investment, unless the floor of 15 元 is hard: then P3 alone.
  @Test func bindsAsSolvedByHand() throws {
    #expect(try Desk.supported(Self.scenario(target: 15, isHard: true)) == ["P3"])
    #expect(
      try Desk.supported(Self.scenario(target: 15, isHard: true), without: "G-1") == ["P1", "P2"])
    #expect(try Desk.supported(Self.scenario(target: 15, isHard: false)) == ["P1", "P2"])
    #expect(try Desk.supported(Self.scenario(target: 6, isHard: true)) == ["P1", "P2"])
  }

  /// 23 元 are P3 and one more, 15 亩 against 10 亩. Lowering the floor by 3 元 is the cheapest way out.
  @Test func conflict() throws {
    let conflict = try Desk.expectConflict(
      Self.scenario(target: 23, isHard: true), of: ["G-1", "L-1"], remedies: ["G-1"])
    #expect(conflict.remedies.map(\.amount) == [3])
  }
}
