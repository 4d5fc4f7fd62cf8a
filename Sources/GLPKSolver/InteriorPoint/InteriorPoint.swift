internal import LinearProgram

/// Primal-dual interior point method for a ``Relaxation`` (Mehrotra 1992, without his corrector).
///
/// Trees of columns are eliminated one by one, so that each iteration solves equations over the sides alone. A step is as long as the
/// sides allow; a tree that it would drive out of its bounds goes its own way, which the next iteration sees as an error of the sides.
/// What comes out guides the search and proves nothing.
final class InteriorPoint {
  let relaxation: Relaxation
  let lanes: Lanes
  /// Per node: amount above its least and below its most, the reduced costs of both, and its value.
  ///
  /// `below` + `above` = width × parent, `belowCost` = `aboveCost` − margin; each product of an amount and its cost tends to `mu`.
  let below: Buffer<Double>
  let above: Buffer<Double>
  let belowCost: Buffer<Double>
  let aboveCost: Buffer<Double>
  let value: Buffer<Double>
  /// Multiplier and slack of each side; the slack of an equation is not used.
  var multipliers: [Double]
  var slacks: [Double]
  var pairs: PairRows
  /// What every product is driven to.
  var mu: Double
  let works: [TreeWork]
  /// The best bound seen, and the multipliers of sides and pairs that prove it.
  private(set) var best = (dual: Double.infinity, multipliers: [Double](), pairs: [Double]())

  init(_ relaxation: Relaxation, lanes: Lanes, mu: Double, multipliers: [Double]) {
    self.relaxation = relaxation
    self.lanes = lanes
    self.mu = mu
    self.multipliers = multipliers
    let count = relaxation.nodeCount
    below = Buffer(count, filledWith: 0)
    above = Buffer(count, filledWith: 0)
    belowCost = Buffer(count, filledWith: 0)
    aboveCost = Buffer(count, filledWith: 0)
    value = Buffer(count, filledWith: 0)
    slacks = multipliers
    pairs = PairRows(relaxation, mu: mu)
    var largest = 1
    for block in relaxation.blocks {
      var node = block.nodes.lowerBound
      while node < block.nodes.upperBound {
        let end = relaxation.end(ofTree: node, limit: block.nodes.upperBound)
        largest = max(largest, end - node)
        node = end
      }
    }
    let most = relaxation.blocks.map { $0.sides.count + relaxation.linkingCount }.max() ?? 0
    works = (0..<lanes.count).map { _ in TreeWork(nodes: largest, sides: most) }
    start()
  }

  /// What the point is worth, in units of the relaxation.
  struct Standing {
    /// Exact Lagrangian bound at the multipliers.
    var dual = 0.0
    /// Objective at the values of the nodes, which may break rows a little.
    var primal = 0.0
    /// Sum of all products of amounts and costs.
    var complementarity = 0.0
  }

  var lengthsSeen = (primal: 1.0, dual: 1.0)
  private var products: Double {
    Double(2 * relaxation.nodeCount + relaxation.sides.count)
  }

  /// Goes on until the bound is near the relaxation's optimum by a relative `gap`, the budget is spent, or it gets no better.
  func run(gap: Double, iterations: Int, budget: Budget) {
    var least = Double.infinity
    for _ in 0..<iterations where !budget.isSpent {
      let sums = assemble()
      var standing = Standing()
      for sum in sums { standing.add(sum.standing) }
      addSides(to: &standing)
      guard standing.dual.isFinite, standing.complementarity.isFinite else { return }
      if standing.dual < best.dual {
        best = (standing.dual, multipliers, pairs.multipliers)
      }
      // Rounding errors have taken over.
      if standing.complementarity > 1_000 * least { return }
      least = min(least, standing.complementarity)
      let scale = max(1e-9, abs(standing.dual))
      if standing.complementarity <= 2 * gap * scale { return }
      guard let step = direction(sums) else { return }
      let lengths = advance(step)
      lengthsSeen = lengths
      let shorter = min(lengths.primal, lengths.dual)
      mu *= shorter > 0.8 ? 0.2 : shorter > 0.5 ? 0.4 : shorter > 0.2 ? 0.8 : 1
      // Not far ahead of what there is.
      mu = max(mu, 0.05 * standing.complementarity / products)
    }
  }

  private func addSides(to standing: inout Standing) {
    for (index, side) in relaxation.sides.enumerated() {
      standing.dual += side.value * multipliers[index]
      if !side.isEquation { standing.complementarity += slacks[index] * multipliers[index] }
    }
    for (pair, multiplier) in zip(relaxation.pairs, pairs.multipliers) {
      standing.dual += pair.side * multiplier
    }
  }

  /// The Newton step of the multipliers for the sums of all blocks; `nil` if the equations cannot be solved.
  private func direction(_ sums: [BlockSum]) -> [Double]? {
    var right = relaxation.sides.map { -$0.value }
    for (block, sum) in sums.enumerated() {
      for (local, use) in sum.use.enumerated() { right[relaxation.side(local, of: block)] += use }
    }
    var diagonal = multipliers
    for (index, side) in relaxation.sides.enumerated() {
      if side.isEquation {
        // Keeps an equation without curvature solvable.
        diagonal[index] = 1e-9
      } else {
        right[index] += mu / multipliers[index]
        diagonal[index] = slacks[index] / multipliers[index]
      }
    }
    let curvature = sums.map(\.curvature)
    return ArrowSystem(relaxation, curvature, diagonal: diagonal, lanes)?.solve(right)
  }

  /// Takes a step; returns its lengths.
  private func advance(_ step: [Double]) -> (primal: Double, dual: Double) {
    var slackStep = slacks
    var (primal, dual) = (1.0, 1.0)
    for (index, side) in relaxation.sides.enumerated() where !side.isEquation {
      let (slack, multiplier) = (slacks[index], multipliers[index])
      slackStep[index] = mu / multiplier - slack - slack / multiplier * step[index]
      primal = min(primal, InteriorPoint.length(slack, slackStep[index]))
      dual = min(dual, InteriorPoint.length(multiplier, step[index]))
    }
    pairs.solve(self, step, dual: dual)
    let lengths = (primal, dual)
    lanes.run(relaxation.blocks.count) { block, lane in
      move(block, step, primal: lengths.0, dual: lengths.1, works[lane])
    }
    pairs.advance(self)
    for (index, side) in relaxation.sides.enumerated() {
      multipliers[index] += dual * step[index]
      if !side.isEquation { slacks[index] += primal * slackStep[index] }
    }
    return lengths
  }

  /// Largest step, at most 1, that leaves a positive number at least a twentieth of itself.
  static func length(_ value: Double, _ step: Double) -> Double {
    step < -0.95 * value ? -0.95 * value / step : 1
  }
}

extension InteriorPoint.Standing {
  mutating func add(_ other: InteriorPoint.Standing) {
    dual += other.dual
    primal += other.primal
    complementarity += other.complementarity
  }
}
