public import Scenario

/// Why there is no scenario: all errors found, then the warnings.
public struct ScenarioLoadFailure: Error, Sendable {
  /// Which exit code the failure has.
  public enum Kind: Sendable, Equatable {
    /// A file is missing or cannot be read (exit 66).
    case unreadableFile
    /// The files were read, but their contents are wrong (exit 65).
    case badData
  }

  public let kind: Kind
  public let findings: [Finding]
}
