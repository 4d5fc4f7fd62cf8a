public import Scenario

/// An input that two scenarios have differently.
public struct ScenarioDifference: Sendable, Equatable {
  /// What one of the scenarios has.
  public struct Side: Sendable, Equatable {
    /// The value as it is written, with its unit; for a whole row its name.
    public var text: String
    /// Where it is written; `nil` where the default holds.
    public var location: SourceLocation?
  }

  /// Path as origins have it; that of a row where only one of the scenarios has the row.
  public var path: String
  /// `nil` where the scenario has no such value and no default.
  public var old: Side?
  public var new: Side?
  /// Whether it is a whole row that one of them lacks.
  public var isRow: Bool

  /// All inputs that differ, in the order of the format, rows in the order of their names.
  ///
  /// The same amount in other units or digits is no difference, nor is a default that is written out, nor the order of
  /// rows and of lists that are sets.
  public static func between(
    _ old: EffectiveScenario, _ new: EffectiveScenario
  ) -> [ScenarioDifference] {
    var comparison = ScenarioComparison(EditTree(old), EditTree(new))
    return comparison.differences()
  }
}
