/// What the comparison of one table gave.
struct TableOutcome: Sendable {
  private(set) var faults: [VerificationFault] = []
  private(set) var cells = 0
  private(set) var identities = 0

  /// Compares one table; nothing where it could not be read.
  init(_ expected: ExpectedTable, _ sheet: Sheet?) {
    guard let sheet else { return }
    let wanted = expected.columns.map(\.header)
    if let fault = Self.headerFault(sheet.header, wanted, expected.id) { faults.append(fault) }
    let comparison = SheetComparison(expected, rows: sheet.rows)
    faults += comparison.faults
    cells = comparison.cells + wanted.count
    identities = expected.columns.filter(\.rule.isIdentity).count * expected.rows.count
  }

  private static func headerFault(
    _ found: [String], _ wanted: [String], _ id: TableID
  ) -> VerificationFault? {
    let words = Words("表头与 docs/tables.md 一致", "the header is the one of docs/tables.md")
    guard found.count == wanted.count else {
      return VerificationFault(
        .layout, file: id.file, line: 1, found: "\(found.count)", expected: "\(wanted.count)", words)
    }
    for (a, b) in zip(found, wanted) where !a.utf8.elementsEqual(b.utf8) {
      return VerificationFault(
        .layout, file: id.file, line: 1, column: b, found: a, expected: b, words)
    }
    return nil
  }
}
