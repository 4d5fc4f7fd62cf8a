import Scenario

/// Rules that keep a project out before anything is divided.
public enum Gate: String, Sendable, CaseIterable {
  /// it does not conform to the plans.
  case notConforming = "not_conforming"
  /// it lacks approvals.
  case notApproved = "not_approved"
  /// M-1: its score is below the threshold.
  case belowThreshold = "below_threshold"
  /// the scenario locks it out.
  case lockedOut = "locked_out"

  /// Clause or assumption that keeps the project out.
  public var clause: String {
    switch self {
    case .notConforming: "R-1"
    case .notApproved: "A-1"
    case .belowThreshold: "M-1"
    case .lockedOut: "A-3"
    }
  }

  /// Whether this gate is closed for a project of a scenario with the given scores.
  func keepsOut(_ project: Int, of scenario: Scenario, merit: [MeritScore?]) -> Bool {
    switch self {
    case .notConforming: return !scenario.projects[project].conformsToPlans
    case .notApproved: return !scenario.projects[project].isApproved
    case .belowThreshold:
      guard let threshold = scenario.merit?.threshold, let score = merit[project] else {
        return false
      }
      return score.total < threshold
    case .lockedOut: return scenario.projects[project].lock == .lockedOut
    }
  }
}
