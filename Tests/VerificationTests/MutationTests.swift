import Reporting
import Scenario
import Testing
import Verification

/// Changes a written run in one place at a time: every change must be caught, and the right place named.
@Suite struct MutationTests {
  /// A run that is clean, ready to be changed.
  private struct Subject {
    let name: String
    let run: WrittenRun
    let session: RunVerification
    var changes = 0
    var missed: [String] = []
    var misnamed: [String] = []

    init(_ name: String, _ run: WrittenRun) throws {
      self.name = name
      self.run = run
      session = RunVerification(
        Verifier(scenario: run.scenario), tables: run.tables, resultJSON: run.result)
      try #require(session.report.isClean)
    }

    /// Tries one change of a table; `line` is the changed row's, where the change has one.
    mutating func attempt(_ file: String, _ table: EditableTable, line: Int?, _ what: String) {
      let report = session.report(replacing: file, with: table.bytes)
      changes += 1
      if report.isClean { missed.append("\(name) \(file) \(what)") }
      let id = String(file.prefix(3))
      // The fault stands in the row, or is that of a sum which the table is part of.
      let isNamed = report.faults.contains { fault in
        fault.file == file
          ? line == nil || fault.line == line || fault.line == nil : fault.rule.contains(id)
      }
      if !isNamed && !report.isClean { misnamed.append("\(name) \(file) \(what)") }
    }

    func report() {
      print("\(name): \(changes) changes, \(missed.count) missed")
      #expect(missed.isEmpty, "\(missed.prefix(30).joined(separator: "\n"))")
      #expect(misnamed.isEmpty, "\(misnamed.prefix(30).joined(separator: "\n"))")
    }
  }

  private static func files(_ run: WrittenRun) -> [(String, EditableTable)] {
    run.tables.sorted { $0.key < $1.key }.map { ($0.key, EditableTable($0.value)) }
  }

  @Test(
    "Every change of a cell is caught and named",
    arguments: [(2, 20), (7, 1)])
  func cells(seed: Int, unit: Int) throws {
    var subject = try Subject(
      "cells \(seed)", WrittenRun(RandomRun(seed: seed, projects: 6, unit: unit)))
    for (file, table) in Self.files(subject.run) {
      try #require(table.bytes == subject.run.tables[file], "\(file) is read and written back")
      for row in table.rows.indices {
        for column in table.rows[row].indices {
          let cell = table.rows[row][column]
          for variant in Mutation.variants(of: cell) {
            var changed = table
            changed.rows[row][column] = variant
            let place = "line \(row + 1) \(table.rows[0][column]): \(cell) → \(variant)"
            subject.attempt(file, changed, line: row + 1, place)
          }
        }
      }
    }
    subject.report()
  }

  @Test("Every row that is dropped, doubled or swapped is caught")
  func rows() throws {
    var subject = try Subject("rows", WrittenRun(RandomRun(seed: 2, projects: 6)))
    for (file, table) in Self.files(subject.run) {
      for row in table.rows.indices {
        var dropped = table
        dropped.rows.remove(at: row)
        subject.attempt(file, dropped, line: nil, "drops line \(row + 1)")
        var doubled = table
        doubled.rows.insert(table.rows[row], at: row)
        subject.attempt(file, doubled, line: nil, "doubles line \(row + 1)")
        guard row + 1 < table.rows.count else { continue }
        var swapped = table
        swapped.rows.swapAt(row, row + 1)
        subject.attempt(file, swapped, line: nil, "swaps line \(row + 1)")
      }
    }
    subject.report()
  }

  @Test("Every column that is dropped, doubled or swapped is caught")
  func columns() throws {
    var subject = try Subject("columns", WrittenRun(RandomRun(seed: 2, projects: 4)))
    for (file, table) in Self.files(subject.run) {
      for column in table.rows[0].indices {
        var dropped = table
        var swapped = table
        for row in table.rows.indices {
          dropped.rows[row].remove(at: column)
          swapped.rows[row].swapAt(column, (column + 1) % table.rows[row].count)
        }
        subject.attempt(file, dropped, line: nil, "drops column \(column)")
        subject.attempt(file, swapped, line: nil, "swaps column \(column)")
      }
    }
    subject.report()
  }

  @Test("Every change of title, header, row, subtotal and total of the official style is caught")
  func officialCells() throws {
    let written = WrittenRun(RandomRun(seed: 13, projects: 4), style: .official)
    var subject = try Subject("official", written)
    for (file, table) in Self.files(subject.run) {
      let end = table.rows.firstIndex { $0.first == "填报单位：" } ?? 0
      // Not the words of the unit line, nor those of the notes.
      for row in table.rows.indices where row != 1 && row <= end {
        for column in table.rows[row].indices {
          for variant in Mutation.variants(of: table.rows[row][column], upOnly: true) {
            var changed = table
            changed.rows[row][column] = variant
            subject.attempt(file, changed, line: nil, "line \(row + 1) \(column) → \(variant)")
          }
        }
      }
    }
    subject.report()
  }

  @Test("Every change of a digit in result.json is caught")
  func result() throws {
    let run = WrittenRun(RandomRun(seed: 5, projects: 5), proved: false)
    var subject = try Subject("result.json", run)
    for place in run.result.indices where (48...57).contains(run.result[place]) {
      for step: UInt8 in [1, 9] {
        var changed = run.result
        changed[place] = 48 + (changed[place] - 48 + step) % 10
        subject.changes += 1
        let report = subject.session.report(replacingResult: changed)
        let line = String(decoding: run.result[..<place].suffix(60), as: UTF8.self)
        if report.isClean { subject.missed.append("byte \(place) after …\(line)") }
      }
    }
    subject.report()
  }
}
