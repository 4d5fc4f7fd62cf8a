import Answers
import ArgumentParser
import GLPKSolver
import LinearProgram
import Policy
import Reporting
import RunDirectory
import Scenario
import Studies

/// `allocate explain`: why the plan is as it is.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Say why each project is in or out, what would change that, what more quota is worth.",
    discussion: """
      EXAMPLES
        allocate explain scenarios/2018.json
        allocate explain runs/2018 --project QHD-M-020
        allocate explain scenarios/2018.json --quota city --quota cap:energy
        allocate explain scenarios/2018.json --format csv --table left_out > left-out.csv

      Without --project and --quota: all projects and all quotas. Every claim is solved and proved; what time \
      did not suffice for is said to be unknown.
      """)

  @OptionGroup var subject: CaseArgument

  @Option(
    name: .customLong("project"), parsing: .singleValue,
    help: ArgumentHelp("Only this project (id); may be repeated.", valueName: "id"))
  var projects: [String] = []

  @Option(
    name: .customLong("quota"), parsing: .singleValue,
    help: ArgumentHelp(
      "Only this quota, e.g. city, county:抚宁区, bank:paddy, cap:energy; may be repeated.",
      valueName: "name"))
  var quotas: [String] = []

  @Option(
    name: .customLong("time-limit"),
    help: ArgumentHelp("End after this many seconds with what is answered.", valueName: "seconds"))
  var timeLimit: Int?

  @Option(help: ArgumentHelp("Search with at most this many threads.", valueName: "n"))
  var threads: Int?

  @OptionGroup var output: AnswerOptions

  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    if let timeLimit, !(0...1_000_000_000).contains(timeLimit) {
      throw ValidationError("--time-limit must be from 0 to 1000000000 seconds.")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads must be from 1 to 1024.")
    }
    try output.validate(tables: ExplainAnswer.tables)
  }

  func run() throws {
    let start = ContinuousClock.now
    let console = terminal.console
    let reservation = try output.reserve(console)
    var limits = SearchLimits(seconds: timeLimit, threads: threads)
    let solved = try console.solvedCase(subject.subject, limits)
    let question = try question(of: solved.scenario, console)
    if let timeLimit {
      limits.seconds = max(0, timeLimit - Int((ContinuousClock.now - start).components.seconds))
    }
    let answer = try answer(to: question, of: solved, limits, console)
    try console.deliver(
      answer.answer, output, of: [solved],
      parameters: ["time_limit": timeLimit.map { .number($0) } ?? .none], to: reservation)
    if let number = Interruption.signal { Interruption.endProcess(by: number) }
    let status = solved.allotment.exitStatus
    throw (status == .success && !answer.isProved ? ExitStatus.notProved : status).code
  }

  /// What is asked; names that are not known end the process, all of them listed.
  private func question(of scenario: Scenario, _ console: Console) throws -> ExplainQuestion {
    let question = ExplainQuestion(scenario, projects: projects, quotas: quotas)
    guard !question.faults.isEmpty else { return question }
    for fault in question.faults {
      console.complain(
        console.language.text("错误: \(fault.chinese)", "error: \(fault.english)"))
    }
    throw ExitStatus.usage.code
  }

  private func answer(
    to question: ExplainQuestion, of solved: SolvedCase, _ limits: SearchLimits, _ console: Console
  ) throws -> ExplainAnswer {
    guard let standing = StandingPlan(solved.scenario, solved.allotment) else {
      return ExplainAnswer(unproved: solved.allotment, question, ledger: solved.ledger)
    }
    let progress = ProgressLine(console)
    defer { progress.end() }
    let solver = VariantSolver(
      solver: GLPKSolver(), options: limits.options, budget: limits.budget(progress))
    do throws(SolverFailure) {
      let (projects, levers) = (question.projects, question.levers)
      let explanation = try ExplainStudy(standing, solver: solver).run(
        projects: projects, quotas: levers
      ) { stage, done in
        switch stage {
        case .projects:
          progress.begin(
            console.language.text("项目 \(done + 1)", "project \(done + 1)"))
        case .quotas:
          progress.begin(
            console.language.text(
              "指标 \(done)/\(levers.count)", "quota \(done)/\(levers.count)"))
        }
      }
      return ExplainAnswer(standing, question, explanation)
    } catch {
      throw console.report(error)
    }
  }
}
