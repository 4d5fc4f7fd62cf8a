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
    var proof: Proof?
  }

  let problem: BlockProblem
  private let budget: Budget
  private let recordsProof: Bool
  private var simplex: Simplex
  private var propagation: Propagation
  private var pseudoCosts: PseudoCosts
  /// Priced objective of every column, exact.
  private var costs: [Int128] = []
  /// One unit of the objective in units of `costs`.
  private var unit = 1.0
  /// The relaxation's objective, in units of the objective, and what it leaves out.
  private var constant = 0.0
  /// No plan up to this is of interest.
  private var target: Int128 = 0
  private var stamp = -1
  private var nodesLeft = 0
  private var plans: [Plan] = []
  private(set) var nodes = 0

  init(_ problem: BlockProblem, budget: Budget, recordsProof: Bool) throws(SolverFailure) {
    self.problem = problem
    self.budget = budget
    self.recordsProof = recordsProof
    var model = LinearModel()
    var position: [Int: Int] = [:]
    for column in problem.keptColumns {
      position[column] = model.addColumn(
        lower: Double(problem.program.lower[column]), upper: Double(problem.program.upper[column]),
        objective: 0)
    }
    for row in problem.keptRows {
      let index = model.addRow(
        lower: problem.program.rowLower[row].map(Double.init) ?? -.infinity,
        upper: problem.program.rowUpper[row].map(Double.init) ?? .infinity)
      for entry in problem.program.entries(ofRow: row) {
        guard let column = position[entry.index] else { continue }
        model.addEntry(row: index, column: column, Double(entry.coefficient))
      }
    }
    simplex = try Simplex(model)
    propagation = Propagation(problem.program)
    pseudoCosts = PseudoCosts(columnCount: problem.program.columnCount)
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
      try setObjective()
    }
    target = cutoff
    nodesLeft = nodeLimit
    plans = []
    var (low, high) = (lower, upper)
    guard propagation.run(&low, &high, changed: nil) else {
      return Answer(bound: cutoff, proof: .empty)
    }
    let (bound, proof) = try explore(low, high, method: isRepriced ? .primal : .dual, origin: nil)
    return Answer(plans: plans, bound: max(bound, cutoff), proof: proof)
  }

  private func setObjective() throws(SolverFailure) {
    var objective = costs.map { Double($0) / unit }
    constant = 0
    for dependent in problem.dependents {
      let rate = objective[dependent.column] / Double(dependent.coefficient)
      for other in dependent.others {
        objective[other.index] -= rate * Double(other.coefficient)
      }
      constant += rate * Double(dependent.side)
    }
    try simplex.setObjective(problem.keptColumns.map { objective[$0] })
  }

  /// Proves the box or finds plans in it; returns the bound proved.
  private func explore(
    _ boxLower: [Int], _ boxUpper: [Int], method: Simplex.Method,
    origin: (column: Int, isUp: Bool, parent: Double, distance: Double)?
  ) throws(SolverFailure) -> (Int128, Proof?) {
    var (lower, upper) = (boxLower, boxUpper)
    nodes += 1
    nodesLeft -= 1
    for (index, column) in problem.keptColumns.enumerated() {
      try simplex.setBounds(index, lower: Double(lower[column]), upper: Double(upper[column]))
    }
    var status = try relax(method)
    var combination = self.combination(lower, upper)
    if case .cutOff = status, combination.bound > target {
      // The exact bound does not confirm the cutoff: go to the optimum.
      status = try simplex.solve(budget)
      combination = self.combination(lower, upper)
    }
    if combination.bound <= target { return (combination.bound, closing(combination)) }
    if case .infeasible = status, let proof = infeasibilityProof(lower, upper) {
      return (target, proof)
    }
    guard case .optimal = status else {
      if nodesLeft <= 0 || budget.isSpent { return (combination.bound, closing(combination)) }
      return try split(lower, upper, fractional: [])
    }
    let objective = simplex.objective
    if let origin {
      pseudoCosts.record(
        origin.column, isUp: origin.isUp, drop: origin.parent - objective,
        distance: origin.distance)
    }
    let point = fullPoint()
    let fractional = problem.deciders.filter { column in
      lower[column] < upper[column]
        && abs(point[column] - point[column].rounded()) > TreeSearch.integrality
    }
    if fractional.isEmpty {
      plans.append(Plan(point: rounded(point), value: objective + constant))
      // The relaxation is attained (but for amounts): nothing better is in this box.
      target = combination.bound
      return (combination.bound, closing(combination))
    }
    if nodesLeft <= 0 || budget.isSpent { return (combination.bound, closing(combination)) }
    let changed = combination.tighten(&lower, &upper, above: target)
    guard propagation.run(&lower, &upper, changed: changed) else {
      return (target, closing(combination, then: .empty))
    }
    let (bound, proof) = try split(lower, upper, fractional: fractional)
    return (bound, closing(combination, then: proof))
  }

  private func relax(_ method: Simplex.Method) throws(SolverFailure) -> Simplex.Status {
    guard method == .dual else { return try simplex.solve(budget, method: .primal) }
    let threshold = Double(target) / unit - constant
    return try simplex.solve(budget, cutoff: threshold - 1e-9 * (1 + abs(threshold)))
  }

  private func combination(_ lower: [Int], _ upper: [Int]) -> Combination {
    Combination(
      problem.program, costs: costs, multipliers: multipliers(), lower: lower, upper: upper)
  }

  /// Two boxes, explored one after the other, the nearer first.
  private func split(_ lower: [Int], _ upper: [Int], fractional: [Int])
    throws(SolverFailure) -> (Int128, Proof?)
  {
    let candidates = fractional.isEmpty ? problem.deciders : fractional
    let point = fractional.isEmpty ? [] : fullPoint()
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
    let parent = simplex.objective
    var results: [(Int128, Proof?)] = [(target, nil), (target, nil)]
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
    guard recordsProof, let below = results[0].1, let above = results[1].1 else {
      return (bound, nil)
    }
    return (
      bound,
      .branch(
        column: problem.block.columns[column], value: middle, below: below, above: above)
    )
  }

  /// The bound of a box that is one point.
  private func pointBound(_ point: [Int]) -> (Int128, Proof?) {
    guard problem.program.keepsRows(point) else { return (target, .empty) }
    var value: Int128 = 0
    for column in point.indices { value += costs[column] * Int128(point[column]) }
    if value > target {
      target = value
      plans.append(Plan(point: point.map(Double.init), value: Double(value) / unit))
    }
    return (value, .empty)
  }

  /// The simplex's multipliers for all rows of the block, whole, in units of 1/2^scale.
  private func multipliers() -> [Int128] {
    var result = Array(repeating: Int128(0), count: problem.program.rowCount)
    for (index, row) in problem.keptRows.enumerated() {
      result[row] = wholeMultiplier(simplex.multipliers[index], row)
    }
    for dependent in problem.dependents {
      // As much as keeps the column's reduced cost at or below 0, which is reached where it is left out.
      result[dependent.row] = costs[dependent.column] / Int128(dependent.coefficient)
    }
    return result
  }

  private func wholeMultiplier(_ value: Double, _ row: Int) -> Int128 {
    let scaled = (value * unit).rounded()
    guard scaled.magnitude < 0x1p62, scaled != 0 else { return 0 }
    let hasSide =
      scaled > 0 ? problem.program.rowUpper[row] != nil : problem.program.rowLower[row] != nil
    return hasSide ? Int128(scaled) : 0
  }

  /// Values of all columns, the dependents at their least.
  private func fullPoint() -> [Double] {
    var point = Array(repeating: 0.0, count: problem.program.columnCount)
    for (index, column) in problem.keptColumns.enumerated() { point[column] = simplex.point[index] }
    for dependent in problem.dependents {
      var rest = Double(dependent.side)
      for other in dependent.others { rest -= Double(other.coefficient) * point[other.index] }
      point[dependent.column] = max(0, rest / Double(dependent.coefficient))
    }
    return point
  }

  private func rounded(_ point: [Double]) -> [Double] {
    var point = point
    for column in problem.deciders { point[column] = point[column].rounded() }
    return point
  }

  private func infeasibilityProof(_ lower: [Int], _ upper: [Int]) -> Proof? {
    for fromRay in [true, false] {
      guard let kept = simplex.infeasibilityProof(fromRay: fromRay) else { continue }
      var full = Array(repeating: 0.0, count: problem.program.rowCount)
      for (index, row) in problem.keptRows.enumerated() { full[row] = kept[index] }
      if let whole = farkasMultipliers(problem.program, full, lower: lower, upper: upper) {
        return recordsProof
          ? combinationProof(whole, scale: 0, withObjective: false, then: nil) : .empty
      }
    }
    return nil
  }

  private func closing(_ combination: Combination, then: Proof? = nil) -> Proof? {
    guard recordsProof else { return nil }
    return combinationProof(combination.multipliers, scale: 0, withObjective: true, then: then)
  }

  private func combinationProof(
    _ multipliers: [Int128], scale: Int, withObjective: Bool, then: Proof?
  ) -> Proof {
    var rows: [(row: Int, multiplier: Int)] = []
    for (row, multiplier) in multipliers.enumerated() where multiplier != 0 {
      rows.append((problem.block.rows[row], Int(multiplier)))
    }
    return .combination(
      Proof.Multipliers(rows: rows, scale: scale), withObjective: withObjective, then: then)
  }
}
