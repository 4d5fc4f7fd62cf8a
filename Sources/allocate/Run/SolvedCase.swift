import Accounts
import ArgumentParser
import LinearProgram
import RunDirectory
import Scenario
import ScenarioIO
import Studies
import Verification

/// A scenario with its best plan: solved now, or read from a run that was solved earlier.
struct SolvedCase {
  /// What the command line called it.
  let name: String
  let input: LoadedInput
  /// The outcome, with the values of its goals as accounted.
  let allotment: Allotment
  /// Accounts of the plan; `nil` where there is none.
  let ledger: Ledger?

  var scenario: Scenario { input.scenario }

  /// The same for the studies, which need no files.
  var subject: AccountedCase { AccountedCase(scenario, allotment, ledger) }
}

/// The scenario or run that a question is about.
struct CaseArgument: ParsableArguments {
  @Argument(
    help: "Scenario file (JSON), '-' for standard input, or the directory of a written run.",
    completion: .file(extensions: ["json"]))
  var subject: String
}

extension Console {
  /// A scenario solved now, or a run read from its directory; ends the process where neither can be had.
  ///
  /// - Parameter start: a plan to start from, given the scenario.
  func solvedCase(
    _ path: String, _ limits: SearchLimits, startingFrom start: (Scenario) -> Plan? = { _ in nil }
  ) throws -> SolvedCase {
    if isRun(path) { return try storedCase(path) }
    let input = try LoadedInput(path, self)
    return try solved(path, input, limits, startingFrom: start(input.scenario))
  }

  /// Solves a scenario and accounts for its plan; what is infeasible or unfinished is an outcome.
  func solved(
    _ name: String, _ input: LoadedInput, _ limits: SearchLimits, startingFrom plan: Plan? = nil
  ) throws -> SolvedCase {
    let (allotment, _) = try search(
      input.scenario, limits, recordingProofs: false, startingFrom: plan)
    return try accounted(name, input, allotment)
  }

  /// Accounts for a plan and checks it; a plan that fails ends the process.
  func accounted(
    _ name: String, _ input: LoadedInput, _ allotment: Allotment
  ) throws -> SolvedCase {
    guard let plan = allotment.plan else {
      return SolvedCase(name: name, input: input, allotment: allotment, ledger: nil)
    }
    let ledger = Ledger(scenario: input.scenario, plan: plan)
    let accounted = allotment.accounted(by: ledger)
    try requireSound(accounted, ledger)
    return SolvedCase(name: name, input: input, allotment: accounted, ledger: ledger)
  }

  /// Whether a path is that of a directory, which then should be a run.
  func isRun(_ path: String) -> Bool {
    path != "-" && (try? DiskLayer().kind(of: path)) == .directory
  }

  /// The plan of a run that stands as it was written: every file is held against the manifest, and every clause checked.
  private func storedCase(_ path: String) throws -> SolvedCase {
    do {
      let run = try StoredRun(path)
      try requirePlan(run, named: path)
      guard run.manifest.facts.toolVersion == Version.number else {
        complain(
          language.text(
            "错误: \(path) 由版本 \(run.manifest.facts.toolVersion) 写出，本程序为 \(Version.number)；请重新求解",
            "error: \(path) was written by version \(run.manifest.facts.toolVersion), "
              + "this is \(Version.number); solve it again"))
        throw ExitStatus.badInput.code
      }
      return try storedCase(path, run)
    } catch let failure as RunFailure {
      throw report(failure)
    }
  }

  /// Ends the process where a directory holds the answer of a question.
  func requirePlan(_ run: StoredRun<DiskLayer>, named path: String) throws {
    guard case .text(let question)? = run.manifest.facts.parameters["question"] else { return }
    let command = question == "pareto" ? "sweep --pareto" : question
    complain(
      language.text(
        "错误: \(path) 是 allocate \(command) 的答复，不是方案；请给出 allocate solve 写的目录",
        "error: \(path) is an answer of 'allocate \(command)', not a plan; "
          + "name a directory written by 'allocate solve'"))
    throw ExitStatus.badInput.code
  }

  private func storedCase(_ path: String, _ run: StoredRun<DiskLayer>) throws -> SolvedCase {
    let (verifier, _) = try verified(run, named: path, isResult: false)
    let input = try LoadedInput(run)
    guard let bytes = try? run.bytes(of: "result.json"),
      let stored = StoredAllotment(bytes, verifier.scenario)
    else { throw report(RunFailure.badManifest(path: path)) }
    return try accounted(path, input, stored.allotment)
  }
}
