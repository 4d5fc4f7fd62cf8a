internal import LinearProgram

/// Best plans of one block at given prices, and an exact bound on all of them: depth-first branch and bound over the
/// block's own relaxation, which stays in the simplex from one call to the next.
final class BlockSolver {
  /// A point of the block with whole decisions; amounts may be fractional.
  struct Plan {
    /// One value per column of the block.
    var point: [Double]
    /// Priced objective there, in units of the objective.
    var value: Double
  }

  /// What a call has shown.
  struct Answer {
    /// Plans worth more than the cutoff, best last.
    var plans: [Plan] = []
    /// No point of the block is worth more, in units of 1/2^scale.
    var bound: Int128
    var proof: Proof
  }

  let problem: BlockProblem
  private let budget: Budget
  private let recordsProof: Bool
  private let mostForDense: Int
  private var relaxation: BlockRelaxation
  private var propagation: Propagation
  /// The last box that was asked about, and what the rows leave of it.
  private var lastBox: (lower: [Int], upper: [Int]) = ([], [])
  private var lastRest: (lower: [Int], upper: [Int])? = ([], [])
  private var pseudoCosts: PseudoCosts
  /// Priced objective of every column, exact.
  private var costs: [Int128] = []
  /// One unit of the objective in units of `costs`.
  private var unit = 1.0
  /// No plan up to this is of interest.
  private var target: Int128 = 0
  private var stamp = -1
  private var nodesLeft = 0
  private var plans: [Plan] = []
  /// Multipliers of the rows at the root of the last call, for the present prices.
  private var rootMultipliers: [Int128]?
  private(set) var nodes = 0

  /// A solver for boxes within `lower` and `upper`.
  init(
    _ problem: BlockProblem, lower: [Int], upper: [Int], budget: Budget, recordsProof: Bool,
    mostForDense: Int
  ) throws(SolverFailure) {
    self.problem = problem
    self.mostForDense = mostForDense
    self.budget = budget
    self.recordsProof = recordsProof
    relaxation = try BlockRelaxation(
      problem, lower: lower, upper: upper, mostForDense: mostForDense)
    propagation = Propagation(problem.program)
    pseudoCosts = PseudoCosts(columnCount: problem.program.columnCount)
  }

  /// Makes the relaxation as small as a box allows; all boxes that follow must lie in it.
  func focus(lower: [Int], upper: [Int]) throws(SolverFailure) {
    relaxation = try BlockRelaxation(
      problem, lower: lower, upper: upper, mostForDense: mostForDense)
    stamp = -1
  }

  /// Solves the block within bounds; plans up to `cutoff` (units of 1/2^scale) are passed over.
  func solve(
    _ priced: PricedObjective, lower: [Int], upper: [Int], cutoff: Int128, nodeLimit: Int
  ) throws(SolverFailure) -> Answer {
    let isRepriced = priced.stamp != stamp
    if isRepriced {
      stamp = priced.stamp
      costs = problem.block.columns.map { priced.costs[$0] }
      unit = Double(sign: .plus, exponent: priced.scale, significand: 1)
      try relaxation.setObjective(costs.map { Double(near: $0) / unit })
    }
    target = cutoff
    nodesLeft = nodeLimit
    plans = []
    rootMultipliers = nil
    guard let (low, high) = propagated(lower, upper) else {
      return Answer(bound: cutoff, proof: .empty)
    }
    let (bound, proof) = try explore(low, high, method: isRepriced ? .primal : .dual, origin: nil)
    return Answer(plans: plans, bound: max(bound, cutoff), proof: proof)
  }

  /// What the rows leave of a box; `nil` where that is nothing. Mostly the box is the last one, at other prices.
  private func propagated(_ lower: [Int], _ upper: [Int]) -> (lower: [Int], upper: [Int])? {
    if lastBox.lower != lower || lastBox.upper != upper {
      lastBox = (lower, upper)
      var (low, high) = (lower, upper)
      lastRest = propagation.run(&low, &high, changed: nil) ? (low, high) : nil
    }
    return lastRest
  }

  /// One side of a decision that was shown to have no plan above a cutoff.
  struct Cut {
    /// Of the block's own columns.
    var column: Int
    /// The side is at most this, or above it.
    var value: Int
    var above: Bool
    var bound: Int128
    var proof: Proof
  }

  /// Tries the other side of every decision that `point` has whole, and returns those that lead nowhere above the cutoff: first by
  /// the reduced costs of the block's relaxation alone, then, where `thoroughly` says so, by a relaxation for each.
  func probe(
    _ priced: PricedObjective, lower: [Int], upper: [Int], point: [Double], cutoff: Int128,
    thoroughly: (Int) -> Bool
  ) throws(SolverFailure) -> [Cut] {
    var cuts: [Cut] = []
    var (lower, upper) = (lower, upper)
    if stamp != priced.stamp || rootMultipliers == nil {
      _ = try solve(priced, lower: lower, upper: upper, cutoff: cutoff, nodeLimit: 1)
    }
    let relaxed = combination(lower, upper, rootMultipliers ?? multipliers())
    let (wholeLower, wholeUpper) = (lower, upper)
    for column in problem.deciders where lower[column] < upper[column] {
      guard abs(point[column] - point[column].rounded()) < TreeSearch.integrality else { continue }
      let whole = Int(point[column].rounded())
      for above in [false, true] {
        var (low, high) = (lower, upper)
        if above { low[column] = whole + 1 } else { high[column] = whole - 1 }
        guard low[column] <= high[column], !budget.isSpent else { continue }
        var bound = relaxed.bound(of: column, low[column]...high[column], wholeLower, wholeUpper)
        var proof = proof(relaxed)
        if bound > cutoff, thoroughly(column) {
          let answer = try solve(
            priced, lower: low, upper: high, cutoff: cutoff, nodeLimit: Self.probeNodeLimit)
          (bound, proof) = (answer.bound, answer.proof)
        }
        guard bound <= cutoff else { continue }
        cuts.append(
          Cut(
            column: column, value: above ? whole : whole - 1, above: above, bound: bound,
            proof: proof))
        if above { upper[column] = whole } else { lower[column] = whole }
      }
    }
    return cuts
  }

  /// Nodes spent on one side of one decision.
  private static var probeNodeLimit: Int { 5 }

  /// Proves the box or finds plans in it; returns the bound proved.
  private func explore(
    _ boxLower: [Int], _ boxUpper: [Int], method: Simplex.Method,
    origin: (column: Int, isUp: Bool, parent: Double, distance: Double)?
  ) throws(SolverFailure) -> (Int128, Proof) {
    var (lower, upper) = (boxLower, boxUpper)
    nodes += 1
    nodesLeft -= 1
    try relaxation.setBounds(lower, upper)
    var status = try relax(method)
    var combination = self.combination(lower, upper)
    if case .cutOff = status, combination.bound > target {
      // The exact bound does not confirm the cutoff: go to the optimum.
      status = try relaxation.solve(budget, method: .dual, cutoff: -.infinity)
      combination = self.combination(lower, upper)
    }
    if rootMultipliers == nil { rootMultipliers = combination.multipliers }
    if combination.bound <= target { return (combination.bound, proof(combination)) }
    if case .infeasible = status, let proof = infeasibilityProof(lower, upper) {
      return (target, proof)
    }
    guard case .optimal = status else {
      if nodesLeft <= 0 || budget.isSpent { return (combination.bound, proof(combination)) }
      return try split(lower, upper, fractional: [])
    }
    let objective = relaxation.objective
    if let origin {
      pseudoCosts.record(
        origin.column, isUp: origin.isUp, drop: origin.parent - objective,
        distance: origin.distance)
    }
    let point = relaxation.point
    let fractional = problem.deciders.filter { column in
      lower[column] < upper[column]
        && abs(point[column] - point[column].rounded()) > TreeSearch.integrality
    }
    if fractional.isEmpty {
      plans.append(Plan(point: rounded(point), value: objective))
      // The relaxation is attained (but for amounts): nothing better is in this box.
      target = combination.bound
      return (combination.bound, proof(combination))
    }
    if nodesLeft <= 0 || budget.isSpent { return (combination.bound, proof(combination)) }
    let changed = combination.tighten(&lower, &upper, above: target)
    guard propagation.run(&lower, &upper, changed: changed) else {
      return (target, proof(combination, then: .empty))
    }
    let (bound, rest) = try split(lower, upper, fractional: fractional)
    return (bound, proof(combination, then: rest))
  }

  private func relax(_ method: Simplex.Method) throws(SolverFailure) -> Simplex.Status {
    let threshold = Double(near: target) / unit
    return try relaxation.solve(
      budget, method: method,
      cutoff: method == .dual ? threshold - 1e-9 * (1 + abs(threshold)) : -.infinity)
  }

  private func combination(_ lower: [Int], _ upper: [Int], _ multipliers: [Int128]? = nil)
    -> Combination
  {
    Combination(
      problem.program, costs: costs, multipliers: multipliers ?? self.multipliers(), scale: 0,
      lower: lower, upper: upper)
  }

  /// Two boxes, explored one after the other, the nearer first.
  private func split(_ lower: [Int], _ upper: [Int], fractional: [Int])
    throws(SolverFailure) -> (Int128, Proof)
  {
    let candidates = fractional.isEmpty ? problem.deciders : fractional
    let point = fractional.isEmpty ? [] : relaxation.point
    let free = candidates.filter { lower[$0] < upper[$0] }
    func fraction(_ column: Int) -> Double { point[column] - point[column].rounded(.down) }
    let chosen =
      fractional.isEmpty
      ? free.first
      : free.max {
        let (a, b) = (
          pseudoCosts.score($0, fraction: fraction($0)),
          pseudoCosts.score($1, fraction: fraction($1))
        )
        return a != b ? a < b : $0 > $1
      } ?? problem.deciders.first { lower[$0] < upper[$0] }
    guard let column = chosen ?? (0..<lower.count).first(where: { lower[$0] < upper[$0] }) else {
      return pointBound(lower)
    }
    let value = fractional.isEmpty ? Double.nan : point[column]
    let middle =
      value.isFinite
      ? min(max(Int(value.rounded(.down)), lower[column]), upper[column] - 1)
      : lower[column] + (upper[column] - lower[column]) / 2
    let part = value.isFinite ? min(max(value - Double(middle), 0), 1) : 0.5
    let parent = relaxation.objective
    var results: [(Int128, Proof)] = [(target, .empty), (target, .empty)]
    for isUp in part > 0.5 ? [true, false] : [false, true] {
      var (low, high) = (lower, upper)
      if isUp { low[column] = middle + 1 } else { high[column] = middle }
      if propagation.run(&low, &high, changed: [column]) {
        results[isUp ? 1 : 0] = try explore(
          low, high, method: .dual,
          origin: value.isFinite ? (column, isUp, parent, isUp ? 1 - part : part) : nil)
      } else {
        results[isUp ? 1 : 0] = (target, .empty)
      }
    }
    let bound = max(results[0].0, results[1].0)
    let name = problem.block.columns[column]
    return (
      bound,
      recordsProof
        ? .branch(column: name, value: middle, below: results[0].1, above: results[1].1) : .empty
    )
  }

  /// The bound of a box that is one point.
  private func pointBound(_ point: [Int]) -> (Int128, Proof) {
    guard problem.program.keepsRows(point) else { return (target, .empty) }
    var value: Int128 = 0
    for column in point.indices { value += costs[column] * Int128(point[column]) }
    if value > target {
      target = value
      plans.append(Plan(point: point.map(Double.init), value: Double(near: value) / unit))
    }
    return (value, .empty)
  }

  /// The simplex's multipliers for all rows of the block, whole, in units of 1/2^scale.
  private func multipliers() -> [Int128] {
    var result = relaxation.multipliers.enumerated().map { row, value in
      wholeMultiplier(value * unit, row, problem.program)
    }
    for dependent in problem.dependents {
      // As much as keeps the column's reduced cost at or below 0, which is reached where it is left out.
      result[dependent.row] = costs[dependent.column] / Int128(dependent.coefficient)
    }
    return result
  }

  private func rounded(_ point: [Double]) -> [Double] {
    var point = point
    for column in problem.deciders { point[column] = point[column].rounded() }
    return point
  }

  private func infeasibilityProof(_ lower: [Int], _ upper: [Int]) -> Proof? {
    for fromRay in [true, false] {
      guard let multipliers = relaxation.infeasibilityProof(fromRay: fromRay),
        let found = contradiction(problem.program, multipliers, lower: lower, upper: upper)
      else { continue }
      return proof(found, withObjective: false)
    }
    return nil
  }

  /// A combination as a step of the block's proof, in the indices of the whole program.
  private func proof(_ combination: Combination, withObjective: Bool = true, then: Proof? = nil)
    -> Proof
  {
    guard recordsProof else { return .empty }
    return .combination(
      Proof.Multipliers(combination.multipliers, scale: 0) { self.problem.block.rows[$0] },
      withObjective: withObjective, then: then)
  }
}
