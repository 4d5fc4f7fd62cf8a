extension ModelText {
  /// The model in free MPS format, to be minimised: where the sense is to maximise, the objective is negated.
  public var mps: String {
    var text = "NAME \(title)\nROWS\n N objective\n"
    for (row, name) in zip(rows, rowNames) { text += " \(kind(of: row)) \(name)\n" }
    text += "COLUMNS\n MARKER 'MARKER' 'INTORG'\n"
    writeColumns(to: &text)
    text += " MARKER 'MARKER' 'INTEND'\nRHS\n"
    for (row, name) in zip(rows, rowNames) {
      if let side = row.upper ?? row.lower, side != 0 { text += " RHS \(name) \(side)\n" }
    }
    text += "RANGES\n"
    for (row, name) in zip(rows, rowNames) {
      if let lower = row.lower, let upper = row.upper, lower != upper {
        text += " RANGE \(name) \(upper - lower)\n"
      }
    }
    text += "BOUNDS\n"
    for (column, name) in zip(columns, columnNames) {
      text += " LO BOUND \(name) \(column.lower)\n UP BOUND \(name) \(column.upper)\n"
    }
    text += "ENDATA\n"
    return text
  }

  private func kind(of row: IntegerProgram.Row) -> String {
    if row.lower == row.upper { return "E" }
    return row.upper == nil ? "G" : "L"
  }

  /// The coefficients column by column: the objective's first, then by row.
  private func writeColumns(to text: inout String) {
    let (starts, entries) = entriesByColumn
    for (column, name) in columnNames.enumerated() {
      let own = entries[starts[column]..<starts[column + 1]]
      // A column without entries must be named all the same.
      if own.isEmpty { text += " \(name) objective 0\n" }
      for entry in own {
        let row = entry.row == ModelText.objectiveRow ? "objective" : rowNames[entry.row]
        text += " \(name) \(row) \(entry.coefficient)\n"
      }
    }
  }

  private static let objectiveRow = -1

  /// All coefficients, those of a column side by side, and where each column begins.
  private var entriesByColumn: (starts: [Int], entries: [(row: Int, coefficient: Int)]) {
    var starts = Array(repeating: 0, count: columns.count + 1)
    for term in objective { starts[term.column + 1] += 1 }
    for row in rows {
      for term in row.storedTerms { starts[term.column + 1] += 1 }
    }
    for column in columns.indices { starts[column + 1] += starts[column] }
    var next = starts
    var entries = [(row: Int, coefficient: Int)](repeating: (0, 0), count: starts[columns.count])
    func place(_ column: Int, _ row: Int, _ coefficient: Int) {
      entries[next[column]] = (row, coefficient)
      next[column] += 1
    }
    for term in objective {
      place(
        term.column, ModelText.objectiveRow,
        sense == .maximize ? -term.coefficient : term.coefficient)
    }
    for (index, row) in rows.enumerated() {
      for term in row.storedTerms { place(term.column, index, term.coefficient) }
    }
    return (starts, entries)
  }
}
