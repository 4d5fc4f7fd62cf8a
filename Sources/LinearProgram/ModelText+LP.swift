extension ModelText {
  /// The model in the LP format of CPLEX, in its own sense; a row with two bounds becomes two rows.
  public var lp: String {
    var text = "\\ \(title)\n\(sense == .maximize ? "Maximize" : "Minimize")\n"
    write("objective", objective[...], "", to: &text)
    text += "Subject To\n"
    for (row, name) in zip(rows, rowNames) {
      if let upper = row.upper, row.lower == upper {
        write(name, row.storedTerms, " = \(upper)", to: &text)
      } else {
        if let lower = row.lower {
          write("\(name)_lower", row.storedTerms, " >= \(lower)", to: &text)
        }
        if let upper = row.upper {
          write("\(name)_upper", row.storedTerms, " <= \(upper)", to: &text)
        }
      }
    }
    text += "Bounds\n"
    for (column, name) in zip(columns, columnNames) {
      text += " \(column.lower) <= \(name) <= \(column.upper)\n"
    }
    text += "General\n"
    for name in columnNames { text += " \(name)\n" }
    text += "End\n"
    return text
  }

  /// A named expression, at most four terms on a line, since some readers limit the length of lines.
  private func write(
    _ name: String, _ terms: ArraySlice<IntegerProgram.Term>, _ relation: String,
    to text: inout String
  ) {
    text += " \(name):\n"
    // The format has no expression without terms.
    if terms.isEmpty, let first = columnNames.first { text += "  + 0 \(first)" }
    for (place, term) in terms.enumerated() {
      text += place % 4 > 0 ? " " : place > 0 ? "\n  " : "  "
      text += term.coefficient < 0 ? "- " : "+ "
      text += "\(term.coefficient.magnitude) \(columnNames[term.column])"
    }
    text += "\(relation)\n"
  }
}
