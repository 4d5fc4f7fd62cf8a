import Scenario

/// Reads scenario files: strictly, with all findings at once.
public enum ScenarioReader {
  /// Reads the scenario of a path and all the files it names; throws every error found.
  ///
  /// Long tables are read by several threads; `division` says how, and has no effect on what is read or found.
  public static func load(
    path: String, files: any FileAccess = DiskFiles(), division: RowDivision = .standard
  ) throws(ScenarioLoadFailure) -> LoadedScenario {
    let context = ReadContext(access: files, division: division)
    let result = Result { () throws(ScenarioLoadFailure) in try load(path, context) }
    context.checkRows()
    guard context.mustReadAgain else { return try result.get() }
    return try load(path, ReadContext(access: FilesReadBefore(context), division: nil))
  }

  /// Reads a scenario with edits on top of what its files say; throws every error found in the files, else every
  /// error of the edits, else what is wrong with the scenario they make.
  public static func load(
    path: String, files: any FileAccess = DiskFiles(), edits: [ScenarioEdit]
  ) throws(ScenarioLoadFailure) -> LoadedScenario {
    try load(path: path, files: files).applying(edits)
  }

  private static func load(
    _ path: String, _ context: ReadContext
  ) throws(ScenarioLoadFailure) -> LoadedScenario {
    let effective = Composer(context).compose(path: path)
    return try read(effective, context)
  }

  /// Makes a scenario of an effective object, or fails with all that the context's log holds.
  static func read(
    _ effective: EffectiveObject?, _ context: ReadContext
  ) throws(ScenarioLoadFailure) -> LoadedScenario {
    let composed = FindingLog()
    composed.append(context.log)
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
      inputs: context.files.filter(\.isRead).map {
        InputFile(
          path: $0.path, absolutePath: $0.absolutePath, contents: $0.raw, encoding: $0.encoding)
      },
      effective: EffectiveScenario(
        root: effective, context: context, resources: resources, counties: scenario.counties,
        composed: composed))
  }
}
