public import LinearProgram
public import Policy
public import Scenario

extension VariantSolver {
  /// The best plan of a scenario, found with what is known of similar ones; why there is none is not looked for.
  ///
  /// A relative whose plans include all plans of this scenario is called looser. What the relatives prove beforehand:
  ///
  /// - If a looser one has no plan, this one has none.
  /// - If the best plan of a looser one is a plan of this one, too, it is its best: no plan of this scenario comes before it in the
  ///   order of goals and tie-break, as none of the larger set does. Nothing is searched.
  /// - Else the goals of a looser one are ceilings (``GoalCeilings``): a goal at its ceiling is proved without a search.
  ///
  /// The best of the relatives' plans that are plans of this one is where the search starts. The outcome does not depend on the relatives.
  ///
  /// - Throws: ``SolverFailure`` if the solver is broken.
  public func solve(_ model: PolicyModel, near relatives: [SolvedVariant]) throws(SolverFailure)
    -> Allotment
  {
    let looser = relatives.filter { model.allowsNoMore(than: $0.model) }
    for relative in looser {
      if let known = VariantSolver.inherited(model, from: relative) { return known }
    }
    return try AllotmentSearch(
      model, solver: solver, options: options, budget: budget,
      startingFrom: VariantSolver.bestStart(model, relatives),
      ceilings: GoalCeilings(of: looser.map(\.allotment.goals)), explainsConflict: false
    ).run()
  }

  /// The outcome that follows from that of a looser scenario alone; `nil` if none does.
  private static func inherited(_ model: PolicyModel, from looser: SolvedVariant) -> Allotment? {
    let known = looser.allotment
    switch known.status {
    case .infeasible:
      return Allotment(
        status: .infeasible,
        goals: model.scenario.goals.map { GoalOutcome(goal: $0, value: nil, bound: nil) })
    case .optimal:
      guard let plan = known.plan, let point = model.feasiblePoint(of: plan),
        model.values(at: point) == known.goals.compactMap(\.value)
      else { return nil }
      return known
    case .feasible, .unknown: return nil
    }
  }

  /// The best plan that is legal here; of equally good ones the first.
  private static func bestStart(_ model: PolicyModel, _ relatives: [SolvedVariant]) -> Plan? {
    var best: (plan: Plan, key: [Int])?
    for plan in relatives.compactMap(\.allotment.plan) {
      guard let point = model.feasiblePoint(of: plan) else { continue }
      let key = zip(model.scenario.goals, model.values(at: point))
        .map { $0.sense == .maximize ? $1 : -$1 }
      if let best, !best.key.lexicographicallyPrecedes(key) { continue }
      best = (plan, key)
    }
    return best?.plan
  }
}
