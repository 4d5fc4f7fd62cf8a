import Answers
import ArgumentParser
import Glibc
import Reporting
import RunDirectory

/// `allocate batch`: many scenarios.
struct Batch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Solve many scenarios, several at a time, and sum up what came out.",
    discussion: """
      A directory stands for all scenarios below it (*.json with a 'format'). Each scenario becomes a run below --out, \
      named after its file. One that fails does not stop the others. A finished run of the same input and options is \
      not repeated, so an interrupted batch goes on where it ended, and the parts of --shard add up.

      EXAMPLES
        allocate batch scenarios
        allocate batch plans/*.json --out /srv/runs --jobs 8 --time-limit 600
        allocate batch plans --shard 2/5       every fifth scenario from the second on
        allocate batch plans --format csv > summary.csv

      EXIT STATUS
        0 if every scenario is proved optimal, else the largest status of any scenario.
      """)

  @Argument(
    help: "Scenario files, and directories with scenarios.",
    completion: .file(extensions: ["json"]))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "Scenarios to solve at a time, on one thread each (default: as many as processors).",
      valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Only part i of n of the sorted list; the same parts on every machine.", valueName: "i/n"))
  var shard: Shard?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Directory to put the runs in.", valueName: "dir"), completion: .directory)
  var out = "runs"

  @Flag(help: "Also repeat finished runs whose input has not changed.")
  var again = false

  @OptionGroup var options: RunOptions

  @OptionGroup var printing: PrintOptions

  @OptionGroup var terminal: TerminalOptions

  /// Makes this process the worker for one scenario, with the run at this path.
  @Option(help: .private)
  var worker: String?

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs must be from 1 to 1024.")
    }
    if paths.contains("-") {
      throw ValidationError("A batch reads files, not standard input.")
    }
    if out.isEmpty { throw ValidationError("--out must name a directory.") }
    try printing.validate(tables: BatchAnswer.tables)
  }

  func run() throws {
    if let worker {
      return try BatchWorker(
        scenario: paths[0], out: worker, options: options, isAgain: again
      ).run()
    }
    let console = terminal.console
    let list = BatchList(paths)
    for skipped in list.skipped {
      console.remark(
        console.language.text(
          "跳过 \(skipped.path)：\(skipped.reason.chinese)",
          "skipped \(skipped.path): \(skipped.reason.english)"))
    }
    if list.entries.isEmpty {
      console.complain(
        console.language.text(
          "错误: 没有方案：所给目录下没有含 format 的 .json 文件",
          "error: no scenario: there is no .json file with a 'format' below the given directories"))
      throw ExitStatus.noInput.code
    }
    let entries = list.entries.enumerated().filter { shard?.contains($0.offset) ?? true }
      .map(\.element)
    let outcomes = solve(entries, console)
    let answer = BatchAnswer(
      zip(entries, outcomes).map {
        BatchAnswer.Entry(path: $0.path, run: runPath(of: $0), outcome: $1)
      })
    try console.show(answer.answer(isForPeople: printing.format == .text), printing)
    if let number = Interruption.signal { Interruption.endProcess(by: number) }
    // The largest code is that of the most serious trouble.
    throw ExitCode(outcomes.compactMap { $0.map { Int32($0.exitCode) } }.max() ?? 0)
  }

  /// Solves scenarios and says of each how it ended; the outcomes in the order of the list, `nil` for what was not begun.
  private func solve(_ entries: [BatchList.Entry], _ console: Console) -> [ScenarioOutcome?] {
    var outcomes = [ScenarioOutcome?](repeating: nil, count: entries.count)
    let pool = WorkerPool(jobs: jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))) {
      workerArguments(entries[$0])
    }
    let progress = BatchProgress(console, count: entries.count)
    var locked: [Int] = []
    pool.run(Array(entries.indices)) { index, outcome, milliseconds in
      outcomes[index] = outcome
      if outcome.exitCode == Int(ExitStatus.locked.rawValue) {
        locked.append(index)
      } else {
        progress.tell(entries[index].path, outcome, milliseconds: milliseconds)
      }
    }
    // Another batch was at these; by now it may have finished them.
    pool.run(locked.sorted()) { index, outcome, milliseconds in
      outcomes[index] = outcome
      progress.tell(entries[index].path, outcome, milliseconds: milliseconds)
    }
    return outcomes
  }

  private func runPath(of entry: BatchList.Entry) -> String {
    out.hasSuffix("/") ? out + entry.name : "\(out)/\(entry.name)"
  }

  private func workerArguments(_ entry: BatchList.Entry) -> [String] {
    ["batch", "--worker", runPath(of: entry)] + options.arguments + (again ? ["--again"] : [])
      + ["--", entry.path]
  }
}
