public import Accounts
import Scenario

/// What another scenario makes of one project.
public struct ProjectChange: Sendable, Equatable {
  /// Direction of a change.
  public enum Kind: String, Sendable, CaseIterable {
    /// Supported in the variant only.
    case enters = "in"
    /// Supported in the base only.
    case leaves = "out"
    /// A larger share of it is supported.
    case more = "more"
    /// A smaller share of it is supported.
    case less = "less"
    /// The same share of it is supported, or none.
    case same = "same"

    /// Whether the project loses.
    public var isLoss: Bool { self == .leaves || self == .less }
  }

  /// Why a project loses.
  public enum Loss: Sendable, Equatable {
    /// The variant does not have the project.
    case absent
    /// What keeps it from what it had, with everything else of the variant's plan kept as it is.
    case refused(Refusal)
  }

  public var id: String
  /// Index in the base and in the variant.
  public var place: Pairing
  public var kind: Kind
  /// Why it loses; `nil` where it does not.
  public var loss: Loss?
}

extension ProjectChange {
  /// Every project of two plans, in the order of ids.
  static func all(_ match: ScenarioMatch, _ base: Ledger, _ variant: Ledger) -> [ProjectChange] {
    let refusals = variant.refusals()
    return match.projects.map { pair in
      let kind = kind(pair, match, base, variant)
      let loss = kind.isLoss ? loss(pair, match, base, variant, refusals) : nil
      let id =
        pair.base.map { match.base.projects[$0].id }
        ?? pair.variant.map { match.variant.projects[$0].id } ?? ""
      return ProjectChange(id: id, place: pair, kind: kind, loss: loss)
    }
  }

  private static func loss(
    _ pair: Pairing, _ match: ScenarioMatch, _ base: Ledger, _ variant: Ledger,
    _ refusals: [Refusal?]
  ) -> Loss {
    guard let both = pair.both else { return .absent }
    let steps = match.steps(base.plan.steps[both.base], of: both)
    return .refused(refusals[both.variant] ?? variant.refusal(of: both.variant, upTo: steps))
  }

  private static func kind(
    _ pair: Pairing, _ match: ScenarioMatch, _ base: Ledger, _ variant: Ledger
  ) -> Kind {
    let old = pair.base.map { base.plan.steps[$0] } ?? 0
    let new = pair.variant.map { variant.plan.steps[$0] } ?? 0
    guard let both = pair.both, old > 0, new > 0 else {
      return old > 0 ? .leaves : new > 0 ? .enters : .same
    }
    let before = old * match.variant.projects[both.variant].steps
    let after = new * match.base.projects[both.base].steps
    return after > before ? .more : after < before ? .less : .same
  }
}
