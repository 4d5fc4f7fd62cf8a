public import Scenario

/// A scenario with what was found doubtful and the files it comes from.
public struct LoadedScenario: Sendable {
  public let scenario: Scenario
  public let warnings: [Finding]
  /// All files in the order of reading: the scenario, its bases, its tables; edits are no file.
  public let inputs: [InputFile]
  /// The merged scenario as it is written, with the place of every value.
  public let effective: EffectiveScenario
}

/// A file that took part in a scenario.
public struct InputFile: Sendable {
  /// Path as the user would type it.
  public let path: String
  public let absolutePath: String
  public let contents: FileBytes
  /// Encoding in which it was read.
  public let encoding: TextEncoding

  /// The file's bytes as they are (a copy).
  public var bytes: [UInt8] { contents.array }
}
