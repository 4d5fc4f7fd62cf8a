import ArgumentParser
import RunDirectory
import Scenario

/// When to stop searching, and with how many threads to search.
struct SearchLimits {
  var seconds: Int?
  var threads: Int?
}

/// What a run writes and says.
struct RunReport {
  /// Whether there is a plan to publish.
  var hasPlan: Bool
  /// Files of the run: `result.json` and the tables.
  var files: [RunDraft.Output]
  /// Bytes of `result.json`.
  var result: [UInt8]
  /// The screen.
  var summary: [UInt8]
}

enum TableStyle: String, CaseIterable, ExpressibleByArgument {
  case data
  case official
}

enum TableEncoding: String, CaseIterable, ExpressibleByArgument {
  case utf8
  case gb18030
}

/// The steps of a run, each by the module that can do it.
enum Pipeline {
  static func solve(_ scenario: Scenario, _ limits: SearchLimits, _ console: Console) throws
    -> Allotment
  { throw ExitStatus.selfCheckFailed.code }
  static func report(
    _ loaded: LoadedInput, _ allotment: Allotment, _ options: Solve, _ console: Console
  ) throws -> RunReport { throw ExitStatus.selfCheckFailed.code }
  static func faults(in run: StoredRun<DiskLayer>, _ console: Console) throws -> [String] { [] }
  static func model(
    _ scenario: Scenario, goal: Int, _ format: Export.Format, _ console: Console
  ) throws -> String { throw ExitStatus.selfCheckFailed.code }
}
