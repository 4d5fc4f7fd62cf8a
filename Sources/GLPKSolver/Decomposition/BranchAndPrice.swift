internal import LinearProgram

/// Branch and price: the bound of every node comes from the blocks' exact best plans at the prices of the linking rows.
///
/// That bound is far better than the linear relaxation's where most rows stay within blocks, so that the tree stays small
/// (Barnhart et al. 1998).
final class BranchAndPrice {
  /// A box still to be worked on.
  struct Node {
    var lower: [Int]
    var upper: [Int]
    /// No point of the box is worth more.
    var bound: Int128
    var number: Int
  }

  let whole: IntegerProgram
  let program: SparseProgram
  let structure: BlockStructure
  let objective: [Int]
  let budget: Budget
  let scale: Int
  var master: MasterProgram
  let solvers: [BlockSolver]
  var incumbent: (point: [Int], value: Int)?
  /// Points worth no more than this are of no interest.
  var threshold: Int?
  var open: [Node] = []
  var created = 0
  var rounds = 0

  init(_ whole: IntegerProgram, _ program: SparseProgram, objective: [Int], budget: Budget)
    throws(SolverFailure)
  {
    self.whole = whole
    self.program = program
    self.objective = objective
    self.budget = budget
    structure = BlockStructure(program, labels: whole.columns.map(\.block))
    scale = PricedObjective.scale(program, structure)
    var reach = 0.0
    for column in 0..<program.columnCount {
      reach += abs(Double(objective[column])) * Double(program.upper[column])
    }
    var solvers: [BlockSolver] = []
    for block in structure.blocks {
      solvers.append(
        try BlockSolver(
          BlockProblem(program, structure, block), budget: budget, recordsProof: false))
    }
    self.solvers = solvers
    master = try MasterProgram(program, structure, objective: objective, reach: reach)
  }

  func run(start: [Int]?, above floor: Int?) throws(SolverFailure) -> TreeSearch.End {
    let begin = ContinuousClock.now
    defer { debug("TIME \(ContinuousClock.now - begin)") }
    threshold = floor
    if let start { offer(start) }
    var root = Node(lower: program.lower, upper: program.upper, bound: .max, number: 0)
    var propagation = Propagation(program)
    guard propagation.run(&root.lower, &root.upper, changed: nil) else { return .exhausted }
    try startPlans(root)
    guard let priced = try price(root) else { return .exhausted }
    root.bound = priced.total >> Int128(scale)
    debug("root \(root.bound) rounds \(rounds)")
    let known = threshold
    // Nobody knows the optimum, but it is near the bound: look close to it first, then further.
    var gap = max(1, Int(clamping: root.bound / 2_000))
    while true {
      let supposed = Int(clamping: root.bound) - gap - 1
      threshold = max(known ?? .min, supposed)
      debug("GAP \(gap) threshold \(threshold ?? 0) known \(known ?? -1)")
      created = 0
      open = [root]
      if let end = try searchTree() { return end }
      if incumbent.map({ $0.value > (known ?? .min) }) ?? false { return .exhausted }
      if let known, known >= supposed { return .exhausted }
      gap = gap > .max / 8 ? .max / 4 : gap * 3
    }
  }

  /// Works on all open nodes; `nil` when none is left.
  private func searchTree() throws(SolverFailure) -> TreeSearch.End? {
    while let index = nextIndex() {
      let node = open.remove(at: index)
      if let threshold, node.bound <= Int128(threshold) { continue }
      if budget.isSpent { return .stopped(bound: node.bound) }
      try work(on: node)
    }
    return nil
  }

  private func nextIndex() -> Int? {
    open.indices.max { a, b in
      open[a].bound != open[b].bound
        ? open[a].bound < open[b].bound : open[a].number < open[b].number
    }
  }

  @discardableResult
  func offer(_ point: [Int]) -> Bool {
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
    return true
  }

  /// First plans: each block's best at the prices of the linear relaxation, and its part of the incumbent.
  private func startPlans(_ root: Node) throws(SolverFailure) {
    if let incumbent {
      for (index, block) in structure.blocks.enumerated() {
        let point = block.columns.map { Double(incumbent.point[$0]) }
        _ = try master.add(BlockSolver.Plan(point: point, value: 0), of: index)
      }
    }
    var relaxation = try Simplex(
      LinearModel(program, objective: objective.map(Double.init)))
    try relaxation.setBounds(lower: root.lower, upper: root.upper)
    guard case .optimal = try relaxation.solve(budget) else { return }
    debug("LP \(relaxation.objective)")
    let prices = structure.linkingRows.map { relaxation.multipliers[$0] }
    let priced = PricedObjective(
      program, structure, objective: objective, prices: prices, scale: scale, stamp: 0)
    for index in structure.blocks.indices {
      let answer = try solve(index, priced, root, cutoff: -(Int128(1) << 100), nodeLimit: 1_000)
      for plan in answer.plans { _ = try master.add(plan, of: index) }
    }
  }

  func solve(
    _ block: Int, _ priced: PricedObjective, _ node: borrowing Node, cutoff: Int128, nodeLimit: Int
  ) throws(SolverFailure) -> BlockSolver.Answer {
    let columns = structure.blocks[block].columns
    return try solvers[block].solve(
      priced, lower: columns.map { node.lower[$0] }, upper: columns.map { node.upper[$0] },
      cutoff: cutoff, nodeLimit: nodeLimit)
  }

  /// What pricing has shown of a node.
  struct Priced {
    var prices: PricedObjective
    var blockBounds: [Int128]
    /// Bound of the node, in units of 1/2^scale.
    var total: Int128
    var point: [Double]
    var isFeasible: Bool
  }

  private func work(on node: Node) throws(SolverFailure) {
    guard let priced = try price(node) else { return }
    var node = node
    guard try fix(&node, priced) else { return }
    debug(
      "node \(node.number) bound \(Double(priced.total) / Double(Int128(1) << Int128(scale))) threshold \(threshold ?? -1) rounds \(rounds) open \(open.count) columns \(master.columns.count) feasible \(priced.isFeasible) free \(freeDeciders(node).count)"
    )
    try branch(&node, priced)
  }

  private func freeDeciders(_ node: Node) -> [Int] {
    solvers.flatMap { solver in
      solver.problem.deciders.map { solver.problem.block.columns[$0] }
    }.filter { node.lower[$0] < node.upper[$0] }
  }

  /// Fixes decisions whose other side cannot beat the threshold at the node's prices; false if nothing is left.
  private func fix(_ node: inout Node, _ priced: Priced) throws(SolverFailure) -> Bool {
    var propagation = Propagation(program)
    for column in freeDeciders(node) where node.lower[column] < node.upper[column] {
      let value = priced.point[column]
      guard abs(value - value.rounded()) < 1e-6 else { continue }
      let whole = Int(value.rounded())
      if whole > node.lower[column],
        isClosed(try total(node, priced, column, whole - 1, isUp: false, nodeLimit: 5))
      {
        node.lower[column] = whole
      }
      if whole < node.upper[column],
        isClosed(try total(node, priced, column, whole, isUp: true, nodeLimit: 5))
      {
        node.upper[column] = whole
      }
      guard propagation.run(&node.lower, &node.upper, changed: [column]) else { return false }
    }
    return true
  }

  func isClosed(_ total: Int128) -> Bool {
    guard let threshold else { return false }
    return total < (Int128(threshold) + 1) << Int128(scale)
  }

  /// Generates plans until the node is closed (`nil`) or its bound stands.
  private func price(_ node: Node) throws(SolverFailure) -> Priced? {
    try master.restrict(lower: node.lower, upper: node.upper)
    var best: Priced?
    var method = Simplex.Method.dual
    while true {
      rounds += 1
      guard let answer = try master.solve(budget, method: method) else { return best }
      method = .primal
      let priced = PricedObjective(
        program, structure, objective: objective, prices: answer.prices, scale: scale,
        stamp: rounds)
      var rest = priced.constant
      for column in structure.looseColumns {
        let cost = priced.costs[column]
        rest += cost * Int128(cost > 0 ? node.upper[column] : node.lower[column])
      }
      let unit = Double(sign: .plus, exponent: scale, significand: 1)
      // Plans that are better by a rounding error only are of no use.
      let least = Int128(unit * 1e-7)
      var worth = answer.worth.map { Int128(($0 * unit).rounded()) + least }
      if let threshold {
        let slack =
          ((Int128(threshold) + 1) << Int128(scale)) - 1 - rest - worth.reduce(0, +)
        let share = slack / Int128(worth.count)
        if share > 0 { for index in worth.indices { worth[index] += share } }
      }
      var total = rest
      var bounds: [Int128] = []
      var added = 0
      for index in structure.blocks.indices {
        let answer = try solve(
          index, priced, node, cutoff: worth[index], nodeLimit: 2_000)
        total += answer.bound
        bounds.append(answer.bound)
        for plan in answer.plans where try master.add(plan, of: index) { added += 1 }
      }
      debug(
        "   round \(rounds) master \(answer.value) bound \(Double(total) / unit) added \(added)")
      if isClosed(total) { return nil }
      if best.map({ total < $0.total }) ?? true {
        best = Priced(
          prices: priced, blockBounds: bounds, total: total, point: [], isFeasible: false)
      }
      best?.point = point(answer)
      best?.isFeasible = answer.isFeasible
      let floorOfBest = (best?.total ?? total) >> Int128(scale)
      if added == 0 || budget.isSpent
        || answer.isFeasible && floorOfBest <= Int128((answer.value + 1e-6).rounded(.down))
      {
        return best
      }
    }
  }

  private func point(_ answer: MasterProgram.Answer) -> [Double] {
    var point = Array(repeating: 0.0, count: program.columnCount)
    for (column, share) in zip(master.columns, answer.shares) where share > 0 {
      for (index, value) in zip(structure.blocks[column.block].columns, column.point) {
        point[index] += share * value
      }
    }
    return point
  }

  /// Deciders whose value in the master is not whole.
  private func fractionalDeciders(_ node: Node, _ point: [Double]) -> [Int] {
    solvers.flatMap { solver in
      solver.problem.deciders.map { solver.problem.block.columns[$0] }.filter { column in
        node.lower[column] < node.upper[column]
          && abs(point[column] - point[column].rounded()) > 1e-6
      }
    }
  }

  /// Tree search in a box, with few nodes; what it finds is offered.
  private func searchBox(_ lower: [Int], _ upper: [Int], nodeLimit: Int)
    throws(SolverFailure)
  {
    var box = whole
    for column in lower.indices {
      box.setBounds(column, lower: lower[column], upper: upper[column])
    }
    let presolve = Presolve(box)
    guard let reduced = presolve.reduced else { debug("   box: presolve infeasible"); return }
    let goal = presolve.reduce(
      LinearExpression(
        objective.enumerated().filter { $1 != 0 }.map { IntegerProgram.Term($0, $1) }))
    var costs = Array(repeating: 0, count: reduced.columns.count)
    for term in goal.terms { costs[term.column] = term.coefficient }
    var search = try TreeSearch(SparseProgram(reduced), objective: costs, budget: budget)
    search.nodeLimit = nodeLimit
    let end = try search.run(start: nil, above: threshold.map { $0 - goal.constant })
    debug("   box: \(reduced.columns.count) x \(reduced.rows.count) \(end) \(search.incumbent?.value ?? -1) nodes \(nodeLimit - search.nodeLimit) const \(goal.constant)")
    if let found = search.incumbent { offer(presolve.restore(found.point)) }
  }

  /// Splits a node on the decider whose two sides lower the bound most.
  private func branch(_ node: inout Node, _ priced: Priced) throws(SolverFailure) {
    let fractional = fractionalDeciders(node, priced.point)
    if fractional.isEmpty {
      debug("integral in the master: bound \(priced.total >> Int128(scale))")
      let (lower, upper) = fixed(node, priced.point)
      try searchBox(lower, upper, nodeLimit: 1_000)
      if isClosed(priced.total) { return }
    }
    guard let column = try branchingColumn(node, priced, fractional) else {
      debug("all fixed: tree search")
      try searchBox(node.lower, node.upper, nodeLimit: .max)
      return
    }
    let middle = min(
      max(Int(priced.point[column].rounded(.down)), node.lower[column]), node.upper[column] - 1)
    var propagation = Propagation(program)
    for isUp in [false, true] {
      created += 1
      var child = Node(
        lower: node.lower, upper: node.upper, bound: priced.total >> Int128(scale),
        number: created)
      if isUp { child.lower[column] = middle + 1 } else { child.upper[column] = middle }
      if propagation.run(&child.lower, &child.upper, changed: [column]) { open.append(child) }
    }
  }

  private func branchingColumn(_ node: Node, _ priced: Priced, _ fractional: [Int])
    throws(SolverFailure) -> Int?
  {
    guard !fractional.isEmpty else { return freeDeciders(node).first }
    var best: (column: Int, score: Double)?
    let candidates = fractional.sorted {
      let (a, b) = (distance(priced.point[$0]), distance(priced.point[$1]))
      return a != b ? a > b : $0 < $1
    }
    try master.restrict(lower: node.lower, upper: node.upper)
    guard let base = try master.solve(budget, method: .dual) else { return candidates.first }
    for column in candidates.prefix(8) {
      guard let block = structure.blockOfColumn[column],
        let position = structure.blocks[block].columns.firstIndex(of: column)
      else { continue }
      let middle = priced.point[column].rounded(.down)
      let down = try master.trial(position, of: block, -.infinity...middle, budget: budget)
      let up = try master.trial(position, of: block, (middle + 1)...(.infinity), budget: budget)
      let score = PseudoCosts.score(
        down: min(base.value - down, 1e4), up: min(base.value - up, 1e4))
      if best.map({ score > $0.score }) ?? true { best = (column, score) }
    }
    return best?.column
  }

  private func distance(_ value: Double) -> Double { abs(value - value.rounded()) }

  private func fixed(_ node: Node, _ point: [Double]) -> ([Int], [Int]) {
    var (lower, upper) = (node.lower, node.upper)
    for solver in solvers {
      for decider in solver.problem.deciders {
        let column = solver.problem.block.columns[decider]
        let whole = min(max(Int(point[column].rounded()), lower[column]), upper[column])
        (lower[column], upper[column]) = (whole, whole)
      }
    }
    return (lower, upper)
  }

  /// The node's bound with one column's bounds halved, at the same prices.
  private func total(
    _ node: Node, _ priced: Priced, _ column: Int, _ middle: Int, isUp: Bool, nodeLimit: Int
  ) throws(SolverFailure) -> Int128 {
    guard let block = structure.blockOfColumn[column] else { return priced.total }
    var child = node
    if isUp { child.lower[column] = middle + 1 } else { child.upper[column] = middle }
    let others = priced.total - priced.blockBounds[block]
    var cutoff = -(Int128(1) << 100)
    if let threshold {
      cutoff = ((Int128(threshold) + 1) << Int128(scale)) - 1 - others
    }
    return others
      + (try solve(block, priced.prices, child, cutoff: cutoff, nodeLimit: nodeLimit).bound)
  }

  func debug(_ text: @autoclosure () -> String) {
    print(text())
  }
}
