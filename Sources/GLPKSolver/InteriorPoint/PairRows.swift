/// Multipliers of the rows that tie two decisions together: too many, and across blocks, for the equations of the sides.
///
/// Each Newton step is solved for the sides first and then for the pairs, one after another (Gauss and Seidel's method, a few sweeps);
/// what that leaves of error the next iteration sees.
struct PairRows {
  private(set) var multipliers: [Double]
  private var slacks: [Double]
  private var steps: [Double]
  /// Roots that are in pairs, in order, with their blocks.
  private var roots: [(node: Int, block: Int)] = []
  /// Positions of each pair's roots among them.
  private var places: [(Int, Int)] = []
  /// What the step of the pairs adds to the margin of each node, in full and as far as it is taken.
  let shift: Buffer<Double>
  let taken: Buffer<Double>

  var isEmpty: Bool { multipliers.isEmpty }

  init(_ relaxation: Relaxation, mu: Double) {
    let count = relaxation.pairs.count
    slacks = Array(repeating: 0.5, count: count)
    multipliers = Array(repeating: 2 * mu, count: count)
    steps = Array(repeating: 0, count: count)
    shift = Buffer(count == 0 ? 0 : relaxation.nodeCount, filledWith: 0)
    taken = Buffer(count == 0 ? 0 : relaxation.nodeCount, filledWith: 0)
    let nodes = Set(relaxation.pairs.flatMap { [$0.nodes.0, $0.nodes.1] }).sorted()
    var block = 0
    var place: [Int: Int] = [:]
    for node in nodes {
      while !relaxation.blocks[block].nodes.contains(node) { block += 1 }
      place[node] = roots.count
      roots.append((node, block))
    }
    places = relaxation.pairs.map { (place[$0.nodes.0] ?? 0, place[$0.nodes.1] ?? 0) }
  }

  /// What the multipliers take from the margin of each root, before any step.
  func initialMargins(_ relaxation: Relaxation) -> [Int: Double] {
    var margins: [Int: Double] = [:]
    for (pair, multiplier) in zip(relaxation.pairs, multipliers) {
      margins[pair.nodes.0, default: 0] -= pair.signs.0 * multiplier
      margins[pair.nodes.1, default: 0] -= pair.signs.1 * multiplier
    }
    return margins
  }

  /// Finds the step of the pairs that goes with a step of the sides.
  mutating func solve(_ point: InteriorPoint, _ step: [Double]) {
    guard !isEmpty else { return }
    let relaxation = point.relaxation
    let work = point.works[0]
    var moves = Array(repeating: 0.0, count: roots.count)
    var responses = moves
    var (block, local) = (-1, [Double]())
    for (place, root) in roots.enumerated() {
      if root.block != block {
        block = root.block
        local = relaxation.local(step, of: block)
      }
      let limit = relaxation.blocks[block].nodes.upperBound
      let tree = root.node..<relaxation.end(ofTree: root.node, limit: limit)
      point.eliminate(tree, work)
      local.withUnsafeBufferPointer { point.shiftMargins(tree, $0.baseAddress, work) }
      let response = work.bend.at[0] * work.damping.at[0]
      let margin = work.margin.at[0] + work.push.at[0] - work.drag.at[0] * work.drift.at[0]
      moves[place] = work.drift.at[0] + response * margin
      responses[place] = response
      shift.at[root.node] = 0
      taken.at[root.node] = 0
    }
    for index in steps.indices { steps[index] = 0 }
    for _ in 0..<4 { sweep(point, &moves, responses) }
    for (index, pair) in relaxation.pairs.enumerated() {
      let length = InteriorPoint.length(multipliers[index], steps[index])
      for (node, sign) in [(pair.nodes.0, pair.signs.0), (pair.nodes.1, pair.signs.1)] {
        shift.at[node] -= sign * steps[index]
        taken.at[node] -= sign * steps[index] * length
      }
      multipliers[index] += length * steps[index]
    }
  }

  /// One Gauss-Seidel sweep over the equations of the pairs.
  private mutating func sweep(
    _ point: InteriorPoint, _ moves: inout [Double], _ responses: [Double]
  ) {
    for (index, pair) in point.relaxation.pairs.enumerated() {
      let (p, q) = places[index]
      let (multiplier, slack) = (multipliers[index], slacks[index])
      let use =
        pair.signs.0 * (point.value.at[pair.nodes.0] + moves[p])
        + pair.signs.1 * (point.value.at[pair.nodes.1] + moves[q])
      let slackStep = point.mu / multiplier - slack - slack / multiplier * steps[index]
      let error = use + slack + slackStep - pair.side
      let change = error / (responses[p] + responses[q] + slack / multiplier)
      steps[index] += change
      moves[p] -= pair.signs.0 * responses[p] * change
      moves[q] -= pair.signs.1 * responses[q] * change
    }
  }

  /// Gives every pair the slack that goes with its multiplier.
  mutating func advance(_ point: InteriorPoint) {
    for (index, pair) in point.relaxation.pairs.enumerated() {
      let use =
        pair.signs.0 * point.value.at[pair.nodes.0] + pair.signs.1 * point.value.at[pair.nodes.1]
      slacks[index] = max(pair.side - use, point.mu / multipliers[index])
    }
  }
}
