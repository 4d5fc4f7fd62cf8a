import Accounts
import Reporting
import RunDirectory
import Scenario

/// What a run writes and says, once its plan has passed the program's own check.
struct RunReport {
  private let scenario: Scenario
  /// The outcome, with the values of its goals as accounted.
  let allotment: Allotment
  /// Accounts of the plan, and its tables; `nil` where there is no plan.
  private let ledger: Ledger?
  private let workbook: Workbook?

  /// Accounts for the plan and checks it.
  init(_ scenario: Scenario, _ allotment: Allotment) throws(RunStop) {
    self.scenario = scenario
    let ledger = allotment.plan.map { Ledger(scenario: scenario, plan: $0) }
    self.ledger = ledger
    let accounted = ledger.map { allotment.accounted(by: $0) } ?? allotment
    self.allotment = accounted
    let faults = ledger.map { accounted.faults(in: $0) } ?? []
    if !faults.isEmpty { throw .unsound(faults) }
    workbook = ledger.map { Workbook(ledger: $0, allotment: accounted) }
  }

  /// Text of `result.json`.
  var result: PiecewiseText {
    ResultDocument(scenario: scenario, allotment: allotment, ledger: ledger).pieces
  }

  /// The screen.
  func summary(_ console: Console) -> String {
    RunSummary(
      scenario: scenario, allotment: allotment, ledger: ledger, workbook: workbook,
      language: console.language == .chinese ? .chinese : .english, isColoured: console.hasColor,
      width: console.width
    ).text
  }

  /// Files of the run: `result.json` and the tables; `nil` where there is no plan to publish.
  func files(_ style: TableStyle, _ encoding: TableEncoding) -> [RunDraft.Output]? {
    guard let workbook else { return nil }
    let result = result
    let contents = FileContents(pieces: result.count) { result.piece($0) }
    return [RunDraft.Output(path: "result.json", contents: contents)]
      + workbook.tables.map { table in
        let path = "tables/\(table.fileName)"
        return RunDraft.Output(
          path: path,
          contents: encoding.contents(of: style.writer.pieces(of: table), path: path))
      }
  }
}
