import ArgumentParser
import RunDirectory

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
    let stored: StoredRun<DiskLayer>
    let fileFaults: [StoredRun<DiskLayer>.Fault]
    do throws(RunFailure) {
      stored = try StoredRun(directory)
      fileFaults = try stored.faults()
    } catch {
      throw console.report(error)
    }
    let faults = fileFaults.map { console.words($0) }
    if faults.isEmpty {
      try console.write(
        console.language.text("\(directory)：核验通过\n", "\(directory): verified, no fault\n"))
      return
    }
    try console.write(faults.map { $0 + "\n" }.joined())
    try console.write(
      console.language.text(
        "\(directory)：核验不通过，\(faults.count)处\n",
        "\(directory): \(faults.count) fault\(faults.count == 1 ? "" : "s") found\n"))
    throw ExitStatus.faultFound.code
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
