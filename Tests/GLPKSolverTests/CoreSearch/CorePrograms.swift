import LinearProgram
import ReferenceSolver

/// Random programs of the kind the core search is for, small enough to enumerate: decisions in blocks, amounts and steps that they switch
/// on, what follows from amounts, pairs of decisions, amounts that stand alone, and rows that link the blocks.
struct CorePrograms {
  /// What is special about a program.
  enum Family: CaseIterable {
    case plain
    /// Everything is worth and uses the same.
    case tied
    /// Coefficients over ten orders of magnitude.
    case spread
    /// Coefficients so large that sums of them fill an integer.
    case huge
    /// Caps of zero, blocks without columns or rows, rows that nothing can break.
    case edges
    /// Rows that must be met exactly.
    case exact
    /// Floors and caps that often contradict each other.
    case tight
  }

  private(set) var program = IntegerProgram()
  private(set) var objective = LinearExpression()
  private let family: Family
  private var random: SeededGenerator
  /// All columns but the dependent ones.
  private var columns: [Int] = []

  init(_ family: Family, seed: Int) {
    self.family = family
    random = SeededGenerator(seed: seed)
    for block in 0..<draw(1...3) {
      if family == .edges, draw(0...4) == 0 { continue }
      addBlock(block)
    }
    if draw(0...2) == 0 { columns.append(program.addColumn(0...draw(1...3))) }
    // Wide enough to count as an amount of its own.
    if draw(0...3) == 0 { columns.append(program.addColumn(0...draw(16...20), block: 0)) }
    if draw(0...3) == 0 { columns.append(program.addColumn(-2...1)) }
    for index in 0..<draw(0...2) { addRow(over: columns, isExact: family == .exact && index == 0) }
    let worth = columns.map { IntegerProgram.Term($0, draw(0...5) == 0 ? -size() : size()) }
    objective = objective + LinearExpression(worth, constant: draw(-5...5))
  }

  private mutating func draw(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func size() -> Int {
    switch family {
    case .plain, .exact, .tight: draw(1...30)
    case .tied: 5
    case .spread: [1, 40, 1_000, 60_000, 10_000_000, 9_999_999_999][draw(0...5)] * draw(1...3)
    case .huge: draw(1...9) * 10_000_000_000_000_000 + draw(0...9)
    case .edges: draw(0...4) * 7
    }
  }

  private mutating func addBlock(_ block: Int) {
    let switches = (0..<draw(2...3)).map { _ in program.addColumn(0...1, block: block) }
    var own = switches
    if draw(0...1) == 0 { own += addRider(to: switches[0], block) }
    if draw(0...2) == 0 { addPair(switches[0], switches[1]) }
    if let last = columns.first, draw(0...3) == 0 { addPair(last, switches[1]) }
    for _ in 0..<draw(family == .edges ? 0...1 : 1...2) { addRow(over: own, isExact: false) }
    columns += own
  }

  /// An amount that a decision switches on, with or without a least, perhaps in steps and with what follows from it.
  private mutating func addRider(to top: Int, _ block: Int) -> [Int] {
    let most = draw(2...4)
    let amount = program.addColumn(0...most, block: block)
    let on = LinearExpression.column(amount) - .column(top, most)
    // The same row, written the one way or the other.
    if draw(0...1) == 0 { program.addRow(on, upper: 0) } else { program.addRow(on * -1, lower: 0) }
    if draw(0...1) == 0 { program.addRow(.column(amount) - .column(top), lower: 0) }
    if draw(0...2) == 0 {
      let dependent = program.addColumn(0...most, block: block)
      program.addRow(
        .column(dependent, draw(1...2)) - .column(amount, draw(1...2)), lower: draw(-1...0))
      objective = objective + .column(dependent, -draw(0...2) * size())
    }
    return [amount]
  }

  private mutating func addPair(_ x: Int, _ y: Int) {
    guard program.upperBounds[x] == 1 else { return }
    switch draw(0...2) {
    case 0: program.addRow(.column(x) - .column(y), upper: 0)
    case 1: program.addRow(.column(x) + .column(y), upper: 1)
    default: program.addRow(.column(x) + .column(y), lower: 1)
    }
  }

  private mutating func addRow(over columns: [Int], isExact: Bool) {
    let terms = columns.map { IntegerProgram.Term($0, size()) }
    let total = terms.reduce(0) { $0 + $1.coefficient * program.upperBounds[$1.column] }
    var cap = total / 10 * draw(2...8)
    if family == .edges { cap = [0, total, cap, cap][draw(0...3)] }
    if isExact {
      // What some of the columns use, so that it can be met.
      cap = terms.reduce(0) { $0 + (draw(0...1) == 0 ? $1.coefficient : 0) }
    }
    let floor = family == .tight && draw(0...1) == 0 ? total / 10 * draw(1...7) : cap / 3
    let hasFloor = isExact || draw(0...5) == 0 || family == .tight
    program.addRow(
      LinearExpression(terms), lower: isExact ? cap : hasFloor ? floor : nil, upper: cap)
  }
}
