internal import LinearProgram

/// Works on nodes of a branch-and-price tree, one after another: prices, fixes, dives, branches.
///
/// A worker has its own master program and its own solvers of the blocks. What it learns it tells the others when its turn is over.
final class NodeWorker {
  /// A box still to be worked on.
  struct OpenNode {
    let box: Box
    /// No point of the box is worth more.
    let bound: Int128
    var number: Int
    /// Its place in the proof.
    let record: ProofNode?
    /// How it was made, until it is priced.
    var origin: Origin?
  }

  /// The side of a decision that a node was made for.
  struct Origin {
    var column: Int
    var isUp: Bool
    /// How far the column moved.
    var distance: Double
    /// The bound of the node that was split.
    var value: Double
  }

  /// A node while it is worked on.
  struct Node {
    var lower: [Int]
    var upper: [Int]
    var bound: Int128
    let number: Int
    let record: ProofNode?
    let origin: Origin?
    private let box: Box

    init(_ open: OpenNode) {
      box = open.box
      (lower, upper) = box.bounds
      bound = open.bound
      number = open.number
      record = open.record
      origin = open.origin
    }

    /// What is left of it, for later.
    var rest: OpenNode {
      OpenNode(
        box: box.narrowed(to: lower, upper), bound: bound, number: number, record: record,
        origin: origin)
    }
  }

  /// What a worker has learned since it last told.
  struct News {
    var incumbent: (point: [Int], value: Int)?
    var plans: [(block: Int, plan: BlockSolver.Plan)] = []
    var trials: [Trial] = []
  }

  /// What a side of a decision does to the master's value, over the plans known before or when it was priced.
  struct Trial {
    var column: Int
    var isUp: Bool
    var drop: Double
    /// How far the column moves.
    var distance: Double
  }

  let task: ReducedTask
  let program: SparseProgram
  let structure: BlockStructure
  let objective: [Int]
  let budget: Budget
  let limits: GLPKSolver.Limits
  let options: SolverOptions
  /// Binary digits of prices after the point, at most.
  let digits: Int
  let team: BlockTeam
  let master: MasterProgram
  var propagation: Propagation
  var incumbent: (point: [Int], value: Int)?
  /// Value of the incumbent, or what the caller knows already.
  var best: Int?
  /// Nodes that hold nothing above this are closed: the best value, or a supposition above it.
  var threshold: Int?
  var open: [OpenNode] = []
  /// What trials have shown of each column.
  var pseudoCosts: PseudoCosts
  /// Whether it may take long to prove anything, so that some plan is looked for first.
  var isDiving = false
  /// Nodes of the tree so far, as far as the worker knows.
  var created = 0
  /// Nodes until the next dive, and between two dives.
  var untilDive = NodeWorker.nodesBetweenDives.lowerBound
  var diveInterval = NodeWorker.nodesBetweenDives.lowerBound
  /// Nodes of the other search so far.
  var searchedNodes = 0
  /// Numbers the prices.
  var rounds = 0
  var news = News()

  init(
    _ task: ReducedTask, _ structure: BlockStructure, _ problems: [BlockProblem],
    box: (lower: [Int], upper: [Int]), limits: GLPKSolver.Limits, options: SolverOptions,
    threads: Int, budget: Budget
  ) throws(SolverFailure) {
    self.task = task
    program = task.program
    objective = task.costs
    self.budget = budget
    self.structure = structure
    self.limits = limits
    self.options = options
    digits = PricedObjective.digits(task.program, structure)
    propagation = Propagation(task.program)
    pseudoCosts = PseudoCosts(columnCount: task.program.columnCount)
    master = try MasterProgram(
      task.program, structure, objective: task.costs, mostForDense: limits.mostForDense)
    team = try BlockTeam(
      problems, lower: box.lower, upper: box.upper, threads: threads, budget: budget,
      recordsProof: options.recordsProof, mostForDense: limits.mostForDense)
  }

  /// A measure of the work done that does not depend on the clock: how often the simplex was asked, nearly.
  private var effort: Int { team.nodes + master.solves + Self.effortOfNode * searchedNodes }
  /// Effort of a node of the other search.
  private static var effortOfNode: Int { 3 }

  /// Works on open nodes, the best first, until none is left or the effort is spent.
  func run(effort most: Int) throws(SolverFailure) {
    try forget()
    let end = effort + most
    while effort < end, !budget.isSpent, let index = bestOpen() {
      let node = open.remove(at: index)
      if !isClosed(node.bound) { try work(on: Node(node)) }
    }
  }

  /// Nodes of the other search for a box that seems to be empty.
  private static var emptyNodeLimit: Int { 20 }

  private func bestOpen() -> Int? {
    open.indices.max { a, b in
      open[a].bound != open[b].bound
        ? open[a].bound < open[b].bound : open[a].number < open[b].number
    }
  }

  /// Prices a node and closes it or splits it; what is left of it is then open.
  func work(on start: Node) throws(SolverFailure) {
    let priced: Priced
    switch try price(start) {
    case .closed: return learnClosed(start)
    case .failed:
      if budget.isSpent { open.append(start.rest) } else { try settle(start) }
      return
    case .open(let found): priced = found
    }
    // Where the master finds no mixture there is mostly no point, and the whole relaxation shows it at once.
    if !priced.isFeasible, try settle(start, nodeLimit: Self.emptyNodeLimit) {
      return learnClosed(start)
    }
    learn(from: start, value: priced.value)
    var node = start
    node.bound = min(node.bound, priced.bound)
    node.record?.keep(split(priced), bound: priced.bound)
    guard try fix(&node, priced) else {
      node.record?.closeEmpty()
      return
    }
    if budget.isSpent { return open.append(node.rest) }
    if isDiving { try diveInTurn(from: node) }
    try branch(node, priced)
  }

  /// Makes the blocks' relaxations as small as the root of a tree allows.
  func focus(on root: (lower: [Int], upper: [Int])) throws(SolverFailure) {
    _ = try team.map { (solver, index) throws(SolverFailure) in
      let columns = self.structure.blocks[index].columns
      try solver.focus(lower: columns.map { root.lower[$0] }, upper: columns.map { root.upper[$0] })
    }
  }

  /// Whether nothing of interest lies under a bound.
  func isClosed(_ bound: Int128) -> Bool { threshold.map { bound <= Int128($0) } ?? false }

  /// Takes a point as incumbent if it is feasible and of interest; exact.
  @discardableResult
  func offer(_ point: [Int]) -> Bool {
    guard let value = program.value(of: point, objective, above: best) else { return false }
    adopt((point, value))
    news.incumbent = incumbent
    return true
  }

  private func adopt(_ found: (point: [Int], value: Int)) {
    incumbent = found
    best = found.value
    threshold = max(threshold ?? .min, found.value)
  }

  /// Gives a plan to the master unless it has it already; returns whether it did.
  func add(_ plan: BlockSolver.Plan, of block: Int) throws(SolverFailure) -> Bool {
    guard try master.add(plan, of: block) else { return false }
    news.plans.append((block, plan))
    return true
  }

  /// The open nodes, which are then somebody else's.
  func takeOpen() -> [OpenNode] {
    defer { open = [] }
    return open
  }

  /// What was learned since the last time.
  func tell() -> News {
    defer { news = News() }
    return news
  }

  /// Learns that a node has nothing above the threshold.
  private func learnClosed(_ node: Node) {
    if let threshold { learn(from: node, value: Double(threshold)) }
  }

  /// Learns from what a node turned out to be worth, at most.
  private func learn(from node: Node, value: Double) {
    guard let origin = node.origin, origin.distance >= Self.leastDistance else { return }
    let drop = min(max(0, origin.value - value), mostDrop(from: origin.value))
    learn(
      Trial(column: origin.column, isUp: origin.isUp, drop: drop, distance: origin.distance))
  }

  /// Steps that are shorter say little of longer ones.
  private static var leastDistance: Double { 1e-3 }

  /// Much more than what closes a side is of no use.
  func mostDrop(from value: Double) -> Double {
    threshold.map { 3 * max(1, value - Double($0)) } ?? 1 + abs(value)
  }

  func learn(_ trial: Trial) {
    pseudoCosts.record(trial)
    news.trials.append(trial)
  }

  /// Takes over what another worker has learned.
  func learn(_ news: News) throws(SolverFailure) {
    if let found = news.incumbent, best.map({ found.value > $0 }) ?? true { adopt(found) }
    for (block, plan) in news.plans { _ = try master.add(plan, of: block) }
    for trial in news.trials { pseudoCosts.record(trial) }
    try forget()
  }

  /// Keeps the master from growing with the tree.
  private func forget() throws(SolverFailure) {
    try master.forget(beyond: limits.mostPlans * structure.blocks.count)
  }
}

extension PseudoCosts {
  mutating func record(_ trial: NodeWorker.Trial) {
    record(trial.column, isUp: trial.isUp, drop: trial.drop, distance: trial.distance)
  }
}

extension [NodeWorker.OpenNode] {
  /// The smallest box that holds all nodes; `nil` without any.
  var hull: (lower: [Int], upper: [Int])? {
    guard var hull = first?.box.bounds else { return nil }
    for node in dropFirst() {
      let bounds = node.box.bounds
      for column in hull.lower.indices {
        hull.lower[column] = Swift.min(hull.lower[column], bounds.lower[column])
        hull.upper[column] = Swift.max(hull.upper[column], bounds.upper[column])
      }
    }
    return hull
  }
}
