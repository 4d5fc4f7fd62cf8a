import Accounts
import Reporting
import SampleScenarios
import Scenario
import Testing

/// Reads a table by header, for tests.
struct TableReader {
  let table: Table

  private func position(_ header: String) -> Int {
    table.columns.firstIndex { $0.header == header } ?? -1
  }

  func text(_ row: [Cell], _ header: String) -> String {
    let column = position(header)
    return column < 0 ? "no column \(header)" : row[column].plainText
  }

  /// A number in units of its last place; `nil` for an empty cell or text.
  func number(_ row: [Cell], _ header: String) -> Int? {
    let column = position(header)
    guard column >= 0, case .number(let value, _) = row[column] else { return nil }
    return value
  }

  /// Sum of a column over the rows that fit.
  func sum(_ header: String, where isIncluded: ([Cell]) -> Bool = { _ in true }) -> Int {
    table.rows.filter(isIncluded).reduce(0) { $0 + (number($1, header) ?? 0) }
  }

  /// Sum of a column over the rows in which other columns have the given texts.
  func sum(_ header: String, _ filter: [String: String]) -> Int {
    sum(header) { row in filter.allSatisfy { text(row, $0.key) == $0.value } }
  }
}

/// A run made in code: ledger and tables of a random legal plan.
struct SampleRun {
  let ledger: Ledger
  let allotment: Allotment
  let tables: [Table]

  init(_ scenario: Scenario, _ plan: Plan) {
    let ledger = Ledger(scenario: scenario, plan: plan)
    let goals = scenario.goals.map {
      GoalOutcome(goal: $0, value: ledger.value(of: $0), bound: ledger.value(of: $0))
    }
    self.ledger = ledger
    allotment = Allotment(status: .optimal, goals: goals, isTieBreakProved: true, plan: plan)
    tables = Workbook(ledger: ledger, allotment: allotment).tables
  }

  init(seed: Int) {
    let scenario = SampleScenarios.random(seed: seed)
    let plan = SampleScenarios.randomPlan(for: scenario, seed: seed) {
      Ledger(scenario: scenario, plan: $0).violations.isEmpty
    }
    self.init(scenario, plan)
  }

  /// Sixty random runs, made once.
  static let random = (0..<60).map { SampleRun(seed: $0) }

  static let accounts = SampleRun(SampleScenarios.accounts, SampleScenarios.accountsPlan)

  func reader(_ id: String) -> TableReader {
    TableReader(table: tables.first { $0.id == id } ?? tables[0])
  }
}
