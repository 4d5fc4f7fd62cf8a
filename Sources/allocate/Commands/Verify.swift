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
      let (verifier, report) = try verified(run, console)
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

  /// Verifies the files and tables of a run; says what is wrong and throws the exit code if anything is.
  private func verified(
    _ run: StoredRun<DiskLayer>, _ console: Console
  ) throws -> (Verifier, VerificationReport) {
    var faults = try run.faults().map { console.words($0) }
    do throws(ScenarioLoadFailure) {
      let scenario = try ScenarioReader.load(
        path: run.manifest.facts.scenario, files: RunFiles(run: run)
      ).scenario
      let verifier = Verifier(scenario: scenario)
      let report = verifier.verify(tables: tables(of: run), resultJSON: result(of: run))
      faults += report.faults.map { console.language.text($0.message, $0.englishMessage) }
      if faults.isEmpty { return (verifier, report) }
    } catch {
      faults += error.findings.map { console.language.text($0.message, $0.english) }
    }
    throw try fail(faults, console)
  }

  /// Says what is wrong; returns the exit code to end with.
  private func fail(_ faults: [String], _ console: Console) throws -> ExitCode {
    try console.write(faults.map { $0 + "\n" }.joined())
    try console.write(
      console.language.text(
        "\(directory)：核验不通过，\(faults.count) 处\n",
        "\(directory): \(faults.count) fault\(faults.count == 1 ? "" : "s") found\n"))
    return ExitStatus.faultFound.code
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
      certificate: try run.bytes(of: name), tables: tables(of: run), resultJSON: result(of: run))
    if let fault = report.fault {
      throw try fail([console.language.text(fault.message, fault.englishMessage)], console)
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

  /// Tables of the run; one that is missing has been named already.
  private func tables(of run: StoredRun<DiskLayer>) -> [String: [UInt8]] {
    var tables: [String: [UInt8]] = [:]
    for file in run.manifest.outputs where file.path.hasPrefix("tables/") {
      tables[String(file.path.dropFirst("tables/".count))] = try? run.bytes(of: file.path)
    }
    return tables
  }

  private func result(of run: StoredRun<DiskLayer>) -> [UInt8]? {
    try? run.bytes(of: "result.json")
  }
}

extension Console {
  fileprivate func words(_ fault: StoredRun<DiskLayer>.Fault) -> String {
    switch fault {
    case .missing(let file): language.text("\(file)：缺失", "\(file): missing")
    case .altered(let file):
      language.text("\(file)：写出之后被改动", "\(file): altered since it was written")
    case .unexpected(let file):
      language.text("\(file)：清单中没有", "\(file): not in the manifest")
    case .alteredManifest:
      language.text(
        "manifest.json：写出之后被改动", "manifest.json: altered since it was written")
    }
  }
}
