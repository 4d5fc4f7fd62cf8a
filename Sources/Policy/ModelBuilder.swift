internal import LinearProgram
internal import Scenario

/// Collects the rows of the clauses, each with the clause and the thing it is about.
struct ModelBuilder {
  let parameters: Parameters
  let decisions: Decisions
  private(set) var program: IntegerProgram
  private(set) var origins: [RowOrigin] = []

  var scenario: Scenario { parameters.scenario }

  init(_ parameters: Parameters) {
    self.parameters = parameters
    var program = IntegerProgram()
    decisions = Decisions(parameters, to: &program)
    self.program = program
  }

  /// Adds `lower ≤ expression ≤ upper`; a row without terms that holds anyway is left out.
  mutating func add(
    _ clause: String, _ demand: RowOrigin.Demand, _ label: String, _ expression: LinearExpression,
    lower: Int? = nil, upper: Int? = nil
  ) {
    let isTrivial =
      expression.terms.isEmpty && lower.map { $0 <= expression.constant } ?? true
      && upper.map { $0 >= expression.constant } ?? true
    guard !isTrivial else { return }
    program.addRow("\(clause):\(label)", expression, lower: lower, upper: upper)
    origins.append(RowOrigin(clause, demand))
  }
}

/// A clause of the policy that adds rows to the model; one file each.
protocol Clause: Sendable {
  /// Id, e.g. `L-1`.
  static var id: String { get }

  /// Adds the clause's rows.
  static func addRows(to model: inout ModelBuilder)
}
