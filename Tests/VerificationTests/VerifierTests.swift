import Scenario
import Testing
import Verification

@Suite struct VerifierTests {
  @Test("Runs over random scenarios and plans verify without a fault", arguments: 0..<400)
  func cleanRuns(seed: Int) {
    let run = WrittenRun(RandomRun(seed: seed))
    #expect(run.violations.isEmpty)
    let report = Verifier.verify(scenario: run.scenario, tables: run.tables, resultJSON: run.result)
    #expect(report.tables == 21)
    for fault in report.faults.prefix(8) { Issue.record("\(seed): \(fault.message)") }
  }
}
