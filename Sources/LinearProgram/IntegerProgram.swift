/// A bounded linear program in integers: columns, rows, and no idea of what they mean.
///
/// All bounds, coefficients and values are exact integers; every column has finite bounds, so that every linear
/// expression has a finite range. Programs of millions of columns are compact, and a copy of one shares its rows.
public struct IntegerProgram: Sendable {
  /// A coefficient of a column.
  public struct Term: Sendable, Equatable {
    public var column: Int
    public var coefficient: Int

    public init(_ column: Int, _ coefficient: Int) {
      self.column = column
      self.coefficient = coefficient
    }
  }

  /// Least value of each column.
  public private(set) var lowerBounds: [Int] = []
  /// Largest value of each column.
  public private(set) var upperBounds: [Int] = []
  /// Who names the columns and rows that came without a name.
  public var names: (any ProgramNames)?

  var blocks: [Int32] = []
  /// Names of the columns that have one of their own.
  var columnNames: [Int: String] = [:]
  /// Names of the rows that have one of their own.
  var rowNames: [Int: String] = [:]
  var store = RowStore()

  /// An empty program.
  public init() {}

  /// Adds a column and returns its index; `lower` must not exceed `upper`.
  public mutating func addColumn(
    _ name: String, _ bounds: ClosedRange<Int>, block: Int? = nil
  ) -> Int {
    columnNames[lowerBounds.count] = name
    return addColumn(bounds, block: block)
  }

  /// Adds a column that ``names`` will name, and returns its index.
  public mutating func addColumn(_ bounds: ClosedRange<Int>, block: Int? = nil) -> Int {
    lowerBounds.append(bounds.lowerBound)
    upperBounds.append(bounds.upperBound)
    blocks.append(block.map { Int32($0) } ?? Columns.noBlock)
    return lowerBounds.count - 1
  }

  /// Adds a row; the expression's constant is moved to the bounds.
  public mutating func addRow(
    _ name: String, _ expression: LinearExpression, lower: Int? = nil, upper: Int? = nil
  ) {
    rowNames[store.count] = name
    addRow(expression, lower: lower, upper: upper)
  }

  /// Adds a row that ``names`` will name; the expression's constant is moved to the bounds.
  public mutating func addRow(
    _ expression: LinearExpression, lower: Int? = nil, upper: Int? = nil
  ) {
    store.add(
      expression.terms[...], lower: lower.map { $0 - expression.constant },
      upper: upper.map { $0 - expression.constant })
  }

  /// Replaces the bounds of a column.
  public mutating func setBounds(_ column: Int, lower: Int, upper: Int) {
    lowerBounds[column] = lower
    upperBounds[column] = upper
  }

  /// Keeps every column within further bounds as well.
  public mutating func narrow(to bounds: [ClosedRange<Int>]) {
    for (column, range) in bounds.enumerated() {
      lowerBounds[column] = max(lowerBounds[column], range.lowerBound)
      upperBounds[column] = min(upperBounds[column], range.upperBound)
    }
  }

  /// Keeps the rows that satisfy a condition; the columns stay.
  public func keepingRows(where condition: (Row) -> Bool) -> IntegerProgram {
    keepingRows(rows.indices.filter { condition(rows[$0]) })
  }

  /// Keeps some rows, in ascending order; the columns stay.
  public func keepingRows(_ kept: [Int]) -> IntegerProgram {
    var copy = self
    copy.store = RowStore()
    copy.rowNames = [:]
    for index in kept {
      if !rowNames.isEmpty, let name = rowNames[index] { copy.rowNames[copy.store.count] = name }
      let row = store[index]
      copy.store.add(row.terms, lower: row.lower, upper: row.upper)
    }
    copy.names = names.map { NamesOfKeptRows($0, kept) }
    return copy
  }

  /// The largest value of an expression within the bounds of its columns, whatever the rows say.
  public func largestValue(of expression: LinearExpression) -> Int {
    expression.terms.reduce(expression.constant) { sum, term in
      let end = term.coefficient > 0 ? upperBounds[term.column] : lowerBounds[term.column]
      return sum + term.coefficient * end
    }
  }

  /// Whether a point keeps every bound and row, in exact arithmetic.
  public func isFeasible(_ point: [Int]) -> Bool {
    guard point.count == lowerBounds.count else { return false }
    for (column, value) in point.enumerated()
    where value < lowerBounds[column] || value > upperBounds[column] { return false }
    return rows.allSatisfy { row in
      var activity: Int128 = 0
      for term in row.storedTerms {
        activity += Int128(term.coefficient) * Int128(point[term.column])
      }
      return row.lower.map { activity >= Int128($0) } ?? true
        && row.upper.map { activity <= Int128($0) } ?? true
    }
  }
}

extension IntegerProgram: Equatable {
  /// Programs are equal that have equal columns and rows under the same names, wherever the names come from.
  public static func == (left: IntegerProgram, right: IntegerProgram) -> Bool {
    left.columns == right.columns && left.rows == right.rows
  }
}
