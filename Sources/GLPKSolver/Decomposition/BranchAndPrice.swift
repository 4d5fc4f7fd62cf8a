internal import LinearProgram

/// Branch and price: the bound of every node comes from the blocks' exact best plans at prices of the linking rows.
///
/// That bound is far better than the linear relaxation's where most rows stay within blocks, so that the tree stays small
/// (Barnhart et al. 1998). Where the optimum lies is not known at first, but it is near the root's bound: the tree is searched for
/// points close to it, and again for points a little further, until there is one.
final class BranchAndPrice {
  /// A box still to be worked on.
  struct Node {
    var lower: [Int]
    var upper: [Int]
    /// No point of the box is worth more.
    var bound: Int128
    var number: Int
    /// Its place in the proof.
    var record = 0
  }

  let task: ReducedTask
  let program: SparseProgram
  let structure: BlockStructure
  let objective: [Int]
  let budget: Budget
  /// Binary digits of prices after the point.
  let scale: Int
  let team: BlockTeam
  let master: MasterProgram
  var propagation: Propagation
  let recordsProof: Bool
  let options: SolverOptions
  var tree: ProofTree
  var incumbent: (point: [Int], value: Int)?
  /// Value of the incumbent, or what the caller knows already.
  var best: Int?
  /// Nodes that hold nothing above this are closed: the best value, or a supposition above it.
  var threshold: Int?
  var open: [Node] = []
  /// What trials have shown of each column.
  var pseudoCosts: PseudoCosts
  private var isDiving = false
  var created = 0
  /// Numbers the prices.
  var rounds = 0

  init(
    _ task: ReducedTask, _ structure: BlockStructure, _ problems: [BlockProblem],
    options: SolverOptions, budget: Budget
  ) throws(SolverFailure) {
    self.task = task
    program = task.program
    objective = task.costs
    self.budget = budget
    self.structure = structure
    scale = PricedObjective.scale(task.program, structure)
    self.options = options
    recordsProof = options.recordsProof
    tree = ProofTree(isKept: recordsProof)
    propagation = Propagation(task.program)
    pseudoCosts = PseudoCosts(columnCount: task.program.columnCount)
    master = try MasterProgram(task.program, structure, objective: task.costs)
    team = try BlockTeam(
      problems, threads: options.threads, budget: budget, recordsProof: options.recordsProof)
  }

  /// Open decisions from which it may take long to prove anything, so that some plan is looked for first.
  private static var leastForDiving: Int { 400 }
  /// New nodes between two dives.
  private static var nodesBetweenDives: Int { 40 }

  /// How the search ended.
  enum End {
    /// The incumbent is proved best, or that there is no point above the floor.
    case exhausted
    /// Stopped; no point beats the bound (`nil` if nothing was proved).
    case stopped(bound: Int128?)
    /// No point was found however far from the bound: another method must say whether there is one.
    case gaveUp
  }

  /// Searches until everything is proved or the budget is spent.
  func run(start: [Int]?, above floor: Int?) throws(SolverFailure) -> End {
    best = floor
    threshold = floor
    if let start { offer(start) }
    if let best, let ceiling = task.ceiling, best >= ceiling { return .exhausted }
    var root = Node(lower: program.lower, upper: program.upper, bound: .max, number: 0)
    guard propagation.run(&root.lower, &root.upper, changed: nil) else {
      tree.closeEmpty(0)
      return .exhausted
    }
    if isOver { return .stopped(bound: nil) }
    let relaxed: Double?
    switch try startPlans(root) {
    // That there is no point takes one combination of rows, and no prices.
    case .empty: return .gaveUp
    case .unclear: relaxed = nil
    case .worth(let value): relaxed = value
    }
    if isOver { return .stopped(bound: nil) }
    let least = leastValue(root)
    // What would be worth less than the bounds allow is no point; only a proof on paper has to say so otherwise.
    let lowest = recordsProof ? .min : Int(clamping: least - 1)
    threshold = max(threshold ?? .min, lowest)
    let priced: Priced
    switch try price(root) {
    case .closed: return .exhausted
    case .failed: return budget.isSpent ? .stopped(bound: nil) : .gaveUp
    case .open(let found): priced = found
    }
    root.bound = min(priced.bound, task.ceiling.map { Int128($0) } ?? .max)
    if budget.isSpent { return .stopped(bound: root.bound) }
    isDiving = openDeciders(root).count >= Self.leastForDiving
    if isDiving { try dive(from: root) }
    if isNearEnough(root.bound) { return .stopped(bound: root.bound) }
    let worst = priced.bound - least
    var gap = firstGap(relaxed, root.bound)
    while true {
      let supposed = supposition(root.bound, gap)
      threshold = max(lowest, best ?? .min, supposed)
      tree = ProofTree(isKept: recordsProof)
      created = 0
      open = [root]
      try focus(on: root)
      if let end = try searchTree() { return end }
      if supposed <= max(lowest, best ?? .min) { return .exhausted }
      if gap > worst / 4 { return .gaveUp }
      gap *= Self.growthOfGap
    }
  }

  /// Whether to stop before anything is priced: it would give a bound even now, but takes long where the core was searched, and that
  /// has given one already.
  private var isOver: Bool { task.bound != nil && budget.isSpent }

  /// What the optimum is supposed to be above, for one pass over the tree: the incumbent's own value where the next pass would get there.
  private func supposition(_ bound: Int128, _ gap: Int128) -> Int {
    if let best, Int128(best) >= bound - gap * Self.growthOfGap - 1 { return best }
    return Int(clamping: bound - gap - 1)
  }

  /// What the gap is multiplied by from pass to pass.
  private static var growthOfGap: Int128 { 3 }

  /// How far below the root's bound the optimum is supposed to lie at first: a small part of what prices have brought over the
  /// linear relaxation.
  private func firstGap(_ relaxed: Double?, _ bound: Int128) -> Int128 {
    guard let relaxed, relaxed.magnitude < 0x1p62 else { return max(1, bound / 2_000) }
    return max(1, (Int128(relaxed) - bound) / 16)
  }

  /// The least that the bounds alone allow.
  private func leastValue(_ root: Node) -> Int128 {
    var sum: Int128 = 0
    for column in 0..<program.columnCount {
      let end = objective[column] > 0 ? root.lower[column] : root.upper[column]
      sum += Int128(objective[column]) * Int128(end)
    }
    return sum
  }

  /// Works on all open nodes; `nil` when none is left.
  private func searchTree() throws(SolverFailure) -> End? {
    while let index = bestOpen() {
      let node = open.remove(at: index)
      if isClosed(node.bound << Int128(scale)) { continue }
      // What was closed before is not worth more than the threshold, be it supposed or known.
      let bound = threshold.map { max(node.bound, Int128($0)) } ?? node.bound
      if budget.isSpent || isNearEnough(bound) { return .stopped(bound: bound) }
      try work(on: node)
    }
    return nil
  }

  /// Makes the blocks' relaxations as small as the root of a tree allows.
  private func focus(on root: Node) throws(SolverFailure) {
    _ = try team.map { (solver, index) throws(SolverFailure) in
      let columns = self.structure.blocks[index].columns
      try solver.focus(lower: columns.map { root.lower[$0] }, upper: columns.map { root.upper[$0] })
    }
  }

  /// Whether the incumbent is within the gap asked for.
  private func isNearEnough(_ bound: Int128) -> Bool {
    guard options.gap > 0, let best else { return false }
    return task.isWithinGap(best, bound: bound)
  }

  private func bestOpen() -> Int? {
    open.indices.max { a, b in
      open[a].bound != open[b].bound
        ? open[a].bound < open[b].bound : open[a].number < open[b].number
    }
  }

  private func work(on start: Node) throws(SolverFailure) {
    let priced: Priced
    switch try price(start) {
    case .closed: return
    case .failed: return budget.isSpent ? open.append(start) : try settle(start)
    case .open(let found): priced = found
    }
    var node = start
    node.bound = min(node.bound, priced.bound)
    tree.keep(split(priced), bound: priced.bound, of: node.record)
    guard try fix(&node, priced) else { return tree.closeEmpty(node.record) }
    if budget.isSpent { return open.append(node) }
    if node.number == 0 { try focus(on: node) }
    if isDiving, created % Self.nodesBetweenDives == 0 { try dive(from: node) }
    try branch(node, priced)
  }

  /// Whether nothing of interest lies under a bound, in units of 1/2^scale.
  func isClosed(_ total: Int128) -> Bool {
    guard let threshold else { return false }
    return total < (Int128(threshold) + 1) << Int128(scale)
  }

  /// Takes a point as incumbent if it is feasible and of interest; exact.
  @discardableResult
  func offer(_ point: [Int]) -> Bool {
    guard let value = program.value(of: point, objective, above: best) else { return false }
    incumbent = (point, value)
    best = value
    threshold = max(threshold ?? .min, value)
    return true
  }
}
