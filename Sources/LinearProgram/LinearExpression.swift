/// A linear expression with integer coefficients: terms sorted by column, no repeats, no zeros.
public struct LinearExpression: Sendable, Equatable {
  public private(set) var terms: [IntegerProgram.Term]
  public var constant: Int

  /// Creates an expression; terms of the same column are added up.
  public init(_ terms: [IntegerProgram.Term] = [], constant: Int = 0) {
    // Most expressions are written in the order of their columns and need no work.
    self.terms = LinearExpression.isNormal(terms) ? terms : LinearExpression.normalised(terms)
    self.constant = constant
  }

  private static func isNormal(_ terms: [IntegerProgram.Term]) -> Bool {
    var last = Int.min
    for term in terms {
      guard term.column > last, term.coefficient != 0 else { return false }
      last = term.column
    }
    return true
  }

  private static func normalised(_ terms: [IntegerProgram.Term]) -> [IntegerProgram.Term] {
    var merged: [IntegerProgram.Term] = []
    merged.reserveCapacity(terms.count)
    for term in terms.sorted(by: { $0.column < $1.column }) {
      if let last = merged.last, last.column == term.column {
        merged[merged.count - 1].coefficient += term.coefficient
      } else {
        merged.append(term)
      }
    }
    return merged.filter { $0.coefficient != 0 }
  }

  /// The expression that is one column.
  public static func column(_ column: Int, _ coefficient: Int = 1) -> LinearExpression {
    LinearExpression([IntegerProgram.Term(column, coefficient)])
  }

  /// Value at a point.
  public func value(at point: [Int]) -> Int {
    terms.reduce(constant) { $0 + $1.coefficient * point[$1.column] }
  }

  /// Sum of many expressions.
  public static func sum(_ expressions: some Sequence<LinearExpression>) -> LinearExpression {
    var terms: [IntegerProgram.Term] = []
    var constant = 0
    for expression in expressions {
      if terms.isEmpty { terms = expression.terms } else { terms += expression.terms }
      constant += expression.constant
    }
    return LinearExpression(terms, constant: constant)
  }

  public static func + (left: LinearExpression, right: LinearExpression) -> LinearExpression {
    sum([left, right])
  }

  public static func - (left: LinearExpression, right: LinearExpression) -> LinearExpression {
    left + right * -1
  }

  public static func * (expression: LinearExpression, factor: Int) -> LinearExpression {
    guard factor != 1 else { return expression }
    return LinearExpression(
      expression.terms.map { IntegerProgram.Term($0.column, $0.coefficient * factor) },
      constant: expression.constant * factor)
  }
}
