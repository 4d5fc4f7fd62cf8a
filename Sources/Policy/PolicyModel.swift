public import LinearProgram
public import Scenario

/// The whole model of a scenario: an integer program, and for every row the clause it comes from.
public struct PolicyModel: Sendable {
  /// Columns and the rows of all clauses, without any goal.
  public internal(set) var program: IntegerProgram
  /// Origin of each row.
  public let origins: [RowOrigin]
  /// Whether rows were added that belong to no clause, so that a conflict is not one of clauses.
  var isRestricted = false
  /// The scenario it was made from.
  public var scenario: Scenario { parameters.scenario }
  let parameters: Parameters
  let decisions: Decisions

  /// Builds the model.
  public init(_ scenario: Scenario) {
    self.init(scenario, clauses: ClauseRegistry.clauses)
  }

  /// Builds the model; `nil` if the budget is spent before it is whole.
  public init?(_ scenario: Scenario, budget: Budget) {
    self.init(scenario, clauses: ClauseRegistry.clauses, budget: budget)
    if budget.isSpent { return nil }
  }

  /// Builds the model of some clauses only, in the given order of their ids (``ClauseRegistry/ids``).
  public init(_ scenario: Scenario, clauses ids: [String]) {
    self.init(scenario, clauses: ClauseRegistry.clauses(ids))
  }

  /// Leaves out the clauses that come after the budget is spent.
  private init(_ scenario: Scenario, clauses: [any Clause.Type], budget: Budget = .unlimited) {
    var builder = ModelBuilder(Parameters(scenario))
    for clause in clauses where !budget.isSpent { clause.addRows(to: &builder) }
    parameters = builder.parameters
    decisions = builder.decisions
    program = builder.namedProgram
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
    let use = Level.allCases.map { (level: $0, counties: decisions.countyQuotaUse($0)) }
    return Plan(
      steps: indices.map { decisions.supportedSteps($0).value(at: point) },
      stockLand: indices.map { decisions.stockLand($0).value(at: point) },
      countyQuotaUse: scenario.counties.indices.map { county in
        var drawn: [Level: Int] = [:]
        for (level, counties) in use {
          let amount = counties[county].value(at: point)
          if amount > 0 { drawn[level] = amount }
        }
        return drawn
      })
  }

  /// One thing that the tie-break decides.
  enum Choice: Sendable {
    case support(project: Int)
    case steps(project: Int)
    case stockLand(project: Int)
    case countyQuota(county: Int, level: Level)

    /// Whether large values come first.
    var isMaximised: Bool {
      if case .countyQuota(_, let level) = self { !level.isKey } else { true }
    }
  }

  /// What the tie-break decides, in its order.
  var tieBreak: [Choice] {
    let competing = parameters.competing
    var order: [Choice] = competing.map { .support(project: $0) }
    for project in competing where decisions.columns[project].has(.steps) {
      order.append(.steps(project: project))
    }
    for project in competing where decisions.hasStockLand(project) {
      order.append(.stockLand(project: project))
    }
    for (county, columns) in decisions.countyQuota.enumerated() {
      for level in Level.allCases where columns[level] != nil {
        order.append(.countyQuota(county: county, level: level))
      }
    }
    return order
  }

  /// The amount that a choice of the tie-break settles.
  func amount(of choice: Choice) -> LinearExpression {
    switch choice {
    case .support(let project): decisions.supported(project).expression
    case .steps(let project): decisions.supportedSteps(project).expression
    case .stockLand(let project): decisions.stockLand(project).expression
    case .countyQuota(let county, let level): decisions.quotaColumn(county, level)
    }
  }

  /// The same in the sense in which more is better.
  func gain(of choice: Choice) -> LinearExpression {
    amount(of: choice) * (choice.isMaximised ? 1 : -1)
  }

  /// Name of a choice in the rows that lock it, e.g. `s[P1]`.
  func name(of choice: Choice) -> String {
    switch choice {
    case .support(let project): "x[\(scenario.projects[project].id)]"
    case .steps(let project): "u[\(scenario.projects[project].id)]"
    case .stockLand(let project): "s[\(scenario.projects[project].id)]"
    case .countyQuota(let county, let level):
      "q[\(scenario.counties[county]),\(level.rawValue)]"
    }
  }
}
