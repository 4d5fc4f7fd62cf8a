import Answers
import Glibc
import RunDirectory
import Scenario
import ScenarioIO

/// One scenario of a batch, in a process of its own.
///
/// Whatever a scenario does to its process (a trap, a solver that aborts, memory that runs out), the batch and the other
/// scenarios go on. The worker writes its outcome to standard output, as one line, when everything else is done.
struct BatchWorker {
  let scenario: String
  /// Path of the run.
  let out: String
  let options: RunOptions
  /// Whether an earlier run is repeated even if nothing has changed.
  let isAgain: Bool

  func run() throws {
    Interruption.obeyStarter()
    // The batch speaks; whatever this process had to say is in the outcome.
    let console = Console(isQuiet: true)
    try console.write(outcome(console).json.compactText + "\n")
  }

  private func outcome(_ console: Console) -> ScenarioOutcome {
    do throws(RunStop) {
      return try solved(console)
    } catch {
      return ScenarioOutcome(exitCode: Int(error.exitStatus.rawValue), finding: error.sentence)
    }
  }

  private func solved(_ console: Console) throws(RunStop) -> ScenarioOutcome {
    var times = Timing()
    let run: ScenarioRun
    do throws(ScenarioLoadFailure) {
      // One thread for each scenario: there are others beside it.
      run = ScenarioRun(input: try LoadedInput(scenario), options: options, threads: 1)
    } catch {
      throw .input(error)
    }
    times.finish("read")
    let reservation: RunReservation<DiskLayer>
    do throws(RunFailure) {
      reservation = try RunReservation(out)
    } catch {
      throw .place(error)
    }
    // Only now, since another batch may have solved it until the lock was held.
    if !isAgain, let stored = run.unchangedOutcome(at: reservation.path) {
      var outcome = self.outcome(of: run, stored)
      outcome.isUnchanged = true
      return outcome
    }
    let done = try run.publish(to: reservation, times, console)
    return outcome(of: run, done.report.allotment)
  }

  private func outcome(of run: ScenarioRun, _ allotment: Allotment) -> ScenarioOutcome {
    var outcome = ScenarioOutcome(
      run.input.scenario, allotment, exitCode: Int(allotment.exitStatus.rawValue))
    outcome.warnings = run.input.loaded.warnings.count
    return outcome
  }
}

extension Interruption {
  /// Obeys the process that started this one instead of the terminal: a byte on standard input asks the search to come to an
  /// end, and the end of the input means that the starter is gone, with which this process ends at once.
  fileprivate static func obeyStarter() {
    for number in [SIGINT, SIGTERM] { Glibc.signal(number, SIG_IGN) }
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { _ in
        var byte: UInt8 = 0
        while true {
          let count = read(STDIN_FILENO, &byte, 1)
          if count > 0 { Interruption.request(by: SIGINT) }
          if count == 0 || count < 0 && errno != EINTR { kill(getpid(), SIGKILL) }
        }
      }, nil)
  }
}
