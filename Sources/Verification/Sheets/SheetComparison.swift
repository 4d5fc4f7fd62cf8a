/// Holds a table that was read against what it must be.
struct SheetComparison {
  let expected: ExpectedTable
  let rows: [Sheet.Row]
  private(set) var faults: [VerificationFault] = []
  private(set) var cells = 0
  /// Line of each expected row that was found.
  private(set) var lines: [Int?]

  private var file: String { expected.id.file }

  init(_ expected: ExpectedTable, rows: [Sheet.Row]) {
    self.expected = expected
    self.rows = rows
    lines = expected.rows.map { _ in nil }
    compare()
  }

  private mutating func compare() {
    let pairs = pairing()
    var last = -1
    for (place, row) in rows.enumerated() {
      guard let target = pairs[place] else {
        faults.append(
          fault(
            row, found: foundKey(row),
            Words("多余或重复的行", "a row that is repeated or does not belong here")))
        continue
      }
      if target < last {
        faults.append(fault(row, found: foundKey(row), Words("行的次序不对", "the row is out of order")))
      }
      last = max(last, target)
      lines[target] = row.line
      compare(row, with: target)
    }
    for target in expected.rows.indices where lines[target] == nil {
      faults.append(
        VerificationFault(
          .row, file: file, row: key(target), expected: key(target),
          Words("缺少一行", "a row is missing")))
    }
  }

  /// The expected row of each found row: by key, else by place.
  private func pairing() -> [Int?] {
    if isInOrder { return Array(rows.indices) }
    var open: [String: [Int]] = [:]
    for target in expected.rows.indices.reversed() { open[key(target), default: []].append(target) }
    var used: Set<Int> = []
    var pairs: [Int?] = rows.map { row in
      guard let target = open[foundKey(row), default: []].popLast() else { return nil }
      used.insert(target)
      return target
    }
    for place in rows.indices
    where pairs[place] == nil && expected.rows.indices.contains(place) && !used.contains(place) {
      pairs[place] = place
    }
    return pairs
  }

  /// Whether every row has the key of the expected row in its place, as in a table that nobody changed.
  private var isInOrder: Bool {
    rows.count == expected.rows.count
      && rows.indices.allSatisfy { place in
        let cells = rows[place].cells
        return expected.keys.allSatisfy {
          $0 < cells.count && expected.rows[place][$0].correction(of: cells[$0]) == nil
        }
      }
  }

  private mutating func compare(_ row: Sheet.Row, with target: Int) {
    let wanted = expected.rows[target]
    guard row.cells.count == wanted.count else {
      faults.append(
        VerificationFault(
          .layout, file: file, line: row.line, row: key(target), found: "\(row.cells.count)",
          expected: "\(wanted.count)", Words("单元格个数与表头一致", "as many cells as the header has")))
      return
    }
    for (place, expectation) in wanted.enumerated() {
      cells += 1
      guard let correction = expectation.correction(of: row.cells[place]) else { continue }
      faults.append(
        VerificationFault(
          .cell, file: file, line: row.line, row: key(target),
          column: expected.columns[place].header, found: row.cells[place], expected: correction,
          expected.columns[place].rule))
    }
  }

  /// Key of an expected row, as it would be printed.
  func key(_ target: Int) -> String {
    expected.keys.map { expected.rows[target][$0].correction(of: "\u{0}") ?? "" }
      .joined(separator: " ")
  }

  private func foundKey(_ row: Sheet.Row) -> String {
    expected.keys.map { $0 < row.cells.count ? row.cells[$0] : "" }.joined(separator: " ")
  }

  private func fault(_ row: Sheet.Row, found: String, _ rule: Words) -> VerificationFault {
    VerificationFault(.row, file: file, line: row.line, row: found, found: found, rule)
  }
}
