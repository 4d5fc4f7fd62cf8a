/// Takes amounts that may move freely out of rows: what a choice uses of a row that an amount can make up for becomes a use of the
/// amount's other rows.
///
/// Amounts of a block first make up for the block's own rows; what is left of them for linking rows.
struct Elimination {
  /// An amount's column after what came before it, and the row it makes up for.
  private struct Pivot {
    var row: Int
    var column: [Double]
    var loss: Double
  }

  private let relaxation: Relaxation
  /// By block, over own and linking sides; and over linking sides for all.
  private var own: [[Pivot]]
  private var linking: [Pivot] = []

  init(_ point: InteriorPoint, room: Double) {
    relaxation = point.relaxation
    own = Array(repeating: [], count: relaxation.blocks.count)
    var rest: [(column: [Double], loss: Double)] = []
    for block in relaxation.blocks.indices {
      let tight = relaxation.local(
        point.relaxation.sides.indices.map {
          point.multipliers[$0] > point.slacks[$0] ? 1 : 0
        }, of: block)
      let ownCount = relaxation.blocks[block].sides.count
      for node in Elimination.freeAmounts(point, block, room: room) {
        var (column, loss) = column(of: node, point, block)
        eliminate(&column, &loss, own[block])
        let candidates = (0..<ownCount).filter { tight[$0] > 0 }
        if let row = Elimination.pivot(column, among: candidates) {
          own[block].append(Pivot(row: row, column: column, loss: loss))
        } else {
          rest.append((Array(column[ownCount...]), loss))
        }
      }
    }
    let tight = (0..<relaxation.linkingCount).filter {
      point.multipliers[relaxation.firstLinking + $0] > point.slacks[relaxation.firstLinking + $0]
    }
    for one in rest {
      var (column, loss) = one
      eliminate(&column, &loss, linking)
      if let row = Elimination.pivot(column, among: tight) {
        linking.append(Pivot(row: row, column: column, loss: loss))
      }
    }
  }

  /// One amount of each kind of a block, of which all together have much room both ways.
  private static func freeAmounts(_ point: InteriorPoint, _ block: Int, room: Double) -> [Int] {
    let relaxation = point.relaxation
    var kinds: [Int: (node: Int, room: Double)] = [:]
    let nodes = relaxation.blocks[block].nodes
    var first = nodes.lowerBound
    while first < nodes.upperBound {
      let end = relaxation.end(ofTree: first, limit: nodes.upperBound)
      for node in first..<end {
        let isAmount =
          relaxation.parent.at[node] < 0
          ? relaxation.isAmount(root: node) : !relaxation.isStep(node, treeEnd: end)
        guard isAmount else { continue }
        let own = min(point.below.at[node], point.above.at[node])
        var key = 17
        for entry in Int(relaxation.entryStart.at[node])..<Int(relaxation.entryStart.at[node + 1]) {
          key = key &* 1_000_003 &+ Int(relaxation.entrySide.at[entry])
        }
        let known = kinds[key]
        kinds[key] = (known?.node ?? node, (known?.room ?? 0) + own)
      }
      first = end
    }
    return kinds.values.filter { $0.room > room }.map(\.node).sorted()
  }

  private func column(of node: Int, _ point: InteriorPoint, _ block: Int) -> ([Double], Double) {
    var column = Array(repeating: 0.0, count: relaxation.sideCount(of: block))
    for entry in Int(relaxation.entryStart.at[node])..<Int(relaxation.entryStart.at[node + 1]) {
      column[Int(relaxation.entrySide.at[entry])] += relaxation.entryValue.at[entry]
    }
    return (column, 0)
  }

  private static func pivot(_ column: [Double], among rows: [Int]) -> Int? {
    let largest = column.reduce(0) { max($0, abs($1)) }
    guard largest > 0, let best = rows.max(by: { abs(column[$0]) < abs(column[$1]) }),
      abs(column[best]) > 1e-4 * largest
    else { return nil }
    return best
  }

  private func eliminate(_ column: inout [Double], _ loss: inout Double, _ pivots: [Pivot]) {
    for pivot in pivots {
      let factor = column[pivot.row] / pivot.column[pivot.row]
      guard factor != 0 else { continue }
      for index in column.indices { column[index] -= factor * pivot.column[index] }
      column[pivot.row] = 0
    }
  }

  /// A use of a block's own and linking sides, where amounts make up for what they can.
  func reduced(_ use: [Double], of block: Int) -> [Double] {
    var (column, loss) = (use, 0.0)
    eliminate(&column, &loss, own[block])
    let ownCount = relaxation.blocks[block].sides.count
    var rest = Array(column[ownCount...])
    eliminate(&rest, &loss, linking)
    return Array(column[..<ownCount]) + rest
  }

  /// Sides that amounts make up for: positions among all sides.
  var madeUp: [Int] {
    var found = linking.map { relaxation.firstLinking + $0.row }
    for (block, pivots) in own.enumerated() {
      found += pivots.map { relaxation.side($0.row, of: block) }
    }
    return found
  }

  /// Room of all sides, where amounts make up for what they can.
  func reduced(room: [Double]) -> [Double] {
    var result = room
    for block in relaxation.blocks.indices {
      // Only what the block's own rows have is moved: the linking rows' room counts once.
      var use = relaxation.local(room, of: block)
      let ownCount = relaxation.blocks[block].sides.count
      for index in ownCount..<use.count { use[index] = 0 }
      var loss = 0.0
      eliminate(&use, &loss, own[block])
      for index in 0..<ownCount { result[relaxation.side(index, of: block)] = use[index] }
      for index in ownCount..<use.count { result[relaxation.side(index, of: block)] += use[index] }
    }
    var rest = Array(result[relaxation.firstLinking...])
    var loss = 0.0
    eliminate(&rest, &loss, linking)
    result.replaceSubrange(relaxation.firstLinking..., with: rest)
    return result
  }
}
