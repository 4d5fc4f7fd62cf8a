public import Certificate
public import Scenario

extension Verifier {
  /// What a certificate has to prove of a plan: the integer program of `docs/model.md`, its goals and its tie-break, and the point of
  /// the program that the plan stands for.
  public func statement(of plan: Plan) -> Statement {
    statement(of: Books(parameters, plan: RecoveredPlan(plan)))
  }

  func statement(of books: Books) -> Statement {
    let columns = ModelColumns(parameters)
    return Statement(
      program: ModelRows(columns).program,
      goals: parameters.scenario.goals.map { columns.objective(of: $0) },
      selection: columns.support.compactMap { $0 }, tieBreak: columns.tieBreak,
      point: columns.point(of: books))
  }
}

extension RecoveredPlan {
  /// A plan as it was found.
  init(_ plan: Plan) {
    steps = plan.steps
    stock = plan.stockLand
    countyQuota = plan.countyQuotaUse.map { use in Level.allCases.map { use[$0] ?? 0 } }
  }
}
