import Answers
import ArgumentParser
import GLPKSolver
import LinearProgram
import RunDirectory
import Scenario
import ScenarioIO
import Studies

/// `allocate risk`: what uncertain demands and quotas may do to the plan.
struct Risk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "risk",
    abstract:
      "Solve samples of an uncertain scenario: how often each project lands, which plan holds best.",
    discussion: """
      The ranges stand in the scenario under 'uncertainty'; --spread is the quick way without them. \
      The same seed gives the same samples everywhere.

      EXAMPLES
        allocate risk scenarios/2018-uncertain.json --samples 100 --seed 1
        allocate risk scenarios/2018.json --spread 10% --goals 3
        allocate risk scenarios/2018-uncertain.json --format csv --table projects
      """)

  @OptionGroup var input: CaseArgument

  @Option(help: ArgumentHelp("Samples to draw and solve.", valueName: "n"))
  var samples = 100

  @Option(help: ArgumentHelp("Seed of the samples.", valueName: "s"))
  var seed = 1

  @Option(
    help: ArgumentHelp(
      "Vary all demands by up to this share, in place of the declared ranges, e.g. 10%.",
      valueName: "share"))
  var spread: RelativeGap?

  @Option(help: ArgumentHelp("Solve only the first goals of the order.", valueName: "k"))
  var goals: Int?

  @Option(
    help: ArgumentHelp(
      "Print one sample as a scenario file and solve nothing.", valueName: "number"))
  var draw: Int?

  @OptionGroup var search: SearchOptions

  @OptionGroup var answer: AnswerOptions

  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    func check(_ name: String, _ value: Int?, _ range: ClosedRange<Int>) throws {
      guard let value, !range.contains(value) else { return }
      throw ValidationError("--\(name) must be from \(range.lowerBound) to \(range.upperBound).")
    }
    try check("samples", samples, 1...100_000)
    try check("seed", seed, 0...Int.max)
    if let spread, spread.millionths % 100 != 0 {
      throw ValidationError("--spread may have at most two decimals.")
    }
    try check("goals", goals, 1...1_000)
    try check("draw", draw, 1...100_000)
    try answer.validate(tables: RiskAnswer.tables)
  }

  func run() throws {
    let console = terminal.console
    if let draw { return try console.write(sampleFile(draw, console)) }
    var limits = search.limits
    // More threads than processors would only make rounds longer.
    limits.threads = min(limits.options.threads, SearchLimits().options.threads)
    let reservation = try answer.reserve(console)
    let subject = try solvedCase(limits, console)
    let scenario = self.scenario(of: subject)
    let (base, result) = try console.study("", limits) { solver, progress throws(SolverFailure) in
      let base = try self.base(subject, scenario, solver)
      return (base, try study(scenario, base, solver, progress, console))
    }
    if result.samples.isEmpty { throw stoppedEarly(console) }
    let words = RiskAnswer(
      scenario: scenario, base: base, result: result, seed: seed,
      variations: variations(scenario))
    try console.deliver(
      words.answer, answer, of: [subject], parameters: parameters, to: reservation)
    if let number = Interruption.signal { Interruption.endProcess(by: number) }
    if !words.isProved { throw ExitStatus.notProved.code }
  }

  /// The scenario or run with its plan, once it is known that something varies.
  private func solvedCase(_ limits: SearchLimits, _ console: Console) throws -> SolvedCase {
    let path = input.subject
    if console.isRun(path) {
      let subject = try console.solvedCase(path, limits)
      try requireVariation(subject.scenario, console)
      return subject
    }
    let loaded = try LoadedInput(path, console)
    try requireVariation(loaded.scenario, console)
    return try console.solved(path, loaded, limits)
  }

  /// The text of a sample's file.
  private func sampleFile(_ number: Int, _ console: Console) throws -> String {
    let path = input.subject
    let loaded =
      console.isRun(path)
      ? try console.solvedCase(path, search.limits).input : try LoadedInput(path, console)
    try requireVariation(loaded.scenario, console)
    return SampleFile(sampler(loaded.scenario).sample(number), number: number)
      .text(over: loaded.loaded.effective.json)
  }

  private func sampler(_ scenario: Scenario) -> ScenarioSampler {
    ScenarioSampler(scenario, variations(scenario), seed: UInt64(seed))
  }

  /// The ranges to draw from.
  private func variations(_ scenario: Scenario) -> [Variation] {
    spread.map { ScenarioSampler.spread($0.millionths / 100, over: scenario) }
      ?? scenario.uncertainty
  }

  private func requireVariation(_ scenario: Scenario, _ console: Console) throws {
    if spread != nil, !scenario.uncertainty.isEmpty {
      console.remark(
        console.language.text(
          "提示: 使用 --spread，方案中的 uncertainty 不起作用",
          "note: --spread stands in place of the scenario's 'uncertainty'"))
    }
    guard sampler(scenario).amountCount == 0 else { return }
    console.complain(
      console.language.text(
        """
        错误: \(input.subject) 没有不确定的量
          用 --spread 10% 让全部需求上下浮动一成，或在方案中写明范围，例如：
          "uncertainty": [{"id": "用地", "amount": "land_this_year", "range": "-10%..+20%"}]
        """,
        """
        error: nothing is uncertain in \(input.subject)
          vary all demands with --spread 10%, or declare ranges in the scenario, e.g.:
          "uncertainty": [{"id": "land", "amount": "land_this_year", "range": "-10%..+20%"}]
        """))
    throw ExitStatus.badInput.code
  }

  /// The scenario with the goals that count.
  private func scenario(of subject: SolvedCase) -> Scenario {
    var scenario = subject.scenario
    if let goals { scenario.goals = Array(scenario.goals.prefix(goals)) }
    return scenario
  }

  /// The outcome as the scenario is stated, for the goals that count.
  private func base(
    _ subject: SolvedCase, _ scenario: Scenario, _ solver: VariantSolver
  ) throws(SolverFailure) -> Allotment {
    if scenario.goals.count == subject.scenario.goals.count { return subject.allotment }
    return try solver.solve(scenario, startingFrom: subject.allotment.plan)
  }

  private func study(
    _ scenario: Scenario, _ base: Allotment, _ solver: VariantSolver,
    _ progress: ProgressLine, _ console: Console
  ) throws(SolverFailure) -> RiskResult {
    let study = RiskStudy(
      scenario, sampler: sampler(scenario), base: base.plan, solver: solver)
    let count = samples
    return try study.run(samples: count) { stage in
      switch stage {
      case .solving(let number):
        progress.begin(
          console.language.text("求解样本 \(number)/\(count)", "solving sample \(number)/\(count)"))
      case .trying(let number):
        progress.begin(
          console.language.text(
            "在前\(number)个样本中试行各方案", "trying the selections in the first \(number) samples"))
      }
    }
  }

  private func stoppedEarly(_ console: Console) -> any Error {
    console.complain(
      console.language.text(
        "错误: 停止前没有一个样本求解完毕", "error: stopped before one sample was solved"))
    if let number = Interruption.signal { Interruption.endProcess(by: number) }
    return ExitStatus.noPlan.code
  }

  /// Options that the answer depends on.
  private var parameters: [String: Manifest.Parameter] {
    [
      "samples": .number(samples), "seed": .number(seed),
      "spread": spread.map { .number($0.millionths) } ?? .none,
      "goals": goals.map { .number($0) } ?? .none,
      "time_limit": search.timeLimit.map { .number($0) } ?? .none,
    ]
  }
}
