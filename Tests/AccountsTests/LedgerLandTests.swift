import Accounts
import SampleScenarios
import Scenario
import Testing

@Suite struct LedgerLandTests {
  let ledger = Ledger(scenario: SampleScenarios.accounts, plan: SampleScenarios.accountsPlan)

  @Test func planIsLegal() {
    #expect(ledger.violations.isEmpty)
  }

  @Test func lotsGiveTheirMinimumFirstThenThoseOutsideZones() {
    #expect(ledger.lots.map(\.vintage) == [2015, 2016, 2016])
    #expect(ledger.lotUse == [0, 8 * Area.mu, 1 * Area.mu])
  }

  @Test func projectsDrawOnLotsInOrder() {
    #expect(ledger.projects[0].lotDraws == [LotDraw(lot: 1, area: 2 * Area.mu)])
    #expect(
      ledger.projects[1].lotDraws == [
        LotDraw(lot: 1, area: 6 * Area.mu), LotDraw(lot: 2, area: 1 * Area.mu),
      ])
  }

  @Test func sourcesFollowTheLevels() {
    let sources = ledger.projects.map(\.sources)
    #expect(sources[0] == LandSources(unsupplied: 4_000, provincial: 20_000, city: 26_000))
    #expect(sources[1] == LandSources(unsupplied: 12_000, idle: 2_000, city: 26_000))
    #expect(sources[2] == LandSources(city: 60_000))
    #expect(sources[3] == LandSources(county: 18_000))
    #expect(sources[4] == LandSources())
    #expect(sources[0].new == 46_000 && sources[1].stock == 14_000)
  }

  @Test func totalsAddUp() {
    #expect(ledger.totals.provincial == 20_000)
    #expect(ledger.totals.city == 112_000)
    #expect(ledger.totals.county == [18_000, 0])
    #expect(ledger.totals.stockOutside == [18_000, 0])
    #expect(ledger.totals.stockInside == [0, 0])
  }

  @Test func zoneLotsGiveLast() {
    var scenario = SampleScenarios.accounts
    scenario.land.stock[1].area = 3 * Area.mu
    let plan = SampleScenarios.accountsPlan
    let ledger = Ledger(scenario: scenario, plan: plan)
    #expect(ledger.lotUse == [2 * Area.mu, 3 * Area.mu, 4 * Area.mu])
    #expect(ledger.violations.isEmpty)
  }
}
