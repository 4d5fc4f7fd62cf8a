import Certificate

/// Small statements made by hand.
enum Hand {
  /// A program with columns `x0`, `x1` …, and rows `r1`, `r2` … of coefficients, lower and upper side.
  static func program(
    _ bounds: [ClosedRange<Int>], blocks: [Int?] = [],
    _ rows: [(coefficients: [Int], lower: Int?, upper: Int?)]
  ) -> Program {
    var program = Program()
    for (column, range) in bounds.enumerated() {
      let block = blocks.isEmpty ? nil : blocks[column]
      _ = program.addColumn("x\(column)", range, block: block)
    }
    for (index, row) in rows.enumerated() {
      program.addRow(
        Program.Row(
          "r\(index + 1)", expression(row.coefficients), lower: row.lower.map { Int128($0) },
          upper: row.upper.map { Int128($0) }))
    }
    return program
  }

  static func expression(_ coefficients: [Int]) -> Expression {
    Expression(coefficients.enumerated().map { .init($0, Int128($1)) })
  }

  /// The example of the page: 5x₀ + 4x₁ + 3x₂ ≤ 7, 10x₀ + 7x₁ + 5x₂ as large as possible.
  static let fund = Statement(
    program: program([0...1, 0...1, 0...1], [([5, 4, 3], nil, 7)]),
    goals: [.init("value", expression([10, 7, 5]), isMaximised: true)], selection: [0, 1, 2],
    tieBreak: (0..<3).map { .init("x\($0)", .column($0), isMaximised: true) }, point: [0, 1, 1])

  /// One goal over a program, to be maximised, and nothing after it.
  static func statement(_ program: Program, _ goal: [Int], at point: [Int]) -> Statement {
    Statement(
      program: program, goals: [.init("g", expression(goal), isMaximised: true)], selection: [],
      tieBreak: [], point: point)
  }

  /// A check at the first goal.
  static func check(_ statement: Statement) throws -> CertificateCheck {
    var check = try CertificateCheck(statement)
    try check.begin(
      .goal(0), value: statement.goals[0].expression.value(at: statement.point))
    return check
  }

  /// The fault of some nodes at the first goal; `nil` if all are let pass.
  static func fault(_ statement: Statement, _ nodes: ProofNode...) throws -> ProofFault? {
    var check = try check(statement)
    do throws(ProofFault) {
      for node in nodes { _ = try check.take(node) }
      return nil
    } catch {
      return error
    }
  }

  /// Results of some nodes at the first goal, and whether they are a proof.
  static func results(
    _ statement: Statement, _ nodes: ProofNode...
  ) throws -> (results: [Int128?], isProved: Bool) {
    var check = try check(statement)
    let results = try nodes.map { try check.take($0) }
    return (results, check.isStepProved)
  }
}

extension ProofNode {
  /// A combination with the objective, of rows and multipliers by turns.
  static func combine(_ scale: Int?, _ numbers: Int...) -> ProofNode {
    .combination(scale: scale, list(numbers))
  }

  static func split(_ scale: Int, _ numbers: Int...) -> ProofNode {
    .split(scale: scale, list(numbers))
  }

  private static func list(_ numbers: [Int]) -> [RowMultiplier] {
    stride(from: 0, to: numbers.count, by: 2).map {
      RowMultiplier(row: numbers[$0], multiplier: numbers[$0 + 1])
    }
  }
}
