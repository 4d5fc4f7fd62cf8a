public import Scenario

/// One instance of a constraint: what a clause allows, what the plan uses of it and what is left.
public struct ConstraintLine: Sendable, Equatable {
  /// What is bounded; decides unit and wording.
  public enum Subject: Sendable, Equatable {
    /// G-1, 元.
    case investment
    /// L-1, number of municipal key projects.
    case municipalGuarantee
    /// L-1, 1/3 m².
    case cityQuota
    /// L-2, stock land of a county, 1/3 m².
    case stock(county: Int)
    /// L-2, least stock land to be used, 1/3 m².
    case minimumDisposal(county: Int)
    /// L-4, 1/3 m².
    case provincialQuota
    /// L-3, 1/3 m².
    case countyQuota(county: Int)
    /// F-1, in the unit of the bank.
    case pool(Bank)
    /// F-3: what others than provincial projects may use.
    case outsideRingFence(Bank)
    /// F-3: what provincial projects may use if not the rest.
    case insideRingFence(Bank)
    /// E-2, in the resolution of the resource; of the city if `county` is nil.
    case resource(Int, county: Int?)
    /// S-1, stock land in zones that stays unused, 1/3 m².
    case zoneReserve
    /// A rule on single projects: `used` counts breaches, ``ConstraintLine/involved`` those it concerns.
    case gate
  }

  /// Direction of the bound.
  public enum Relation: String, Sendable {
    case atMost = "≤"
    case atLeast = "≥"
    case none = "="
  }

  /// Clause or assumption, e.g. `E-2`.
  public var clause: String
  public var subject: Subject
  public var relation: Relation
  /// Whether the plan must keep it; `false` for a target or a preference that is only reported against.
  public var isHard: Bool
  public var bound: Int
  public var used: Int
  /// Gates: number of projects (or relations) concerned.
  public var involved: Int

  init(
    _ clause: String, _ subject: Subject, _ relation: Relation, bound: Int, used: Int,
    isHard: Bool = true, involved: Int = 0
  ) {
    self.clause = clause
    self.subject = subject
    self.relation = relation
    self.isHard = isHard
    self.bound = bound
    self.used = used
    self.involved = involved
  }

  /// What is left; negative where the bound is broken.
  public var slack: Int {
    let difference = Int128(bound) - Int128(used)
    return Int(clamping: relation == .atLeast ? -difference : difference)
  }

  /// Whether the bound is kept.
  public var isKept: Bool { slack >= 0 }
}
