import Accounts
import LinearProgram
import Policy
import Scenario

extension RiskStudy {
  /// Solves a sample to its end; `nil` if time ran out.
  ///
  /// - Parameter known: selections of earlier samples, that of the base plan first.
  func solve(_ number: Int, near known: [[Int]]) throws(SolverFailure) -> RiskSample? {
    let sample = sampler.sample(number)
    let broken = base.map { PlanReplay($0, in: sample).broken }
    let model = PolicyModel(sample).withoutConflict
    let allotment = try solver.solve(model, startingFrom: try start(model, near: known))
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

  /// Most selections of earlier samples that a start is sought between.
  private static var neighbours: Int { 8 }

  /// A plan to start from: the best that decides, of the projects that the latest selections do not agree on, only.
  ///
  /// Few are left to decide, so that it costs little; it is often the best plan, which is then only to be proved.
  private func start(_ model: PolicyModel, near known: [[Int]]) throws(SolverFailure) -> Plan? {
    guard let first = known.first else { return nil }
    let latest = known.dropFirst().suffix(Self.neighbours)
    let agreed = first.indices.map { project in
      latest.allSatisfy { $0[project] == first[project] } ? first[project] : nil
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
