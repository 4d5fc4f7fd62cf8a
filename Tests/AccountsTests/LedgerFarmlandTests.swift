import Accounts
import SampleScenarios
import Scenario
import Testing

@Suite struct LedgerFarmlandTests {
  let ledger = Ledger(scenario: SampleScenarios.accounts, plan: SampleScenarios.accountsPlan)

  @Test func stockLandStandsInForFarmlandAndPaddy() {
    let need = ledger.projects.map(\.compensation)
    #expect(need[0] == BankAmounts(quantity: 36_000, paddy: 12_000, grain: 7_200))
    // 7,000 公斤 × 11 ÷ 18 = 4,277.8, rounded up.
    #expect(need[1] == BankAmounts(quantity: 22_000, paddy: 0, grain: 4_278))
    #expect(need[2] == BankAmounts(quantity: 20_000, paddy: 0, grain: 3_001))
  }

  @Test func surplusIsWhatTaskAndCommitmentsLeave() {
    #expect(ledger.banks.surplus[0] == BankAmounts(quantity: 60_000, paddy: 24_000, grain: 13_000))
    #expect(ledger.banks.pool == BankAmounts(quantity: 100_000, paddy: 32_000, grain: 22_000))
    #expect(
      ledger.banks.provincialUse == BankAmounts(quantity: 36_000, paddy: 12_000, grain: 7_200))
    #expect(ledger.banks.otherUse == BankAmounts(quantity: 42_000, paddy: 0, grain: 7_279))
    #expect(ledger.banks.inflow.allSatisfy { $0 == BankAmounts() })
  }

  @Test(arguments: [
    (RingFence.Base.circulating, BankAmounts(quantity: 15_000, paddy: 4_800, grain: 3_300)),
    (.task, BankAmounts(quantity: 1_500, paddy: 0, grain: 0)),
    (.balance, BankAmounts(quantity: 18_000, paddy: 4_800, grain: 3_300)),
  ])
  func ringFenceFollowsItsBase(base: RingFence.Base, expected: BankAmounts) {
    var scenario = SampleScenarios.accounts
    scenario.farmland.ringFence.base = base
    let ledger = Ledger(scenario: scenario, plan: SampleScenarios.accountsPlan)
    #expect(ledger.banks.ringFence == expected)
  }

  @Test func ringFenceOfQuantityOnlyLeavesTheOtherBanksFree() {
    var scenario = SampleScenarios.accounts
    scenario.farmland.ringFence.scope = .quantityOnly
    scenario.farmland.ringFence.share = 1_501
    let ledger = Ledger(scenario: scenario, plan: SampleScenarios.accountsPlan)
    #expect(ledger.banks.ringFence == BankAmounts(quantity: 15_010))
  }

  @Test func unmetTaskInOneBankStopsAllThree() {
    var scenario = SampleScenarios.accounts
    scenario.farmland.banks[0].task.grain = 3_001
    let ledger = Ledger(scenario: scenario, plan: SampleScenarios.accountsPlan)
    #expect(ledger.banks.surplus[0] == BankAmounts())
    #expect(!BankAccounts.hasMetTask(0, in: scenario))
    #expect(ledger.violations.contains { $0.clause == "F-1" })
  }

  @Test func ownBankFirstThenOthersInPrintOrder() {
    var scenario = SampleScenarios.accounts
    scenario.farmland.banks[0].committed.quantity += 16 * Area.mu
    let ledger = Ledger(scenario: scenario, plan: SampleScenarios.accountsPlan)
    // County 0 has 14 亩: project A-1 takes all, and 4 more from county 1 after B-2 has its 10.
    #expect(
      ledger.projects[0].draws[0] == [
        DonorDraw(county: 0, amount: 28_000), DonorDraw(county: 1, amount: 8_000),
      ])
    #expect(ledger.projects[1].draws[0] == [DonorDraw(county: 1, amount: 12_000)])
    #expect(ledger.projects[2].draws[0] == [DonorDraw(county: 1, amount: 20_000)])
    #expect(ledger.banks.inflow[0].quantity == 30_000)
    #expect(ledger.projects[0].draw(.quantity, from: 1) == 8_000)
    // Five 亩 of B-1 find no donor.
    #expect(ledger.violations.contains { $0.clause == "F-1" && $0.used == 78_000 })
  }
}
