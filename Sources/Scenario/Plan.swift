/// A decision for every project: the least from which all accounts follow by rule.
///
/// How the amounts below are spread over lots, quotas and donors is not a decision but arithmetic, done by the
/// accounts; see the accounting rules in `docs/model.md`.
public struct Plan: Sendable, Equatable {
  /// Supported steps per project (0: not supported; an indivisible project has 0 or 1).
  public var steps: [Int]
  /// Stock land per project, 1/3 m².
  public var stockLand: [Int]
  /// County-level quota drawn per county by the projects of each level, 1/3 m².
  public var countyQuotaUse: [[Level: Int]]

  public init(steps: [Int], stockLand: [Int], countyQuotaUse: [[Level: Int]]) {
    self.steps = steps
    self.stockLand = stockLand
    self.countyQuotaUse = countyQuotaUse
  }

  /// Whether a project is supported.
  public func supports(_ project: Int) -> Bool { steps[project] > 0 }
}
