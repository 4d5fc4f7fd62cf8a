internal import LinearProgram

extension NodeWorker {
  /// Rounds of pricing between two steps of a dive.
  private static var divingRounds: Int { 3 }
  /// Open decisions that are left to the tree search at the end of a dive, and its nodes.
  private static var divingRest: Int { 60 }
  private static var restNodeLimit: Int { 100 }

  /// Nodes worked on between two dives: more and more while dives find nothing.
  static var nodesBetweenDives: ClosedRange<Int> { 20...160 }

  /// Nodes of the search for what a mixture leaves open.
  private static var roundingNodeLimit: Int { 60 }

  /// Looks for a point: keeps every decision that the mixture has whole, and searches the few others exactly (a relaxation-enforced
  /// neighbourhood, Berthold 2014). What it finds is offered.
  func round(_ node: Node, _ priced: Priced) throws(SolverFailure) {
    var (lower, upper) = (node.lower, node.upper)
    for column in openDeciders(node) {
      let value = priced.point[column].rounded()
      guard abs(priced.point[column] - value) < TreeSearch.integrality else { continue }
      (lower[column], upper[column]) = (Int(value), Int(value))
    }
    try search(lower, upper, nodeLimit: Self.roundingNodeLimit)
  }

  /// Dives if it is time.
  func diveInTurn(from node: Node) throws(SolverFailure) {
    untilDive -= 1
    guard untilDive <= 0 else { return }
    let known = best
    try dive(from: node)
    let nodes = Self.nodesBetweenDives
    diveInterval = best == known ? min(2 * diveInterval, nodes.upperBound) : nodes.lowerBound
    untilDive = diveInterval
  }

  /// Looks for a point: gives one block after another the plan of which the master takes most, prices the others again, and
  /// searches the last few decisions exactly. What it finds is offered.
  func dive(from start: Node) throws(SolverFailure) {
    var node = start
    while !budget.isSpent {
      let open = openDeciders(node)
      let free = Set(open.compactMap { structure.blockOfColumn[$0] })
      if open.count <= Self.divingRest || free.count <= 1 { break }
      guard let mixture = try reprice(node) else { return }
      var best: (plan: Int, share: Double)?
      for (plan, share) in mixture.shares.enumerated()
      where free.contains(master.columns[plan].block) && share > best?.share ?? 1e-9 {
        best = (plan, share)
      }
      guard let best else { return }
      let plan = master.columns[best.plan]
      var changed: [Int] = []
      for decider in team.problems[plan.block].deciders {
        let column = structure.blocks[plan.block].columns[decider]
        let value = Int(plan.point[decider].rounded())
        guard (node.lower[column]...node.upper[column]).contains(value) else { return }
        (node.lower[column], node.upper[column]) = (value, value)
        changed.append(column)
      }
      guard propagation.run(&node.lower, &node.upper, changed: changed) else { return }
    }
    try search(node.lower, node.upper, nodeLimit: Self.restNodeLimit)
  }

  /// The master's mixture in a box, after a few rounds of pricing.
  private func reprice(_ node: Node) throws(SolverFailure) -> MasterProgram.Answer? {
    try master.restrict(lower: node.lower, upper: node.upper)
    var mixture = try master.solve(budget, method: .dual)
    for _ in 0..<Self.divingRounds {
      guard let found = mixture else { return nil }
      let prices = priced(found.prices)
      let cutoffs = cutoffs(found.worth, prices)
      let (_, added) = try solveBlocks(prices, node, cutoffs: cutoffs)
      if added == 0 { break }
      mixture = try master.solve(budget, method: .primal)
    }
    return mixture
  }
}
