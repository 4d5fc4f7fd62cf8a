public import LinearProgram
import Policy
public import Scenario

/// Solves samples of an uncertain scenario, and tries which selection of projects can be carried out in most of them.
///
/// What is found does not depend on the number of threads. The samples are worked off in rounds, from the first; a round that time
/// runs out in does not count, so that what is left is what would have been found for fewer samples.
public struct RiskStudy: Sendable {
  /// How far the study is, for whoever waits.
  public enum Progress: Sendable, Equatable {
    case solving(sample: Int)
    /// Trying selections in the samples so far.
    case trying(samples: Int)
  }

  /// The scenario as it is stated, and its best plan if it has one.
  let scenario: Scenario
  let base: Plan?
  let sampler: ScenarioSampler
  let solver: VariantSolver

  /// Prepares a study.
  ///
  /// - Parameters:
  ///   - scenario: the scenario as it is stated, with the goals that count.
  ///   - base: its best plan; `nil` if it has none.
  ///   - solver: solves as many samples at once as it has threads.
  public init(
    _ scenario: Scenario, sampler: ScenarioSampler, base: Plan?, solver: VariantSolver
  ) {
    self.scenario = scenario
    self.sampler = sampler
    self.base = base
    self.solver = solver
  }

  /// What is found out about the first samples.
  struct Findings {
    var samples: [RiskSample] = []
    /// In the order in which they came up, that of the base plan first; each tried in all samples.
    var candidates: [RiskCandidate] = []
  }

  /// Runs the study.
  ///
  /// - Parameter count: samples to draw.
  /// - Throws: ``SolverFailure`` if the solver is broken, or its plans do not stand up to the accounts.
  public func run(
    samples count: Int, progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) throws(SolverFailure) -> RiskResult {
    var findings = Findings()
    // The first rounds are short, so that little time leaves something, too.
    var size = solver.options.threads
    while findings.samples.count < count {
      let first = findings.samples.count + 1
      let numbers = Array(first...min(count, first + size - 1))
      guard let next = try round(numbers, after: findings, progress) else { break }
      findings = next
      size = min(2 * size, 4 * solver.options.threads)
    }
    return RiskResult(
      requested: count, samples: findings.samples, candidates: ordered(findings.candidates))
  }

  /// Solves further samples and tries all selections in them, and those that come up in the samples before; `nil` if time ran out.
  private func round(
    _ numbers: [Int], after before: Findings, _ progress: @escaping @Sendable (Progress) -> Void
  ) throws(SolverFailure) -> Findings? {
    let known = near(before.samples)
    let solved = try solver.several(numbers) { (solver, number) throws(SolverFailure) in
      progress(.solving(sample: number))
      return solver.isSpent ? nil : try solve(number, near: known, solver)
    }
    var next = before
    for sample in solved {
      guard let sample else { return nil }
      next.samples.append(sample)
    }
    progress(.trying(samples: next.samples.count))
    let fresh = fresh(solved.compactMap(\.self), next.candidates)
    guard let priced = try priced(fresh) else { return nil }
    next.candidates += priced
    guard try tryAll(&next, knowing: before) else { return nil }
    for sample in solved {
      guard let steps = sample?.best?.steps else { continue }
      for place in next.candidates.indices where next.candidates[place].steps == steps {
        next.candidates[place].best += 1
      }
    }
    return next
  }

  /// The candidates, the one that holds in most samples first; of equals the better one by the goals in their order.
  private func ordered(_ candidates: [RiskCandidate]) -> [RiskCandidate] {
    func key(_ place: Int, _ candidate: RiskCandidate) -> [Int] {
      let isOther = candidate.isBase ? 0 : 1
      guard case .goals(let values) = candidate.baseCase else {
        return [-candidate.held, 1, isOther, -candidate.best, place]
      }
      let costs = zip(scenario.goals, values).map { $0.sense == .maximize ? -$1 : $1 }
      return [-candidate.held, 0] + costs + [isOther, -candidate.best, place]
    }
    return candidates.enumerated().map { (key: key($0, $1), candidate: $1) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.candidate)
  }
}
