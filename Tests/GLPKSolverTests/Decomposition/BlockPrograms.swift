import LinearProgram
import ReferenceSolver

/// Random programs of a few blocks, small enough to enumerate: yes-or-no columns with knapsack rows of their block, amounts that they switch
/// on, and rows that link the blocks.
struct BlockPrograms {
  /// Kinds of numbers that have fooled solvers.
  enum Family: CaseIterable {
    case plain
    /// Objective and rows in the smallest units of money and land.
    case money
    /// Many equal projects: ties everywhere.
    case tied
    /// Coefficients spread over ten orders of magnitude.
    case spread
    /// Caps of zero, and columns that fill a cap alone.
    case edges
    /// Rows that must be met exactly.
    case exact
  }

  let program: IntegerProgram
  let objective: LinearExpression

  init(_ family: Family, seed: Int) {
    var random = SeededGenerator(seed: seed)
    func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func size() -> Int {
      switch family {
      case .plain, .exact: draw(1...30)
      case .money: draw(1...30) * 1_000_003 + draw(0...9)
      case .tied: draw(1...2) * 5
      case .spread: [1, 40, 1_000, 60_000, 10_000_000, 9_999_999_999][draw(0...5)] * draw(1...3)
      case .edges: draw(0...4) * 7
      }
    }
    var program = IntegerProgram()
    var all: [Int] = []
    var worth: [IntegerProgram.Term] = []
    for block in 0..<draw(2...4) {
      let switches = (0..<draw(3...5)).map { _ in program.addColumn(0...1, block: block) }
      all += switches
      worth += switches.map { IntegerProgram.Term($0, size()) }
      for _ in 0..<draw(1...2) {
        let terms = switches.map { IntegerProgram.Term($0, size()) }
        let total = terms.reduce(0) { $0 + $1.coefficient }
        let cap = family == .edges && draw(0...4) == 0 ? 0 : total * draw(2...8) / 10
        program.addRow(LinearExpression(terms), upper: cap)
      }
      if draw(0...1) == 0, let first = switches.first {
        let most = draw(1...3)
        let amount = program.addColumn(0...most, block: block)
        program.addRow(.column(amount) - .column(first, most), upper: 0)
        all.append(amount)
      }
    }
    for index in 0..<draw(1...2) {
      let terms = all.map { IntegerProgram.Term($0, size()) }
      let total = terms.reduce(0) { $0 + $1.coefficient }
      if family == .exact, index == 0 {
        // The sum of some columns, so that it can be met.
        let side = terms.reduce(0) { $0 + (draw(0...1) == 0 ? $1.coefficient : 0) }
        program.addRow(LinearExpression(terms), lower: side, upper: side)
      } else {
        program.addRow(LinearExpression(terms), upper: total * draw(2...7) / 10)
      }
    }
    self.program = program
    objective = LinearExpression(worth, constant: draw(-5...5))
  }
}
