import Accounts
import SampleScenarios
import Scenario
import Testing

@Suite struct LedgerResourceTests {
  let ledger = Ledger(scenario: SampleScenarios.accounts, plan: SampleScenarios.accountsPlan)

  @Test func chargeIsRoundedUpPerStep() {
    // 10.01 × 1.2 = 12.012, up to 12.02; 500 × 1.2 × 1.25 = 750; 3 steps of 1.00 × 1.2.
    #expect(ledger.projects.map { $0.charged[0] } == [0, 1_202, 75_000, 360, 0, 0])
    #expect(ledger.projects.map { $0.used[0] } == [0, 1_001, 50_000, 300, 0, 0])
    #expect(ledger.totals.charged == [76_562])
    #expect(ledger.totals.chargedIn == [[1_562, 75_000]])
  }

  @Test func favouredKeyProjectsAreSparedTheFee() {
    // 10.01 × 3.5 = 35.035; 500 × 3.5 = 1750; 3 × 3.5 = 10.5, half up.
    #expect(ledger.projects[1].fees == [Fee(resource: 0, isFree: true, amount: 35)])
    #expect(ledger.projects[2].fees == [Fee(resource: 0, isFree: false, amount: 1_750)])
    #expect(ledger.projects[3].fees == [Fee(resource: 0, isFree: false, amount: 11)])
    #expect(ledger.projects[1].fees[0].due == 0 && ledger.projects[1].fees[0].forgone == 35)
    #expect(ledger.projects[2].fees[0].due == 1_750 && ledger.projects[2].fees[0].forgone == 0)
    #expect(ledger.projects[0].fees.isEmpty)
  }

  @Test(arguments: [
    (ResourceKind.energy, true), (.water, true), (.other, true), (.coal, false), (.emission, false),
  ])
  func onlyEnergyWaterAndOthersCanBeFree(kind: ResourceKind, isFree: Bool) {
    var scenario = SampleScenarios.accounts
    scenario.resources[0].kind = kind
    let ledger = Ledger(scenario: scenario, plan: SampleScenarios.accountsPlan)
    #expect(ledger.projects[1].fees[0].isFree == isFree)
  }

  @Test func otherProjectsOfAFavouredClassPay() {
    var scenario = SampleScenarios.accounts
    scenario.resources[0].freeCategories = [""]
    let ledger = Ledger(scenario: scenario, plan: SampleScenarios.accountsPlan)
    #expect(!ledger.projects[3].fees[0].isFree)
  }

  @Test func sectorCoefficientReplacesNothingElse() {
    var scenario = SampleScenarios.accounts
    scenario.projects[2].sector = "钢铁"
    scenario.resources[0].sectorCoefficients = ["钢铁": Ratio(11, 10)]
    let ledger = Ledger(scenario: scenario, plan: SampleScenarios.accountsPlan)
    #expect(ledger.projects[2].charged == [82_500])
  }
}
