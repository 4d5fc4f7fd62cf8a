import Scenario

/// What the comparison of one table gave.
struct TableOutcome: Sendable {
  private(set) var faults: [VerificationFault] = []
  private(set) var cells = 0
  private(set) var identities = 0

  /// Compares one table, in the style in which it is written; nothing where it could not be read.
  init(_ table: ExpectedTable, _ sheet: Sheet?, _ scenario: Scenario) {
    guard let sheet else { return }
    let isMarked = scenario.isSampleData && sheet.frame == nil
    let expected = isMarked ? table.marked(as: "示例数据") : table
    let wanted = expected.columns.map(\.header)
    let line = sheet.frame?.header?.line ?? 1
    if let fault = Self.headerFault(sheet.header, wanted, expected.id, line: line) {
      faults.append(fault)
    }
    let comparison = SheetComparison(expected, rows: sheet.rows)
    faults += comparison.faults
    cells = comparison.cells + wanted.count
    identities = expected.columns.filter(\.rule.isIdentity).count * expected.rows.count
    guard let frame = sheet.frame else { return }
    let layout = OfficialComparison(frame, expected, scenario)
    faults += layout.faults
    identities += layout.sums
    cells += layout.sums
  }

  private static func headerFault(
    _ found: [String], _ wanted: [String], _ id: TableID, line: Int
  ) -> VerificationFault? {
    let words = Words("表头与 docs/tables.md 一致", "the header is the one of docs/tables.md")
    guard found.count == wanted.count else {
      return VerificationFault(
        .layout, file: id.file, line: line, found: "\(found.count)", expected: "\(wanted.count)",
        words)
    }
    for (a, b) in zip(found, wanted) where !isSameText(a, b) {
      return VerificationFault(
        .layout, file: id.file, line: line, column: b, found: a, expected: b, words)
    }
    return nil
  }
}
