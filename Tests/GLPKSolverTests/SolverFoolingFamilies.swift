import LinearProgram
import ReferenceSolver

/// Random programs of kinds on which floating-point solvers are known to report a wrong optimum or a wrong status.
enum SolverFoolingFamily: String, CaseIterable, Sendable {
  /// Fixed charges in 元 or 分: y_j ≤ cap_j x_j and one budget.
  case moneyScale
  /// The same with bounds ten thousand times as loose as need be.
  case looseLinks
  /// Tiny flows that a rounded x would let through.
  case trickleFlow
  /// A large weight on the first of two goals.
  case weightedSum
  /// Knapsacks that must be filled exactly.
  case equalityKnapsack
  /// Even weights and an odd right-hand side: the relaxation is feasible, the program is not.
  case parity
  /// Coefficients over ten orders of magnitude in one row.
  case tenOrders

  func program(_ random: inout SeededGenerator) -> (IntegerProgram, LinearExpression) {
    switch self {
    case .moneyScale:
      fixedCharges(looseness: 1, unit: [1, 100].randomElement(using: &random) ?? 1, &random)
    case .looseLinks: fixedCharges(looseness: 10_000, unit: 1, &random)
    case .trickleFlow: trickle(&random)
    case .weightedSum: weighted(&random)
    case .equalityKnapsack: knapsack(&random, isEven: false)
    case .parity: knapsack(&random, isEven: true)
    case .tenOrders: wideRow(&random)
    }
  }

  /// Amounts move in few large lots, so that every point can be looked at.
  private func fixedCharges(looseness: Int, unit: Int, _ random: inout SeededGenerator) -> (
    IntegerProgram, LinearExpression
  ) {
    var program = IntegerProgram()
    var budget = LinearExpression()
    var objective = LinearExpression()
    var total = 0
    for index in 0..<Int.random(in: 2...4, using: &random) {
      let lots = Int.random(in: 1...4, using: &random)
      let lot = Int.random(in: 1_000_000...500_000_000, using: &random) * unit
      let x = program.addColumn("x\(index)", 0...1)
      let y = program.addColumn("y\(index)", 0...lots)
      let charge = Int.random(in: 0...lot, using: &random)
      program.addRow(
        "link\(index)", .column(y, lot) - .column(x, lots * lot * looseness), upper: 0)
      budget = budget + .column(y, lot) + .column(x, charge)
      objective =
        objective + .column(y, lot / 7 + Int.random(in: 0...lot, using: &random))
        - .column(x, charge)
      total += lots * lot + charge
    }
    program.addRow("budget", budget, upper: Int.random(in: 0...total, using: &random))
    return (program, objective)
  }

  private func trickle(_ random: inout SeededGenerator) -> (IntegerProgram, LinearExpression) {
    var program = IntegerProgram()
    var objective = LinearExpression()
    var charges = LinearExpression()
    for index in 0..<Int.random(in: 2...5, using: &random) {
      let x = program.addColumn("x\(index)", 0...1)
      let y = program.addColumn("y\(index)", 0...Int.random(in: 1...5, using: &random))
      program.addRow(
        "link\(index)",
        .column(y) - .column(x, Int.random(in: 100_000_000...900_000_000, using: &random)),
        upper: 0)
      objective = objective + .column(y, Int.random(in: 1...9, using: &random))
      charges = charges + .column(x, Int.random(in: 1...9, using: &random))
    }
    program.addRow("charges", charges, upper: Int.random(in: 0...12, using: &random))
    return (program, objective)
  }

  private func weighted(_ random: inout SeededGenerator) -> (IntegerProgram, LinearExpression) {
    var (program, first) = knapsackColumns(&random)
    let second = LinearExpression(
      program.columns.indices.map { .init($0, Int.random(in: 0...9, using: &random)) })
    let bound = first.terms.reduce(0) { $0 + $1.coefficient } / 2
    program.addRow("capacity", first, upper: bound)
    first = LinearExpression(
      program.columns.indices.map { .init($0, Int.random(in: 1...9, using: &random)) })
    let weight = [1_000_000, 100_000_000, 10_000_000_000].randomElement(using: &random) ?? 1
    return (program, first * weight + second)
  }

  private func knapsack(_ random: inout SeededGenerator, isEven: Bool) -> (
    IntegerProgram, LinearExpression
  ) {
    var (program, weights) = knapsackColumns(&random)
    let total = weights.terms.reduce(0) { $0 + $1.coefficient }
    let bound = Int.random(in: 0...total, using: &random)
    if isEven {
      weights = weights * 2
      program.addRow("exact", weights, lower: 2 * bound + 1, upper: 2 * bound + 1)
    } else {
      program.addRow("exact", weights, lower: bound, upper: bound)
    }
    let profits = LinearExpression(
      program.columns.indices.map { .init($0, Int.random(in: -9...20, using: &random)) })
    return (program, profits)
  }

  private func knapsackColumns(_ random: inout SeededGenerator) -> (
    IntegerProgram, LinearExpression
  ) {
    var program = IntegerProgram()
    let count = Int.random(in: 3...9, using: &random)
    for index in 0..<count { _ = program.addColumn("x\(index)", 0...1) }
    // Few distinct weights, so that some exact fillings exist.
    let most = [5, 40, 1_000].randomElement(using: &random) ?? 40
    return (
      program,
      LinearExpression(
        program.columns.indices.map { .init($0, Int.random(in: 1...most, using: &random)) })
    )
  }

  private func wideRow(_ random: inout SeededGenerator) -> (IntegerProgram, LinearExpression) {
    var program = IntegerProgram()
    var sizes = (0...10).map { exponent in (0..<exponent).reduce(1) { size, _ in size * 10 } }
    sizes.shuffle(using: &random)
    let count = Int.random(in: 3...8, using: &random)
    for index in 0..<count { _ = program.addColumn("x\(index)", 0...(index < 2 ? 3 : 1)) }
    func row(_ signed: Bool) -> LinearExpression {
      LinearExpression(
        (0..<count).map {
          .init($0, sizes[$0] * Int.random(in: (signed ? -9 : 1)...9, using: &random))
        })
    }
    for index in 0..<2 {
      let terms = row(index == 1)
      let reach = terms.terms.reduce(0) { $0 + abs($1.coefficient) }
      let bound = Int.random(in: -reach / 4...reach, using: &random)
      if Bool.random(using: &random) {
        program.addRow("r\(index)", terms, upper: bound)
      } else {
        program.addRow("r\(index)", terms, lower: bound - reach / 1_000, upper: bound)
      }
    }
    return (program, row(true))
  }
}
