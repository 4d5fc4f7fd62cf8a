/// An open node of the tree: bounds that differ from the root's, and the bound proved for its parent.
struct OpenNode {
  /// Changed bounds on the way from the root, later ones overriding earlier ones.
  var changes: [BoundChange]
  /// Upper bound on every point of the node.
  var bound: Int128
  /// Order of creation, which breaks ties.
  var number: Int
  /// Its place in the proof.
  var record: ProofNode?
  /// How the node was made, for the pseudo-costs: the objective of the parent and the step.
  var origin: (column: Int, isUp: Bool, parentObjective: Double, distance: Double)?
}

/// New bounds of one column.
struct BoundChange {
  var column: Int
  var lower: Int
  var upper: Int
}

/// Open nodes, the one with the best bound first; a binary heap.
struct NodeQueue {
  private var heap: [OpenNode] = []

  var isEmpty: Bool { heap.isEmpty }
  var count: Int { heap.count }
  /// The best bound of all open nodes.
  var bestBound: Int128? { heap.first?.bound }

  private static func precedes(_ a: OpenNode, _ b: OpenNode) -> Bool {
    a.bound != b.bound ? a.bound > b.bound : a.number > b.number
  }

  mutating func insert(_ node: OpenNode) {
    heap.append(node)
    var child = heap.count - 1
    while child > 0, NodeQueue.precedes(heap[child], heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func removeBest() -> OpenNode? {
    guard let best = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return best }
    heap[0] = last
    var parent = 0
    while true {
      var first = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && NodeQueue.precedes(heap[child], heap[first]) { first = child }
      if first == parent { return best }
      heap.swapAt(parent, first)
      parent = first
    }
  }
}
