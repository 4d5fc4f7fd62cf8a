public import LinearProgram
import Parallel
public import Scenario

/// Solves samples of an uncertain scenario, and tries which selection of projects can be carried out in most of them.
///
/// What is found does not depend on the number of threads; with less time it is found for fewer samples.
public struct RiskStudy: Sendable {
  /// How far the study is, for whoever waits.
  public enum Progress: Sendable, Equatable {
    case solving(sample: Int)
    case trying(sample: Int)
    case pricing(candidate: Int, of: Int)
  }

  /// The scenario as it is stated, and its best plan if it has one.
  let scenario: Scenario
  let base: Plan?
  let sampler: ScenarioSampler
  let solver: VariantSolver
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
  ///   - most: selections to try, besides the one of the base plan; `nil` for all that are best in some sample.
  /// - Throws: ``SolverFailure`` if the solver is broken, or its plans do not stand up to the accounts.
  public func run(
    samples count: Int, candidates most: Int? = nil,
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) throws(SolverFailure) -> RiskResult {
    let samples = try prefix(of: count, knowing: base.map { [$0.steps] } ?? []) {
      (number, known: inout [[Int]]) throws(SolverFailure) -> RiskSample? in
      progress(.solving(sample: number))
      let sample = try solve(number, near: known)
      if let steps = sample?.best?.steps { known.append(steps) }
      return sample
    }
    let all = selections(samples)
    let selections = most.map { Array(all.prefix($0 + (base == nil ? 0 : 1))) } ?? all
    let trials = try prefix(of: samples.count, knowing: ()) {
      (number, _: inout Void) throws(SolverFailure) -> [Bool]? in
      progress(.trying(sample: number))
      return try tryAll(selections, samples[number - 1])
    }
    let priced = try prefix(of: selections.count, knowing: ()) {
      (number, _: inout Void) throws(SolverFailure) -> RiskCandidate.BaseCase? in
      progress(.pricing(candidate: number, of: selections.count))
      return try baseCase(of: selections[number - 1].steps)
    }
    let candidates = selections.enumerated().map { place, selection in
      RiskCandidate(
        steps: selection.steps, isBase: selection.steps == base?.steps, best: selection.best,
        holds: trials.map { $0[place] }, baseCase: place < priced.count ? priced[place] : .unknown)
    }
    return RiskResult(
      requested: count, samples: samples, selectionCount: all.count,
      candidates: ordered(candidates), tried: trials.count)
  }

  /// Results for the numbers from 1 on, found on several threads; without those after the first that time ran out for.
  ///
  /// - Parameter knowledge: what every thread starts from, and learns from its own numbers alone.
  private func prefix<Value: Sendable, Knowledge>(
    of count: Int, knowing knowledge: Knowledge,
    _ find: (Int, inout Knowledge) throws(SolverFailure) -> Value?
  ) throws(SolverFailure) -> [Value] {
    var found = [Result<Value, SolverFailure>?](repeating: nil, count: count)
    found.withUnsafeMutableBufferPointer { found in
      Parallel.forEach(below: min(threads, count)) { thread in
        var knowledge = knowledge
        // Numbers in turn, so that what is finished when time runs out has no large gaps.
        for place in stride(from: thread, to: count, by: threads) {
          if solver.isSpent { return }
          do throws(SolverFailure) {
            guard let value = try find(place + 1, &knowledge) else { return }
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
}
