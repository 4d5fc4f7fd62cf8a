/// A run that was verified, and can be verified again with one file changed at little cost.
public struct RunVerification: Sendable {
  private let verifier: Verifier
  private var files: RunFiles
  private var outcome: RunOutcome

  /// Verifies the tables of a run (file name → bytes) and, where there is one, its `result.json`.
  public init(_ verifier: Verifier, tables: [String: [UInt8]], resultJSON: [UInt8]?) {
    self.verifier = verifier
    files = RunFiles(tables: tables, resultJSON: resultJSON)
    outcome = RunOutcome(verifier.parameters, files)
  }

  /// What was checked and what was found.
  public var report: VerificationReport { outcome.report(files) }

  /// The report as it would be with other bytes in one table, or without it (`nil`).
  public func report(replacing file: String, with bytes: [UInt8]?) -> VerificationReport {
    var changed = files
    changed.replace(file, with: bytes)
    guard let table = TableID.allCases.first(where: { $0.file == file }) else {
      return outcome.report(changed)
    }
    if let quick = outcome.changing(table, to: changed.sheets[table]) {
      return quick.report(changed)
    }
    return RunOutcome(verifier.parameters, changed, known: outcome, changed: table).report(changed)
  }

  /// The report as it would be with another `result.json`, or without it (`nil`).
  public func report(replacingResult bytes: [UInt8]?) -> VerificationReport {
    var changed = files
    changed.replaceResult(with: bytes)
    return RunOutcome(verifier.parameters, changed, known: outcome).report(changed)
  }
}
