import Accounts
import Reporting
import RunDirectory
import Scenario
import ScenarioIO

/// What a run writes and says, once its plan has passed the program's own check.
struct RunReport {
  private let scenario: Scenario
  /// The outcome, with the values of its goals as accounted.
  let allotment: Allotment
  /// Accounts of the plan; `nil` where there is no plan.
  private let ledger: Ledger?

  /// Accounts for the plan and checks it; a plan that fails ends the process.
  init(_ scenario: Scenario, _ allotment: Allotment, _ console: Console) throws {
    self.scenario = scenario
    let ledger = allotment.plan.map { Ledger(scenario: scenario, plan: $0) }
    self.ledger = ledger
    self.allotment = ledger.map { allotment.accounted(by: $0) } ?? allotment
    if let ledger { try console.requireSound(self.allotment, ledger) }
  }

  /// Text of `result.json`.
  var result: String {
    ResultDocument(scenario: scenario, allotment: allotment, ledger: ledger).text
  }

  /// The screen.
  func summary(_ console: Console) -> String {
    RunSummary(
      scenario: scenario, allotment: allotment, ledger: ledger,
      language: console.language == .chinese ? .chinese : .english, isColoured: console.hasColor,
      width: console.width
    ).text
  }

  /// Files of the run: `result.json` and the tables; `nil` where there is no plan to publish.
  func files(_ style: TableStyle, _ encoding: TableEncoding) throws(TextEncoding.Fault)
    -> [RunDraft.Output]?
  {
    guard let ledger else { return nil }
    var files = [RunDraft.Output(path: "result.json", bytes: Array(result.utf8))]
    for table in Workbook(ledger: ledger, allotment: allotment).tables {
      let bytes = try encoding.bytes(of: style.writer.text(of: table))
      files.append(RunDraft.Output(path: "tables/\(table.fileName)", bytes: bytes))
    }
    return files
  }
}
