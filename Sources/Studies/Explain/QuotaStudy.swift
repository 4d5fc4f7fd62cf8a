public import LinearProgram
public import Policy
internal import Scenario

/// What more of one quota is worth.
public struct QuotaWorth: Sendable, Equatable {
  public var lever: Lever
  public var verdict: Verdict
  /// Smallest units in one notch; amounts are whole notches.
  public var unit: Int

  public enum Verdict: Sendable, Equatable {
    /// All demands together need no more than there is.
    case ample
    /// Proved: however much is granted, no goal gets better.
    case noGain
    /// The least amounts that make a goal better, ascending.
    case steps([QuotaStep])
    /// The search was stopped.
    case unknown
  }
}

/// The least amount of a quota that makes one goal better without making an earlier one worse.
public struct QuotaStep: Sendable, Equatable {
  /// The goal (index) that gets better; those before it stay as they are.
  public var goal: Int
  /// What must be granted, in smallest units.
  public var amount: Int
  /// The best plan with that much more.
  public var best: Alternative
}

/// Finds what more of each quota is worth in the integer problem, by solving; nothing rests on prices of a relaxation.
public struct QuotaStudy: Sendable {
  private let standing: StandingPlan
  /// Quotas tried at once first: if all of them together help nobody, none of them alone does.
  private static let groupSize = 8

  public init(_ standing: StandingPlan) { self.standing = standing }

  /// Answers for quotas, in their order.
  ///
  /// - Parameter tell: called with the number of quotas that are done, perhaps from several threads.
  public func worths(
    _ levers: [Lever], _ solver: VariantSolver, tell: @Sendable (Int) -> Void = { _ in }
  ) throws(SolverFailure) -> [QuotaWorth] {
    let elastic = ElasticModel(standing.model, quotas: levers)
    let movable = levers.filter { lever in elastic.grants.contains { $0.lever == lever } }
    var verdicts: [Lever: QuotaWorth.Verdict] = [:]
    for lever in levers where !movable.contains(lever) { verdicts[lever] = .ample }
    var groups = stride(from: 0, to: movable.count, by: Self.groupSize).map {
      Array(movable[$0..<min($0 + Self.groupSize, movable.count)])
    }
    while !groups.isEmpty {
      tell(verdicts.count)
      let answers = try solver.several(groups) { solver, group throws(SolverFailure) in
        try answer(group, solver)
      }
      var halves: [[Lever]] = []
      for (group, answer) in zip(groups, answers) {
        if let answer {
          for lever in group { verdicts[lever] = answer }
        } else {
          halves += [Array(group[..<(group.count / 2)]), Array(group[(group.count / 2)...])]
        }
      }
      groups = halves
    }
    return levers.map {
      QuotaWorth(
        lever: $0, verdict: verdicts[$0] ?? .unknown, unit: $0.unit(standing.model))
    }
  }

  /// The verdict on all of a group; `nil` if they must be looked at in smaller groups.
  private func answer(_ group: [Lever], _ solver: VariantSolver) throws(SolverFailure)
    -> QuotaWorth.Verdict?
  {
    let search = GainSearch(
      standing: standing, elastic: ElasticModel(standing.model, quotas: group), solver: solver)
    let limits = search.elastic.grants.map(\.most)
    if group.count == 1 { return try steps(search, limits[0]) }
    switch try search.firstGain(from: 0, granting: limits) {
    case .none: return .noGain
    case .gain: return nil
    case .unknown: return .unknown
    }
  }

  /// The steps of one quota: goal by goal the least amount that makes it better, of amounts that are too small for any goal before.
  private func steps(_ search: GainSearch, _ most: Int) throws(SolverFailure)
    -> QuotaWorth.Verdict
  {
    var steps: [QuotaStep] = []
    var (limit, next) = (most, 0)
    while limit > 0 {
      switch try search.firstGain(from: next, granting: [limit]) {
      case .none: return steps.isEmpty ? .noGain : .steps(steps.reversed())
      case .unknown: return .unknown
      case .gain(let goal, let point):
        guard
          let (notches, least) = try search.leastNotches(
            betterIn: goal, startingAt: point),
          let best = try best(search, notches, before: goal, startingAt: least)
        else { return .unknown }
        let unit = search.elastic.grants[0].unit
        steps.append(QuotaStep(goal: goal, amount: notches * unit, best: best))
        (limit, next) = (notches - 1, goal + 1)
      }
    }
    return .steps(steps.reversed())
  }

  /// The best plan with so many notches, which leave the goals before one as they are.
  private func best(
    _ search: GainSearch, _ notches: Int, before goal: Int, startingAt point: [Int]
  ) throws(SolverFailure) -> Alternative? {
    let allotment = try search.solver.solve(
      search.elastic.granted([notches]), startingAt: point,
      ceilings: GoalCeilings(of: [Array(standing.outcomes.prefix(goal))]))
    return Alternative(allotment, against: standing)
  }
}
