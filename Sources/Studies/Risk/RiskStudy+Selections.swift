import Accounts
import LinearProgram
import Policy
import Scenario

extension RiskStudy {
  /// Selections that were not among the candidates yet: of the base plan at first, then of the best plans, each once.
  func fresh(_ samples: [RiskSample], _ candidates: [RiskCandidate]) -> [[Int]] {
    var known = Set(candidates.map(\.steps))
    var fresh: [[Int]] = []
    for steps in [base?.steps] + samples.map(\.best?.steps) {
      if let steps, known.insert(steps).inserted { fresh.append(steps) }
    }
    return fresh
  }

  /// Selections with what they are worth in the scenario as it is stated; `nil` if time ran out.
  func priced(_ selections: [[Int]]) throws(SolverFailure) -> [RiskCandidate]? {
    let values = try solver.several(selections) { (solver, steps) throws(SolverFailure) in
      try baseCase(of: steps, solver)
    }
    var candidates: [RiskCandidate] = []
    for (steps, value) in zip(selections, values) {
      guard let value else { return nil }
      candidates.append(
        RiskCandidate(
          steps: steps, isBase: steps == base?.steps, best: 0, holds: [], baseCase: value))
    }
    return candidates
  }

  private func baseCase(of steps: [Int], _ solver: VariantSolver) throws(SolverFailure)
    -> RiskCandidate.BaseCase?
  {
    guard let fixed = PolicyModel(scenario).fixing(steps: steps) else { return .impossible }
    let allotment = try solver.solve(fixed)
    if allotment.status == .infeasible { return .impossible }
    guard allotment.status == .optimal, let plan = allotment.plan else { return nil }
    let ledger = try accounts(of: plan, in: scenario)
    return .goals(scenario.goals.map(ledger.value))
  }

  /// Tries every candidate in the samples in which it was not tried yet; false if time ran out.
  ///
  /// - Parameter before: the findings of earlier rounds, whose candidates were tried in its samples.
  func tryAll(_ findings: inout Findings, knowing before: Findings) throws(SolverFailure) -> Bool {
    let all = findings.candidates.map(\.steps)
    let (old, new) = (before.samples.count, before.candidates.count)
    let samples = all.count == new ? Array(findings.samples[old...]) : findings.samples
    let outcomes = try solver.several(samples) { (solver, sample) throws(SolverFailure) in
      try trials(sample.number <= old ? Array(all[new...]) : all, sample, solver)
    }
    for (sample, holds) in zip(samples, outcomes) {
      guard let holds else { return false }
      let places = sample.number <= old ? new..<all.count : 0..<all.count
      for (place, isHeld) in zip(places, holds) {
        findings.candidates[place].holds.append(isHeld)
      }
    }
    return true
  }

  /// Whether each selection can be carried out in a sample; `nil` if time ran out.
  private func trials(_ selections: [[Int]], _ solved: RiskSample, _ solver: VariantSolver)
    throws(SolverFailure) -> [Bool]?
  {
    // Where there is no plan at all there is none with a selection.
    guard let best = solved.best else { return selections.map { _ in false } }
    let sample = sampler.sample(solved.number)
    let model = PolicyModel(sample)
    var results: [Bool] = []
    for steps in selections {
      // The best plan of a sample stands in it.
      if steps == best.steps {
        results.append(true)
        continue
      }
      if solver.isSpent { return nil }
      guard let fixed = model.fixing(steps: steps) else {
        results.append(false)
        continue
      }
      // With the selection given, nothing but amounts is left to decide, and any will do.
      switch try solver.point(
        where: LinearExpression(), exceeds: -1, over: fixed.program, decomposes: false)
      {
      case .unknown: return nil
      case .none: results.append(false)
      case .point(let point):
        _ = try accounts(of: fixed.plan(at: point), in: sample)
        results.append(true)
      }
    }
    return results
  }
}
