/// A linear expression with exact coefficients: terms sorted by column, no repeats, no zeros.
///
/// Amounts of a scenario are at most 10^12, and no coefficient is a product of more than two of them and a weight, so that sums
/// over any number of projects stay far within 128 bits.
public struct Expression: Sendable, Equatable {
  /// A column (index in the program) with its coefficient.
  public struct Term: Sendable, Equatable {
    public var column: Int
    public var coefficient: Int128

    public init(_ column: Int, _ coefficient: Int128) {
      self.column = column
      self.coefficient = coefficient
    }
  }

  public private(set) var terms: [Term]
  public var constant: Int128

  /// Creates an expression; terms of the same column are added up.
  public init(_ terms: [Term] = [], constant: Int128 = 0) {
    self.constant = constant
    var merged: [Term] = []
    for term in terms.sorted(by: { $0.column < $1.column }) {
      if merged.last?.column == term.column {
        merged[merged.count - 1].coefficient += term.coefficient
      } else {
        merged.append(term)
      }
    }
    self.terms = merged.filter { $0.coefficient != 0 }
  }

  /// The expression that is one column.
  public static func column(_ column: Int, times coefficient: Int = 1) -> Expression {
    Expression([Term(column, Int128(coefficient))])
  }

  /// Value at a point, which has one value per column.
  ///
  /// - Throws: ``ProofFault/overflow`` if it does not fit.
  public func value(at point: [Int]) throws(ProofFault) -> Int128 {
    var value = constant
    for term in terms {
      value = try Exact.sum(value, Exact.product(term.coefficient, Int128(point[term.column])))
    }
    return value
  }

  /// Sum of many expressions.
  public static func sum(_ expressions: some Sequence<Expression>) -> Expression {
    var terms: [Term] = []
    var constant: Int128 = 0
    for expression in expressions {
      terms += expression.terms
      constant += expression.constant
    }
    return Expression(terms, constant: constant)
  }

  public static func + (left: Expression, right: Expression) -> Expression { sum([left, right]) }

  public static func - (left: Expression, right: Expression) -> Expression { left + right * -1 }

  public static func * (expression: Expression, factor: Int) -> Expression {
    let factor = Int128(factor)
    return Expression(
      expression.terms.map { Term($0.column, $0.coefficient * factor) },
      constant: expression.constant * factor)
  }
}
