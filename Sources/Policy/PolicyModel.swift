public import LinearProgram
public import Scenario

/// The whole model of a scenario: an integer program, and for every row the clause it comes from.
public struct PolicyModel: Sendable {
  /// Columns and the rows of all clauses, without any goal.
  public let program: IntegerProgram
  /// Origin of each row.
  public let origins: [RowOrigin]
  /// The scenario it was made from.
  public var scenario: Scenario { parameters.scenario }
  let parameters: Parameters
  let decisions: Decisions

  /// Builds the model.
  public init(_ scenario: Scenario) {
    self.init(scenario, clauses: ClauseRegistry.clauses)
  }

  /// Builds the model of some clauses only, in the given order of their ids (``ClauseRegistry/ids``).
  public init(_ scenario: Scenario, clauses ids: [String]) {
    self.init(scenario, clauses: ClauseRegistry.clauses(ids))
  }

  private init(_ scenario: Scenario, clauses: [any Clause.Type]) {
    var builder = ModelBuilder(Parameters(scenario))
    for clause in clauses { clause.addRows(to: &builder) }
    parameters = builder.parameters
    decisions = builder.decisions
    program = builder.program
    origins = builder.origins
  }

  /// The expression of a goal, to be taken in the goal's own sense.
  public func expression(of goal: Goal) -> LinearExpression { decisions.expression(of: goal) }

  /// The program that is solved for a goal: all clauses, and the goals before it locked at the given values.
  public func program(lockingGoalsAt values: [Int]) -> IntegerProgram {
    var locked = program
    for (goal, value) in zip(scenario.goals, values) {
      locked.addRow("goal:\(goal.id)", expression(of: goal), lower: value, upper: value)
    }
    return locked
  }

  /// The plan that a point of the program stands for.
  public func plan(at point: [Int]) -> Plan {
    let indices = scenario.projects.indices
    return Plan(
      steps: indices.map { decisions.supportedSteps($0).value(at: point) },
      stockLand: indices.map { decisions.stockLand($0).value(at: point) },
      countyQuotaUse: scenario.counties.indices.map { county in
        var use: [Level: Int] = [:]
        for level in Level.allCases {
          let amount = decisions.countyQuotaUse(county, level).value(at: point)
          if amount > 0 { use[level] = amount }
        }
        return use
      })
  }

  /// An amount that the tie-break decides.
  struct Choice {
    /// Name in a certificate, e.g. `s[P1]`.
    var name: String
    var amount: LinearExpression
    /// Whether large values come first.
    var isMaximised: Bool

    /// The amount in the sense in which more is better.
    var gain: LinearExpression { isMaximised ? amount : amount * -1 }
  }

  /// The choices of the tie-break in their order: x, u, s, then q.
  var tieBreak: [Choice] {
    let projects = scenario.projects.enumerated()
    var choices: [Choice] = []
    func add(_ name: String, _ amount: LinearExpression?, isMaximised: Bool = true) {
      guard let amount, !amount.terms.isEmpty else { return }
      choices.append(Choice(name: name, amount: amount, isMaximised: isMaximised))
    }
    for (index, project) in projects { add("x[\(project.id)]", decisions.supported(index)) }
    for (index, project) in projects {
      add("u[\(project.id)]", decisions.steps[index].map { .column($0) })
    }
    for (index, project) in projects { add("s[\(project.id)]", decisions.stockLand(index)) }
    for (county, name) in scenario.counties.enumerated() {
      for level in Level.allCases where decisions.countyQuota[county][level] != nil {
        add(
          "q[\(name),\(level.rawValue)]", decisions.countyQuotaUse(county, level),
          isMaximised: !level.isKey)
      }
    }
    return choices
  }
}
