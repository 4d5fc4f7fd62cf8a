import Policy
import Scenario
import Testing

@Suite("F-1 circulation of compensation")
struct CirculatingPoolTests {
  /// 甲县 has a surplus of 4 亩 (1 of paddy, 90 公斤), 乙县 one of 3 亩 (2, 50); no ring-fence.
  ///
  /// P1 in 甲县: 6 亩 of farmland, 2 of paddy, 100 公斤, and 1 亩 of stock land there. P2 in 乙县: 2 亩, no paddy, 20 公斤.
  private static func scenario(_ change: (inout Scenario) -> Void = { _ in }) -> Scenario {
    Desk.scenario([
      Desk.project("P1", land: 8, farmland: 6, paddy: 2, grain: 100, investment: 9),
      Desk.project("P2", county: 1, land: 2, farmland: 2, grain: 20),
    ]) {
      $0.farmland.banks = [
        Desk.bank(county: 0, quantity: 4, paddy: 1, grain: 90),
        Desk.bank(county: 1, quantity: 3, paddy: 2, grain: 50),
      ]
      $0.farmland.ringFence.share = 0
      $0.land.stock = [StockLot(county: 0, kind: .idle, vintage: 2015, area: Desk.mu)]
      change(&$0)
    }
  }

  @Test func exactRows() { Desk.expectGolden("F-1", Self.scenario()) }

  /// The 1 亩 of stock land leaves P1 with 5 亩 of farmland, 1 of paddy and ⌈5/6 × 100⌉ = 84 公斤; with P2 that is 7 of 7 亩.
  ///
  /// From 乙县 comes what 甲县 lacks: 5 − 4 = 1 亩; its paddy and grain are enough.
  @Test func solvedByHand() throws {
    let allotment = try Desk.solve(Self.scenario())
    #expect(Desk.value("municipal_guaranteed", allotment) == 2)
    #expect(Desk.value("farmland", allotment) == 7 * Desk.mu)
    #expect(Desk.value("paddy", allotment) == Desk.mu)
    #expect(Desk.value("transfer_quantity", allotment) == Desk.mu)
    #expect(Desk.value("transfer_paddy", allotment) == 0)
    #expect(Desk.value("transfer_grain", allotment) == 0)
  }

  /// Without the stock land 8 亩 face 7 亩; P1 brings the investment.
  @Test func poolBinds() throws {
    let scenario = Self.scenario { $0.land.stock = [] }
    #expect(try Desk.supported(scenario) == ["P1"])
    let others = ClauseRegistry.ids.filter { $0 != "F-3" }
    #expect(others.contains("F-1"))
    // F-3 without a ring-fence says the same of municipal projects; a provincial one only F-1 holds back.
    var provincial = scenario
    provincial.projects[0].level = .provincial
    #expect(try Desk.supported(provincial) == ["P2"])
    #expect(try Desk.supported(provincial, without: "F-1") == ["P1", "P2"])
  }

  /// A county that has not met its task in one bank circulates nothing of any.
  @Test func unmetTask() throws {
    let scenario = Self.scenario {
      $0.farmland.banks[1].task.grain = 1
    }
    #expect(try Desk.supported(scenario) == ["P2"])
  }

  /// Both provincial and locked in: 8 亩 against 7 亩; one more must be banked.
  @Test func conflict() throws {
    let scenario = Self.scenario {
      $0.land.stock = []
      for index in $0.projects.indices {
        $0.projects[index].level = .provincial
        $0.projects[index].lock = .lockedIn
      }
    }
    let conflict = try Desk.expectConflict(scenario, of: ["A-3", "A-3", "F-1"], remedies: ["F-1"])
    #expect(conflict.remedies.map(\.text) == ["甲县新增入库补充耕地数量 1.00 亩"])
  }
}
