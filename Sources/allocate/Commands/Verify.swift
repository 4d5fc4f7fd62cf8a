import ArgumentParser
import RunDirectory
import Scenario
import ScenarioIO
import Verification

/// `allocate verify`: a written run, checked again from its files alone.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a written run again from its own files, without a solver, at zero tolerance.",
    discussion: """
      Every clause, every sum and every identity between tables is checked, and every file against the manifest.
      Exit status 1 means that a fault was found. With --optimality the certificate of the run is checked, too; \
      exit status 11 then means that the run is sound but some part of the proof is missing.

      EXAMPLES
        allocate verify runs/2018
        allocate verify /srv/plans/2018 --quiet && echo unchanged
        allocate verify --optimality runs/2018
      """)

  @Argument(help: "Run directory.", completion: .directory)
  var directory: String

  @Flag(
    help: """
      Also check the proof that the plan is best, goal by goal, in exact arithmetic; \\
      'allocate SCENARIO --certificate' writes it.
      """)
  var optimality = false

  @OptionGroup var terminal: TerminalOptions

  func run() throws {
    let console = terminal.console
    do {
      let run = try StoredRun(directory)
      try console.requirePlan(run, named: directory)
      let (verifier, report) = try console.verified(run, named: directory)
      try console.write(
        console.language.text(
          "\(directory)：核验通过：\(report.tables) 张表，\(report.cells) 个单元格，"
            + "\(report.identities) 条勾稽关系，\(report.clauses) 项条款约束\n",
          "\(directory): verified: \(report.tables) tables, \(report.cells) cells, "
            + "\(report.identities) identities, \(report.clauses) clause constraints\n"))
      if optimality { try checkProof(of: run, verifier, console) }
    } catch let failure as RunFailure {
      throw console.report(failure)
    }
  }

  /// Checks the certificate of a sound run.
  private func checkProof(
    of run: StoredRun<DiskLayer>, _ verifier: Verifier, _ console: Console
  ) throws {
    let name = OptimalityReport.fileName
    guard run.manifest.outputs.contains(where: { $0.path == name }) else {
      try console.write(
        console.language.text(
          "\(directory)：没有最优性证明（\(name)）；求解时加 --certificate 才写出：allocate 方案 --certificate\n",
          "\(directory): no proof of optimality (\(name)); "
            + "'allocate SCENARIO --certificate' writes one\n"))
      throw ExitStatus.notProved.code
    }
    let report = verifier.optimality(
      certificate: try run.bytes(of: name), tables: run.tables, resultJSON: run.result)
    if let fault = report.fault {
      throw try console.fault(
        [console.language.text(fault.message, fault.englishMessage)], in: directory)
    }
    try console.write(console.text(of: report, verifier.scenario))
    if report.isComplete {
      return try console.write(
        console.language.text(
          "\(directory)：最优性证明完整，成立\n", "\(directory): the plan is proved best\n"))
    }
    let missing = console.missing(in: report, verifier.scenario)
    try console.write(
      console.language.text(
        "\(directory)：最优性证明不完整，缺：\(missing)\n",
        "\(directory): the proof of optimality is not complete, it lacks: \(missing)\n"))
    throw ExitStatus.notProved.code
  }
}
