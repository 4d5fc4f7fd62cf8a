internal import LinearProgram

/// The tree of a search as it grows, written down as a ``Proof`` at the end; keeps nothing unless proofs are wanted.
struct ProofTree {
  /// What happened in a node before it was closed or split.
  private enum Step {
    case combination(Proof.Multipliers, withObjective: Bool)
    /// One side of a branching was closed at once; the node goes on with the other.
    case cut(column: Int, value: Int, above: Bool, Proof)
  }

  private enum End {
    /// Nobody has worked on it: its parent's combination closes it.
    case inherited
    /// The last step has closed it.
    case closed
    case empty
    case branch(column: Int, value: Int, below: Int, above: Int)
    case proved(Proof)
  }

  private struct Node {
    var steps: [Step] = []
    var end = End.inherited
    /// The best bound known of it, and its proof.
    var bound: (proof: Proof, value: Int128)?
  }

  let isKept: Bool
  private var nodes: [Node] = []

  init(isKept: Bool) {
    self.isKept = isKept
    if isKept { nodes.append(Node()) }
  }

  /// Records a weighted sum of rows that was used in a node.
  mutating func add(_ combination: Combination, withObjective: Bool = true, to node: Int) {
    guard isKept else { return }
    let multipliers = Proof.Multipliers(combination.multipliers, scale: combination.scale)
    nodes[node].steps.append(.combination(multipliers, withObjective: withObjective))
    guard withObjective else { return }
    let proof = Proof.combination(multipliers, withObjective: true, then: nil)
    keep(proof, bound: combination.wholeBound, of: node)
  }

  /// Keeps the proof of a bound, in case the bound closes the node, or what it is split into, later.
  mutating func keep(_ proof: @autoclosure () -> Proof, bound: Int128, of node: Int) {
    guard isKept, nodes[node].bound.map({ bound < $0.value }) ?? true else { return }
    nodes[node].bound = (proof(), bound)
  }

  /// Records that one side of a branching was closed at once.
  mutating func cut(_ node: Int, column: Int, value: Int, above: Bool, by proof: Proof?) {
    guard isKept, let proof else { return }
    nodes[node].steps.append(.cut(column: column, value: value, above: above, proof))
  }

  /// The node's last step has closed it.
  mutating func close(_ node: Int) {
    if isKept { nodes[node].end = .closed }
  }

  /// Nothing is left in the node, or one point that does not count.
  mutating func closeEmpty(_ node: Int) {
    if isKept { nodes[node].end = .empty }
  }

  mutating func close(_ node: Int, by proof: Proof?) {
    if isKept, let proof { nodes[node].end = .proved(proof) }
  }

  /// Splits a node; returns the two new ones.
  mutating func branch(_ node: Int, column: Int, value: Int) -> (below: Int, above: Int) {
    guard isKept else { return (0, 0) }
    let child = Node(bound: nodes[node].bound)
    nodes += [child, child]
    let (below, above) = (nodes.count - 2, nodes.count - 1)
    nodes[node].end = .branch(column: column, value: value, below: below, above: above)
    return (below, above)
  }

  /// The whole tree; children stand behind their parents, so that it is built from the back.
  var proof: Proof? {
    guard isKept else { return nil }
    var built: [Proof] = Array(repeating: .empty, count: nodes.count)
    for index in nodes.indices.reversed() {
      let node = nodes[index]
      var proof: Proof?
      switch node.end {
      case .inherited: proof = node.bound?.proof ?? .byBounds
      case .closed: proof = nil
      case .empty: proof = .empty
      case .branch(let column, let value, let below, let above):
        proof = .branch(column: column, value: value, below: built[below], above: built[above])
      case .proved(let given): proof = given
      }
      for step in node.steps.reversed() {
        switch step {
        case .combination(let multipliers, let withObjective):
          proof = .combination(multipliers, withObjective: withObjective, then: proof)
        case .cut(let column, let value, let above, let side):
          let rest = proof ?? .empty
          proof = .branch(
            column: column, value: value, below: above ? rest : side, above: above ? side : rest)
        }
      }
      built[index] = proof ?? .empty
    }
    return built[0]
  }
}

extension Proof.Multipliers {
  /// The multipliers that are not 0.
  init(_ multipliers: [Int128], scale: Int, rows: (Int) -> Int = { $0 }) {
    var sparse: [(row: Int, multiplier: Int)] = []
    for (row, multiplier) in multipliers.enumerated() where multiplier != 0 {
      sparse.append((rows(row), Int(multiplier)))
    }
    self.init(rows: sparse, scale: scale)
  }
}

extension Proof {
  /// The same proof with rows and columns named by other indices.
  func renamed(row: (Int) -> Int, column: (Int) -> Int) -> Proof {
    func renamed(_ multipliers: Multipliers) -> Multipliers {
      Multipliers(
        rows: multipliers.rows.map { (row($0.row), $0.multiplier) }, scale: multipliers.scale)
    }
    switch self {
    case .empty: return .empty
    case .combination(let multipliers, let withObjective, let then):
      return .combination(
        renamed(multipliers), withObjective: withObjective,
        then: then?.renamed(row: row, column: column))
    case .branch(let index, let value, let below, let above):
      return .branch(
        column: column(index), value: value, below: below.renamed(row: row, column: column),
        above: above.renamed(row: row, column: column))
    case .split(let multipliers, let blocks):
      return .split(
        renamed(multipliers),
        blocks.map {
          BlockProof(
            block: $0.block, value: $0.value, proof: $0.proof.renamed(row: row, column: column))
        })
    }
  }
}
