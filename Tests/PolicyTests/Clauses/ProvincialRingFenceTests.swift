import Policy
import Scenario
import Testing

@Suite("F-3 ring-fence for provincial projects")
struct ProvincialRingFenceTests {
  /// A pool of 10 亩 and 200 公斤; 15 % are 1.5 亩 and 30 公斤. P1 provincial, P2 and P3 municipal.
  private static func scenario(_ change: (inout Scenario) -> Void = { _ in }) -> Scenario {
    Desk.scenario([
      Desk.project("P1", .provincial, land: 3, farmland: 3, grain: 10),
      Desk.project("P2", land: 5, farmland: 5, grain: 100, investment: 9),
      Desk.project("P3", land: 4, farmland: 4, grain: 60),
    ]) {
      $0.farmland.banks = [Desk.bank(county: 0, quantity: 10, grain: 200)]
      change(&$0)
    }
  }

  @Test func exactRows() {
    Desk.expectGolden(
      "F-3", Self.scenario { $0.farmland.ringFence.provincialMayUseRest = false })
  }

  /// P2 and P3 need 9 亩 of the 8.5 left: one of them, and P1; without the ring-fence both, and not P1.
  @Test func bindsAsSolvedByHand() throws {
    #expect(try Desk.supported(Self.scenario()) == ["P1", "P2"])
    #expect(try Desk.supported(Self.scenario(), without: "F-3") == ["P2", "P3"])
  }

  /// P1 needs 3 亩 and may not draw more than the 1.5 that are set apart.
  @Test func provincialProjectsWithinTheRingFence() throws {
    let closed = Self.scenario { $0.farmland.ringFence.provincialMayUseRest = false }
    #expect(try Desk.supported(closed) == ["P2"])
  }

  /// The base decides how much is set apart: of the task (none) nothing, of the balance 15 % of 20 亩.
  @Test func bases() throws {
    let task = Self.scenario { $0.farmland.ringFence.base = .task }
    #expect(try Desk.supported(task) == ["P2", "P3"])
    let balance = Self.scenario {
      $0.farmland.ringFence.base = .balance
      $0.farmland.banks[0].opening.quantity = 20 * Desk.mu
      $0.farmland.banks[0].committed.quantity = 8 * Desk.mu
    }
    // A pool of 12 亩 less 3 leaves 9 for P2 and P3, and 3 for P1.
    #expect(try Desk.supported(balance) == ["P1", "P2", "P3"])
  }

  /// P2 and P3 are guaranteed: 9 亩 against 8.5. Of what is newly banked 85 % are free: 0.59 亩, in notches of 0.2 亩 0.60.
  @Test func conflict() throws {
    let scenario = Self.scenario {
      $0.land.municipalGuarantee = .required
      // Land moves in 0.01 亩.
      $0.land.cityQuota += Area.centimu
    }
    let conflict = try Desk.expectConflict(scenario, of: ["F-3", "L-1", "L-1"], remedies: ["F-1"])
    #expect(conflict.items.contains { $0.text == "除省重点留存外可用补充耕地数量只有 8.50 亩" })
    #expect(conflict.remedies.map(\.text) == ["甲县新增入库补充耕地数量 0.60 亩"])
  }

  /// 15 % of a balance of 20 亩 are 3, but the pool is only 2, all of it set apart: 1.18 亩 of growth go to the ring-fence first.
  ///
  /// Then 5 亩 for P2 are 85 % of 5.89, in notches of 0.2 亩 6.00: together 7.18 亩.
  @Test func remedyBeyondARingFenceThatTakesThePool() throws {
    let scenario = Self.scenario {
      $0.land.municipalGuarantee = .required
      $0.land.cityQuota += Area.centimu
      $0.projects[2].lock = .lockedOut
      $0.farmland.ringFence.base = .balance
      $0.farmland.banks[0].opening.quantity = 20 * Desk.mu
      $0.farmland.banks[0].committed.quantity = 18 * Desk.mu
    }
    let conflict = try Desk.expectConflict(scenario, of: ["F-3", "L-1"], remedies: ["F-1"])
    #expect(conflict.remedies.map(\.text) == ["甲县新增入库补充耕地数量 7.18 亩"])
  }
}
