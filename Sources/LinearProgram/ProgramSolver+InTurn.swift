/// What came of maximising objectives in turn.
public struct TurnOutcome: Sendable, Equatable {
  /// The best point found.
  public var point: [Int]
  /// How many of the objectives are proved to be at their best there, counted from the first.
  public var settled: Int

  public init(point: [Int], settled: Int) {
    self.point = point
    self.settled = settled
  }
}

extension ProgramSolver {
  /// Maximises one objective after the other, from scratch each time.
  public func maximizeInTurn(
    _ objectives: [LinearExpression], over program: IntegerProgram, from start: [Int],
    options: SolverOptions, budget: Budget
  ) throws(SolverFailure) -> TurnOutcome {
    var (program, point) = (program, start)
    for (done, objective) in objectives.enumerated() {
      if objective.value(at: point) != program.largestValue(of: objective) {
        var options = options
        options.start = point
        let outcome = try maximize(objective, over: program, options: options, budget: budget)
        guard case .optimal(let solution, _) = outcome else {
          return TurnOutcome(point: point, settled: done)
        }
        point = solution.point
      }
      program.keep(objective, at: point)
    }
    return TurnOutcome(point: point, settled: objectives.count)
  }
}

extension IntegerProgram {
  /// Leaves only points at which an expression has the value of a point: by bounds if they can say it, else by a row.
  ///
  /// - Returns: whether a row was needed.
  @discardableResult
  public mutating func keep(
    _ expression: LinearExpression, at point: [Int], name: @autoclosure () -> String? = nil
  ) -> Bool {
    let open = expression.terms.map(\.column).filter { lowerBounds[$0] < upperBounds[$0] }
    let value = expression.value(at: point)
    let isAtAnEnd =
      value == largestValue(of: expression) || -value == largestValue(of: expression * -1)
    guard open.count <= 1 || isAtAnEnd else {
      if let name = name() {
        addRow(name, expression, lower: value, upper: value)
      } else {
        addRow(expression, lower: value, upper: value)
      }
      return true
    }
    // One open column has one value left; and an end of the range takes every column at its end.
    for column in open { setBounds(column, lower: point[column], upper: point[column]) }
    return false
  }
}
