extension ModelText {
  /// The model in the LP format of CPLEX, in its own sense; a row with two bounds becomes two rows.
  public var lp: String {
    var lines = ["\\ \(title)", sense == .maximize ? "Maximize" : "Minimize"]
    lines += expression("objective", objective)
    lines.append("Subject To")
    for (row, name) in zip(rows, rowNames) {
      if let upper = row.upper, row.lower == upper {
        lines += expression(name, row.terms, "= \(upper)")
      } else {
        if let lower = row.lower { lines += expression("\(name)_lower", row.terms, ">= \(lower)") }
        if let upper = row.upper { lines += expression("\(name)_upper", row.terms, "<= \(upper)") }
      }
    }
    lines.append("Bounds")
    for (column, name) in zip(columns, columnNames) {
      lines.append(" \(column.lower) <= \(name) <= \(column.upper)")
    }
    lines.append("General")
    lines += columnNames.map { " \($0)" }
    return (lines + ["End", ""]).joined(separator: "\n")
  }

  /// A named expression, at most four terms on a line, since some readers limit the length of lines.
  private func expression(
    _ name: String, _ terms: [IntegerProgram.Term], _ relation: String = ""
  ) -> [String] {
    var words = terms.map { term in
      "\(term.coefficient < 0 ? "-" : "+") \(term.coefficient.magnitude) \(columnNames[term.column])"
    }
    // The format has no expression without terms.
    if words.isEmpty, let first = columnNames.first { words = ["+ 0 \(first)"] }
    var lines = [" \(name):"]
    for start in stride(from: 0, to: words.count, by: 4) {
      lines.append("  " + words[start..<min(start + 4, words.count)].joined(separator: " "))
    }
    if !relation.isEmpty { lines[lines.count - 1] += " \(relation)" }
    return lines
  }
}
