import ArgumentParser
import Certificate
import LinearProgram
import Reporting
import RunDirectory
import Scenario
import ScenarioIO

/// Why a scenario did not become a run, apart from what the mathematics says.
enum RunStop: Error {
  /// The scenario cannot be used.
  case input(ScenarioLoadFailure)
  /// The run cannot be written.
  case place(RunFailure)
  /// The solver broke.
  case solver(SolverFailure)
  /// The plan differs from its own accounts; a line for each fault.
  case unsound([Phrase])
  /// The proof of the plan does not hold.
  case proof(ProofFault)

  var exitStatus: ExitStatus {
    switch self {
    case .input(let failure): failure.exitStatus
    case .place(let failure): failure.exitStatus
    case .solver, .unsound, .proof: .selfCheckFailed
    }
  }

  /// What is wrong, in a sentence; of the findings in a scenario the first, without its place.
  var sentence: Phrase {
    switch self {
    case .input(let failure):
      failure.findings.first.map { Phrase("\($0.code) \($0.message)", "\($0.code) \($0.english)") }
        ?? Phrase("方案有误", "the scenario has errors")
    case .place(let failure): failure.words
    case .solver(let failure):
      Phrase(
        "求解器故障，未发布任何结果：\(failure.message)",
        "the solver broke, nothing was published: \(failure.message)")
    case .unsound:
      Phrase(
        "方案未通过自检，未发布任何结果；请报告此问题：",
        "the plan failed the program's own check, nothing was published; please report this:")
    case .proof(let fault):
      Phrase(
        "最优性证明未通过自检，未发布任何结果；请报告此问题：\(fault)",
        "the proof failed the program's own check, nothing was published; please report this: \(fault)"
      )
    }
  }
}

extension Console {
  /// Says why there is no run, and returns the exit code to end with.
  func report(_ stop: RunStop) -> ExitCode {
    switch stop {
    case .input(let failure): complain(findings.text(failure.findings))
    case .unsound(let faults):
      complain(words("错误: ", "error: ", stop.sentence))
      for fault in faults { complain("  " + language.text(fault.chinese, fault.english)) }
    case .place, .solver, .proof: complain(words("错误: ", "error: ", stop.sentence))
    }
    return stop.exitStatus.code
  }

  /// Says why a run cannot be published or read, and returns the exit code to end with.
  func report(_ failure: RunFailure) -> ExitCode { report(RunStop.place(failure)) }

  /// Says that the solver broke, and returns the exit code to end with.
  func report(_ failure: SolverFailure) -> any Error { report(RunStop.solver(failure)) as ExitCode }

  private func words(_ chinese: String, _ english: String, _ phrase: Phrase) -> String {
    language.text(chinese + phrase.chinese, english + phrase.english)
  }
}
