import Accounts
public import LinearProgram
import Parallel
import Policy
public import Scenario

/// Solves samples of an uncertain scenario, and tries which selection of projects can be carried out in most of them.
///
/// What is found does not depend on the number of threads; with less time it is found for fewer samples.
public struct RiskStudy: Sendable {
  /// How far the study is, for whoever waits.
  public enum Progress: Sendable, Equatable {
    case solving(sample: Int)
    case trying(sample: Int)
    case pricing(candidate: Int)
  }

  private let scenario: Scenario
  private let sampler: ScenarioSampler
  private let base: Plan?
  private let solver: VariantSolver
  private let threads: Int

  /// Prepares a study.
  ///
  /// - Parameters:
  ///   - scenario: the scenario as it is stated, with the goals that count.
  ///   - base: its best plan; `nil` if it has none.
  ///   - threads: samples to solve at once.
  public init(
    _ scenario: Scenario, sampler: ScenarioSampler, base: Plan?, solver: VariantSolver,
    threads: Int
  ) {
    self.scenario = scenario
    self.sampler = sampler
    self.base = base
    self.solver = solver.onOneThread
    self.threads = max(1, threads)
  }

  /// Runs the study.
  ///
  /// - Parameters:
  ///   - count: samples to draw.
  ///   - most: selections to try, besides the one of the base plan.
  /// - Throws: ``SolverFailure`` if the solver is broken, or its plans do not stand up to the accounts.
  public func run(
    samples count: Int, candidates most: Int,
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) throws(SolverFailure) -> RiskResult {
    let samples = try prefix(of: count) { (number) throws(SolverFailure) in
      progress(.solving(sample: number))
      return try solve(number)
    }
    var selections = self.selections(samples)
    let selectionCount = selections.count
    selections = Array(selections.prefix(most + (base == nil ? 0 : 1)))
    let models = selections
    let trials = try prefix(of: samples.count) { (number) throws(SolverFailure) in
      progress(.trying(sample: number))
      return try tryAll(models, number, samples[number - 1].best?.steps)
    }
    var candidates: [RiskCandidate] = []
    for (place, selection) in selections.enumerated() {
      progress(.pricing(candidate: place + 1))
      candidates.append(
        RiskCandidate(
          steps: selection.steps, isBase: selection.steps == base?.steps, best: selection.best,
          holds: trials.map { $0[place] }, baseCase: try baseCase(of: selection.steps)))
    }
    return RiskResult(
      requested: count, samples: samples, selectionCount: selectionCount,
      candidates: ordered(candidates), tried: trials.count)
  }

  /// Results for the numbers from 1 on, found on several threads; without those after the first that time ran out for.
  private func prefix<Value: Sendable>(
    of count: Int, _ find: (Int) throws(SolverFailure) -> Value?
  ) throws(SolverFailure) -> [Value] {
    var found = [Result<Value, SolverFailure>?](repeating: nil, count: count)
    found.withUnsafeMutableBufferPointer { found in
      Parallel.forEach(below: min(threads, count)) { thread in
        // Numbers in turn, so that what is finished when time runs out has no large gaps.
        for place in stride(from: thread, to: count, by: threads) {
          if solver.isSpent { return }
          do throws(SolverFailure) {
            guard let value = try find(place + 1) else { return }
            found[place] = .success(value)
          } catch {
            found[place] = .failure(error)
            return
          }
        }
      }
    }
    for case .failure(let failure)? in found { throw failure }
    var values: [Value] = []
    for case .success(let value) in found.prefix(while: { $0 != nil }).compactMap(\.self) {
      values.append(value)
    }
    return values
  }

  /// Solves a sample to its end; `nil` if time ran out.
  private func solve(_ number: Int) throws(SolverFailure) -> RiskSample? {
    let sample = sampler.sample(number)
    let allotment = try solver.solve(PolicyModel(sample).withoutConflict, startingFrom: base)
    if allotment.status == .infeasible { return RiskSample(number: number, best: nil) }
    guard allotment.status == .optimal, let plan = allotment.plan else { return nil }
    let ledger = try accounts(of: plan, in: sample)
    let values = sample.goals.map(ledger.value)
    guard values == allotment.goals.map(\.value) else {
      throw SolverFailure("sample \(number): the accounts give other values of the goals")
    }
    let guarantee = ledger.constraints.first { $0.subject == .municipalGuarantee }
    return RiskSample(
      number: number,
      best: RiskSample.Best(
        steps: plan.steps, goals: values, entitled: guarantee?.bound ?? 0,
        unguaranteed: (guarantee?.bound ?? 0) - (guarantee?.used ?? 0),
        short: ShortQuota.all(in: ledger)))
  }

  /// The accounts of a plan that keeps every clause.
  private func accounts(of plan: Plan, in sample: Scenario) throws(SolverFailure) -> Ledger {
    let ledger = Ledger(scenario: sample, plan: plan)
    if let violation = ledger.violations.first {
      throw SolverFailure("a plan of a sample breaks \(violation.clause): \(violation.english)")
    }
    return ledger
  }

  /// A selection and in how many samples it is the best one's.
  private struct Selection: Sendable {
    var steps: [Int]
    var best: Int
  }

  /// The selection of the base plan, then all others that were best, the most frequent first, then the earliest.
  private func selections(_ samples: [RiskSample]) -> [Selection] {
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
    let others = selections.dropFirst(base == nil ? 0 : 1).enumerated().sorted {
      ($1.element.best, $0.offset) < ($0.element.best, $1.offset)
    }
    return selections.prefix(base == nil ? 0 : 1) + others.map(\.element)
  }

  /// Whether each selection can be carried out in a sample; `nil` if time ran out.
  private func tryAll(_ selections: [Selection], _ number: Int, _ best: [Int]?)
    throws(SolverFailure) -> [Bool]?
  {
    // Where there is no plan at all there is none with a selection.
    guard let best else { return selections.map { _ in false } }
    let sample = sampler.sample(number)
    let model = PolicyModel(sample)
    var results: [Bool] = []
    for selection in selections {
      if selection.steps == best {
        results.append(true)
        continue
      }
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
  private func baseCase(of steps: [Int]) throws(SolverFailure) -> RiskCandidate.BaseCase {
    if solver.isSpent { return .unknown }
    guard let fixed = PolicyModel(scenario).fixing(steps: steps) else { return .impossible }
    let allotment = try solver.solve(fixed)
    if allotment.status == .infeasible { return .impossible }
    guard allotment.status == .optimal, let plan = allotment.plan else { return .unknown }
    let ledger = try accounts(of: plan, in: scenario)
    return .goals(scenario.goals.map(ledger.value))
  }

  /// The candidates, the one that holds in most samples first; of equals the better one by the goals in their order.
  private func ordered(_ candidates: [RiskCandidate]) -> [RiskCandidate] {
    func key(_ candidate: RiskCandidate) -> [Int] {
      guard case .goals(let values) = candidate.baseCase else { return [-candidate.held, 1] }
      let costs = zip(scenario.goals, values).map { $0.sense == .maximize ? -$1 : $1 }
      return [-candidate.held, 0] + costs
    }
    return candidates.enumerated().map { (key: key($1) + [$0], candidate: $1) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.candidate)
  }
}
