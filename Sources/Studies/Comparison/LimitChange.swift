public import Accounts
import Scenario

/// A quota, cap, bank or target as two scenarios have it and their plans use it.
public struct LimitChange: Sendable {
  /// The line of the base's accounts; `nil` where the base has no such limit.
  public var base: ConstraintLine?
  /// The line of the variant's accounts.
  public var variant: ConstraintLine?
  /// Whether the limits differ, whatever is used of them.
  public var hasOtherBound: Bool

  /// What a limit is called in any scenario.
  private struct Key: Hashable {
    var clause: String
    var subject: String
  }

  /// Every limit that one of the scenarios has; where a case has no plan, nothing is used.
  static func all(_ match: ScenarioMatch, _ base: Ledger, _ variant: Ledger) -> [LimitChange] {
    let (old, new) = (lines(base), lines(variant))
    return Pairing.match(
      old.map { key($0, match.base) }, new.map { key($0, match.variant) }
    ).map { pair in
      let (first, second) = (pair.base.map { old[$0] }, pair.variant.map { new[$0] })
      return LimitChange(
        base: first, variant: second, hasOtherBound: !isSame(first, second, match))
    }
  }

  private static func lines(_ ledger: Ledger) -> [ConstraintLine] {
    ledger.constraints.filter { $0.subject != .gate }
  }

  private static func isSame(
    _ first: ConstraintLine?, _ second: ConstraintLine?, _ match: ScenarioMatch
  ) -> Bool {
    guard let first, let second, first.isHard == second.isHard else { return false }
    // The same cap may be stated in another resolution.
    return Int128(first.bound) * Int128(resolution(second, match.variant))
      == Int128(second.bound) * Int128(resolution(first, match.base))
  }

  private static func resolution(_ line: ConstraintLine, _ scenario: Scenario) -> Int {
    guard case .resource(let index, _) = line.subject else { return 1 }
    return scenario.resources[index].unitsPerUnit
  }

  private static func key(_ line: ConstraintLine, _ scenario: Scenario) -> Key {
    func name(_ county: Int?) -> String { county.map { scenario.counties[$0] } ?? "" }
    let subject =
      switch line.subject {
      case .stock(let county): "stock:" + name(county)
      case .minimumDisposal(let county): "disposal:" + name(county)
      case .countyQuota(let county): "quota:" + name(county)
      case .resource(let index, let county):
        "resource:\(scenario.resources[index].id):\(scenario.resources[index].unit):" + name(county)
      case .investment, .municipalGuarantee, .cityQuota, .provincialQuota, .pool,
        .outsideRingFence, .insideRingFence, .zoneReserve, .gate:
        "\(line.subject)"
      }
    return Key(clause: line.clause, subject: subject)
  }
}
