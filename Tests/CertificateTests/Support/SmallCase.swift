import Certificate
import LinearProgram
import Policy
import ReferenceProver
import ReferenceSolver

/// A random program with goals, small enough that every point can be looked at, and what is best in it.
struct SmallCase {
  let program: IntegerProgram
  let goals: [(expression: LinearExpression, isMaximised: Bool)]
  /// Every point that keeps the rows.
  let points: [[Int]]

  init(seed: Int, columns count: Int? = nil) {
    var random = SeededGenerator(seed: seed)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let count = count ?? number(3...6)
    var program = IntegerProgram()
    for column in 0..<count {
      // The first ones are a selection.
      let bounds = column < 3 ? 0...1 : number(-2...0)...number(0...3)
      let block = number(0...3)
      _ = program.addColumn("x[\(column)]", bounds, block: block == 3 ? nil : block)
    }
    func expression(_ range: ClosedRange<Int>) -> LinearExpression {
      LinearExpression(
        (0..<count).compactMap { column in
          number(0...2) == 0 ? nil : IntegerProgram.Term(column, number(range))
        }, constant: number(-3...3))
    }
    for row in 0..<number(2...5) {
      let middle = number(-3...6)
      let kind = number(0...5)
      program.addRow(
        "row \(row)", expression(-4...5), lower: kind < 2 ? middle - number(0...4) : nil,
        upper: kind > 0 ? middle + number(0...5) : nil)
    }
    self.program = program
    goals = (0..<number(1...3)).map { _ in (expression(-3...5), number(0...1) == 1) }
    var points: [[Int]] = []
    ReferenceSolver.forEachPoint(of: program) { points.append($0) }
    self.points = points
  }

  /// Two blocks of columns, each with its own rows, and one row that links them.
  init(blocksWithSeed seed: Int) {
    var random = SeededGenerator(seed: seed)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    var program = IntegerProgram()
    for column in 0..<6 {
      _ = program.addColumn("x[\(column)]", 0...(column < 3 ? 1 : 2), block: column % 2)
    }
    func expression(_ columns: [Int], _ range: ClosedRange<Int>) -> LinearExpression {
      LinearExpression(columns.map { IntegerProgram.Term($0, number(range)) })
    }
    for block in 0...1 {
      let own = [block, block + 2, block + 4]
      for row in 0..<number(1...2) {
        program.addRow("block \(block) row \(row)", expression(own, 1...7), upper: number(5...12))
      }
    }
    program.addRow("link", expression(Array(0..<6), 1...5), upper: number(8...16))
    self.program = program
    goals = [(expression(Array(0..<6), 1...9), true), (expression([1, 2, 4], -2...3), false)]
    var points: [[Int]] = []
    ReferenceSolver.forEachPoint(of: program) { points.append($0) }
    self.points = points
  }

  /// The best point, goal by goal, then column by column; `nil` if there is none.
  var best: [Int]? {
    var left = points
    for (expression, isMaximised) in goals {
      let values = left.map { expression.value(at: $0) }
      let best = isMaximised ? values.max() : values.min()
      left = left.filter { expression.value(at: $0) == best }
    }
    return left.max { $0.lexicographicallyPrecedes($1) }
  }

  /// What a certificate has to prove of a point.
  func statement(of point: [Int]) -> Statement {
    var copy = Program()
    for column in program.columns {
      _ = copy.addColumn(column.name, column.lower...column.upper, block: column.block)
    }
    for row in program.rows {
      copy.addRow(
        Program.Row(
          row.name, Expression(LinearExpression(row.terms)), lower: row.lower.map { Int128($0) },
          upper: row.upper.map { Int128($0) }))
    }
    return Statement(
      program: copy,
      goals: goals.enumerated().map { index, goal in
        .init("g\(index)", Expression(goal.expression), isMaximised: goal.isMaximised)
      }, selection: Array(0..<3),
      tieBreak: program.columns.indices.map {
        .init("x[\($0)]", .column($0), isMaximised: true)
      }, point: point)
  }

  /// The steps of a certificate of a point, with proofs of the prover's.
  func steps(_ point: [Int], _ prover: ReferenceProver, withSelection: Bool) -> [ProofStep] {
    var steps: [ProofStep] = []
    var locked = program
    func add(
      _ subject: ProofStep.Subject, _ gain: LinearExpression, _ claim: Int?, value: Int,
      over program: IntegerProgram
    ) {
      steps.append(
        ProofStep(
          subject: subject, value: value, rows: program.rows.map(\.name),
          proof: prover.proof(that: gain, isAtMost: claim, over: program)))
    }
    for (index, goal) in goals.enumerated() {
      let gain = goal.expression * (goal.isMaximised ? 1 : -1)
      let value = goal.expression.value(at: point)
      add(.goal(index), gain, gain.value(at: point), value: value, over: locked)
      if withSelection, index == goals.count - 1, !gain.terms.isEmpty {
        var others = locked
        others.addRow("selection:other", Self.changes(point), lower: 1)
        add(.selection, gain, gain.value(at: point) - 1, value: value, over: others)
      }
      locked.addRow("goal:g\(index)", goal.expression, lower: value, upper: value)
    }
    if withSelection, goals.last?.expression.terms.isEmpty == false {
      for column in 0..<3 {
        locked.setBounds(column, lower: point[column], upper: point[column])
      }
    }
    for column in program.columns.indices {
      let gain = LinearExpression.column(column)
      add(.choice(column), gain, point[column], value: point[column], over: locked)
      locked.addRow("tie:x[\(column)]", gain, lower: point[column], upper: point[column])
    }
    return steps
  }

  /// Number of columns among the first three in which a point differs.
  static func changes(_ point: [Int]) -> LinearExpression {
    .sum(
      (0..<3).map {
        point[$0] == 1
          ? LinearExpression(constant: 1) - .column($0) : LinearExpression.column($0)
      })
  }

  /// Whether every point as good as the best has its selection.
  func isSelectionUnique(_ point: [Int]) -> Bool {
    points.allSatisfy { other in
      other.prefix(3).elementsEqual(point.prefix(3))
        || !goals.allSatisfy {
          $0.expression.value(at: other) == $0.expression.value(at: point)
        }
    }
  }
}

extension Certificate.Expression {
  /// The same expression.
  init(_ expression: LinearExpression) {
    self.init(
      expression.terms.map { Term($0.column, Int128($0.coefficient)) },
      constant: Int128(expression.constant))
  }
}
