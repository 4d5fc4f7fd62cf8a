public import Scenario

/// Reads scenario files: strictly, with all findings at once.
public enum ScenarioReader {
  /// Reads the scenario of a path and all the files it names; throws every error found.
  public static func load(
    path: String, files: any FileAccess = DiskFiles()
  ) throws(ScenarioLoadFailure) -> LoadedScenario {
    let context = ReadContext(access: files)
    let effective = Composer(context).compose(path: path)
    var scenario: Scenario?
    var resources: [ResourceColumns] = []
    if let effective {
      var builder = ScenarioBuilder(effective, context)
      scenario = builder.build()
      resources = builder.resourceColumns
    }
    let found = context.log.findings(in: context.files)
    guard let scenario, let effective, found.errors.isEmpty else {
      throw ScenarioLoadFailure(
        kind: context.hasUnreadableFile ? .unreadableFile : .badData,
        findings: found.errors + found.warnings)
    }
    return LoadedScenario(
      scenario: scenario, warnings: found.warnings,
      inputs: context.files.map {
        InputFile(
          path: $0.path, absolutePath: $0.absolutePath, contents: $0.raw, encoding: $0.encoding)
      }, effective: EffectiveScenario(root: effective, context: context, resources: resources))
  }
}

/// A scenario with what was found doubtful and the files it comes from.
public struct LoadedScenario: Sendable {
  public let scenario: Scenario
  public let warnings: [Finding]
  /// All files in the order of reading: the scenario, its bases, its tables.
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
