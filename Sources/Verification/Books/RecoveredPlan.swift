import Scenario

/// The decisions as they can be read back from the published tables.
struct RecoveredPlan: Sendable, Equatable {
  /// Supported steps per project.
  var steps: [Int]
  /// Stock land per project, 1/3 m².
  var stock: [Int]
  /// County quota per county and level (order of `Level.allCases`), 1/3 m².
  var countyQuota: [[Int]]
}

extension Level {
  /// Place in the order 省重点, 市重点, 其他, 储备.
  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
