import ArgumentParser
import RunDirectory
import Scenario
import ScenarioIO
import Verification

extension Console {
  /// Verifies the files and tables of a run; says what is wrong and throws the exit code if anything is.
  ///
  /// - Parameter isResult: whether what is wrong is the result, as of `verify`; else it is an error in the input, like any other.
  func verified(
    _ run: StoredRun<DiskLayer>, named name: String, isResult: Bool = true
  ) throws -> (Verifier, VerificationReport) {
    var faults = try run.faults().map { words($0) }
    do throws(ScenarioLoadFailure) {
      let scenario = try ScenarioReader.load(
        path: run.manifest.facts.scenario, files: RunFiles(run: run)
      ).scenario
      let verifier = Verifier(scenario: scenario)
      let report = verifier.verify(tables: run.tables, resultJSON: run.result)
      faults += report.faults.map { language.text($0.message, $0.englishMessage) }
      if faults.isEmpty { return (verifier, report) }
    } catch {
      faults += error.findings.map { language.text($0.message, $0.english) }
    }
    if isResult { throw try fault(faults, in: name) }
    complain(
      language.text(
        "错误: \(name) 核验不通过，不能使用：", "error: \(name) fails its verification, it cannot be used:"))
    for fault in faults { complain("  \(fault)") }
    throw ExitStatus.badInput.code
  }

  /// Says what is wrong with a run; returns the exit code to end with.
  func fault(_ faults: [String], in name: String) throws -> ExitCode {
    try write(faults.map { $0 + "\n" }.joined())
    try write(
      language.text(
        "\(name)：核验不通过，\(faults.count) 处\n",
        "\(name): \(faults.count) fault\(faults.count == 1 ? "" : "s") found\n"))
    return ExitStatus.faultFound.code
  }

  private func words(_ fault: StoredRun<DiskLayer>.Fault) -> String {
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

extension StoredRun<DiskLayer> {
  /// Tables of the run by file name; one that is missing is named by ``faults()``.
  var tables: [String: [UInt8]] {
    var tables: [String: [UInt8]] = [:]
    for file in manifest.outputs where file.path.hasPrefix("tables/") {
      tables[String(file.path.dropFirst("tables/".count))] = try? bytes(of: file.path)
    }
    return tables
  }

  var result: [UInt8]? { try? bytes(of: "result.json") }
}
