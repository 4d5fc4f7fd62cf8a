internal import LinearProgram

extension NodeWorker {
  /// What pricing has shown of a node.
  struct Priced {
    var prices: PricedObjective
    /// Per block: no plan is worth more, in units of 1/2^scale of the prices.
    var blockBounds: [Int128]
    var blockProofs: [Proof]
    /// The part of the bound that no block has.
    var rest: Int128
    /// The master's mixture of plans.
    var point: [Double] = []
    /// Whether the mixture keeps the linking rows.
    var isFeasible = false

    /// Bound of the node, in units of 1/2^scale.
    var total: Int128 { blockBounds.reduce(rest, +) }
    /// The same for an objective that takes whole values only.
    var bound: Int128 { total >> Int128(prices.scale) }
    /// The same, not rounded.
    var value: Double {
      Double(near: total) / Double(sign: .plus, exponent: prices.scale, significand: 1)
    }

    /// Whether the bound is lower than another.
    func isBelow(_ other: Priced) -> Bool {
      let digits = max(prices.scale, other.prices.scale)
      return total << Int128(digits - prices.scale)
        < other.total << Int128(digits - other.prices.scale)
    }
  }

  /// What the linear relaxation of the whole program says.
  enum Start {
    case worth(Double)
    /// The simplex finds no point; not proved.
    case empty
    case unclear
  }

  /// How pricing ended.
  enum Pricing {
    /// Nothing of interest is in the node; its proof is recorded.
    case closed
    case open(Priced)
    /// The master could not be solved.
    case failed
  }

  /// Nodes of a block's tree at most, before its bound is taken as it is.
  private static var blockNodeLimit: Int { 2_000 }

  /// First plans: each block's best at the prices of the linear relaxation, and its part of a point, which need not be feasible.
  ///
  /// - Returns: what the linear relaxation is worth.
  func startPlans(_ root: Node, from start: [Int]?) throws(SolverFailure) -> Start {
    if let start {
      for (index, block) in structure.blocks.enumerated() {
        let point = block.columns.map { Double(start[$0]) }
        _ = try add(BlockSolver.Plan(point: point, value: 0), of: index)
      }
    }
    var relaxation = try Simplex(LinearModel(program, objective: objective.map(Double.init)))
    try relaxation.setBounds(lower: root.lower, upper: root.upper)
    switch try relaxation.solve(budget) {
    case .optimal: break
    case .infeasible: return .empty
    case .cutOff, .unclear: return .unclear
    }
    let prices = structure.linkingRows.map { relaxation.multipliers[$0] }
    _ = try solveBlocks(priced(prices), root, cutoffs: nil)
    return .worth(relaxation.objective)
  }

  func priced(_ prices: [Double]) -> PricedObjective {
    rounds += 1
    return PricedObjective(
      program, structure, objective: objective, prices: prices, digits: digits, stamp: rounds)
  }

  /// Solves all blocks, and gives the master the plans above the cutoffs; returns how many it did not know.
  func solveBlocks(
    _ prices: PricedObjective, _ node: Node, cutoffs: [Int128]?
  ) throws(SolverFailure) -> (answers: [BlockSolver.Answer], added: Int) {
    let blocks = structure.blocks
    let answers = try team.map { (solver, index) throws(SolverFailure) in
      try solver.solve(
        prices, lower: blocks[index].columns.map { node.lower[$0] },
        upper: blocks[index].columns.map { node.upper[$0] },
        cutoff: cutoffs?[index] ?? -(Int128(1) << 100), nodeLimit: Self.blockNodeLimit)
    }
    var added = 0
    for (index, answer) in answers.enumerated() {
      for plan in answer.plans where try add(plan, of: index) { added += 1 }
    }
    return (answers, added)
  }

  /// Generates plans until the node is closed or its bound stands.
  func price(_ node: Node) throws(SolverFailure) -> Pricing {
    try master.restrict(lower: node.lower, upper: node.upper)
    try master.resetPenalties()
    var best: Priced?
    var method = Simplex.Method.dual
    while let mixture = try master.solve(budget, method: method) {
      method = .primal
      let prices = priced(mixture.prices)
      let rest = self.rest(prices, node)
      let (answers, added) = try solveBlocks(
        prices, node, cutoffs: cutoffs(mixture.worth, prices, rest: rest))
      let found = Priced(
        prices: prices, blockBounds: answers.map(\.bound), blockProofs: answers.map(\.proof),
        rest: rest)
      if isClosed(found.bound) {
        node.record?.close(by: split(found))
        return .closed
      }
      if best.map(found.isBelow) ?? true { best = found }
      best?.point = point(mixture)
      best?.isFeasible = mixture.isFeasible
      // The bound cannot fall below the master's value, and whole values only count.
      let isTight =
        mixture.isFeasible
        && (best?.bound ?? .max) <= Int128((mixture.value + 1e-6).rounded(.down))
      if isTight || budget.isSpent { break }
      if added == 0 {
        guard !mixture.isFeasible, try master.raisePenalties() else { break }
      }
    }
    return best.map { .open($0) } ?? .failed
  }

  /// The part of the bound that does not come from blocks: prices × sides, and columns of no block.
  private func rest(_ prices: PricedObjective, _ node: Node) -> Int128 {
    structure.looseColumns.reduce(prices.constant) { sum, column in
      let cost = prices.costs[column]
      return sum + cost * Int128(cost > 0 ? node.upper[column] : node.lower[column])
    }
  }

  /// What a plan must be worth to be of interest to the master.
  func cutoffs(_ worth: [Double], _ prices: PricedObjective) -> [Int128] {
    let unit = Double(sign: .plus, exponent: prices.scale, significand: 1)
    // Plans that are better by a rounding error only are of no use.
    let least = Int128(unit * 1e-7)
    return worth.map { Int128(($0 * unit).rounded()) + least }
  }

  /// The same, or, where the node could be closed, what keeps it open.
  private func cutoffs(_ worth: [Double], _ prices: PricedObjective, rest: Int128) -> [Int128] {
    var cutoffs = cutoffs(worth, prices)
    guard let threshold else { return cutoffs }
    let most = (Int128(threshold) + 1) << Int128(prices.scale) - 1
    let share = (most - cutoffs.reduce(rest, +)) / Int128(cutoffs.count)
    if share > 0 { for index in cutoffs.indices { cutoffs[index] += share } }
    return cutoffs
  }

  private func point(_ mixture: MasterProgram.Answer) -> [Double] {
    var point = Array(repeating: 0.0, count: program.columnCount)
    for (column, share) in zip(master.columns, mixture.shares) where share > 0 {
      for (index, value) in zip(structure.blocks[column.block].columns, column.point) {
        point[index] += share * value
      }
    }
    return point
  }

  /// The proof that a node has nothing of interest, by prices and a proof per block; `replacing` one block's.
  func split(_ priced: Priced, replacing: (block: Int, bound: Int128, proof: Proof)? = nil) -> Proof
  {
    guard options.recordsProof else { return .empty }
    var rows: [(row: Int, multiplier: Int)] = []
    for (position, price) in priced.prices.prices.enumerated() where price != 0 {
      rows.append((structure.linkingRows[position], price))
    }
    return .split(
      Proof.Multipliers(rows: rows, scale: priced.prices.scale),
      structure.blocks.enumerated().map { index, block in
        if let replacing, replacing.block == index {
          return Proof.BlockProof(
            block: block.label, value: replacing.bound, proof: replacing.proof)
        }
        return Proof.BlockProof(
          block: block.label, value: priced.blockBounds[index], proof: priced.blockProofs[index])
      })
  }
}
