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

  @Option(help: "Tables for programs (data) or for signature (official).")
  var style = TableStyle.data

  @Option(help: "Encoding of the tables: utf8 or gb18030.")
  var encoding = TableEncoding.utf8

  @Flag(
    help: """
      Also write the whole proof that the plan is best, as certificate.txt in the run; \
      'allocate verify --optimality' checks it.
      """)
  var certificate = false

  @Option(help: "Standard output: a summary (text) or result.json (json).")
  var format = OutputFormat.text

  @Option(
    name: .customLong("time-limit"),
    help: ArgumentHelp("End the search after this many seconds.", valueName: "seconds"))
  var timeLimit: Int?

  @Option(
    help: ArgumentHelp(
      "Be content with a goal proved to within this share of its bound, e.g. 0.01%.",
      valueName: "share"))
  var gap: RelativeGap?

  @Option(help: ArgumentHelp("Search with at most this many threads.", valueName: "n"))
  var threads: Int?

  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    if let timeLimit, !(0...1_000_000_000).contains(timeLimit) {
      throw ValidationError("--time-limit must be from 0 to 1000000000 seconds.")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads must be from 1 to 1024.")
    }
    if certificate, noWrite {
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
    let (allotment, proofs) = try console.search(
      loaded.scenario,
      SearchLimits(
        seconds: timeLimit, threads: threads, gap: gap?.millionths ?? 0),
      recordingProofs: certificate)
    times.finish("solve")
    let report = try RunReport(loaded.scenario, allotment, console)
    times.finish("account")
    var files = report.files(style, encoding)
    if certificate, let plan = report.allotment.plan {
      files?.append(try console.certificate(of: plan, loaded.scenario, proofs))
      times.finish("certificate")
    }
    if let reservation, let files {
      let draft = RunDraft(
        facts: manifestFacts(loaded, report.allotment), inputs: loaded.copies, outputs: files,
        timing: times.text)
      try publish(draft, by: reservation, console)
    }
    if format == .json {
      try console.write(report.result)
    } else {
      try console.write(report.summary(console))
    }
    if let number = Interruption.signal { Interruption.endProcess(by: number) }
    throw allotment.exitStatus.code
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
