import Accounts
import Reporting
import Scenario
import ScenarioIO

/// The tables of a run as the program writes them.
struct WrittenRun {
  var scenario: Scenario
  var tables: [String: [UInt8]]
  var result: [UInt8]
  var violations: [Violation]

  init(_ run: RandomRun, style: CSVWriter.Style = .data, proved: Bool = true) {
    self.init(scenario: run.scenario, plan: run.plan, style: style, proved: proved)
  }

  init(scenario: Scenario, plan: Plan, style: CSVWriter.Style = .data, proved: Bool = true) {
    let ledger = Ledger(scenario: scenario, plan: plan)
    let goals = scenario.goals.map { goal in
      let value = ledger.value(of: goal)
      let bound = proved ? value : goal.sense == .maximize ? value + 17 : value - 17
      return GoalOutcome(goal: goal, value: value, bound: bound)
    }
    let allotment = Allotment(
      status: proved ? .optimal : .feasible, goals: goals, isTieBreakProved: proved, plan: plan)
    let writer = CSVWriter(style: style)
    self.scenario = scenario
    let document = ResultDocument(scenario: scenario, allotment: allotment, ledger: ledger)
    result = Array(document.text.utf8)
    violations = ledger.violations
    tables = Dictionary(
      uniqueKeysWithValues: Workbook(ledger: ledger, allotment: allotment).tables.map {
        ($0.fileName, Array(writer.text(of: $0).utf8))
      })
  }

  /// The tables in another encoding.
  func encoded(_ encode: ([UInt8]) -> [UInt8]) -> [String: [UInt8]] { tables.mapValues(encode) }
}
