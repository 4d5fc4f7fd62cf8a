extension InteriorPoint {
  /// Costs of a node at a margin, so that `room` is shared out by products `mu`: mu/below + mu/above = room.
  static func centered(_ margin: Double, _ room: Double, _ mu: Double) -> (
    below: Double, above: Double
  ) {
    guard room > 0 else { return (max(-margin, 0) + 1, max(margin, 0) + 1) }
    let half = mu / room
    // above² − (margin + 2·half)·above + half·margin = 0; the root above max(0, margin).
    let sum = margin + 2 * half
    let root = (margin * margin + 4 * half * half).squareRoot()
    let above = sum >= 0 ? (sum + root) / 2 : 2 * half * margin / (sum - root)
    return (max(above - margin, 1e-200), max(above, 1e-200))
  }

  /// Puts nodes near the path for the multipliers at hand, and gives every side the slack that the nodes leave.
  func start() {
    for (index, side) in relaxation.sides.enumerated() where !side.isEquation {
      multipliers[index] = max(multipliers[index], 1e-3)
    }
    let sums = Buffer<Double>(relaxation.sides.count, filledWith: 0)
    let fromPairs = pairs.initialMargins(relaxation)
    for block in relaxation.blocks.indices { center(block, sums, fromPairs) }
    for (index, side) in relaxation.sides.enumerated() where !side.isEquation {
      // Room enough that the first steps need not be tiny.
      slacks[index] = max(
        mu / multipliers[index], side.value - sums.at[index], 0.1 * abs(side.value))
    }
  }

  private func center(_ block: Int, _ sums: Buffer<Double>, _ fromPairs: [Int: Double]) {
    let nodes = relaxation.blocks[block].nodes
    let local = relaxation.local(multipliers, of: block)
    let work = works[0]
    var first = nodes.lowerBound
    local.withUnsafeBufferPointer { local in
      while first < nodes.upperBound {
        let tree = first..<relaxation.end(ofTree: first, limit: nodes.upperBound)
        for node in tree {
          var margin = relaxation.cost.at[node]
          for entry in relaxation.entries(of: node) {
            margin -= local[Int(relaxation.entrySide.at[entry])] * relaxation.entryValue.at[entry]
          }
          work.slope.at[node - first] = margin
          value.at[node] = relaxation.largest.at[node] / 2
        }
        work.slope.at[0] += fromPairs[first] ?? 0
        for round in 1...InteriorPoint.centering {
          center(tree, work, isLast: round == InteriorPoint.centering)
        }
        for node in tree {
          for entry in relaxation.entries(of: node) {
            let side = relaxation.side(Int(relaxation.entrySide.at[entry]), of: block)
            sums.at[side] += value.at[node] * relaxation.entryValue.at[entry]
          }
        }
        first = tree.upperBound
      }
    }
  }

  /// Rounds of a tree's centering: the value of a root and the costs of its children depend on each other.
  private static var centering: Int { 12 }

  private func center(_ tree: Range<Int>, _ work: TreeWork, isLast: Bool) {
    let first = tree.lowerBound
    for place in 0..<tree.count { work.margin.at[place] = work.slope.at[place] }
    for node in tree.reversed() {
      let margin = work.margin.at[node - first]
      let top = Int(relaxation.parent.at[node])
      let room = relaxation.width.at[node] * (top < 0 ? 1 : value.at[top])
      let costs = InteriorPoint.centered(margin, room, mu)
      belowCost.at[node] = costs.below
      aboveCost.at[node] = costs.above
      if top >= 0 {
        work.margin.at[top - first] +=
          relaxation.least.at[node] * margin + relaxation.width.at[node] * costs.above
      }
    }
    for node in tree {
      let top = Int(relaxation.parent.at[node])
      let parent = top < 0 ? 1 : value.at[top]
      let room = relaxation.width.at[node] * parent
      let share = aboveCost.at[node] / (aboveCost.at[node] + belowCost.at[node])
      below.at[node] = room * share
      above.at[node] = room * (1 - share)
      let new = relaxation.least.at[node] * parent + below.at[node]
      // A root moves half the way, on a logarithmic scale, so that it does not swing.
      value.at[node] = !isLast && top < 0 && new > 0 ? (value.at[node] * new).squareRoot() : new
    }
  }
}
