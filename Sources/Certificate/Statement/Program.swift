/// A bounded integer program whose columns and rows have names: what a certificate is about.
public struct Program: Sendable, Equatable {
  /// One variable.
  public struct Column: Sendable, Equatable {
    public var name: String
    public var lower: Int
    public var upper: Int
    /// Group of columns that most rows stay within (a county); `nil` for a column that stands alone.
    public var block: Int?
  }

  /// One constraint `lower ≤ expression ≤ upper`; `nil` for no bound on that side.
  public struct Row: Sendable, Equatable {
    public var name: String
    /// Without a constant.
    public var expression: Expression
    public var lower: Int128?
    public var upper: Int128?

    /// Takes the constant of the expression over into the sides.
    public init(
      _ name: String, _ expression: Expression, lower: Int128? = nil, upper: Int128? = nil
    ) {
      self.name = name
      self.expression = Expression(expression.terms)
      self.lower = lower.map { $0 - expression.constant }
      self.upper = upper.map { $0 - expression.constant }
    }
  }

  public private(set) var columns: [Column] = []
  public var rows: [Row] = []

  /// An empty program.
  public init() {}

  /// Adds a column and returns its index.
  public mutating func addColumn(
    _ name: String, _ bounds: ClosedRange<Int>, block: Int? = nil
  ) -> Int {
    columns.append(
      Column(name: name, lower: bounds.lowerBound, upper: bounds.upperBound, block: block))
    return columns.count - 1
  }

  /// Adds a row.
  public mutating func addRow(_ row: Row) { rows.append(row) }
}
