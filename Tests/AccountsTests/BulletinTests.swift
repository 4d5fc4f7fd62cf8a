import Accounts
import SampleScenarios
import Scenario
import Testing

@Suite struct BulletinTests {
  private func bulletin(_ rows: [(String, Int, Int)]) -> [BulletinLine] {
    var scenario = SampleScenarios.empty
    scenario.counties.append("丙区")
    scenario.bulletin = rows.map {
      BulletinValue(month: $0.0, indicator: "开工率", county: $0.1, value: $0.2)
    }
    return Ledger(scenario: scenario, plan: SampleScenarios.nothing(in: scenario)).bulletin()
  }

  @Test func ranksAndMonthsLast() {
    let lines = bulletin([
      ("2017-12", 0, 10), ("2017-12", 1, 20), ("2018-01", 0, -5), ("2018-01", 1, 0),
      ("2018-02", 0, 7), ("2018-02", 1, 7), ("2018-02", 2, 9),
    ])
    #expect(lines.map(\.month) == ["2018-02", "2018-02", "2018-02"])
    #expect(lines.map(\.rank) == [2, 2, 1])
    #expect(lines.map(\.previous) == [-5, 0, nil])
    #expect(lines.map(\.monthsLast) == [3, 1, 0])
    #expect(lines.map(\.isSummoned) == [true, false, false])
  }

  @Test func aMissingMonthBreaksTheChain() {
    let lines = bulletin([
      ("2018-01", 0, 1), ("2018-01", 1, 2), ("2018-03", 0, 1), ("2018-03", 1, 2),
    ])
    #expect(lines.map(\.monthsLast) == [1, 0])
    #expect(lines.map(\.previous) == [nil, nil])
  }

  @Test func nobodyIsLastWhereAllAreEqual() {
    #expect(bulletin([("2018-01", 0, 4), ("2018-01", 1, 4)]).map(\.monthsLast) == [0, 0])
  }

  @Test func guaranteesCountSupportedMunicipalProjectsWithLand() {
    let ledger = Ledger(scenario: SampleScenarios.accounts, plan: SampleScenarios.accountsPlan)
    #expect(ledger.landGuarantees() == [1, 1])
  }
}
