/// A bounded linear program in integers: columns, rows, and no idea of what they mean.
///
/// All bounds, coefficients and values are exact integers; every column has finite bounds, so that every linear
/// expression has a finite range.
public struct IntegerProgram: Sendable, Equatable {
  /// One variable.
  public struct Column: Sendable, Equatable {
    public var name: String
    public var lower: Int
    public var upper: Int
    /// Group of columns that most rows stay within, e.g. a county; `nil` for a column that belongs to none.
    ///
    /// A hint for decomposition: it never changes what the program means.
    public var block: Int?

    public init(name: String, lower: Int, upper: Int, block: Int? = nil) {
      self.name = name
      self.lower = lower
      self.upper = upper
      self.block = block
    }
  }

  /// One constraint `lower ≤ expression ≤ upper`; `nil` for no bound on that side.
  public struct Row: Sendable, Equatable {
    public var name: String
    public var terms: [Term]
    public var lower: Int?
    public var upper: Int?

    public init(name: String, terms: [Term], lower: Int?, upper: Int?) {
      self.name = name
      self.terms = terms
      self.lower = lower
      self.upper = upper
    }
  }

  /// A coefficient of a column.
  public struct Term: Sendable, Equatable {
    public var column: Int
    public var coefficient: Int

    public init(_ column: Int, _ coefficient: Int) {
      self.column = column
      self.coefficient = coefficient
    }
  }

  public private(set) var columns: [Column]
  public private(set) var rows: [Row]

  /// An empty program.
  public init() {
    columns = []
    rows = []
  }

  /// Adds a column and returns its index; `lower` must not exceed `upper`.
  public mutating func addColumn(
    _ name: String, _ bounds: ClosedRange<Int>, block: Int? = nil
  ) -> Int {
    columns.append(
      Column(name: name, lower: bounds.lowerBound, upper: bounds.upperBound, block: block))
    return columns.count - 1
  }

  /// Adds a row; the expression's constant is moved to the bounds.
  public mutating func addRow(
    _ name: String, _ expression: LinearExpression, lower: Int? = nil, upper: Int? = nil
  ) {
    rows.append(
      Row(
        name: name, terms: expression.terms, lower: lower.map { $0 - expression.constant },
        upper: upper.map { $0 - expression.constant }))
  }

  /// Replaces the bounds of a column.
  public mutating func setBounds(_ column: Int, lower: Int, upper: Int) {
    columns[column].lower = lower
    columns[column].upper = upper
  }

  /// Keeps the rows that satisfy a condition; the columns stay.
  public func keepingRows(where condition: (Row) -> Bool) -> IntegerProgram {
    var copy = self
    copy.rows = rows.filter(condition)
    return copy
  }

  /// The largest value of an expression within the bounds of its columns, whatever the rows say.
  public func largestValue(of expression: LinearExpression) -> Int {
    expression.terms.reduce(expression.constant) { sum, term in
      let column = columns[term.column]
      return sum + term.coefficient * (term.coefficient > 0 ? column.upper : column.lower)
    }
  }

  /// Whether a point keeps every bound and row, in exact arithmetic.
  public func isFeasible(_ point: [Int]) -> Bool {
    guard point.count == columns.count else { return false }
    for (column, value) in zip(columns, point)
    where value < column.lower || value > column.upper { return false }
    return rows.allSatisfy { row in
      var activity: Int128 = 0
      for term in row.terms { activity += Int128(term.coefficient) * Int128(point[term.column]) }
      return row.lower.map { activity >= Int128($0) } ?? true
        && row.upper.map { activity <= Int128($0) } ?? true
    }
  }
}

/// A linear expression with integer coefficients: terms sorted by column, no repeats, no zeros.
public struct LinearExpression: Sendable, Equatable {
  public private(set) var terms: [IntegerProgram.Term]
  public var constant: Int

  /// Creates an expression; terms of the same column are added up.
  public init(_ terms: [IntegerProgram.Term] = [], constant: Int = 0) {
    self.constant = constant
    var merged: [IntegerProgram.Term] = []
    merged.reserveCapacity(terms.count)
    for term in terms.sorted(by: { $0.column < $1.column }) {
      if let last = merged.last, last.column == term.column {
        merged[merged.count - 1].coefficient += term.coefficient
      } else {
        merged.append(term)
      }
    }
    self.terms = merged.filter { $0.coefficient != 0 }
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
      terms += expression.terms
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
    LinearExpression(
      expression.terms.map { IntegerProgram.Term($0.column, $0.coefficient * factor) },
      constant: expression.constant * factor)
  }
}
