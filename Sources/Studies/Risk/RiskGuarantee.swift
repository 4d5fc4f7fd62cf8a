public import Accounts
import Scenario

/// What the policy promises to a class of key projects, as a plan keeps it.
public struct RiskGuarantee: Sendable, Equatable {
  /// A promise of the policy.
  public enum Promise: Sendable, CaseIterable {
    /// L-1: municipal key projects get their land of the year in full.
    case municipalLand
    /// F-3: provincial key projects find compensation for the farmland that they occupy.
    case provincialFarmland
  }

  /// Projects that have the promise: of the level, with a need, and kept out by no rule (R-1, A-1, M-1, A-3).
  public var entitled: Int
  /// Those of them for which it is broken: L-1, left out; F-3, left out and short of compensation farmland.
  public var broken: Int

  /// Counts a promise in the accounts of a plan.
  public init(_ promise: Promise, in ledger: Ledger) {
    switch promise {
    case .municipalLand:
      let line = ledger.constraints.first { $0.subject == .municipalGuarantee }
      entitled = line?.bound ?? 0
      broken = line.map { $0.bound - $0.used } ?? 0
    case .provincialFarmland:
      (entitled, broken) = (0, 0)
      guard ledger.banks.exist else { return }
      for (project, refusal) in zip(ledger.scenario.projects, ledger.refusals())
      where project.level == .provincial && project.farmland > 0 {
        switch refusal {
        case .needsNothing, .gate: continue
        case .shortage(let shortages) where shortages.contains(where: \.isOfCompensation):
          broken += 1
        default: break
        }
        entitled += 1
      }
    }
  }
}

extension Shortage {
  fileprivate var isOfCompensation: Bool {
    if case .compensation = indicator { true } else { false }
  }
}
