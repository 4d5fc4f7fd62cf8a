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
      Group(levers: Array(movable[$0..<min($0 + Self.groupSize, movable.count)]))
    }
    while !groups.isEmpty {
      tell(verdicts.count)
      let answers = try solver.several(groups) { solver, group throws(SolverFailure) in
        try answer(group, solver)
      }
      var parts: [Group] = []
      for (group, answer) in zip(groups, answers) {
        switch answer {
        case .all(let verdict): for lever in group.levers { verdicts[lever] = verdict }
        case .parts(let smaller): parts += smaller
        }
      }
      groups = parts
    }
    return levers.map {
      QuotaWorth(
        lever: $0, verdict: verdicts[$0] ?? .unknown, unit: $0.unit(standing.model))
    }
  }

  /// Quotas that are looked at together.
  private struct Group {
    var levers: [Lever]
    /// The first goal that they can make better, as a larger group has shown.
    var first = 0
    /// A point where that goal is better and these are raised; `nil` where none is known.
    var point: [Int]?
  }

  private enum Answer {
    /// The verdict on each of a group.
    case all(QuotaWorth.Verdict)
    /// They must be looked at in smaller groups.
    case parts([Group])
  }

  private func answer(_ group: Group, _ solver: VariantSolver) throws(SolverFailure) -> Answer {
    let levers = group.levers
    let search = GainSearch(
      standing: standing, elastic: ElasticModel(standing.model, quotas: levers), solver: solver)
    let grants = search.elastic.grants
    if levers.count == 1 { return .all(try steps(search, group)) }
    switch try search.firstGain(from: group.first, granting: grants.map(\.most)) {
    case .none: return .all(.noGain)
    case .unknown: return .all(.unknown)
    case .gain(let goal, let point):
      let raised = grants.filter { $0.notches(at: point) > 0 }.map(\.lever)
      let others = levers.filter { !raised.contains($0) }
      if raised.isEmpty || others.isEmpty {
        let half = levers.count / 2
        return .parts(
          [levers[..<half], levers[half...]].map { Group(levers: Array($0), first: goal) })
      }
      return .parts([
        Group(levers: raised, first: goal, point: point), Group(levers: others, first: goal),
      ])
    }
  }

  /// The steps of one quota: goal by goal the least amount that makes it better, of amounts that are too small for any goal before.
  private func steps(_ search: GainSearch, _ group: Group) throws(SolverFailure)
    -> QuotaWorth.Verdict
  {
    var steps: [QuotaStep] = []
    var (limit, next) = (search.elastic.grants[0].most, group.first)
    var known = group.point
    while limit > 0 {
      let outcome: GainSearch.Outcome
      if let point = known, search.isBetter(next, at: point, granting: [limit]) {
        outcome = .gain(goal: next, point: point)
      } else {
        outcome = try search.firstGain(from: next, granting: [limit])
      }
      known = nil
      switch outcome {
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
