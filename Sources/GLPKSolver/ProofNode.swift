internal import LinearProgram

/// A node of a search tree as the proof needs it; the whole tree is written down as a ``Proof`` from its root at the end.
///
/// A search that keeps no proof has none: `nil` takes the place of every node.
final class ProofNode {
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
    case branch(column: Int, value: Int, below: ProofNode, above: ProofNode)
    case proved(Proof)
  }

  private var steps: [Step] = []
  private var end = End.inherited
  /// The best bound known of it, and its proof.
  private var bound: (proof: Proof, value: Int128)?

  /// Records a weighted sum of rows that was used in the node.
  func add(_ combination: Combination, withObjective: Bool = true) {
    let multipliers = Proof.Multipliers(combination.multipliers, scale: combination.scale)
    steps.append(.combination(multipliers, withObjective: withObjective))
    guard withObjective else { return }
    let proof = Proof.combination(multipliers, withObjective: true, then: nil)
    keep(proof, bound: combination.wholeBound)
  }

  /// Keeps the proof of a bound, in case the bound closes the node, or what it is split into, later.
  func keep(_ proof: @autoclosure () -> Proof, bound value: Int128) {
    guard bound.map({ value < $0.value }) ?? true else { return }
    bound = (proof(), value)
  }

  /// Records that one side of a branching was closed at once.
  func cut(column: Int, value: Int, above: Bool, by proof: Proof) {
    steps.append(.cut(column: column, value: value, above: above, proof))
  }

  /// The last step has closed it.
  func close() { end = .closed }

  /// Nothing is left in it, or one point that does not count.
  func closeEmpty() { end = .empty }

  func close(by proof: Proof) { end = .proved(proof) }

  /// Splits it into two.
  func branch(column: Int, value: Int) -> (below: ProofNode, above: ProofNode) {
    let children = (below: ProofNode(), above: ProofNode())
    children.below.bound = bound
    children.above.bound = bound
    end = .branch(column: column, value: value, below: children.below, above: children.above)
    return children
  }

  /// Everything from this node on.
  var proof: Proof {
    // Children stand behind their parents, so that the proof is built from the back.
    var nodes = [self]
    var children: [(below: Int, above: Int)?] = []
    var next = 0
    while next < nodes.count {
      if case .branch(_, _, let below, let above) = nodes[next].end {
        children.append((nodes.count, nodes.count + 1))
        nodes += [below, above]
      } else {
        children.append(nil)
      }
      next += 1
    }
    var built: [Proof] = Array(repeating: .empty, count: nodes.count)
    for index in nodes.indices.reversed() {
      let sides = children[index].map { (built[$0.below], built[$0.above]) }
      built[index] = nodes[index].written(sides)
    }
    return built[0]
  }

  private func written(_ sides: (below: Proof, above: Proof)?) -> Proof {
    var proof: Proof?
    switch end {
    case .inherited: proof = bound?.proof ?? .byBounds
    case .closed: proof = nil
    case .empty: proof = .empty
    case .branch(let column, let value, _, _):
      proof = sides.map {
        .branch(column: column, value: value, below: $0.below, above: $0.above)
      }
    case .proved(let given): proof = given
    }
    for step in steps.reversed() {
      switch step {
      case .combination(let multipliers, let withObjective):
        proof = .combination(multipliers, withObjective: withObjective, then: proof)
      case .cut(let column, let value, let above, let side):
        let rest = proof ?? .empty
        proof = .branch(
          column: column, value: value, below: above ? rest : side, above: above ? side : rest)
      }
    }
    return proof ?? .empty
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
