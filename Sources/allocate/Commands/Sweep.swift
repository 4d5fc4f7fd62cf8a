import Answers
import ArgumentParser
import LinearProgram
import Reporting
import RunDirectory
import Scenario
import Studies

/// `allocate sweep`: one input or several varied step by step, or two goals against each other.
struct Sweep: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract:
      "Vary inputs step by step, or trade two goals against each other; every point proved.",
    discussion: """
      EXAMPLES
        allocate sweep scenarios/2018.json --over land.city_quota=80%..120%/5%
        allocate sweep scenarios/2018.json --over land.city_quota=2400..2600/20 --refine --plot city.svg
        allocate sweep scenarios/2018.json --over land.city_quota=80%..120%/10% \\
          --over 'resources[energy].city_cap=80%..120%/10%' --out answers/grid
        allocate sweep scenarios/2018.json --pareto investment,merit --plot front.svg

      Every point is solved to the proved optimum, as 'allocate solve' would solve the edited scenario. --refine \
      halves the gap wherever a project comes in or goes out, down to the last decimal place that the input or \
      the range is written with.

      Exit status 0 if every point is proved, 11 if not.
      """)

  @OptionGroup var input: ScenarioArgument

  @Option(
    name: .customLong("over"), parsing: .singleValue,
    help: ArgumentHelp(
      "What to vary: PATH=FROM..TO/STEP or PATH=A,B,C; several make a grid.",
      valueName: "path=range"),
    completion: .custom(PathCompletion.complete))
  var over: [String] = []

  @Flag(help: "With one --over: find the exact values at which projects come in or go out.")
  var refine = false

  @Option(
    help: ArgumentHelp(
      "Two goals, by id or place in the order: every plan in which neither can be better without the other being worse.",
      valueName: "goal,goal"))
  var pareto: String?

  @Flag(
    inversion: .prefixedNo,
    help: "With --pareto: keep the goals that stand before both at their best.")
  var lockEarlier = true

  @Option(
    help: ArgumentHelp("Also draw it, into this SVG file.", valueName: "file.svg"),
    completion: .file(extensions: ["svg"]))
  var plot: String?

  @OptionGroup var search: SearchOptions

  @OptionGroup var output: AnswerOptions

  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    if over.isEmpty == (pareto == nil) {
      throw ValidationError("Say what to vary with --over, or name two goals with --pareto.")
    }
    if refine, over.count != 1 { throw ValidationError("--refine needs exactly one --over.") }
    if let pareto, pareto.split(separator: ",").count != 2 {
      throw ValidationError("--pareto names two goals: --pareto investment,merit.")
    }
    if plot != nil, over.count > SweepAnswer.plottedAxes {
      throw ValidationError("A plot has room for one or two --over.")
    }
    try output.validate(tables: pareto == nil ? SweepAnswer.tables : FrontAnswer.tables)
  }

  func run() throws {
    let console = terminal.console
    if let pareto { return try trade(pareto.split(separator: ",").map(String.init), console) }
    let range = try SweepRange(LoadedInput(input.scenario, console), over, console)
    let reservation = try output.reserve(console)
    let limits = search.limits
    let base = try console.solved(input.scenario, range.input, limits)
    let result = try console.sweep(range, around: base, refine: refine, limits)
    var parameters: [String: Manifest.Parameter] = ["over": .text(over.joined(separator: "; "))]
    if refine { parameters["refine"] = .text("yes") }
    try deliver(
      result.answer, result.plot, of: base, parameters, to: reservation, result.isProved, console)
  }

  /// Trades two goals against each other.
  private func trade(_ names: [String], _ console: Console) throws {
    let loaded = try LoadedInput(input.scenario, console)
    let goals = try names.map { name in
      try console.goalIndex(name.filter { $0 != " " }, of: loaded.scenario)
    }
    guard goals[0] != goals[1] else {
      console.complain(
        console.language.text("错误: 两个目标相同", "error: the two goals are the same"))
      throw ExitStatus.usage.code
    }
    let reservation = try output.reserve(console)
    let limits = search.limits
    let front = try console.study(console.language.text("前沿", "front"), limits) {
      solver, progress throws(SolverFailure) in
      try ParetoSearch(
        loaded.scenario, goals[0], goals[1], locksEarlier: lockEarlier, solver: solver
      ).run { front in
        let count = front.points.count
        progress.begin(
          console.language.text("前沿，已求得 \(count) 点", "front, \(count) points so far"))
      }
    }
    let points = try front.points.map { try console.accounted($0, front.scenario) }
    let result = FrontAnswer(front, points: points)
    let first = points.first?.allotment ?? Allotment(status: front.status, goals: [])
    let base = SolvedCase(
      name: input.scenario, input: loaded, allotment: first, ledger: points.first?.ledger)
    var parameters: [String: Manifest.Parameter] = ["pareto": .text(names.joined(separator: ","))]
    if !lockEarlier { parameters["lock_earlier"] = .text("no") }
    try deliver(
      result.answer, points.isEmpty ? nil : result.plot, of: base, parameters, to: reservation,
      result.isProved, console)
  }

  private func deliver(
    _ answer: Answer, _ svg: String?, of base: SolvedCase,
    _ parameters: [String: Manifest.Parameter],
    to reservation: consuming RunReservation<DiskLayer>?, _ isProved: Bool, _ console: Console
  ) throws {
    let drawing = svg.map { Array($0.utf8) }
    if let plot, let drawing {
      do throws(RunFailure) {
        try SingleFile(plot).replace(with: drawing)
      } catch {
        throw console.report(error)
      }
    }
    try console.deliver(
      answer, output, of: [base],
      files: drawing.map { [.init(path: "plot.svg", contents: FileContents($0))] } ?? [],
      parameters: parameters, to: reservation)
    if let number = Interruption.signal { Interruption.endProcess(by: number) }
    throw (isProved ? ExitStatus.success : .notProved).code
  }
}
