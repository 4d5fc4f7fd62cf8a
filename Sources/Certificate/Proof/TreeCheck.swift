/// Checks one proof, node by node in the order in which they are written.
///
/// Boxes that are still to be proved stand on a stack of its own, so that no depth of a proof can exhaust the program's.
struct TreeCheck: Sendable {
  /// What is to be proved of the box at hand.
  struct Aim: Sendable {
    /// Columns that matter; the objective is 0 at all others.
    var columns: [Int]
    var objective: [Int128]
    /// "No point has an objective above this."
    var claim: Int128
    /// The block that is proved by itself; `nil` outside a split.
    var block: Int?
  }

  /// A box, or a set of blocks, that waits for what is inside it.
  enum Frame: Sendable {
    /// The lower half of a branch is being proved.
    case below(column: Int, value: Int, mark: Int)
    /// The upper half is.
    case above(mark: Int)
    /// Blocks of a split are.
    case split(Split)
    /// A block is, within the aim of the whole.
    case block(mark: Int, whole: Aim)
  }

  let problem: Problem
  /// The box at hand.
  var box: Box
  var aim: Aim
  var frames: [Frame] = []
  /// Whether every box is done.
  private(set) var isFinished = false
  /// Nodes seen, and the combinations among them.
  private(set) var nodes = 0
  private(set) var combinations = 0

  init(_ problem: Problem) {
    self.problem = problem
    box = problem.box
    aim = Aim(columns: problem.open, objective: problem.objective, claim: problem.claim)
  }

  /// Checks the next node.
  ///
  /// - Returns: what ``combination`` or ``end`` leave: a combination its slack, which closes the box if it is negative; an end the sum
  ///   of its blocks and rows over what the claim allows. `nil` for other nodes.
  mutating func take(_ node: ProofNode) throws(ProofFault) -> Int128? {
    if isFinished { throw .closedProof }
    if case .split(let split) = frames.last { return try take(node, in: split) }
    if isLeaf && node != .empty { throw .leaf }
    let result = try takeHere(node)
    nodes += 1
    return result
  }

  /// A node of the box at hand, which is not empty unless the node says so.
  private mutating func takeHere(_ node: ProofNode) throws(ProofFault) -> Int128? {
    switch node {
    case .empty:
      guard try isDone else { throw .notEmpty }
      try close()
    case .branch(let column, let value):
      guard box.lower.indices.contains(column), box.lower[column] <= value,
        value < box.upper[column], aim.block == nil || problem.blocks[column] == aim.block
      else { throw .branch(column: column) }
      frames.append(.below(column: column, value: value, mark: box.mark))
      box.restrict(column, to: (box.lower[column], value))
      try box.propagate()
    case .combination(let scale, let multipliers):
      let slack = try combine(scale, multipliers)
      combinations += 1
      return slack
    case .split(let scale, let multipliers):
      frames.append(.split(try Split(scale: scale, multipliers, self)))
    case .block, .end: throw .split
    }
    return nil
  }

  /// Whether the box at hand is empty or a single point, so that there is nothing left to divide.
  var isLeaf: Bool { box.isEmpty || aim.columns.allSatisfy(box.isFixed) }

  /// Whether the box is a leaf without a point that counts.
  private var isDone: Bool {
    get throws(ProofFault) {
      if box.isEmpty { return true }
      guard isLeaf else { return false }
      return try largest(aim.objective, over: aim.columns) <= aim.claim
    }
  }

  /// The largest value of a sum over some columns in the box, whatever the rows say; coefficients by column.
  func largest(_ coefficients: [Int128], over columns: [Int]) throws(ProofFault) -> Int128 {
    var sum: Int128 = 0
    for column in columns where coefficients[column] != 0 {
      let coefficient = coefficients[column]
      let end = coefficient > 0 ? box.upper[column] : box.lower[column]
      sum = try Exact.sum(sum, Exact.product(coefficient, Int128(end)))
    }
    return sum
  }

  /// The box at hand is done: goes on to the next that is not.
  mutating func close() throws(ProofFault) {
    while let frame = frames.popLast() {
      switch frame {
      case .below(let column, let value, let mark):
        box.undo(to: mark)
        frames.append(.above(mark: mark))
        box.restrict(column, to: (value + 1, box.upper[column]))
        return try box.propagate()
      case .above(let mark): box.undo(to: mark)
      case .block(let mark, let whole):
        box.undo(to: mark)
        box.scope = nil
        aim = whole
        return
      case .split: break
      }
    }
    isFinished = true
  }
}
