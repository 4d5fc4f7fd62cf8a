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
      Exit status 1 means that a fault was found.

      EXAMPLES
        allocate verify runs/2018
        allocate verify /srv/plans/2018 --quiet && echo unchanged
      """)

  @Argument(help: "Run directory.", completion: .directory)
  var directory: String

  @OptionGroup var terminal: TerminalOptions

  func run() throws {
    let console = terminal.console
    do {
      try report(on: StoredRun(directory), console)
    } catch let failure as RunFailure {
      throw console.report(failure)
    }
  }

  private func report(on run: StoredRun<DiskLayer>, _ console: Console) throws {
    var faults = try run.faults().map { console.words($0) }
    let result = try check(run)
    switch result {
    case .success(let report):
      faults += report.faults.map { console.language.text($0.message, $0.englishMessage) }
    case .failure(let failure):
      faults += failure.findings.map { console.language.text($0.message, $0.english) }
    }
    guard faults.isEmpty, case .success(let report) = result else {
      try console.write(faults.map { $0 + "\n" }.joined())
      try console.write(
        console.language.text(
          "\(directory)：核验不通过，\(faults.count) 处\n",
          "\(directory): \(faults.count) fault\(faults.count == 1 ? "" : "s") found\n"))
      throw ExitStatus.faultFound.code
    }
    try console.write(
      console.language.text(
        "\(directory)：核验通过：\(report.tables) 张表，\(report.cells) 个单元格，"
          + "\(report.identities) 条勾稽关系，\(report.clauses) 项条款约束\n",
        "\(directory): verified: \(report.tables) tables, \(report.cells) cells, "
          + "\(report.identities) identities, \(report.clauses) clause constraints\n"))
  }

  /// Checks the tables against the run's own copy of the scenario.
  private func check(
    _ run: StoredRun<DiskLayer>
  ) throws -> Result<VerificationReport, ScenarioLoadFailure> {
    let scenario: Scenario
    do throws(ScenarioLoadFailure) {
      scenario = try ScenarioReader.load(
        path: run.manifest.facts.scenario, files: RunFiles(run: run)
      ).scenario
    } catch {
      return .failure(error)
    }
    var tables: [String: [UInt8]] = [:]
    for file in run.manifest.outputs where file.path.hasPrefix("tables/") {
      // A table that is missing has been named already.
      tables[String(file.path.dropFirst("tables/".count))] = try? run.bytes(of: file.path)
    }
    return .success(
      Verifier.verify(
        scenario: scenario, tables: consume tables, resultJSON: try? run.bytes(of: "result.json"))
    )
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
