import Answers
import ArgumentParser
import LinearProgram
import RunDirectory
import Scenario
import Studies

/// `allocate alternatives`: other plans that are nearly as good.
struct Alternatives: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alternatives",
    abstract:
      "Find other plans, nearly as good as the best, that differ from it and from each other.",
    discussion: """
      EXAMPLES
        allocate alternatives scenarios/2018.json
        allocate alternatives scenarios/2018.json --within 1% --count 5 --apart 10
        allocate alternatives runs/2018 --within 0% --apart 1
        allocate alternatives runs/2018 --within 0% --within investment=2% --format csv --table projects

      Each plan is the best by the goals and the tie-break that differs from the best plan and from those before \
      it in at least so many projects, with no goal worse than asked. Where fewer are found than asked for, it is \
      proved that there is no further one.
      """)

  @OptionGroup var subject: CaseArgument

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Share of its best value that every goal may lose, or some (ID,ID=SHARE); may be repeated (default: 1%).",
      valueName: "share"))
  var within: [GoalShare] = []

  @Option(help: ArgumentHelp("Most plans to find.", valueName: "n"))
  var count = 5

  @Option(
    help: ArgumentHelp("Least number of projects in which any two plans differ.", valueName: "n"))
  var apart = 10

  @OptionGroup var search: SearchOptions

  @OptionGroup var output: AnswerOptions

  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    if !(1...1_000).contains(count) { throw ValidationError("--count must be from 1 to 1000.") }
    if !(1...1_000_000).contains(apart) {
      throw ValidationError("--apart must be from 1 to 1000000 projects.")
    }
    let names = within.flatMap { $0.goals.isEmpty ? [""] : $0.goals }
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      let what = twice.isEmpty ? "all goals" : "the goal \(twice)"
      throw ValidationError("--within is given twice for \(what).")
    }
    try output.validate(tables: AlternativesAnswer.tables)
  }

  func run() throws {
    let console = terminal.console
    let reservation = try output.reserve(console)
    let limits = search.limits
    let solved = try console.solvedCase(subject.subject, limits)
    let shares = try shares(of: solved.scenario, console)
    let plans = try console.study("", limits) { (solver, progress) throws(SolverFailure) in
      try solver.alternatives(to: solved.subject, within: shares, count: count, apart: apart) {
        progress.begin(
          console.language.text("备选方案 \($0)/\(count)", "alternative \($0)/\(count)"))
      }
    }
    for plan in plans?.plans ?? [] {
      if let ledger = plan.ledger { try console.requireSound(plan.allotment, ledger) }
    }
    let answer =
      plans.map {
        AlternativesAnswer($0, name: solved.name, count: count, apart: apart).answer
      } ?? AlternativesAnswer.withoutPlan(solved.subject, name: solved.name)
    try console.deliver(
      answer, output, of: [solved],
      parameters: [
        "within": .text(
          zip(solved.scenario.goals, shares).map { "\($0.id)=\($1)" }.joined(separator: " ")),
        "count": .number(count), "apart": .number(apart),
      ], to: reservation)
    if let number = Interruption.signal { Interruption.endProcess(by: number) }
    guard let plans else { throw solved.allotment.exitStatus.code }
    throw (plans.isProved ? ExitStatus.success : .notProved).code
  }

  /// Share of each goal that may be given away, in millionths.
  private func shares(of scenario: Scenario, _ console: Console) throws -> [Int] {
    let unknown = within.flatMap(\.goals).filter { id in
      !scenario.goals.contains { $0.id == id }
    }
    if !unknown.isEmpty {
      let known = scenario.goals.map(\.id).joined(separator: ", ")
      console.complain(
        console.language.text(
          "错误: --within 中没有这样的目标：\(unknown.joined(separator: "、"))；方案的目标：\(known)",
          "error: --within names no goal of the scenario: \(unknown.joined(separator: ", ")); "
            + "its goals: \(known)"))
      throw ExitStatus.usage.code
    }
    let general = within.first { $0.goals.isEmpty }?.share.millionths ?? 10_000
    return scenario.goals.map { goal in
      within.first { $0.goals.contains(goal.id) }?.share.millionths ?? general
    }
  }
}

/// A share that all goals may lose, or some: `1%`, `investment=2%`, `farmland,paddy=10%`.
struct GoalShare: ExpressibleByArgument {
  /// Ids of the goals; empty for all that are not named.
  let goals: [String]
  let share: RelativeGap

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let last = parts.last, let share = RelativeGap(argument: String(last)) else { return nil }
    goals =
      parts.count == 2
      ? parts[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init) : []
    guard !goals.contains("") else { return nil }
    self.share = share
  }
}
