import Accounts
import LinearProgram
import Policy
import Scenario

extension RiskStudy {
  /// Most selections of earlier samples that a start is sought between.
  private static var neighbours: Int { 8 }

  /// Selections that the next samples are thought to be near to: that of the base plan, and the latest.
  func near(_ samples: [RiskSample]) -> [[Int]] {
    (base.map { [$0.steps] } ?? []) + samples.compactMap(\.best?.steps).suffix(Self.neighbours)
  }

  /// Solves a sample to its end; `nil` if time ran out.
  func solve(_ number: Int, near known: [[Int]], _ solver: VariantSolver) throws(SolverFailure)
    -> RiskSample?
  {
    let sample = sampler.sample(number)
    let broken = base.map { PlanReplay($0, in: sample).broken }
    let model = PolicyModel(sample).withoutConflict
    let allotment = try solver.solve(model, startingFrom: try start(model, near: known, solver))
    if allotment.status == .infeasible {
      return RiskSample(number: number, best: nil, broken: broken)
    }
    guard allotment.status == .optimal, let plan = allotment.plan else { return nil }
    let ledger = try accounts(of: plan, in: sample)
    let values = sample.goals.map(ledger.value)
    guard values == allotment.goals.map(\.value) else {
      throw SolverFailure("sample \(number): the accounts give other values of the goals")
    }
    let guarantees = RiskGuarantee.Promise.allCases.map { ($0, RiskGuarantee($0, in: ledger)) }
    return RiskSample(
      number: number,
      best: RiskSample.Best(
        steps: plan.steps, goals: values,
        guarantees: Dictionary(guarantees) { first, _ in first }, short: ShortQuota.all(in: ledger)),
      broken: broken)
  }

  /// A plan to start from: the best that decides, of the projects that the known selections do not agree on, only.
  ///
  /// Few are left to decide, so that it costs little; it is often the best plan, which is then only to be proved.
  private func start(_ model: PolicyModel, near known: [[Int]], _ solver: VariantSolver)
    throws(SolverFailure) -> Plan?
  {
    guard let first = known.first else { return nil }
    let agreed = first.indices.map { project in
      known.allSatisfy { $0[project] == first[project] } ? first[project] : nil
    }
    guard let fixed = model.fixing(steps: agreed) else { return nil }
    return try solver.solve(fixed).plan
  }

  /// The accounts of a plan that keeps every clause.
  func accounts(of plan: Plan, in sample: Scenario) throws(SolverFailure) -> Ledger {
    let ledger = Ledger(scenario: sample, plan: plan)
    if let violation = ledger.violations.first {
      throw SolverFailure("a plan of a sample breaks \(violation.clause): \(violation.english)")
    }
    return ledger
  }
}
