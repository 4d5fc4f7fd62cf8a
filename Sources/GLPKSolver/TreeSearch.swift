internal import LinearProgram

/// Branch and bound over GLPK's simplex; every node is closed by an exact argument.
///
/// A node is closed because propagation empties it, because its exact dual bound does not beat the incumbent, because
/// exact multipliers prove it infeasible, or because all its columns are fixed and the point was checked. Floating point only
/// chooses where to look.
struct TreeSearch: ~Copyable {
  /// A column counts as fractional if it is further than this from an integer.
  static let integrality = 1e-6

  /// Relaxations of one node at most, while bounds and relaxation tighten each other: wide columns may move by one each time.
  private static var mostRounds: Int { 20 }

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
  var root: (combination: Combination, lower: [Int], upper: [Int])?
  var incumbent: (point: [Int], value: Int)?
  /// Points worth no more than this are of no interest: the incumbent's value, or what the caller knows already.
  var threshold: Int?
  /// No point is worth more than this, as the caller knows.
  var ceiling: Int?
  /// Whether a value is near enough to a bound to stop.
  var isNearEnough: (Int, Int128) -> Bool = { _, _ in false }
  /// Nodes to work on at most.
  var nodeLimit = Int.max
  var open = NodeQueue()
  /// Root of what closes every node, where a proof is wanted.
  let tree: ProofNode?
  var created = 0
  /// Bounds of the node being worked on.
  var lower: [Int]
  var upper: [Int]

  init(
    _ program: SparseProgram, objective: [Int], budget: Budget, recordsProof: Bool = false
  ) throws(SolverFailure) {
    self.program = program
    self.objective = objective
    self.budget = budget
    rootLower = program.lower
    rootUpper = program.upper
    lower = program.lower
    upper = program.upper
    tree = recordsProof ? ProofNode() : nil
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
    guard propagation.run(&rootLower, &rootUpper, changed: nil) else {
      tree?.closeEmpty()
      return .exhausted
    }
    let bound = min(boundOfBox(), ceiling.map { Int128($0) } ?? .max)
    open.insert(OpenNode(changes: [], bound: bound, number: 0, record: tree))
    while let node = open.removeBest() {
      if let threshold, node.bound <= Int128(threshold) { return .exhausted }
      if let incumbent, isNearEnough(incumbent.value, node.bound) {
        return .stopped(bound: node.bound)
      }
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
    guard let value = program.value(of: point, objective, above: threshold) else { return false }
    incumbent = (point, value)
    threshold = value
    tightenRoot()
    return true
  }

  /// Moves the root's bounds as far as its reduced costs allow for points that beat the incumbent.
  private mutating func tightenRoot() {
    guard let threshold, let root else { return }
    var (low, high) = (root.lower, root.upper)
    let target = (Int128(threshold) + 1) << Int128(root.combination.scale)
    _ = root.combination.tighten(&low, &high, above: target - 1)
    for column in 0..<program.columnCount {
      rootLower[column] = max(rootLower[column], low[column])
      rootUpper[column] = min(rootUpper[column], high[column])
    }
  }

  /// Closes a node or splits it; returns the child to go on with.
  private mutating func work(on node: OpenNode) throws(SolverFailure) -> OpenNode? {
    guard enter(node) else {
      node.record?.closeEmpty()
      return nil
    }
    var bound = node.bound
    var rounds = 0
    while true {
      if budget.isSpent { return node }
      try simplex.setBounds(lower: lower, upper: upper)
      switch try solveRelaxation(node) {
      case .infeasible:
        return closeInfeasible(node) ? nil : split(node, bound: bound, on: nil)
      case .unclear:
        // The caller asks the budget before it works on the node again, and then stops with its bound.
        return budget.isSpent ? node : split(node, bound: bound, on: nil)
      case .cutOff:
        return nil
      case .optimal:
        break
      }
      if rounds == 0 { recordPseudoCost(node) }
      let combination = self.combination()
      bound = min(bound, combination.wholeBound)
      node.record?.add(combination)
      if rounds == 0 { try lookForPlan(node, combination) }
      rounds += 1
      guard let threshold else { break }
      if bound <= Int128(threshold) {
        if combination.wholeBound <= Int128(threshold) { node.record?.close() }
        return nil
      }
      let target = ((Int128(threshold) + 1) << Int128(combination.scale)) - 1
      let fixed = combination.tighten(&lower, &upper, above: target)
      guard propagation.run(&lower, &upper, changed: fixed) else {
        node.record?.closeEmpty()
        return nil
      }
      if isPointWithinBounds() || rounds >= Self.mostRounds { break }
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

  /// The exact bound that the simplex's multipliers give in the current box.
  private func combination() -> Combination {
    Combination(
      program, objective: objective, multipliers: simplex.multipliers, lower: lower, upper: upper)
  }

  /// Solves the node's relaxation as far as it is needed: `cutOff` only if an exact bound confirms it, and recorded then.
  private mutating func solveRelaxation(_ node: OpenNode) throws(SolverFailure) -> Simplex.Status {
    guard let threshold, root != nil else { return try simplex.solve(budget) }
    let cutoff = Double(threshold) + 1 - 1e-6
    let status = try simplex.solve(budget, cutoff: cutoff)
    guard case .cutOff = status else { return status }
    let combination = self.combination()
    guard combination.wholeBound <= Int128(threshold) else { return try simplex.solve(budget) }
    node.record?.add(combination)
    node.record?.close()
    return .cutOff
  }

  /// Tries to make a plan of the first relaxation of a node; at the root, by diving.
  private mutating func lookForPlan(_ node: OpenNode, _ combination: Combination)
    throws(SolverFailure)
  {
    if fractionalColumns().isEmpty { offerRounded() }
    guard root == nil, node.changes.isEmpty else { return }
    root = (combination, lower, upper)
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

  /// Closes the node if exact multipliers confirm that it has no point.
  private mutating func closeInfeasible(_ node: OpenNode) -> Bool {
    for fromRay in [true, false] {
      guard let multipliers = simplex.infeasibilityProof(fromRay: fromRay),
        let found = contradiction(program, multipliers, lower: lower, upper: upper)
      else { continue }
      node.record?.add(found, withObjective: false)
      node.record?.close()
      return true
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
  func roundedPoint() -> [Int] { simplex.point(within: lower, upper) }

  mutating func offerRounded() { offer(roundedPoint()) }

  /// Makes two children; without a column to branch on, halves the first that is not fixed.
  private mutating func split(_ node: OpenNode, bound: Int128, on chosen: Int?) -> OpenNode? {
    guard let column = chosen ?? (0..<program.columnCount).first(where: { lower[$0] < upper[$0] })
    else {
      // Everything is fixed: the node is one point.
      offer(lower)
      node.record?.closeEmpty()
      return nil
    }
    let value = chosen == nil ? Double.nan : simplex.point[column]
    let middle =
      value.isFinite
      ? min(max(Int(value.rounded(.down)), lower[column]), upper[column] - 1)
      : lower[column] + (upper[column] - lower[column]) / 2
    let fraction = value.isFinite ? value - Double(middle) : 0.5
    let records = node.record?.branch(column: column, value: middle)
    func child(isUp: Bool) -> OpenNode {
      created += 1
      let change =
        isUp
        ? BoundChange(column: column, lower: middle + 1, upper: upper[column])
        : BoundChange(column: column, lower: lower[column], upper: middle)
      return OpenNode(
        changes: node.changes + [change], bound: bound, number: created,
        record: isUp ? records?.above : records?.below,
        origin: value.isFinite
          ? (column, isUp, simplex.objective, isUp ? 1 - fraction : fraction) : nil)
    }
    let goUp = fraction > 0.5
    open.insert(child(isUp: !goUp))
    return child(isUp: goUp)
  }
}
