import Accounts
import LinearProgram
import Policy
import Scenario

extension RiskStudy {
  /// A selection and in how many samples it is the best one's.
  struct Selection: Sendable {
    var steps: [Int]
    var best: Int
  }

  /// The selection of the base plan, then all others that were best, the most frequent first, then the earliest.
  func selections(_ samples: [RiskSample]) -> [Selection] {
    var places: [[Int]: Int] = [:]
    var selections: [Selection] = []
    func place(of steps: [Int]) -> Int {
      if let place = places[steps] { return place }
      places[steps] = selections.count
      selections.append(Selection(steps: steps, best: 0))
      return selections.count - 1
    }
    if let base { _ = place(of: base.steps) }
    for case let best? in samples.map(\.best) { selections[place(of: best.steps)].best += 1 }
    let first = base == nil ? 0 : 1
    let others = selections.dropFirst(first).enumerated().sorted {
      ($1.element.best, $0.offset) < ($0.element.best, $1.offset)
    }
    return selections.prefix(first) + others.map(\.element)
  }

  /// Whether each selection can be carried out in a sample; `nil` if time ran out.
  func tryAll(_ selections: [Selection], _ solved: RiskSample) throws(SolverFailure) -> [Bool]? {
    // Where there is no plan at all there is none with a selection.
    guard let best = solved.best else { return selections.map { _ in false } }
    let sample = sampler.sample(solved.number)
    let model = PolicyModel(sample)
    var results: [Bool] = []
    for selection in selections {
      // The best plan of a sample stands in it.
      if selection.steps == best.steps {
        results.append(true)
        continue
      }
      if solver.isSpent { return nil }
      guard let fixed = model.fixing(steps: selection.steps) else {
        results.append(false)
        continue
      }
      switch try solver.anyPlan(fixed) {
      case .unfinished: return nil
      case .found(nil): results.append(false)
      case .found(let plan?):
        _ = try accounts(of: plan, in: sample)
        results.append(true)
      }
    }
    return results
  }

  /// What a selection is worth in the scenario as it is stated.
  func baseCase(of steps: [Int]) throws(SolverFailure) -> RiskCandidate.BaseCase? {
    guard let fixed = PolicyModel(scenario).fixing(steps: steps) else { return .impossible }
    let allotment = try solver.solve(fixed)
    if allotment.status == .infeasible { return .impossible }
    guard allotment.status == .optimal, let plan = allotment.plan else { return nil }
    let ledger = try accounts(of: plan, in: scenario)
    return .goals(scenario.goals.map(ledger.value))
  }

  /// The candidates, the one that holds in most samples first; of equals the better one by the goals in their order.
  func ordered(_ candidates: [RiskCandidate]) -> [RiskCandidate] {
    func key(_ candidate: RiskCandidate) -> [Int] {
      guard case .goals(let values) = candidate.baseCase else { return [-candidate.held, 1] }
      let costs = zip(scenario.goals, values).map { $0.sense == .maximize ? -$1 : $1 }
      return [-candidate.held, 0] + costs
    }
    return candidates.enumerated().map { (key: key($1) + [$0], candidate: $1) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.candidate)
  }
}
