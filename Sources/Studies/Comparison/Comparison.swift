import Accounts
import Scenario

/// Two solved scenarios side by side: what differs, who gains and who loses, and what the difference amounts to.
///
/// Nothing is solved here: everything follows from the two outcomes and their accounts.
public struct Comparison: Sendable {
  public let base: AccountedCase
  public let variant: AccountedCase
  public let match: ScenarioMatch
  public let verdict: Verdict
  /// Goals of the base in its order, then the variant's own.
  public let goals: [GoalChange]
  /// Every project in the order of ids; empty unless both have a plan.
  public let projects: [ProjectChange]
  public let counties: [CountyChange]
  public let limits: [LimitChange]
  /// Which way the inputs moved.
  public let shift: InputShift

  public init(_ base: AccountedCase, _ variant: AccountedCase) {
    let match = ScenarioMatch(base.scenario, variant.scenario)
    self.base = base
    self.variant = variant
    self.match = match
    goals = GoalChange.all(match, base.allotment, variant.allotment)
    counties = CountyChange.all(match, base.ledger, variant.ledger)
    let (first, second) = (Self.ledgerOrBlank(base), Self.ledgerOrBlank(variant))
    limits = LimitChange.all(match, first, second)
    shift = InputShift(match, first, second)
    if let old = base.ledger, let new = variant.ledger {
      projects = ProjectChange.all(match, old, new)
      verdict = Self.verdict(match, old, new, goals)
    } else {
      projects = []
      verdict = .noPlan(base: base.allotment.status, variant: variant.allotment.status)
    }
  }

  /// Projects that gain or lose.
  public var changes: [ProjectChange] { projects.filter { $0.kind != .same } }

  /// Whether a goal or any decision differs; what lies within a gap is not called a difference.
  public var hasDifferences: Bool {
    switch verdict {
    case .samePlan: goals.contains { $0.difference != 0 }
    case .tie, .equalGoals, .different, .otherGoals: true
    case .withinGap: goals.contains { $0.certainty == .different }
    case .noPlan(let old, let new):
      [old, new].count { $0 == .infeasible } == 1 && old != .unknown
        && new != .unknown
    }
  }

  /// Whether every outcome is proved: the best plan, or that there is none.
  public var isProved: Bool {
    [base, variant].allSatisfy { [.optimal, .infeasible].contains($0.allotment.status) }
  }

  /// Projects that were in and are out, though no input got tighter.
  public var droppedInSpiteOfMore: [ProjectChange] {
    shift.isOnlyLooser ? projects.filter { $0.kind == .leaves } : []
  }

  /// Accounts of a case, for its limits; of no use at all where it has no plan.
  private static func ledgerOrBlank(_ subject: AccountedCase) -> Ledger {
    let scenario = subject.scenario
    return subject.ledger
      ?? Ledger(
        scenario: scenario,
        plan: Plan(
          steps: scenario.projects.map { _ in 0 }, stockLand: scenario.projects.map { _ in 0 },
          countyQuotaUse: scenario.counties.map { _ in [:] }))
  }

  private static func verdict(
    _ match: ScenarioMatch, _ base: Ledger, _ variant: Ledger, _ goals: [GoalChange]
  ) -> Verdict {
    let moved = match.plan(base.plan).map { Ledger(scenario: match.variant, plan: $0) }
    if moved?.plan == variant.plan { return .samePlan }
    let back = match.reversed.plan(variant.plan).map { Ledger(scenario: match.base, plan: $0) }
    let stands = moved.map { isWorthTheSame($0, as: variant) } ?? false
    let stood = back.map { isWorthTheSame($0, as: base) } ?? false
    if stands || stood { return .tie(inBase: stood, inVariant: stands) }
    guard match.haveSameGoals else { return .otherGoals }
    for goal in goals where goal.certainty != .equal {
      return goal.certainty == .different
        ? .different(goal: goal.id) : .withinGap(goal: goal.id)
    }
    return .equalGoals
  }

  /// Whether a plan keeps every clause and reaches the same value at every goal as another of the same scenario.
  private static func isWorthTheSame(_ plan: Ledger, as other: Ledger) -> Bool {
    plan.violations.isEmpty
      && other.scenario.goals.allSatisfy { plan.value(of: $0) == other.value(of: $0) }
  }
}
