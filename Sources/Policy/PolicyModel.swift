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

  /// The amounts that the tie-break decides, in its order, and whether large values come first.
  var tieBreak: [(amount: LinearExpression, isMaximised: Bool)] {
    let indices = scenario.projects.indices
    let columns = decisions.support + decisions.steps
    let stock = indices.map { decisions.stockLand($0) }.filter { !$0.terms.isEmpty }
    let quota = decisions.countyQuota.indices.flatMap { county in
      Level.allCases.filter { decisions.countyQuota[county][$0] != nil }.map { level in
        (decisions.countyQuotaUse(county, level), !level.isKey)
      }
    }
    return columns.compactMap { $0.map { (.column($0), true) } } + stock.map { ($0, true) } + quota
  }
}
