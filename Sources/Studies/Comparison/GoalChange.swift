public import Scenario

/// One goal, as two scenarios reach it.
public struct GoalChange: Sendable, Equatable {
  /// What is known of the difference between the best values of a goal.
  public enum Certainty: String, Sendable {
    /// Proved: there is none.
    case equal = "equal"
    /// Proved: there is one.
    case different = "different"
    /// Not all is proved, and the difference may be one of the searches, not of the scenarios.
    case unproved = "unproved"
    /// Only one scenario has the goal or a plan, or the goal means something else in the other.
    case incomparable = "incomparable"
  }

  public var id: String
  public var base: GoalOutcome?
  public var variant: GoalOutcome?
  public var certainty: Certainty

  /// Value of the variant minus that of the base, in smallest units; `nil` where they cannot be compared.
  public var difference: Int? {
    guard certainty != .incomparable, let old = base?.value, let new = variant?.value else {
      return nil
    }
    return new - old
  }

  static func all(
    _ match: ScenarioMatch, _ base: Allotment, _ variant: Allotment
  ) -> [GoalChange] {
    let (old, new) = (bestValues(base), bestValues(variant))
    return match.goals.map { pair in
      let first = pair.base.map { base.goals[$0] }
      let second = pair.variant.map { variant.goals[$0] }
      var certainty = Certainty.incomparable
      if let first, let second, let both = pair.both, first.value != nil, second.value != nil,
        match.meansSame(first.goal, second.goal)
      {
        certainty = self.certainty(old[both.base], new[both.variant])
      }
      return GoalChange(
        id: first?.goal.id ?? second?.goal.id ?? "", base: first, variant: second,
        certainty: certainty)
    }
  }

  private static func certainty(_ old: ClosedRange<Int>?, _ new: ClosedRange<Int>?) -> Certainty {
    guard let old, let new else { return .unproved }
    guard old.overlaps(new) else { return .different }
    return old.count == 1 && new.count == 1 ? .equal : .unproved
  }

  /// What is proved of the best value of each goal: between what was reached and its bound.
  ///
  /// A bound holds under the locks of the goals before it, so that it says nothing of the best plan once one of these is not proved.
  private static func bestValues(_ allotment: Allotment) -> [ClosedRange<Int>?] {
    var isFirst = true
    return allotment.goals.map { outcome in
      defer { isFirst = isFirst && outcome.isProved }
      guard isFirst, let value = outcome.value, let bound = outcome.bound else { return nil }
      return min(value, bound)...max(value, bound)
    }
  }
}
