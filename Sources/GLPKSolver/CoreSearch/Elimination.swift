/// Takes amounts that may move freely out of rows: what a choice uses of a row that an amount can make up for becomes a use of the
/// amount's other rows.
///
/// That is Gaussian elimination, one amount of each kind as a pivot. Amounts of a block first make up for the block's own rows; what is left of them for linking rows.
struct Elimination {
  /// An amount's column after what came before it, and the row it makes up for.
  private struct Pivot {
    var row: Int
    var column: [Double]
  }

  private let relaxation: Relaxation
  /// By block, over own and linking sides; and over linking sides for all.
  private var own: [[Pivot]]
  private var linking: [Pivot] = []

  /// `room`: how far all amounts of a kind together must be able to move, both ways.
  init(_ point: InteriorPoint, room: Double) {
    relaxation = point.relaxation
    own = Array(repeating: [], count: relaxation.blocks.count)
    let isFull = point.isFull
    var rest: [[Double]] = []
    for (index, block) in relaxation.blocks.enumerated() {
      let rows = block.sides.indices.filter { isFull[$0] }.map { $0 - block.sides.lowerBound }
      for node in Elimination.freeAmounts(point, index, room: room) {
        let column = Elimination.reduced(column(of: node, index), own[index])
        if let row = Elimination.pivot(column, among: rows) {
          own[index].append(Pivot(row: row, column: column))
        } else {
          rest.append(Array(column[block.sides.count...]))
        }
      }
    }
    let rows = (0..<relaxation.linkingCount).filter { isFull[relaxation.firstLinking + $0] }
    for one in rest {
      let column = Elimination.reduced(one, linking)
      if let row = Elimination.pivot(column, among: rows) {
        linking.append(Pivot(row: row, column: column))
      }
    }
  }

  /// One amount of each kind of a block, of which all together have room.
  private static func freeAmounts(_ point: InteriorPoint, _ block: Int, room: Double) -> [Int] {
    let relaxation = point.relaxation
    var kinds: [Int: (node: Int, room: Double)] = [:]
    relaxation.forEachTree(of: block) { tree in
      for node in tree {
        let isAmount =
          relaxation.parent.at[node] < 0
          ? relaxation.isAmount(root: node) : !relaxation.isStep(node, treeEnd: tree.upperBound)
        guard isAmount else { continue }
        let own = min(point.below.at[node], point.above.at[node])
        let known = kinds[relaxation.kind(node)]
        kinds[relaxation.kind(node)] = (known?.node ?? node, (known?.room ?? 0) + own)
      }
    }
    return kinds.values.filter { $0.room > room }.map(\.node).sorted()
  }

  /// What one unit of a node uses of its block's own and linking sides.
  private func column(of node: Int, _ block: Int) -> [Double] {
    var column = Array(repeating: 0.0, count: relaxation.sideCount(of: block))
    for entry in relaxation.entries(of: node) {
      column[Int(relaxation.entrySide.at[entry])] += relaxation.entryValue.at[entry]
    }
    return column
  }

  /// The row of a column's largest entry, unless that is nothing but a rounding error.
  private static func pivot(_ column: [Double], among rows: [Int]) -> Int? {
    let largest = column.reduce(0) { max($0, abs($1)) }
    guard let best = rows.max(by: { abs(column[$0]) < abs(column[$1]) }),
      abs(column[best]) > 1e-4 * largest
    else { return nil }
    return best
  }

  /// A use of rows after the pivots have made up for theirs.
  private static func reduced(_ use: [Double], _ pivots: [Pivot]) -> [Double] {
    var use = use
    for pivot in pivots {
      let factor = use[pivot.row] / pivot.column[pivot.row]
      guard factor != 0 else { continue }
      for index in use.indices { use[index] -= factor * pivot.column[index] }
      use[pivot.row] = 0
    }
    return use
  }

  /// A use of a block's own and linking sides, where amounts make up for what they can.
  func reduced(_ use: [Double], of block: Int) -> [Double] {
    let first = Elimination.reduced(use, own[block])
    let ownCount = relaxation.blocks[block].sides.count
    return Array(first[..<ownCount]) + Elimination.reduced(Array(first[ownCount...]), linking)
  }

  /// Sides that amounts make up for, among all sides.
  var madeUp: [Bool] {
    var found = relaxation.sides.map { _ in false }
    for pivot in linking { found[relaxation.firstLinking + pivot.row] = true }
    for (block, pivots) in own.enumerated() {
      for pivot in pivots { found[relaxation.side(pivot.row, of: block)] = true }
    }
    return found
  }

  /// Room of all sides, where amounts make up for what they can.
  func reduced(room: [Double]) -> [Double] {
    var result = room
    for block in relaxation.blocks.indices {
      // The linking rows' own room counts once, below.
      let ownCount = relaxation.blocks[block].sides.count
      let own = Array(room[relaxation.blocks[block].sides])
      let none = Array(repeating: 0.0, count: relaxation.linkingCount)
      let reduced = Elimination.reduced(own + none, self.own[block])
      for index in 0..<ownCount { result[relaxation.side(index, of: block)] = reduced[index] }
      for index in ownCount..<reduced.count {
        result[relaxation.side(index, of: block)] += reduced[index]
      }
    }
    let rest = Elimination.reduced(Array(result[relaxation.firstLinking...]), linking)
    result.replaceSubrange(relaxation.firstLinking..., with: rest)
    return result
  }
}

extension InteriorPoint {
  /// Whether each side is full at the relaxation's optimum: worth more than it has room.
  var isFull: [Bool] {
    relaxation.sides.indices.map {
      relaxation.sides[$0].isEquation || multipliers[$0] > slacks[$0]
    }
  }
}
