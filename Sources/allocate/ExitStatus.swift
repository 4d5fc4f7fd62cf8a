import ArgumentParser

/// What the process says when it ends; documented in `docs/exit-codes.md`, never renumbered.
enum ExitStatus: Int32, CaseIterable {
  /// Proved optimal and checked; for other commands: done.
  case success = 0
  /// `verify` found a fault; `compare --exit-code` found a difference.
  case faultFound = 1
  /// Proved: no plan keeps all clauses.
  case infeasible = 10
  /// A checked plan was found, but not proved optimal.
  case notProved = 11
  /// Stopped before a plan was found.
  case noPlan = 12
  /// The command line is wrong.
  case usage = 64
  /// The scenario, or the run to verify, has errors.
  case badInput = 65
  /// There is no such file, or it cannot be read.
  case noInput = 66
  /// The program's own check failed; nothing was published.
  case selfCheckFailed = 70
  /// The output cannot be created.
  case cannotCreate = 73
  /// The output cannot be written to its end.
  case cannotWrite = 74
  /// Another run is writing to the same place.
  case locked = 75

  /// The error by which the argument parser ends the process with this status and no further words.
  var code: ExitCode { ExitCode(rawValue) }
}
