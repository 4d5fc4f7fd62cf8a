/// What a certificate has to prove: that a point of a program is the best one, goal by goal, and the only one in the end.
///
/// The points that keep all rows are compared by the first goal; of equally good ones by the second, and so on; those that are
/// equal in all goals by the tie-break, choice after choice.
public struct Statement: Sendable, Equatable {
  /// Something to be made as large, or as small, as possible.
  public struct Objective: Sendable, Equatable {
    public var name: String
    public var expression: Expression
    public var isMaximised: Bool

    public init(_ name: String, _ expression: Expression, isMaximised: Bool) {
      self.name = name
      self.expression = expression
      self.isMaximised = isMaximised
    }

    /// The expression in the sense in which more is better.
    var gain: Expression { isMaximised ? expression : expression * -1 }
  }

  /// The clauses; no goal is in it.
  public var program: Program
  public var goals: [Objective]
  /// Columns of the choice of projects, all of them 0 or 1.
  public var selection: [Int]
  public var tieBreak: [Objective]
  /// The point that is claimed to be best: one value per column.
  public var point: [Int]

  public init(
    program: Program, goals: [Objective], selection: [Int], tieBreak: [Objective], point: [Int]
  ) {
    self.program = program
    self.goals = goals
    self.selection = selection
    self.tieBreak = tieBreak
    self.point = point
  }
}

extension Program {
  /// The name of the first column or row that a point does not keep; `nil` if it keeps them all.
  func firstBroken(at point: [Int]) throws(ProofFault) -> String? {
    for (column, value) in zip(columns, point) where value < column.lower || value > column.upper {
      return column.name
    }
    for row in rows {
      let value = try row.expression.value(at: point)
      if let lower = row.lower, value < lower { return row.name }
      if let upper = row.upper, value > upper { return row.name }
    }
    return nil
  }
}
