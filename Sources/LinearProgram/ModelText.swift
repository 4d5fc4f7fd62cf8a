/// A program with an objective, written for other solvers: every number exact, every name safe.
///
/// Names are `c` or `r`, a number that makes them unique, and what is left of the program's own name in letters that all readers
/// take. A constant of the objective is the coefficient of a column fixed at 1, because readers disagree about constants.
public struct ModelText: Sendable {
  /// Whether the objective is to be maximised.
  public enum Sense: Sendable {
    case maximize
    case minimize
  }

  let columns: [IntegerProgram.Column]
  let rows: [IntegerProgram.Row]
  let objective: [IntegerProgram.Term]
  let sense: Sense
  let title: String
  let columnNames: [String]
  let rowNames: [String]

  /// Takes a program and its objective; `title` is a word without spaces.
  public init(
    _ program: IntegerProgram, objective: LinearExpression, sense: Sense, title: String
  ) {
    var columns = Array(program.columns)
    var terms = objective.terms
    if objective.constant != 0 {
      terms.append(IntegerProgram.Term(columns.count, objective.constant))
      columns.append(IntegerProgram.Column(name: "constant", lower: 1, upper: 1))
    }
    self.columns = columns
    self.objective = terms
    self.sense = sense
    self.title = ModelText.safe(title)
    rows = program.rows.filter { $0.lower != nil || $0.upper != nil }
    columnNames = columns.enumerated().map { "c\($0 + 1)_\(ModelText.safe($1.name))" }
    rowNames = rows.enumerated().map { "r\($0 + 1)_\(ModelText.safe($1.name))" }
  }

  /// At most 40 letters, digits and underscores.
  private static func safe(_ name: String) -> String {
    var safe = ""
    for scalar in name.unicodeScalars.prefix(40) {
      let isSafe = scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      safe.unicodeScalars.append(isSafe ? scalar : "_")
    }
    return safe
  }
}
