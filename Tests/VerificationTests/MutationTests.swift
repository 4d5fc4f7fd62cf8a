import Scenario
import Testing
import Verification

/// Changes every cell of every table, one at a time: every change must be caught and named.
@Suite struct MutationTests {
  /// What became of the changes of one run.
  private struct Tally {
    var changes = 0
    var missed: [String] = []
    var misnamed: [String] = []
  }

  @Test("Every single change of a cell is caught and named", arguments: [2])
  func cells(seed: Int) throws {
    let run = WrittenRun(RandomRun(seed: seed))
    let session = RunVerification(
      Verifier(scenario: run.scenario), tables: run.tables, resultJSON: run.result)
    try #require(session.report.isClean)
    var tally = Tally()
    for (file, bytes) in run.tables.sorted(by: { $0.key < $1.key }) {
      let table = EditableTable(bytes)
      try #require(table.bytes == bytes, "\(file) is read and written back")
      for row in table.rows.indices {
        for column in table.rows[row].indices {
          for variant in Mutation.variants(of: table.rows[row][column]) {
            var changed = table
            changed.rows[row][column] = variant
            let report = session.report(replacing: file, with: changed.bytes)
            let place =
              "\(seed) \(file) \(row + 1) \(table.rows[0][column]): \(table.rows[row][column]) → \(variant)"
            tally.changes += 1
            if report.isClean { tally.missed.append(place) }
            if !names(report, file: file, line: row + 1) { tally.misnamed.append(place) }
          }
        }
      }
    }
    print("changes of cells in run \(seed): \(tally.changes), missed \(tally.missed.count)")
    #expect(tally.missed.isEmpty, "\(tally.missed.prefix(20).joined(separator: "\n"))")
    #expect(tally.misnamed.isEmpty, "\(tally.misnamed.prefix(20).joined(separator: "\n"))")
  }

  /// Whether a fault names the row of a table, or a sum that the table is part of.
  private func names(_ report: VerificationReport, file: String, line: Int) -> Bool {
    let id = String(file.prefix(3))
    return report.faults.contains { fault in
      (fault.file == file && (fault.line == line || fault.line == nil))
        || (fault.file != file && fault.rule.contains(id))
    }
  }
}
