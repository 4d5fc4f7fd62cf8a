internal import LinearProgram

extension NodeWorker {
  /// Columns tried by the master before one is branched on.
  private static var trialColumns: Int { 4 }
  /// Trials of a column before its average is trusted: few in a small tree, where they cost more than they save.
  private var reliableTrials: Int { created < Self.nodesOfSmallTree ? 4 : 16 }
  private static var nodesOfSmallTree: Int { 100 }
  /// Nodes of the search for amounts when all decisions are taken.
  private static var amountsNodeLimit: Int { 200 }

  /// Decisions that the node leaves open, by column.
  func openDeciders(_ node: Node) -> [Int] {
    team.problems.flatMap { problem in problem.deciders.map { problem.block.columns[$0] } }
      .filter { node.lower[$0] < node.upper[$0] }
  }

  /// Fixes decisions whose other side cannot beat the threshold at the node's prices; false if nothing is left.
  func fix(_ node: inout Node, _ priced: Priced) throws(SolverFailure) -> Bool {
    guard let threshold else { return true }
    let isRoot = node.number == 0
    return try fix(&node, priced, above: threshold) { _ in isRoot }
  }

  /// Fixes decisions whose other side is worth no more than a value.
  ///
  /// - Parameter thoroughly: for which columns to solve a relaxation, where the reduced costs alone are not enough.
  func fix(
    _ node: inout Node, _ priced: Priced, above threshold: Int, thoroughly: (Int) -> Bool
  ) throws(SolverFailure) -> Bool {
    let most = (Int128(threshold) + 1) << Int128(priced.prices.scale) - 1
    let (lower, upper) = (node.lower, node.upper)
    let cuts = try team.map { (solver, index) throws(SolverFailure) in
      let columns = self.structure.blocks[index].columns
      return try solver.probe(
        priced.prices, lower: columns.map { lower[$0] }, upper: columns.map { upper[$0] },
        point: columns.map { priced.point[$0] },
        cutoff: most - (priced.total - priced.blockBounds[index]),
        thoroughly: { thoroughly(columns[$0]) })
    }
    var changed: [Int] = []
    for (index, blockCuts) in cuts.enumerated() {
      for cut in blockCuts {
        let column = structure.blocks[index].columns[cut.column]
        if cut.above {
          node.upper[column] = min(node.upper[column], cut.value)
        } else {
          node.lower[column] = max(node.lower[column], cut.value + 1)
        }
        changed.append(column)
        node.record?.cut(
          column: column, value: cut.value, above: cut.above,
          by: split(priced, replacing: (index, cut.bound, cut.proof)))
      }
    }
    return changed.isEmpty || propagation.run(&node.lower, &node.upper, changed: changed)
  }

  /// Splits a node, or settles it where all its decisions are taken.
  func branch(_ node: Node, _ priced: Priced) throws(SolverFailure) {
    let open = openDeciders(node)
    let fractional = open.filter {
      abs(priced.point[$0] - priced.point[$0].rounded()) > TreeSearch.integrality
    }
    if fractional.isEmpty, !open.isEmpty {
      try lookForAmounts(node, open, priced.point)
      if isClosed(priced.bound) {
        node.record?.close(by: split(priced))
        return
      }
    }
    guard let column = try branchingColumn(node, priced, open, fractional) else {
      return try settle(node)
    }
    let below = Int(priced.point[column].rounded(.down))
    let middle = min(max(below, node.lower[column]), node.upper[column] - 1)
    let records = node.record?.branch(column: column, value: middle)
    let box = node.rest.box
    for isUp in [false, true] {
      created += 1
      var child = Node(
        OpenNode(
          box: box, bound: node.bound, number: created,
          record: isUp ? records?.above : records?.below,
          origin: Origin(
            column: column, isUp: isUp,
            distance: isUp
              ? Double(middle + 1) - priced.point[column] : priced.point[column] - Double(middle),
            value: priced.value)))
      if isUp { child.lower[column] = middle + 1 } else { child.upper[column] = middle }
      if propagation.run(&child.lower, &child.upper, changed: [column]) {
        self.open.append(child.rest)
      } else {
        child.record?.closeEmpty()
      }
    }
  }

  /// The decision whose two sides lower the master's value most, over the plans known so far: as branching on it has shown before, or
  /// else by trial.
  private func branchingColumn(
    _ node: Node, _ priced: Priced, _ open: [Int], _ fractional: [Int]
  ) throws(SolverFailure) -> Int? {
    guard !fractional.isEmpty else { return open.first }
    var candidates: [(column: Int, score: Double)] = fractional.map { column in
      let value = priced.point[column]
      return (column, pseudoCosts.score(column, fraction: value - value.rounded(.down)))
    }
    candidates.sort { $0.score != $1.score ? $0.score > $1.score : $0.column < $1.column }
    var base: Double?
    var best: (column: Int, score: Double)?
    var trials = 0
    for candidate in candidates {
      var score = candidate.score
      if trials < Self.trialColumns,
        !pseudoCosts.isReliable(candidate.column, after: reliableTrials)
      {
        if base == nil {
          try master.restrict(lower: node.lower, upper: node.upper)
          base = try master.solve(budget, method: .dual)?.value
        }
        guard let base else { break }
        trials += 1
        score = try trialScore(candidate.column, priced.point[candidate.column], from: base)
      }
      if best.map({ score > $0.score }) ?? true { best = (candidate.column, score) }
    }
    return best?.column ?? candidates.first?.column
  }

  /// Product of what the master's value falls on either side of a decision.
  private func trialScore(_ column: Int, _ value: Double, from base: Double) throws(SolverFailure)
    -> Double
  {
    guard let block = structure.blockOfColumn[column],
      let position = structure.blocks[block].columns.firstIndex(of: column)
    else { return 0 }
    let middle = value.rounded(.down)
    let most = mostDrop(from: base)
    let down = try master.trial(position, of: block, -.infinity...middle, budget: budget)
    let up = try master.trial(position, of: block, (middle + 1)...(.infinity), budget: budget)
    let drops = (down: min(base - down, most), up: min(base - up, most))
    learn(Trial(column: column, isUp: false, drop: drops.down, distance: value - middle))
    learn(Trial(column: column, isUp: true, drop: drops.up, distance: middle + 1 - value))
    return PseudoCosts.score(down: drops.down, up: drops.up)
  }

  /// All decisions as the master has them: looks for amounts that go with them.
  private func lookForAmounts(_ node: Node, _ open: [Int], _ point: [Double])
    throws(SolverFailure)
  {
    var (lower, upper) = (node.lower, node.upper)
    for column in open {
      let value = min(max(Int(point[column].rounded()), lower[column]), upper[column])
      (lower[column], upper[column]) = (value, value)
    }
    try search(lower, upper, nodeLimit: Self.amountsNodeLimit)
  }

  /// Searches a box with a few nodes of the other search; what it finds is offered.
  func search(_ lower: [Int], _ upper: [Int], nodeLimit: Int) throws(SolverFailure) {
    let presolve = Presolve(program.within(lower, upper))
    guard let reduced = presolve.reduced else { return }
    let goal = presolve.reduce(
      LinearExpression(objective.enumerated().map { IntegerProgram.Term($0, $1) }))
    var costs = Array(repeating: 0, count: reduced.columnCount)
    for term in goal.terms { costs[term.column] = term.coefficient }
    var search = try TreeSearch(reduced, objective: costs, budget: budget)
    search.nodeLimit = nodeLimit
    _ = try search.run(start: nil, above: best.map { $0 - goal.constant })
    searchedNodes += search.created
    if let found = search.incumbent { offer(presolve.restore(found.point)) }
  }

  /// Leaves a node to the other search: all decisions are taken, and what is left is a matter of amounts.
  func settle(_ node: Node) throws(SolverFailure) {
    if try !settle(node, nodeLimit: .max) { open.append(node.rest) }
  }

  /// Closes a node by a few nodes of the other search; false if they are not enough.
  func settle(_ node: Node, nodeLimit: Int) throws(SolverFailure) -> Bool {
    var search = try TreeSearch(
      program.within(node.lower, node.upper), objective: objective, budget: budget,
      recordsProof: options.recordsProof)
    search.nodeLimit = nodeLimit
    let end = try search.run(start: nil, above: threshold)
    searchedNodes += search.created
    if let found = search.incumbent { offer(found.point) }
    guard case .exhausted = end else { return false }
    if let proof = search.tree?.proof { node.record?.close(by: proof) }
    return true
  }
}
