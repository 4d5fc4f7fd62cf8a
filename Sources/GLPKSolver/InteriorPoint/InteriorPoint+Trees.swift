/// Scratch for the elimination of one tree, by position in the tree.
final class TreeWork {
  /// Part of its width at which a node stays for an infinitely slow step, and share that it keeps of its parent's step.
  let fraction: Buffer<Double>
  let share: Buffer<Double>
  /// Change of a node's value per unit of its margin.
  let bend: Buffer<Double>
  /// Step of a node's value at unchanged margins.
  let drift: Buffer<Double>
  /// Step of both costs at unchanged margins.
  let pull: Buffer<Double>
  /// 1/(below/belowCost + above/aboveCost), 0 for a node that cannot move.
  let softness: Buffer<Double>
  /// What the children add to the margin, and take from it per unit of the node's step.
  let push: Buffer<Double>
  let drag: Buffer<Double>
  /// 1/(1 + drag × bend).
  let damping: Buffer<Double>
  let step: Buffer<Double>
  let slope: Buffer<Double>
  let margin: Buffer<Double>
  /// Curvature directions, node by node, and the sides where one is not 0.
  let directions: Buffer<Double>
  let support: Buffer<Int32>

  init(nodes: Int, sides: Int) {
    func buffer() -> Buffer<Double> { Buffer(nodes, filledWith: 0) }
    fraction = buffer()
    share = buffer()
    bend = buffer()
    drift = buffer()
    pull = buffer()
    softness = buffer()
    push = buffer()
    drag = buffer()
    damping = buffer()
    step = buffer()
    slope = buffer()
    margin = buffer()
    directions = Buffer(nodes * sides, filledWith: 0)
    support = Buffer(sides, filledWith: 0)
  }
}

extension InteriorPoint {
  /// What one block contributes to an iteration.
  struct BlockSum {
    var standing = Standing()
    /// Use of own and linking sides after a step at unchanged multipliers.
    var use: [Double]
    /// Second derivatives over those sides, lower triangle.
    var curvature: [Double]
  }

  /// Eliminates all trees.
  func assemble() -> [BlockSum] {
    let count = relaxation.blocks.count
    var sums = (0..<count).map { block in
      let size = relaxation.sideCount(of: block)
      return BlockSum(
        use: Array(repeating: 0, count: size), curvature: Array(repeating: 0, count: size * size))
    }
    sums.withUnsafeMutableBufferPointer { sums in
      let sums = sums
      lanes.run(count) { block, lane in assemble(block, works[lane], &sums[block]) }
    }
    return sums
  }

  private func assemble(_ block: Int, _ work: TreeWork, _ sum: inout BlockSum) {
    let nodes = relaxation.blocks[block].nodes
    let size = relaxation.sideCount(of: block)
    let (entryStart, entrySide) = (relaxation.entryStart.at, relaxation.entrySide.at)
    let entryValue = relaxation.entryValue.at
    var standing = Standing()
    sum.curvature.withUnsafeMutableBufferPointer { curvature in
      sum.use.withUnsafeMutableBufferPointer { use in
        var first = nodes.lowerBound
        while first < nodes.upperBound {
          let tree = first..<relaxation.end(ofTree: first, limit: nodes.upperBound)
          eliminate(tree, work)
          judge(tree, work, &standing)
          for node in tree {
            let place = node - first
            let top = Int(relaxation.parent.at[node])
            let carried = top < 0 ? 0 : work.step.at[top - first]
            let step = drive(place, carried, margin: 0, work)
            work.step.at[place] = step
            let amount = value.at[node] + step
            for entry in Int(entryStart[node])..<Int(entryStart[node + 1]) {
              use[Int(entrySide[entry])] += amount * entryValue[entry]
            }
          }
          addCurvature(tree, size, work, curvature.baseAddress)
          first = tree.upperBound
        }
      }
    }
    sum.standing = standing
  }

  /// Fills the scratch for a tree, from its leaves to its root.
  func eliminate(_ tree: Range<Int>, _ work: TreeWork) {
    let first = tree.lowerBound
    for place in 0..<tree.count {
      work.push.at[place] = 0
      work.drag.at[place] = 0
    }
    for node in tree.reversed() {
      let place = node - first
      let (low, high) = (below.at[node], above.at[node])
      let lowRate = low / belowCost.at[node]
      let highRate = high / aboveCost.at[node]
      let rate = lowRate + highRate
      let (least, width) = (relaxation.least.at[node], relaxation.width.at[node])
      var (fraction, bend, drift, pull, softness) = (0.0, 0.0, 0.0, 0.0, 0.0)
      if rate > 0 {
        softness = 1 / rate
        fraction = lowRate * softness
        bend = lowRate * (1 - fraction)
        let lowStep = mu / belowCost.at[node] - low
        let highStep = mu / aboveCost.at[node] - high
        drift = (1 - fraction) * lowStep - fraction * highStep
        pull = (lowStep + highStep) * softness
      }
      let drag = work.drag.at[place]
      let damping = 1 / (1 + drag * bend)
      let share = least + fraction * width
      work.fraction.at[place] = fraction
      work.share.at[place] = share
      work.bend.at[place] = bend
      work.drift.at[place] = drift
      work.pull.at[place] = pull
      work.softness.at[place] = softness
      work.damping.at[place] = damping
      let top = Int(relaxation.parent.at[node])
      if top >= 0 {
        let base = damping * (work.push.at[place] - drag * drift)
        work.push.at[top - first] += share * base + width * pull
        work.drag.at[top - first] += share * share * damping * drag + width * width * softness
      }
    }
  }

  /// Step of a node's value, given its parent's and what the multipliers' step adds to its margin; leaves its margin's step.
  @inline(__always)
  private func drive(_ place: Int, _ carried: Double, margin: Double, _ work: TreeWork) -> Double {
    let (drag, drift, share) = (work.drag.at[place], work.drift.at[place], work.share.at[place])
    let change =
      work.damping.at[place]
      * (margin + work.push.at[place] - drag * (drift + share * carried))
    work.margin.at[place] = change
    return share * carried + drift + work.bend.at[place] * change
  }

  /// Adds the tree's part of bound, objective and complementarity.
  private func judge(_ tree: Range<Int>, _ work: TreeWork, _ standing: inout Standing) {
    let first = tree.lowerBound
    // The exact bound takes each child at its best; the margins at hand take it at its smoothed best.
    for place in 0..<tree.count { work.slope.at[place] = 0 }
    for node in tree.reversed() {
      let (low, high) = (belowCost.at[node], aboveCost.at[node])
      let margin = high - low + work.slope.at[node - first]
      let best = max(0, margin)
      let (least, width) = (relaxation.least.at[node], relaxation.width.at[node])
      let top = Int(relaxation.parent.at[node])
      if top >= 0 {
        work.slope.at[top - first] += least * work.slope.at[node - first] + width * (best - high)
      } else {
        standing.dual += least * margin + width * best
      }
      standing.complementarity += below.at[node] * low + above.at[node] * high
    }
  }

  /// Moves a block along the step of the multipliers.
  func move(_ block: Int, _ step: [Double], primal: Double, _ work: TreeWork) {
    let nodes = relaxation.blocks[block].nodes
    let local = relaxation.local(step, of: block)
    local.withUnsafeBufferPointer { local in
      var first = nodes.lowerBound
      while first < nodes.upperBound {
        let tree = first..<relaxation.end(ofTree: first, limit: nodes.upperBound)
        eliminate(tree, work)
        shiftMargins(tree, local.baseAddress, work)
        if !pairs.isEmpty { work.margin.at[0] += pairs.shift.at[first] }
        take(tree, primal: primal, work)
        first = tree.upperBound
      }
    }
  }

  /// What the multipliers' step adds to the margins of a tree: `slope` of each node alone, `margin` of its subtree.
  func shiftMargins(_ tree: Range<Int>, _ local: UnsafePointer<Double>?, _ work: TreeWork) {
    guard let local else { return }
    let (entryStart, entrySide) = (relaxation.entryStart.at, relaxation.entrySide.at)
    let entryValue = relaxation.entryValue.at
    let first = tree.lowerBound
    for place in 0..<tree.count { work.margin.at[place] = 0 }
    for node in tree.reversed() {
      let place = node - first
      var own = 0.0
      for entry in Int(entryStart[node])..<Int(entryStart[node + 1]) {
        own -= local[Int(entrySide[entry])] * entryValue[entry]
      }
      work.slope.at[place] = own
      let total = own + work.margin.at[place]
      work.margin.at[place] = total
      let top = Int(relaxation.parent.at[node])
      if top >= 0 {
        work.margin.at[top - first] += work.share.at[place] * work.damping.at[place] * total
      }
    }
  }

  /// Moves a tree; `work` holds what the multipliers' step adds to the margins, of each node alone and of its tree.
  private func take(_ tree: Range<Int>, primal: Double, _ work: TreeWork) {
    let first = tree.lowerBound
    var length = primal
    for node in tree {
      let place = node - first
      let top = Int(relaxation.parent.at[node])
      let carried = top < 0 ? 0 : work.step.at[top - first]
      let step = drive(place, carried, margin: work.margin.at[place], work)
      work.step.at[place] = step
      let low = step - relaxation.least.at[node] * carried
      length = min(length, InteriorPoint.length(below.at[node], low))
      let high = relaxation.width.at[node] * carried - low
      length = min(length, InteriorPoint.length(above.at[node], high))
    }
    for node in tree {
      let place = node - first
      let top = Int(relaxation.parent.at[node])
      let carried = top < 0 ? 0 : work.step.at[top - first]
      let low = work.step.at[place] - relaxation.least.at[node] * carried
      below.at[node] += length * low
      above.at[node] += length * (relaxation.width.at[node] * carried - low)
      value.at[node] += length * work.step.at[place]
    }
    moveCosts(tree, work)
  }

  /// Moves the costs of a tree, so that they stay exactly apart by the margins at the new multipliers.
  private func moveCosts(_ tree: Range<Int>, _ work: TreeWork) {
    let first = tree.lowerBound
    for place in 0..<tree.count { work.drift.at[place] = 0 }
    for node in tree.reversed() {
      let place = node - first
      let top = Int(relaxation.parent.at[node])
      let carried = top < 0 ? 0 : work.step.at[top - first]
      let (low, high) = (belowCost.at[node], aboveCost.at[node])
      var change = work.slope.at[place] + work.drift.at[place]
      if top < 0, !pairs.isEmpty { change += pairs.taken.at[first] }
      let margin = high - low + change
      let width = relaxation.width.at[node]
      let highStep =
        work.pull.at[place] + work.fraction.at[place] * work.margin.at[place]
        - width * work.softness.at[place] * carried
      var newHigh = high + highStep
      var newLow = newHigh - margin
      if newHigh < 0.05 * high || newLow < 0.05 * low {
        let room = width * (top < 0 ? 1 : value.at[top])
        (newLow, newHigh) = InteriorPoint.centered(margin, room, mu)
      }
      if top >= 0 {
        work.drift.at[top - first] += relaxation.least.at[node] * change + width * (newHigh - high)
      }
      belowCost.at[node] = newLow
      aboveCost.at[node] = newHigh
    }
  }

  /// Adds the second derivatives of a tree, unless they are too small to matter.
  private func addCurvature(
    _ tree: Range<Int>, _ size: Int, _ work: TreeWork, _ curvature: UnsafeMutablePointer<Double>?
  ) {
    guard let curvature, matters(tree, work) else { return }
    let first = tree.lowerBound
    let directions = work.directions.at
    for place in 0..<tree.count * size { directions[place] = 0 }
    for node in tree.reversed() {
      let place = node - first
      let own = directions + place * size
      for entry in relaxation.entries(of: node) {
        own[Int(relaxation.entrySide.at[entry])] -= relaxation.entryValue.at[entry]
      }
      let support = work.support.at
      var count = 0
      for side in 0..<size where own[side] != 0 {
        support[count] = Int32(side)
        count += 1
      }
      let top = Int(relaxation.parent.at[node])
      if top >= 0 {
        let factor = work.share.at[place] * work.damping.at[place]
        let above = directions + (top - first) * size
        for index in 0..<count { above[Int(support[index])] += factor * own[Int(support[index])] }
      }
      let weight = work.bend.at[place] * work.damping.at[place]
      guard weight > 0 else { continue }
      for index in 0..<count {
        let row = Int(support[index])
        let scaled = own[row] * weight
        let line = curvature + row * size
        for other in 0...index { line[Int(support[other])] += scaled * own[Int(support[other])] }
      }
    }
  }

  /// Whether a tree bends the dual by more than a millionth of what one decision at its margin does.
  private func matters(_ tree: Range<Int>, _ work: TreeWork) -> Bool {
    for node in tree {
      let place = node - tree.lowerBound
      let size = max(relaxation.largest.at[node], 1e-9)
      if work.bend.at[place] * work.damping.at[place] > 1e-7 / mu * size * size { return true }
    }
    return false
  }
}
