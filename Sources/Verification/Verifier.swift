public import Scenario

/// Re-checks a written run from the scenario and the published tables alone, at zero tolerance.
///
/// It shares nothing with the search, the accounts or the tables' writer: it is a second implementation of
/// `docs/model.md` and `docs/tables.md`.
public struct Verifier: Sendable {
  let parameters: Parameters
  /// The scenario that runs are checked against.
  public var scenario: Scenario { parameters.scenario }

  /// Works out the parameters of a scenario, which must be one that the reader accepts.
  public init(scenario: Scenario) { parameters = Parameters(scenario) }

  /// Checks the tables of a run (file name → bytes) and, where there is one, its `result.json`.
  public static func verify(
    scenario: Scenario, tables: consuming [String: [UInt8]], resultJSON: consuming [UInt8]?
  ) -> VerificationReport {
    Verifier(scenario: scenario).verify(tables: tables, resultJSON: resultJSON)
  }

  /// Checks the tables of a run (file name → bytes) and, where there is one, its `result.json`.
  public func verify(
    tables: consuming [String: [UInt8]], resultJSON: consuming [UInt8]?
  ) -> VerificationReport {
    let files = RunFiles(tables: tables, resultJSON: resultJSON)
    return RunOutcome(parameters, files, keepsTables: false).report(files)
  }
}
