internal import LinearProgram

/// Branch and bound over GLPK's simplex; every node is closed by an exact argument.
///
/// A node is closed because propagation empties it, because its exact dual bound does not beat the incumbent, because
/// exact multipliers prove it infeasible, or because all its columns are fixed and the point was checked. Floating point only
/// chooses where to look.
struct TreeSearch: ~Copyable {
  /// A column counts as fractional if it is further than this from an integer.
  static let integrality = 1e-6

  let program: SparseProgram
  /// Objective divided by the common divisor of its coefficients.
  let objective: [Int]
  let budget: Budget
  var simplex: Simplex
  var propagation: Propagation
  var pseudoCosts: PseudoCosts
  /// Bounds that hold for every point still of interest.
  var rootLower: [Int]
  var rootUpper: [Int]
  /// Exact bound of the root before anything was fixed by value, and the bounds it was computed with.
  var root: (bound: ExactBound, lower: [Int], upper: [Int])?
  var incumbent: (point: [Int], value: Int)?
  /// Points worth no more than this are of no interest: the incumbent's value, or what the caller knows already.
  var threshold: Int?
  /// Nodes to work on at most.
  var nodeLimit = Int.max
  var open = NodeQueue()
  var created = 0
  /// Bounds of the node being worked on.
  var lower: [Int]
  var upper: [Int]

  init(_ program: SparseProgram, objective: [Int], budget: Budget) throws(SolverFailure) {
    self.program = program
    self.objective = objective
    self.budget = budget
    rootLower = program.lower
    rootUpper = program.upper
    lower = program.lower
    upper = program.upper
    propagation = Propagation(program)
    pseudoCosts = PseudoCosts(columnCount: program.columnCount)
    simplex = try Simplex(LinearModel(program, objective: objective.map(Double.init)))
  }

  /// How the search ended.
  enum End {
    case exhausted
    /// Stopped; no point beats the bound (`nil` if nothing was proved).
    case stopped(bound: Int128?)
  }

  /// Searches until the tree is exhausted or the budget is spent.
  mutating func run(start: [Int]?, above floor: Int? = nil) throws(SolverFailure) -> End {
    threshold = floor
    if let start { offer(start) }
    guard propagation.run(&rootLower, &rootUpper, changed: nil) else { return .exhausted }
    open.insert(OpenNode(changes: [], bound: boundOfBox(), number: 0))
    while let node = open.removeBest() {
      if let threshold, node.bound <= Int128(threshold) { return .exhausted }
      var current: OpenNode? = node
      while let next = current {
        if budget.isSpent || nodeLimit <= 0 {
          return .stopped(bound: max(next.bound, open.bestBound ?? next.bound))
        }
        nodeLimit -= 1
        current = try work(on: next)
      }
    }
    return .exhausted
  }

  /// The bound that the root's column bounds alone give.
  private func boundOfBox() -> Int128 {
    var sum: Int128 = 0
    for column in 0..<program.columnCount {
      let bound = objective[column] > 0 ? rootUpper[column] : rootLower[column]
      sum += Int128(objective[column]) * Int128(bound)
    }
    return sum
  }

  /// Takes a point as incumbent if it is feasible and better; exact.
  @discardableResult
  mutating func offer(_ point: [Int]) -> Bool {
    guard point.count == program.columnCount else { return false }
    for column in 0..<program.columnCount
    where point[column] < program.lower[column] || point[column] > program.upper[column] {
      return false
    }
    var value: Int128 = 0
    for column in 0..<program.columnCount {
      value += Int128(objective[column]) * Int128(point[column])
    }
    if let threshold, value <= Int128(threshold) { return false }
    guard program.keepsRows(point) else { return false }
    incumbent = (point, Int(value))
    threshold = Int(value)
    tightenRoot()
    return true
  }

  /// Moves the root's bounds as far as its reduced costs allow for points that beat the incumbent.
  private mutating func tightenRoot() {
    guard let threshold, let root else { return }
    for column in 0..<program.columnCount {
      guard let room = root.bound.room(column, above: threshold + 1) else { continue }
      if root.bound.reducedCosts[column] > 0 {
        rootLower[column] = max(rootLower[column], root.upper[column] - room)
      } else {
        rootUpper[column] = min(rootUpper[column], root.lower[column] + room)
      }
    }
  }

  /// Closes a node or splits it; returns the child to go on with.
  private mutating func work(on node: OpenNode) throws(SolverFailure) -> OpenNode? {
    guard enter(node) else { return nil }
    var bound = node.bound
    var isFirstRound = true
    while true {
      try simplex.setBounds(lower: lower, upper: upper)
      switch try solveRelaxation() {
      case .infeasible:
        return isProvedInfeasible() ? nil : split(node, bound: bound, on: nil)
      case .unclear:
        // The caller asks the budget before it works on the node again, and then stops with its bound.
        return budget.isSpent ? node : split(node, bound: bound, on: nil)
      case .cutOff:
        return nil
      case .optimal:
        break
      }
      if isFirstRound { recordPseudoCost(node) }
      let exact = ExactBound(
        program, objective: objective, multipliers: simplex.multipliers, lower: lower, upper: upper)
      bound = min(bound, exact.value)
      if isFirstRound { try lookForPlan(node, exact) }
      isFirstRound = false
      guard let threshold else { break }
      if bound <= Int128(threshold) { return nil }
      let fixed = tightenByReducedCost(exact, above: threshold + 1)
      guard propagation.run(&lower, &upper, changed: fixed) else { return nil }
      if isPointWithinBounds() { break }
    }
    let fractional = fractionalColumns()
    if fractional.isEmpty {
      // Integral: closed if the rounded point attains the bound, else split further.
      offerRounded()
      if let threshold, bound <= Int128(threshold) { return nil }
      return split(node, bound: bound, on: nil)
    }
    return split(node, bound: bound, on: try branchingColumn(fractional))
  }

  /// Solves the node's relaxation as far as it is needed: `cutOff` only if an exact bound confirms it.
  private mutating func solveRelaxation() throws(SolverFailure) -> Simplex.Status {
    guard let threshold, root != nil else { return try simplex.solve(budget) }
    let cutoff = Double(threshold) + 1 - 1e-6
    let status = try simplex.solve(budget, cutoff: cutoff)
    guard case .cutOff = status else { return status }
    let exact = ExactBound(
      program, objective: objective, multipliers: simplex.multipliers, lower: lower, upper: upper)
    return exact.value <= Int128(threshold) ? .cutOff : try simplex.solve(budget)
  }

  /// Tries to make a plan of the first relaxation of a node; at the root, by diving.
  private mutating func lookForPlan(_ node: OpenNode, _ exact: ExactBound) throws(SolverFailure) {
    if fractionalColumns().isEmpty { offerRounded() }
    guard root == nil, node.changes.isEmpty else { return }
    root = (exact, lower, upper)
    try dive()
  }

  /// Whether the relaxation's point still lies within the bounds, so that it is still the relaxation's optimum.
  private func isPointWithinBounds() -> Bool {
    (0..<program.columnCount).allSatisfy { column in
      let value = simplex.point[column]
      return value >= Double(lower[column]) - TreeSearch.integrality
        && value <= Double(upper[column]) + TreeSearch.integrality
    }
  }

  /// Whether exact multipliers confirm that the node has no point.
  private func isProvedInfeasible() -> Bool {
    for fromRay in [true, false] {
      if let proof = simplex.infeasibilityProof(fromRay: fromRay),
        provesInfeasible(program, multipliers: proof, lower: lower, upper: upper)
      {
        return true
      }
    }
    return false
  }

  /// Loads a node's bounds and propagates them; false if nothing is left.
  private mutating func enter(_ node: OpenNode) -> Bool {
    lower = rootLower
    upper = rootUpper
    for column in 0..<program.columnCount where lower[column] > upper[column] { return false }
    var changed: [Int] = []
    for change in node.changes {
      lower[change.column] = max(lower[change.column], change.lower)
      upper[change.column] = min(upper[change.column], change.upper)
      guard lower[change.column] <= upper[change.column] else { return false }
      changed.append(change.column)
    }
    return propagation.run(&lower, &upper, changed: changed)
  }

  private mutating func recordPseudoCost(_ node: OpenNode) {
    guard let origin = node.origin else { return }
    pseudoCosts.record(
      origin.column, isUp: origin.isUp, drop: origin.parentObjective - simplex.objective,
      distance: origin.distance)
  }

  /// Columns whose value in the relaxation is not integral.
  func fractionalColumns() -> [Int] {
    (0..<program.columnCount).filter { column in
      lower[column] < upper[column]
        && abs(simplex.point[column] - simplex.point[column].rounded()) > TreeSearch.integrality
    }
  }

  /// The point of the relaxation, rounded into the node's bounds.
  func roundedPoint() -> [Int] {
    (0..<program.columnCount).map { column in
      let value = simplex.point[column].rounded()
      let whole = value.isFinite && abs(value) < 9e18 ? Int(value) : lower[column]
      return min(max(whole, lower[column]), upper[column])
    }
  }

  mutating func offerRounded() { offer(roundedPoint()) }

  /// Moves bounds that no point worth more than the incumbent can reach; returns the columns that moved.
  private mutating func tightenByReducedCost(_ exact: ExactBound, above floor: Int) -> [Int] {
    var changed: [Int] = []
    for column in 0..<program.columnCount where lower[column] < upper[column] {
      guard let room = exact.room(column, above: floor) else { continue }
      guard room < upper[column] - lower[column] else { continue }
      if exact.reducedCosts[column] > 0 {
        lower[column] = upper[column] - room
      } else {
        upper[column] = lower[column] + room
      }
      changed.append(column)
    }
    return changed
  }

  /// Makes two children; without a column to branch on, halves the first that is not fixed.
  private mutating func split(_ node: OpenNode, bound: Int128, on chosen: Int?) -> OpenNode? {
    guard let column = chosen ?? (0..<program.columnCount).first(where: { lower[$0] < upper[$0] })
    else {
      // Everything is fixed: the node is one point.
      offer(lower)
      return nil
    }
    let value = chosen == nil ? Double.nan : simplex.point[column]
    let middle =
      value.isFinite
      ? min(max(Int(value.rounded(.down)), lower[column]), upper[column] - 1)
      : lower[column] + (upper[column] - lower[column]) / 2
    let fraction = value.isFinite ? value - Double(middle) : 0.5
    func child(isUp: Bool) -> OpenNode {
      created += 1
      let change =
        isUp
        ? BoundChange(column: column, lower: middle + 1, upper: upper[column])
        : BoundChange(column: column, lower: lower[column], upper: middle)
      return OpenNode(
        changes: node.changes + [change], bound: bound, number: created,
        origin: value.isFinite
          ? (column, isUp, simplex.objective, isUp ? 1 - fraction : fraction) : nil)
    }
    let goUp = fraction > 0.5
    open.insert(child(isUp: !goUp))
    return child(isUp: goUp)
  }
}
