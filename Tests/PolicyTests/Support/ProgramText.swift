import LinearProgram
import Policy

/// The rows of one clause as text, with the bounds of the columns in them.
enum ProgramText {
  static func rows(of clause: String, _ model: PolicyModel) -> String {
    let rows = zip(model.program.rows, model.origins).filter { $1.clause == clause }.map(\.0)
    let used = Set(rows.flatMap { $0.terms.map(\.column) }).sorted()
    let names = model.program.columns.map(\.name)
    let lines = rows.map { " \($0.name): \(text($0, names))" }
    let bounds = used.map { index in
      let column = model.program.columns[index]
      return " \(column.lower) <= \(column.name) <= \(column.upper)"
    }
    return (["Subject To"] + lines + ["Bounds"] + bounds + ["End", ""]).joined(separator: "\n")
  }

  private static func text(_ row: IntegerProgram.Row, _ names: [String]) -> String {
    let sum = row.terms.map { term in
      let size = abs(term.coefficient) == 1 ? "" : "\(abs(term.coefficient)) "
      return "\(term.coefficient < 0 ? "-" : "+") \(size)\(names[term.column])"
    }
    let expression = sum.isEmpty ? "0" : sum.joined(separator: " ")
    switch (row.lower, row.upper) {
    case (let lower?, let upper?) where lower == upper: return "\(expression) = \(lower)"
    case (let lower?, let upper?): return "\(lower) <= \(expression) <= \(upper)"
    case (let lower?, nil): return "\(expression) >= \(lower)"
    case (nil, let upper?): return "\(expression) <= \(upper)"
    case (nil, nil): return "\(expression) free"
    }
  }
}
