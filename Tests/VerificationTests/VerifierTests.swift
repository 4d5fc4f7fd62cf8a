import Reporting
import Scenario
import ScenarioIO
import Testing
import Verification

@Suite struct VerifierTests {
  private func faults(_ run: WrittenRun, _ tables: [String: [UInt8]]? = nil) -> [String] {
    let report = Verifier.verify(
      scenario: run.scenario, tables: tables ?? run.tables, resultJSON: run.result)
    return report.faults.map(\.message)
  }

  @Test("Runs over random scenarios and plans verify without a fault", arguments: 0..<120)
  func cleanRuns(seed: Int) {
    let run = WrittenRun(RandomRun(seed: seed), proved: seed % 3 > 0)
    #expect(run.violations.isEmpty)
    #expect(faults(run) == [])
  }

  @Test("Runs in the official style verify without a fault", arguments: 0..<60)
  func officialRuns(seed: Int) {
    #expect(faults(WrittenRun(RandomRun(seed: seed), style: .official)) == [])
  }

  @Test("Both encodings are read, with and without a byte order mark")
  func encodings() throws {
    let run = WrittenRun(RandomRun(seed: 4))
    #expect(faults(run, run.tables.mapValues { TextEncoding.byteOrderMark + $0 }) == [])
    #expect(faults(run, try run.tables.mapValues { try TextEncoding.gb18030.encode($0) }) == [])
  }

  @Test("A table in another encoding than the rest is named")
  func mixedEncodings() throws {
    let run = WrittenRun(RandomRun(seed: 4))
    var tables = run.tables
    tables["T05-省重点统筹留存.csv"] = TextEncoding.byteOrderMark + (tables["T05-省重点统筹留存.csv"] ?? [])
    let report = Verifier.verify(
      scenario: run.scenario, tables: tables, resultJSON: run.result)
    #expect(report.faults.map(\.code) == [.encoding])
    #expect(report.faults.map(\.file) == ["T05-省重点统筹留存.csv"])
  }

  @Test("Without result.json the tables alone are enough where areas are whole hundredths of a mu")
  func tablesAlone() {
    for seed in [1, 2, 5, 6] {
      let run = WrittenRun(RandomRun(seed: seed, unit: 20))
      let report = Verifier.verify(scenario: run.scenario, tables: run.tables, resultJSON: nil)
      #expect(report.isClean)
      #expect(report.resultValues == 0)
    }
  }

  @Test("Rounded areas without result.json are a fault of the plan, not a guess")
  func roundedAlone() {
    let run = WrittenRun(RandomRun(seed: 0, unit: 1))
    let report = Verifier.verify(scenario: run.scenario, tables: run.tables, resultJSON: nil)
    #expect(!report.isClean)
    #expect(report.faults.allSatisfy { $0.code == .plan })
  }

  @Test("A missing table and a stranger among the tables are named")
  func files() {
    let run = WrittenRun(RandomRun(seed: 3))
    var tables = run.tables
    tables["T19-月度通报.csv"] = nil
    tables["T22-别的.csv"] = Array("甲,乙\r\n".utf8)
    let report = Verifier.verify(
      scenario: run.scenario, tables: tables, resultJSON: run.result)
    #expect(report.faults.map(\.file) == ["T19-月度通报.csv", "T22-别的.csv"])
    #expect(report.faults.allSatisfy { $0.code == .file })
  }

  @Test("The report counts what was checked")
  func counts() {
    let run = WrittenRun(RandomRun(seed: 5))
    let report = Verifier.verify(
      scenario: run.scenario, tables: run.tables, resultJSON: run.result)
    let cells = run.tables.values.reduce(0) { $0 + EditableTable($1).rows.joined().count }
    #expect(report.tables == 21)
    #expect(report.cells == cells)
    #expect(report.identities > 100)
    #expect(report.clauses > 50)
    #expect(report.resultValues > 100)
  }
}
