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

  /// Whether this gate is closed for a project with the given score.
  func keepsOut(_ project: Project, score: MeritScore?, rule: MeritRule?) -> Bool {
    switch self {
    case .notConforming: return !project.conformsToPlans
    case .notApproved: return !project.isApproved
    case .belowThreshold:
      guard let score, let threshold = rule?.threshold else { return false }
      return score.total < threshold
    case .lockedOut: return project.lock == .lockedOut
    }
  }
}
