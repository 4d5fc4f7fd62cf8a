import LinearProgram
import Policy
import RunDirectory
import Scenario

/// A scenario on its way to a written run: searched, accounted for, checked, put in place.
struct ScenarioRun {
  let input: LoadedInput
  let options: RunOptions
  /// Threads to search with; as many as there are processors where it is left open.
  let threads: Int?

  /// What came of it.
  struct Outcome {
    let report: RunReport
    /// What the certificate leaves without a proof; `nil` where none was asked for, or there is no plan.
    let certificate: RunCertificate?
    /// Whether there is a new run; there is none without a plan, nor where none was to be written.
    var isWritten = false
    /// Path of an earlier run that could not be removed completely.
    var leftover: String?

    /// What the process says of it when it ends.
    var exitStatus: ExitStatus { report.allotment.exitStatus }
  }

  /// Solves the scenario and writes the run, if there is a plan to write.
  ///
  /// - Parameters:
  ///   - reservation: the place of the run; `nil` where nothing is to be written.
  ///   - times: the step of reading has been finished.
  ///   - console: says how far the search is.
  func publish(
    to reservation: consuming RunReservation<DiskLayer>?, _ times: consuming Timing,
    _ console: Console
  ) throws(RunStop) -> Outcome {
    let scenario = input.scenario
    var goal: Int?
    let (allotment, proofs) = try console.searched(
      scenario, options.limits(threads: threads), recordingProofs: options.certificate
    ) { step in
      if case .solving(let next) = step {
        goal = next
      } else if goal == scenario.goals.count - 1 {
        times.note("goals")
        goal = nil
      }
    }
    times.finish("solve")
    let report = try RunReport(scenario, allotment)
    times.finish("account")
    var certificate: RunCertificate?
    if options.certificate, let plan = report.allotment.plan {
      certificate = try RunCertificate(of: plan, scenario, proofs)
      times.finish("certificate")
    }
    var outcome = Outcome(report: report, certificate: certificate)
    guard let reservation = reservation.take(),
      let files = report.files(options.style, options.encoding)
    else { return outcome }
    let draft = RunDraft(
      facts: facts(report.allotment), inputs: input.copies,
      outputs: files + (certificate.map { [$0.file] } ?? []), timing: times.text)
    do throws(RunFailure) {
      outcome.leftover = try reservation.publish(draft)
      outcome.isWritten = true
    } catch {
      throw .place(error)
    }
    return outcome
  }

  /// What the manifest says of an outcome.
  func facts(_ allotment: Allotment) -> Manifest.Facts {
    Manifest.Facts(
      toolVersion: Version.number, solver: Version.solver, scenario: input.copies[0].path,
      isSampleData: input.scenario.isSampleData, status: allotment.status.rawValue,
      goals: allotment.goals.map {
        Manifest.Goal(id: $0.goal.id, value: $0.value, bound: $0.bound, isProved: $0.isProved)
      },
      parameters: options.parameters(threads: threads))
  }
}

extension Allotment {
  /// What the process says of this outcome when it ends.
  var exitStatus: ExitStatus {
    switch status {
    case .optimal: .success
    case .feasible: .notProved
    case .infeasible: .infeasible
    case .unknown: .noPlan
    }
  }
}
