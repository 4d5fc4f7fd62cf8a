internal import LinearProgram
internal import Scenario

/// Collects the rows of the clauses, each with its origin.
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
    _ origin: RowOrigin, _ expression: LinearExpression, lower: Int? = nil, upper: Int? = nil
  ) {
    let isTrivial =
      expression.terms.isEmpty && lower.map { $0 <= expression.constant } ?? true
      && upper.map { $0 >= expression.constant } ?? true
    guard !isTrivial else { return }
    program.addRow(expression, lower: lower, upper: upper)
    origins.append(origin)
  }

  /// The same for an amount of one project.
  mutating func add(
    _ origin: RowOrigin, _ amount: ProjectAmount, lower: Int? = nil, upper: Int? = nil
  ) {
    add(origin, amount.expression, lower: lower, upper: upper)
  }

  /// The program, whose columns and rows find their names by their origin.
  var namedProgram: IntegerProgram {
    var named = program
    named.names = ModelNames(decisions, origins)
    return named
  }
}

/// A clause of the policy that adds rows to the model; one file each.
protocol Clause: Sendable {
  /// Id, e.g. `L-1`.
  static var id: String { get }

  /// Adds the clause's rows.
  static func addRows(to model: inout ModelBuilder)
}
