import Scenario
import ScenarioIO
import Testing

@Suite struct ScenarioReaderTests {
  @Test func readsEveryPart() throws {
    let loaded: LoadedScenario
    do {
      loaded = try Fixture.load()
    } catch let failure as ScenarioLoadFailure {
      Issue.record("\(FindingRenderer().text(failure.findings))")
      return
    }
    let scenario = loaded.scenario
    #expect(scenario.title == "二〇一八年")
    #expect(scenario.isSampleData)
    #expect(scenario.counties == Scenario.defaultCounties)
    #expect(scenario.projects.map(\.id) == ["P-001", "P-002", "P-003"])
    #expect(scenario.land.provincialQuota == 200_000)
    #expect(scenario.land.cityQuota == 60_000)
    #expect(scenario.land.countyQuota(4) == 25_000)
    #expect(scenario.land.stock.map(\.county) == [0, 4])
    #expect(scenario.land.stock[1].minimumDisposal == 6_666)
    #expect(scenario.land.stock[0].area == 300)
    #expect(scenario.land.cityQuotaAlsoFor == [.other, .reserve])
    #expect(scenario.farmland.banks[0].task.grain == 1_000)
    #expect(scenario.farmland.ringFence.share == 2_000)
    #expect(scenario.resources[0].price == Ratio(1_500))
    #expect(scenario.resources[1].unitsPerUnit == 10_000)
    #expect(scenario.resources[1].price == Ratio(35_000))
    #expect(scenario.resources[2].coefficient == Ratio(3, 2))
    #expect(scenario.resources[2].countyCoefficients[4] == Ratio(6, 5))
    #expect(scenario.merit?.terms[0].benchmark == Ratio(3_500_000))
    #expect(scenario.merit?.terms[1].benchmark == Ratio(5))
    #expect(scenario.merit?.threshold == 405_000)
    #expect(
      scenario.investmentTarget == InvestmentTarget(amount: 21_000_000_000, isHardFloor: true))
    #expect(scenario.baseline == [0, 2])
    #expect(scenario.goals.last?.id == "baseline")
    #expect(scenario.bulletin[0].value == -325)
    let steel = scenario.projects[0]
    #expect(steel.landThisYear == 15_000)
    #expect(steel.landTotal == 241_000)
    #expect(steel.demands == [50_000, 800_000, 200])
    #expect(steel.retired == [0, 0, 100])
    #expect(steel.excludes == [1])
    #expect(steel.lock == .lockedIn)
    let park = scenario.projects[1]
    #expect(park.division == Division(steps: 10, minimumSteps: 2))
    #expect(park.requires == [0, 2])
    #expect(park.investmentThisYear == 50_000_000)
    #expect(park.landTotal == park.landThisYear)
    #expect(!park.isApproved)
    #expect(scenario.projects[2].stewardship.schedule == "一期,2018")
    #expect(loaded.inputs.map(\.path) == ["main.json", "projects.csv"])
    #expect(loaded.warnings.isEmpty)
  }
}
