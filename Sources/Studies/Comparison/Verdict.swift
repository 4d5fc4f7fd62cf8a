public import Scenario

/// What a difference of two plans amounts to.
public enum Verdict: Sendable, Equatable {
  /// There is none: every decision is the same.
  case samePlan
  /// One plan is a plan of the other scenario, too, and is worth the same there at every goal: only the tie-break decides.
  ///
  /// `inVariant`: the base's plan stands in the variant; `inBase`: the variant's plan stands in the base.
  case tie(inBase: Bool, inVariant: Bool)
  /// Every goal is proved to have the same value, but neither plan is one of the other scenario.
  case equalGoals
  /// Proved: the best plans differ at this goal (id), and at none before it.
  case different(goal: String)
  /// At this goal (id) the difference lies within what is not proved: it may be one of the searches, not of the scenarios.
  case withinGap(goal: String)
  /// The scenarios do not ask for the same goals in the same order.
  case otherGoals
  /// At least one of the two has no plan.
  case noPlan(base: Allotment.Status, variant: Allotment.Status)
}
