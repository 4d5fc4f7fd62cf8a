import Accounts
import SampleScenarios
import Scenario
import Testing

@Suite struct InvestmentAccountTests {
  @Test func countsAndInvestmentPerLevelAndStage() throws {
    var scenario = SampleScenarios.accounts
    scenario.expectedCounts = [ExpectedCount(level: .municipal, stage: .preparatory, count: 108)]
    let accounts = Ledger(scenario: scenario, plan: SampleScenarios.accountsPlan)
      .investmentAccounts()
    #expect(accounts.count == 20)
    let preparatory = try #require(
      accounts.first { $0.level == .municipal && $0.stage == .preparatory })
    #expect(preparatory.announced == 108)
    #expect(preparatory.projects == 1 && preparatory.needingNothing == 1)
    #expect(preparatory.unassistedInvestment == 1_000_000)
    let other = try #require(accounts.first { $0.level == .other && $0.stage == nil })
    #expect(other.supported == 1 && other.refused == 0)
    #expect(other.supportedInvestment == 6_000_000 && other.refusedInvestment == 2_000_000)
    let reserve = try #require(accounts.first { $0.level == .reserve && $0.stage == nil })
    #expect(reserve.refused == 1 && reserve.refusedInvestment == 9_000_000)
    #expect(accounts.reduce(0) { $0 + $1.projects } == 6)
  }
}
