import Policy
import Scenario
import Testing

@Suite("E-2 caps on resources and emissions")
struct ResourceCapsTests {
  /// Coal: 20 吨 in the city, 10 in 甲县; coefficient 1.2, in 乙县 1.25 times that, in steel 1.5 times.
  ///
  /// Charged: P1 5 × 1.2 = 6; P2 5 × 1.2 × 1.5 = 9; P3 7 × 1.2 × 1.25 = 10.5, rounded up to 11.
  private static func scenario(cityCap: Int? = 20) -> Scenario {
    var projects = [
      Desk.project("P1", land: 1, investment: 1, demands: [5]),
      Desk.project("P2", land: 1, investment: 2, demands: [5]),
      Desk.project("P3", county: 1, land: 1, investment: 4, demands: [7]),
    ]
    projects[1].sector = "钢铁"
    return Desk.scenario(projects) {
      $0.resources = [
        Resource(
          id: "coal", name: "煤炭", kind: .coal, unit: "吨", cityCap: cityCap, countyCaps: [10, nil],
          department: "市发改委", coefficient: Ratio(6, 5), countyCoefficients: [.one, Ratio(5, 4)],
          sectorCoefficients: ["钢铁": Ratio(3, 2)])
      ]
    }
  }

  @Test func exactRows() { Desk.expectGolden("E-2", Self.scenario()) }

  /// 甲县 has room for one of P1 and P2 (15 against 10), the city for 9 + 11 = 20: P2 and P3, 6 元.
  @Test func bindsAsSolvedByHand() throws {
    let allotment = try Desk.solve(Self.scenario())
    #expect(Desk.value("municipal_guaranteed", allotment) == 2)
    #expect(Desk.value("investment", allotment) == 6)
    #expect(try Desk.supported(Self.scenario()) == ["P2", "P3"])
    #expect(try Desk.supported(Self.scenario(cityCap: 19)) == ["P1", "P3"])
    #expect(try Desk.supported(Self.scenario(), without: "E-2") == ["P1", "P2", "P3"])
  }

  /// P2 and P3 are locked in: 20 against 18; the department that answers for the cap is named.
  @Test func conflict() throws {
    var scenario = Self.scenario(cityCap: 18)
    scenario.projects[1].lock = .lockedIn
    scenario.projects[2].lock = .lockedIn
    let conflict = try Desk.expectConflict(scenario, of: ["A-3", "A-3", "E-2"], remedies: ["E-2"])
    #expect(conflict.remedies.map(\.text) == ["全市煤炭指标增加 2 吨(市发改委)"])
    #expect(conflict.remedies.map(\.english) == ["raise the cap on 煤炭 in the city by 2 吨 (市发改委)"])
    let cap = try #require(conflict.items.first { $0.clause == "E-2" })
    #expect(cap.text == "全市煤炭指标只有 18 吨")
    #expect(cap.english == "the cap on 煤炭 in the city is 18 吨")
  }

  /// Names, as in shortages, never the id; of a department only where there is one.
  @Test func remedyOfACountyInWords() {
    var scenario = Self.scenario()
    let remedy = PolicyModel(scenario).words(.countyCap(0, county: 0), amount: 3)
    #expect(remedy.text == "甲县煤炭指标增加 3 吨(市发改委)")
    #expect(remedy.english == "raise the cap on 煤炭 in 甲县 by 3 吨 (市发改委)")
    scenario.resources[0].department = ""
    let bare = PolicyModel(scenario).words(.countyCap(0, county: 0), amount: 3)
    #expect(bare.text == "甲县煤炭指标增加 3 吨")
    #expect(bare.english == "raise the cap on 煤炭 in 甲县 by 3 吨")
  }
}
