import Certificate
import LinearProgram
import PlanEnumeration
import Policy
import SampleScenarios
import Scenario
import Testing
import Verification

/// The program that is solved and the one that certificates are held against are built by different code: they must be the same.
@Suite("Two models of one scenario")
struct TwoModelsTests {
  @Test("of tiny scenarios", arguments: 0..<10)
  func tiny(batch: Int) {
    for seed in batch * 200..<(batch + 1) * 200 {
      Self.compare(TinyScenarios.random(seed: seed), "seed \(seed)")
    }
  }

  @Test("of larger scenarios with odd areas", arguments: 0..<60)
  func odd(seed: Int) { Self.compare(SampleScenarios.random(seed: seed), "seed \(seed)") }

  @Test("of the accounts' example")
  func accounts() { Self.compare(SampleScenarios.accounts, "accounts") }

  private static func compare(_ scenario: Scenario, _ name: Comment) {
    let model = PolicyModel(scenario)
    let statement = Verifier(scenario: scenario).statement(of: nothing(in: scenario))
    let columns = statement.program.columns.map {
      IntegerProgram.Column(name: $0.name, lower: $0.lower, upper: $0.upper, block: $0.block)
    }
    #expect(columns == Array(model.program.columns), name)
    let names = columns.map(\.name)
    let theirs = statement.program.rows.map {
      Row($0.name, Term.all($0.expression, names), $0.lower, $0.upper)
    }
    let ours = model.program.rows.map {
      Row(
        $0.name, Term.all(LinearExpression($0.terms), names), $0.lower.map { Int128($0) },
        $0.upper.map { Int128($0) })
    }
    #expect(theirs.sorted { $0.name < $1.name } == ours.sorted { $0.name < $1.name }, name)
    for (goal, objective) in zip(scenario.goals, statement.goals) {
      let expression = model.expression(of: goal)
      #expect(goal.id == objective.name, name)
      #expect((goal.sense == .maximize) == objective.isMaximised, name)
      #expect(Term.all(expression, names) == Term.all(objective.expression, names), name)
      #expect(Int128(expression.constant) == objective.expression.constant, name)
    }
  }

  /// Supports nothing; the program does not depend on the plan.
  private static func nothing(in scenario: Scenario) -> Plan {
    Plan(
      steps: scenario.projects.map { _ in 0 }, stockLand: scenario.projects.map { _ in 0 },
      countyQuotaUse: scenario.counties.map { _ in [:] })
  }

  /// A row with its columns by name.
  private struct Row: Equatable {
    var name: String
    var terms: [Term]
    var lower: Int128?
    var upper: Int128?

    init(_ name: String, _ terms: [Term], _ lower: Int128?, _ upper: Int128?) {
      (self.name, self.terms, self.lower, self.upper) = (name, terms, lower, upper)
    }
  }

  private struct Term: Equatable {
    var column: String
    var coefficient: Int128

    static func all(_ expression: LinearExpression, _ names: [String]) -> [Term] {
      expression.terms.map { Term(column: names[$0.column], coefficient: Int128($0.coefficient)) }
    }

    static func all(_ expression: Certificate.Expression, _ names: [String]) -> [Term] {
      expression.terms.map { Term(column: names[$0.column], coefficient: $0.coefficient) }
    }
  }
}
