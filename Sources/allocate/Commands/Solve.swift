import ArgumentParser
import RunDirectory
import Scenario

/// `allocate solve`: from a scenario to the tables.
struct Solve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Find the best plan, account for it, check it, write the tables.",
    discussion: """
      EXAMPLES
        allocate scenarios/2018.json
        allocate scenarios/2018.json --out /srv/plans/2018 --style official --encoding gb18030
        allocate scenarios/2018.json --no-write --format json > result.json
        allocate scenarios/2018.json --time-limit 60
        allocate scenarios/2018.json --certificate && allocate verify --optimality runs/2018

      The run directory appears whole or not at all; an earlier run at the same place is replaced only by a \
      checked plan. Ctrl-C ends the search and writes the best plan so far; a second Ctrl-C ends at once.
      """)

  @OptionGroup var input: ScenarioArgument

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "Where to put the run (default: runs/NAME, after the scenario file).", valueName: "dir"),
    completion: .directory)
  var out: String?

  @Flag(
    name: [.customShort("n"), .customLong("no-write")], help: "Solve and check, write nothing.")
  var noWrite = false

  @OptionGroup var options: RunOptions

  @Option(help: "Standard output: a summary (text) or result.json (json).")
  var format = OutputFormat.text

  @Option(help: ArgumentHelp("Search with at most this many threads.", valueName: "n"))
  var threads: Int?

  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads must be from 1 to 1024.")
    }
    if options.certificate, noWrite {
      throw ValidationError("--certificate is written into the run, and --no-write writes none.")
    }
  }

  func run() throws {
    let console = terminal.console
    var times = Timing()
    let loaded = try LoadedInput(input.scenario, console)
    times.finish("read")
    // Before the search, so that a place that cannot be written is known at once.
    let reservation = try reserve(console)
    let outcome: ScenarioRun.Outcome
    do throws(RunStop) {
      outcome = try ScenarioRun(input: loaded, options: options, threads: threads)
        .publish(to: reservation, times, console)
    } catch {
      throw console.report(error)
    }
    remark(on: outcome, loaded.scenario, console)
    if format == .json {
      try console.write(outcome.report.result)
    } else {
      try console.write(outcome.report.summary(console))
    }
    if let number = Interruption.signal { Interruption.endProcess(by: number) }
    throw outcome.exitStatus.code
  }
}
