import Accounts
import Answers
import ArgumentParser
import GLPKSolver
import LinearProgram
import RunDirectory
import Scenario
import ScenarioIO
import Studies

/// `allocate compare`: plans side by side.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract:
      "Hold one or more scenarios or runs against a base: inputs, goals, who gains, who loses.",
    discussion: """
      EXAMPLES
        allocate compare scenarios/2018.json scenarios/2018-more-land.json
        allocate compare runs/2018 my-plan.json other-plan.json --keep
        allocate compare runs/last-week runs/today --exit-code --quiet
        allocate compare runs/2018 my-plan.json --format csv --table projects > projects.csv

      The first is the base, A. Projects, resources and goals are matched by id, counties by name. A difference \
      is called a tie where one plan would do as well in the other scenario, and is not called real where it \
      lies within what is not proved.

      Exit status 0, also where something differs; with --exit-code 1 where something differs; 11 where not \
      everything is proved.
      """)

  @Argument(
    help: ArgumentHelp(
      "Scenario files (JSON; '-' for standard input) or directories of written runs; the first is the base.",
      valueName: "case"),
    completion: .file(extensions: ["json"]))
  var cases: [String]

  @Flag(
    help: """
      Also solve each of the others keeping what the base approved (least change first where that is \
      impossible), and show what that costs per goal.
      """)
  var keep = false

  @Flag(
    name: .customLong("exit-code"), help: "Exit with 1 if anything differs, with 0 if nothing does."
  )
  var exitCode = false

  @OptionGroup var search: SearchOptions

  @OptionGroup var output: AnswerOptions

  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    if cases.count < 2 {
      throw ValidationError("Name at least two scenarios or runs; the first is the base.")
    }
    if cases.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input can be read once only.")
    }
    try output.validate(tables: ComparisonAnswer.tables)
  }

  func run() throws {
    let console = terminal.console
    let reservation = try output.reserve(console)
    let limits = search.limits
    let base = try console.solvedCase(cases[0], limits)
    let others = try cases.dropFirst().map { path in
      try console.solvedCase(path, limits) { scenario in
        base.ledger.flatMap { ScenarioMatch(base.scenario, scenario).plan($0.plan) }
      }
    }
    let variants = try others.map { try console.variant($0, against: base, keep: keep, limits) }
    let result = ComparisonAnswer(
      question: "compare", base: (base.name, base.subject), variants: variants,
      isKeeping: keep)
    try console.deliver(
      result.answer, output, of: [base] + others,
      parameters: keep ? ["keep": .text("yes")] : [:], to: reservation)
    if let number = Interruption.signal { Interruption.endProcess(by: number) }
    throw status(of: result).code
  }

  private func status(of result: ComparisonAnswer) -> ExitStatus {
    if exitCode, result.hasDifferences { return .faultFound }
    return result.isProved ? .success : .notProved
  }
}

extension Console {
  /// A case held against another, with the plan that keeps what the other approved if that is wanted.
  func variant(
    _ subject: SolvedCase, against base: SolvedCase, keep: Bool, _ limits: SearchLimits
  ) throws -> ComparisonAnswer.Variant {
    let comparison = Comparison(base.subject, subject.subject)
    return ComparisonAnswer.Variant(
      name: subject.name, comparison: comparison,
      inputs: ScenarioDifference.between(
        base.input.loaded.effective, subject.input.loaded.effective),
      kept: keep ? try kept(comparison, limits) : nil)
  }

  /// The plan that takes back as little as possible of what the base approved, checked as any other.
  func kept(_ comparison: Comparison, _ limits: SearchLimits) throws -> KeptPlan? {
    let kept = try study(language.text("保留已支持项目", "keeping what was approved"), limits) {
      solver throws(SolverFailure) in try solver.keep(comparison)
    }
    if let kept, let ledger = kept.subject.ledger {
      try requireSound(kept.subject.allotment, ledger)
    }
    return kept
  }
}
