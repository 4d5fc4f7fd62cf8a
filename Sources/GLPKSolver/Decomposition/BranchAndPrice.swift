internal import LinearProgram

/// Branch and price: the bound of every node comes from the blocks' exact best plans at prices of the linking rows.
///
/// That bound is far better than the linear relaxation's where most rows stay within blocks, so that the tree stays small
/// (Barnhart et al. 1998). Where the optimum lies is not known at first, but it is near the root's bound: the tree is searched for
/// points close to it, and again for points a little further, until there is one.
final class BranchAndPrice {
  private let task: ReducedTask
  private let structure: BlockStructure
  private let problems: [BlockProblem]
  private let limits: GLPKSolver.Limits
  private let options: SolverOptions
  private let budget: Budget
  /// Works on the root, with all threads at the blocks.
  private let chief: NodeWorker
  private var open: [NodeWorker.OpenNode] = []
  /// What the root of the last tree left open.
  private var narrowed: (lower: [Int], upper: [Int])?
  /// Bounds that every point at least as good as the incumbent keeps, once it is proved best; not where a proof is wanted.
  private(set) var boundsOfEqualPoints: [ClosedRange<Int>]?
  /// Root of the proof, where one is wanted.
  private(set) var tree: ProofNode?

  init(
    _ task: ReducedTask, _ structure: BlockStructure, _ problems: [BlockProblem],
    limits: GLPKSolver.Limits, options: SolverOptions, budget: Budget
  ) throws(SolverFailure) {
    self.task = task
    self.structure = structure
    self.problems = problems
    self.limits = limits
    self.options = options
    self.budget = budget
    chief = try NodeWorker(
      task, structure, problems, box: (task.program.lower, task.program.upper), limits: limits,
      options: options, threads: options.threads, budget: budget)
    plantTree()
  }

  /// How the search ended.
  enum End {
    /// The incumbent is proved best, or that there is no point above the floor.
    case exhausted
    /// Stopped; no point beats the bound (`nil` if nothing was proved).
    case stopped(bound: Int128?)
    /// No point was found however far from the bound: another method must say whether there is one.
    case gaveUp
  }

  var incumbent: (point: [Int], value: Int)? { chief.incumbent }

  /// Searches until everything is proved or the budget is spent.
  func run(start: [Int]?, above floor: Int?) throws(SolverFailure) -> End {
    chief.best = floor
    chief.threshold = floor
    if let start { chief.offer(start) }
    if let best = chief.best, let ceiling = task.ceiling, best >= ceiling { return .exhausted }
    let program = task.program
    var (lower, upper) = (program.lower, program.upper)
    guard chief.propagation.run(&lower, &upper, changed: nil) else {
      tree?.closeEmpty()
      return .exhausted
    }
    let box = Box(lower: lower, upper: upper)
    let root = NodeWorker.Node(self.root(box, bound: .max))
    if isOver { return .stopped(bound: nil) }
    let relaxed: Double?
    switch try chief.startPlans(root, from: start) {
    // That there is no point takes one combination of rows, and no prices.
    case .empty: return .gaveUp
    case .unclear: relaxed = nil
    case .worth(let value): relaxed = value
    }
    if isOver { return .stopped(bound: nil) }
    let least = leastValue(root)
    // What would be worth less than the bounds allow is no point; only a proof on paper has to say so otherwise.
    let lowest = options.recordsProof ? .min : Int(clamping: least - 1)
    chief.threshold = max(chief.threshold ?? .min, lowest)
    let priced: NodeWorker.Priced
    switch try chief.price(root) {
    case .closed: return .exhausted
    case .failed: return budget.isSpent ? .stopped(bound: nil) : .gaveUp
    case .open(let found): priced = found
    }
    let bound = min(priced.bound, task.ceiling.map { Int128($0) } ?? .max)
    if budget.isSpent { return .stopped(bound: bound) }
    chief.isDiving = chief.openDeciders(root).count >= limits.leastForDiving
    try chief.round(root, priced)
    if isNearEnough(bound) { return .stopped(bound: bound) }
    if chief.isDiving { try chief.dive(from: root) }
    if isNearEnough(bound) { return .stopped(bound: bound) }
    let worst = priced.bound - least
    var gap = firstGap(relaxed, bound)
    while true {
      let supposed = supposition(bound, gap)
      chief.threshold = max(lowest, chief.best ?? .min, supposed)
      plantTree()
      // A point that was found before the tree may close its root.
      tree?.keep(chief.split(priced), bound: priced.bound)
      if let end = try searchTree(from: self.root(box, bound: bound)) { return end }
      if supposed <= max(lowest, chief.best ?? .min) {
        try narrow(box, priced)
        return .exhausted
      }
      if gap > worst / 4 { return .gaveUp }
      gap = widened(gap)
    }
  }

  /// Fixes what no point as good as the incumbent decides otherwise: thoroughly where the last tree's root has fixed something,
  /// which asked for better points only.
  private func narrow(_ box: Box, _ priced: NodeWorker.Priced) throws(SolverFailure) {
    guard !options.recordsProof, let best = incumbent?.value else { return }
    var node = NodeWorker.Node(root(box, bound: .max))
    try chief.focus(on: box.bounds)
    let (low, high) = narrowed ?? box.bounds
    let (lower, upper) = (node.lower, node.upper)
    let isSound = try chief.fix(&node, priced, above: best - 1) {
      low[$0] > lower[$0] || high[$0] < upper[$0]
    }
    // The incumbent itself is never fixed away.
    guard isSound else { throw SolverFailure("bounds contradict the best point known") }
    boundsOfEqualPoints = zip(node.lower, node.upper).map { $0...$1 }
  }

  private func root(_ box: Box, bound: Int128) -> NodeWorker.OpenNode {
    NodeWorker.OpenNode(box: box, bound: bound, number: 0, record: tree)
  }

  private func plantTree() { tree = options.recordsProof ? ProofNode() : nil }

  /// Whether to stop before anything is priced: it would give a bound even now, but takes long where the core was searched, and that
  /// has given one already.
  private var isOver: Bool { task.bound != nil && budget.isSpent }

  /// What the optimum is supposed to be above, for one pass over the tree: the incumbent's own value where the pass gets there.
  private func supposition(_ bound: Int128, _ gap: Int128) -> Int {
    if let best = chief.best, Int128(best) >= bound - gap - 1 { return best }
    return Int(clamping: bound - gap - 1)
  }

  /// The gap of the next pass: the larger this pass's tree, the less is added, because trees grow with a high power of the gap.
  private func widened(_ gap: Int128) -> Int128 {
    switch chief.created {
    case ..<Self.nodesOfSmallTree: 3 * gap
    case ..<Self.nodesOfLargeTree: 2 * gap
    default: gap + (gap + 1) / 2
    }
  }

  private static var nodesOfSmallTree: Int { 10 }
  private static var nodesOfLargeTree: Int { 200 }

  /// How far below the root's bound the optimum is supposed to lie at first: a small part of what prices have brought over the
  /// linear relaxation.
  private func firstGap(_ relaxed: Double?, _ bound: Int128) -> Int128 {
    guard let relaxed, relaxed.magnitude < 0x1p62 else { return max(1, bound / 2_000) }
    return max(1, (Int128(relaxed) - bound) / 16)
  }

  /// The least that the bounds alone allow.
  private func leastValue(_ root: NodeWorker.Node) -> Int128 {
    zip(task.costs, zip(root.lower, root.upper)).reduce(0) { sum, column in
      let (cost, (lower, upper)) = column
      return sum + Int128(cost) * Int128(cost > 0 ? lower : upper)
    }
  }

  /// Works on all open nodes, alone at first and then in turns; `nil` when none is left.
  private func searchTree(from root: NodeWorker.OpenNode) throws(SolverFailure) -> End? {
    chief.created = 0
    narrowed = nil
    try chief.focus(on: root.box.bounds)
    open = [root]
    var workers: TurnWorkers?
    while let bound = boundOfOpen() {
      if budget.isSpent || isNearEnough(bound) { return .stopped(bound: bound) }
      if let workers {
        open = try workers.work(on: open)
      } else if chief.created < limits.leastForTurns || open.count < TurnWorkers.count {
        try workAlone()
      } else if let box = open.hull {
        workers = try TurnWorkers(from: chief, problems: problems, box: box)
      }
    }
    return nil
  }

  /// The chief works on the best node.
  private func workAlone() throws(SolverFailure) {
    let isRoot = chief.created == 0
    chief.open = open
    try chief.run(effort: 1)
    open = chief.takeOpen()
    if isRoot, let box = open.hull {
      narrowed = box
      try chief.focus(on: box)
    }
  }

  /// What nothing is worth more than: the best bound of the open nodes; `nil` where none has anything of interest.
  private func boundOfOpen() -> Int128? {
    open.removeAll { chief.isClosed($0.bound) }
    // What was closed before is not worth more than the threshold, be it supposed or known.
    return open.map(\.bound).max().map { max($0, chief.threshold.map { Int128($0) } ?? $0) }
  }

  /// Whether the incumbent is within the gap asked for.
  private func isNearEnough(_ bound: Int128) -> Bool {
    guard options.gap > 0, let best = chief.best else { return false }
    return task.isWithinGap(best, bound: bound)
  }
}
