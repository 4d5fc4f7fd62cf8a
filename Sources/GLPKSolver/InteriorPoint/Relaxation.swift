/// The linear relaxation in doubles, laid out for passes over all columns: block by block, tree by tree, each from its root.
///
/// A *node* is a column that is not dependent; what dependent columns cost and use is folded into the columns that define them.
/// A root takes values from `least` to `least + width`; a child takes values from `least` to `least + width` times its parent.
/// Coupling rows are read as *sides* a·x ≤ value or a·x = value. Objective and sides are scaled so that a typical decision is worth 1
/// and uses 1 of a side.
struct Relaxation {
  /// One side of a coupling row.
  struct Side {
    var row: Int
    /// +1 for the upper side; −1 for the lower one, read as −a·x ≤ −lower.
    var sign: Double
    var isEquation: Bool
    var value: Double
    /// Units of the row in one unit of the side.
    var scale = 1.0
  }

  /// One block: its nodes and the sides of its own rows.
  struct Block {
    var nodes: Range<Int>
    var sides: Range<Int>
  }

  /// A row over two roots, read as sign·x + sign·y ≤ (number of positive signs) − 1.
  struct Pair {
    var row: Int
    /// +1, or −1 where the row of the program is the negative of that.
    var factor: Int
    var nodes: (Int, Int)
    var signs: (Double, Double)

    var side: Double { (signs.0 > 0 ? 1 : 0) + (signs.1 > 0 ? 1 : 0) - 1 }
  }

  var blocks: [Block] = []
  /// Sides block by block, those of linking rows last.
  var sides: [Side] = []
  /// Where the linking sides start.
  var firstLinking = 0
  var pairs: [Pair] = []
  /// Objective of the program in one unit of the relaxation's.
  var unit = 1.0

  let nodeCount: Int
  /// Per node: the column it stands for; its parent, −1 for a root.
  let column: Buffer<Int32>
  let parent: Buffer<Int32>
  let least: Buffer<Double>
  let width: Buffer<Double>
  /// Largest magnitude of the node's value.
  let largest: Buffer<Double>
  let cost: Buffer<Double>
  /// Where the entries of each node start.
  let entryStart: Buffer<Int32>
  /// Side of each entry: position among the sides of the block, linking sides after its own.
  let entrySide: Buffer<UInt16>
  let entryValue: Buffer<Double>

  init(nodes: Int, entries: Int) {
    nodeCount = nodes
    column = Buffer(nodes, filledWith: -1)
    parent = Buffer(nodes, filledWith: -1)
    least = Buffer(nodes, filledWith: 0)
    width = Buffer(nodes, filledWith: 0)
    largest = Buffer(nodes, filledWith: 0)
    cost = Buffer(nodes, filledWith: 0)
    entryStart = Buffer(nodes + 1, filledWith: 0)
    entrySide = Buffer(entries, filledWith: 0)
    entryValue = Buffer(entries, filledWith: 0)
  }

  var linkingCount: Int { sides.count - firstLinking }

  /// Range up to which a root counts as a decision and not as an amount.
  static var widestDecision: Double { 15 }

  /// Sides that a block's entries speak of: its own, then the linking ones.
  func sideCount(of block: Int) -> Int { blocks[block].sides.count + linkingCount }

  /// The values of those sides, out of those of all sides.
  func local(_ values: [Double], of block: Int) -> [Double] {
    Array(values[blocks[block].sides]) + values[firstLinking...]
  }

  /// Position among all sides of one of a block's.
  func side(_ local: Int, of block: Int) -> Int {
    let own = blocks[block].sides
    return local < own.count ? own.lowerBound + local : firstLinking + local - own.count
  }

  /// Where the tree that starts at a node ends; `limit` is the end of its block.
  func end(ofTree node: Int, limit: Int) -> Int {
    var end = node + 1
    while end < limit, parent.at[end] >= 0 { end += 1 }
    return end
  }

  /// Calls back for every tree, block by block, in order.
  func forEachTree(_ body: (_ tree: Range<Int>, _ block: Int) -> Void) {
    for block in blocks.indices {
      forEachTree(of: block) { body($0, block) }
    }
  }

  /// Calls back for every tree of a block, in order.
  func forEachTree(of block: Int, _ body: (Range<Int>) -> Void) {
    let nodes = blocks[block].nodes
    var first = nodes.lowerBound
    while first < nodes.upperBound {
      let end = end(ofTree: first, limit: nodes.upperBound)
      body(first..<end)
      first = end
    }
  }

  /// Nodes of the largest tree.
  var largestTree: Int {
    var largest = 1
    forEachTree { tree, _ in largest = max(largest, tree.count) }
    return largest
  }

  /// Sides that the entries of one block speak of, at most.
  var mostSidesOfBlock: Int { blocks.indices.map { sideCount(of: $0) }.max() ?? 0 }

  /// Where the entries of a node are.
  func entries(of node: Int) -> Range<Int> {
    Int(entryStart.at[node])..<Int(entryStart.at[node + 1])
  }

  /// Whether a root is an amount of its own and no decision.
  func isAmount(root: Int) -> Bool { width.at[root] > Relaxation.widestDecision }

  /// Whether a child is a decision, e.g. how many steps, and not an amount that a decision switches on.
  func isStep(_ node: Int, treeEnd: Int) -> Bool {
    guard parent.at[node] >= 0 else { return false }
    return least.at[node] > 0 || node + 1 < treeEnd && Int(parent.at[node + 1]) == node
  }
}
