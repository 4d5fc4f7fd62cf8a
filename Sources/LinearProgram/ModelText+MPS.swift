extension ModelText {
  /// The model in free MPS format, to be minimised: where the sense is to maximise, the objective is negated.
  public var mps: String {
    var lines = ["NAME \(title)", "ROWS", " N objective"]
    for (row, name) in zip(rows, rowNames) { lines.append(" \(kind(of: row)) \(name)") }
    lines += ["COLUMNS", " MARKER 'MARKER' 'INTORG'"]
    for (name, entries) in zip(columnNames, entriesByColumn) {
      // A column without entries must be named all the same.
      if entries.isEmpty { lines.append(" \(name) objective 0") }
      for entry in entries { lines.append(" \(name) \(entry.row) \(entry.coefficient)") }
    }
    lines += [" MARKER 'MARKER' 'INTEND'", "RHS"]
    for (row, name) in zip(rows, rowNames) {
      if let side = row.upper ?? row.lower, side != 0 { lines.append(" RHS \(name) \(side)") }
    }
    lines.append("RANGES")
    for (row, name) in zip(rows, rowNames) {
      if let lower = row.lower, let upper = row.upper, lower != upper {
        lines.append(" RANGE \(name) \(upper - lower)")
      }
    }
    lines.append("BOUNDS")
    for (column, name) in zip(columns, columnNames) {
      lines.append(" LO BOUND \(name) \(column.lower)")
      lines.append(" UP BOUND \(name) \(column.upper)")
    }
    return (lines + ["ENDATA", ""]).joined(separator: "\n")
  }

  private func kind(of row: IntegerProgram.Row) -> String {
    if row.lower == row.upper { return "E" }
    return row.upper == nil ? "G" : "L"
  }

  /// The coefficients of each column: the objective's first, then by row.
  private var entriesByColumn: [[(row: String, coefficient: Int)]] {
    var entries = [[(row: String, coefficient: Int)]](repeating: [], count: columns.count)
    for term in objective {
      let coefficient = sense == .maximize ? -term.coefficient : term.coefficient
      entries[term.column].append(("objective", coefficient))
    }
    for (row, name) in zip(rows, rowNames) {
      for term in row.storedTerms { entries[term.column].append((name, term.coefficient)) }
    }
    return entries
  }
}
