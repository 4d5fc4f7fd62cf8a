internal import LinearProgram

/// Primal-dual interior point method for a ``Relaxation``: Mehrotra's (1992), with steps of different length for both sides and a target
/// that follows the length of the last step, in place of his corrector.
///
/// Trees of columns are eliminated one by one (Schrage 1975 has variable upper bounds implicit in the simplex method), so that each
/// iteration solves equations over the sides alone, block by block (``ArrowSystem``). A step is as long as the sides allow; a tree that
/// it would drive out of its bounds goes its own way, which the next iteration sees as an error of the sides. What comes out guides
/// the search and proves nothing; after a numerical breakdown it may not even be finite, but ``best`` is.
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
    works = (0..<lanes.count).map { _ in
      TreeWork(nodes: relaxation.largestTree, sides: relaxation.mostSidesOfBlock)
    }
    start()
  }

  /// What the point is worth, in units of the relaxation.
  struct Standing {
    /// Lagrangian bound at the multipliers (Geoffrion 1974), but for rounding errors.
    var dual = 0.0
    /// Sum of all products of amounts and costs.
    var complementarity = 0.0
  }

  /// How many products of amounts and costs there are.
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
      mu *= lengths > 0.9 ? 0.2 : lengths > 0.5 ? 0.4 : lengths > 0.2 ? 0.7 : 1
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

  /// Takes a step; returns its length, or what part of the sides could take it in full.
  ///
  /// Linking sides limit the whole step. A side of a block whose slack or multiplier would fall too far goes a part of the way by itself.
  private func advance(_ direction: [Double]) -> Double {
    var step = direction
    var slackStep = slacks
    var (primal, dual) = (1.0, 1.0)
    for (index, side) in relaxation.sides.enumerated() where !side.isEquation {
      let (slack, multiplier) = (slacks[index], multipliers[index])
      slackStep[index] = mu / multiplier - slack - slack / multiplier * direction[index]
      guard index >= relaxation.firstLinking else { continue }
      primal = min(primal, InteriorPoint.length(slack, slackStep[index]))
      dual = min(dual, InteriorPoint.length(multiplier, direction[index]))
    }
    var inFull = 0
    for (index, side) in relaxation.sides.enumerated() {
      guard !side.isEquation else {
        step[index] *= dual
        continue
      }
      let slackLength = min(primal, InteriorPoint.length(slacks[index], slackStep[index]))
      let length = min(dual, InteriorPoint.length(multipliers[index], direction[index]))
      if slackLength == primal, length == dual { inFull += 1 }
      slacks[index] += slackLength * slackStep[index]
      step[index] *= length
    }
    pairs.solve(self, step)
    let (taken, length) = (step, primal)
    lanes.run(relaxation.blocks.count) { block, lane in
      move(block, taken, primal: length, works[lane])
    }
    pairs.advance(self)
    for index in multipliers.indices { multipliers[index] += step[index] }
    return min(primal, dual) * Double(inFull) / Double(max(1, relaxation.sides.count))
  }

  /// Largest step, at most 1, that leaves a positive number at least a twentieth of itself.
  static func length(_ value: Double, _ step: Double) -> Double {
    step < -0.95 * value ? -0.95 * value / step : 1
  }
}

extension InteriorPoint.Standing {
  /// Adds what other trees are worth.
  mutating func add(_ other: InteriorPoint.Standing) {
    dual += other.dual
    complementarity += other.complementarity
  }
}
