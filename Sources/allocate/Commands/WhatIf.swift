import Answers
import ArgumentParser
import LinearProgram
import Policy
import RunDirectory
import Scenario
import ScenarioIO
import Studies

/// `allocate what-if`: a scenario with some values changed, held against itself.
struct WhatIf: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "Change values of a scenario, solve it again, and say what changes and for whom.",
    discussion: """
      EXAMPLES
        allocate what-if scenarios/2018.json --set land.city_quota=+300亩
        allocate what-if scenarios/2018.json --set land.city_quota=-10% --set 'resources[energy].city_cap=+5%'
        allocate what-if runs/2018 --lock-in QHD-S-013 --keep base
        allocate what-if scenarios/2018.json --set land.city_quota=2200亩 --keep runs/approved --save less.json

      A value is set (2200亩, 90% of what it is), raised (+300亩, +10%) or lowered (-300亩, -10%); 'allocate show \
      SCENARIO --origins' lists the paths, and the shell completes them.

      Exit status as for 'allocate solve' of the changed scenario.
      """)

  @OptionGroup var subject: CaseArgument

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A value to change; may be given several times.", valueName: "path=value"),
    completion: .custom(PathCompletion.complete))
  var edits: [String] = []

  @Option(
    name: .customLong("lock-in"), parsing: .singleValue,
    help: ArgumentHelp("A project that must be supported.", valueName: "id"))
  var lockIn: [String] = []

  @Option(
    name: .customLong("lock-out"), parsing: .singleValue,
    help: ArgumentHelp("A project that must not be supported.", valueName: "id"))
  var lockOut: [String] = []

  @Option(
    help: ArgumentHelp(
      "Also find the best plan that takes nothing back of what this run, or 'base', approved; or as little as possible.",
      valueName: "run|base"))
  var keep: String?

  @Option(
    help: ArgumentHelp(
      "Write the changed scenario as a file that 'allocate solve' reads.", valueName: "file.json"),
    completion: .file(extensions: ["json"]))
  var save: String?

  @OptionGroup var search: SearchOptions

  @OptionGroup var output: AnswerOptions

  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    if edits.isEmpty, lockIn.isEmpty, lockOut.isEmpty {
      throw ValidationError("Say what to change: --set PATH=VALUE, --lock-in ID or --lock-out ID.")
    }
    try output.validate(tables: ComparisonAnswer.tables)
  }

  func run() throws {
    let console = terminal.console
    let changes = try console.edits(edits, lockIn: lockIn, lockOut: lockOut)
    let limits = search.limits
    let path = subject.subject
    let stored = console.isRun(path) ? try console.solvedCase(path, limits) : nil
    let input = try stored?.input ?? LoadedInput(path, console)
    let edited = try console.applied(changes, to: input)
    let reservation = try output.reserve(console)
    if let save { try console.save(changes, input, edited, path, to: save) }
    let base = try stored ?? console.solved(path, input, limits)
    let variant = try console.variant(
      of: base, LoadedInput(edited, copies: input.copies), changes, limits)
    let kept = try keptPlan(base, variant, limits, console)
    let result = ComparisonAnswer(
      question: "what-if", base: (base.name, base.subject),
      variants: [
        .init(
          name: variant.name, comparison: Comparison(base.subject, variant.subject),
          inputs: ScenarioDifference.between(input.loaded.effective, edited.effective), kept: kept)
      ], isKeeping: keep != nil)
    try console.deliver(
      result.answer, output, of: [base],
      parameters: [
        "set": .text(changes.map(\.text).joined(separator: "; ")),
        "keep": keep.map { .text($0) } ?? .none,
      ], to: reservation)
    if let number = Interruption.signal { Interruption.endProcess(by: number) }
    let status = variant.allotment.exitStatus
    throw (status == .success && !result.isProved ? .notProved : status).code
  }

  /// The plan of the variant that keeps what was approved, where that is wanted.
  private func keptPlan(
    _ base: SolvedCase, _ variant: SolvedCase, _ limits: SearchLimits, _ console: Console
  ) throws -> KeptPlan? {
    guard let keep else { return nil }
    let approved = keep == "base" ? base : try console.solvedCase(keep, limits)
    return try console.kept(Comparison(approved.subject, variant.subject), limits)
  }
}

extension Console {
  /// The changes that a command line asks for; says what is wrong with their form and ends the process.
  fileprivate func edits(_ texts: [String], lockIn: [String], lockOut: [String]) throws
    -> [ScenarioEdit]
  {
    var edits: [ScenarioEdit] = []
    var found: [Finding] = []
    for text in texts {
      do throws(Finding) { edits.append(try ScenarioEdit(text)) } catch { found.append(error) }
    }
    guard found.isEmpty else {
      complain(findings.text(found))
      throw ExitStatus.usage.code
    }
    return edits + lockIn.map { .lock(project: $0, .lockedIn) }
      + lockOut.map { .lock(project: $0, .lockedOut) }
  }

  /// The best plan of a changed scenario, found from that of the unchanged one; why there is none, if there is none.
  fileprivate func variant(
    of base: SolvedCase, _ input: LoadedInput, _ changes: [ScenarioEdit], _ limits: SearchLimits
  ) throws -> SolvedCase {
    let name = changes.map(\.text).joined(separator: language.text("；", "; "))
    let known = SolvedVariant(PolicyModel(base.scenario), base.allotment)
    let allotment = try study(language.text("求解变动后的方案", "solving the changed scenario"), limits) {
      solver throws(SolverFailure) in
      let model = PolicyModel(input.scenario)
      let found = try solver.solve(model, near: [known])
      return found.status == .infeasible ? try solver.solve(model) : found
    }
    return try accounted(name, input, allotment)
  }

  /// Writes the changed scenario as a file of its own: one that names the unchanged one, if that is a file.
  fileprivate func save(
    _ changes: [ScenarioEdit], _ input: LoadedInput, _ edited: LoadedScenario, _ subject: String,
    to path: String
  ) throws {
    let overlay = FilePaths.relative(subject, from: path).map {
      input.loaded.overlay(changes, over: $0, giving: edited)
    }
    let isSame = overlay.map { text in
      let files = UnwrittenFile(path: path, text: text)
      return (try? ScenarioReader.load(path: path, files: files).scenario) == edited.scenario
    }
    // Where the changes cannot be said over the file, the whole scenario is written.
    let text = isSame == true ? overlay ?? "" : edited.effective.json.prettyText
    do throws(RunFailure) {
      try SingleFile(path).replace(with: Array(text.utf8))
    } catch {
      throw report(error)
    }
    remark(language.text("已写入 \(path)", "written: \(path)"))
  }
}
