public import LinearProgram

/// Proves claims about small programs without a solver: by branching, by weighted sums found one row at a time, by blocks.
///
/// It shares nothing with the search or the check. What it gives up on has no proof.
public struct ReferenceProver: Sendable {
  /// What proofs are made of.
  public struct Means: Sendable {
    /// Weighted sums that close a box.
    public var combines = true
    /// Weighted sums that only make a box smaller.
    public var tightens = true
    /// Blocks proved one by one.
    public var splits = true

    public init(combines: Bool = true, tightens: Bool = true, splits: Bool = true) {
      (self.combines, self.tightens, self.splits) = (combines, tightens, splits)
    }
  }

  public var means: Means
  /// A liar closes a box that holds a better point as if it did not.
  public var lies: Bool
  /// Nodes after which a proof is given up.
  public var mostNodes: Int

  public init(_ means: Means = Means(), lies: Bool = false, mostNodes: Int = 2_000) {
    (self.means, self.lies, self.mostNodes) = (means, lies, mostNodes)
  }

  /// A proof that no point has an objective above the claim, or (`nil`) that there is none; `nil` if it is given up.
  public func proof(
    that objective: LinearExpression, isAtMost claim: Int?, over program: IntegerProgram
  ) -> Proof? {
    let normal = NormalProgram(program)
    guard let box = normal.box else { return .empty }
    var coefficients = program.columns.map { _ in 0 }
    var constant = objective.constant
    for term in objective.terms {
      if normal.open.contains(term.column) {
        coefficients[term.column] = term.coefficient
      } else {
        constant += term.coefficient * box.lower[term.column]
      }
    }
    let unit = max(1, coefficients.reduce(0) { divisor($0, $1) })
    let aim = Aim(
      columns: normal.open, objective: coefficients.map { $0 / unit },
      claim: claim.map { floorDivide($0 - constant, unit) }, rows: normal.rows)
    var nodes = 0
    return prove(aim, box, normal, &nodes)
  }

  private func prove(_ aim: Aim, _ box: SimpleBox?, _ normal: NormalProgram, _ nodes: inout Int)
    -> Proof?
  {
    nodes += 1
    guard nodes <= mostNodes else { return nil }
    guard let box else { return .empty }
    let open = aim.columns.filter { box.lower[$0] < box.upper[$0] }
    if open.isEmpty {
      let value = aim.columns.reduce(0) { $0 + aim.objective[$1] * box.lower[$1] }
      let counts = aim.claim.map { value > $0 } ?? true
      return counts && !lies ? nil : .empty
    }
    if let split = split(aim, box, normal, &nodes) { return split }
    if let closed = combination(aim, box, normal, &nodes) { return closed }
    return branch(aim, box, normal, open, &nodes)
  }

  private func branch(
    _ aim: Aim, _ box: SimpleBox, _ normal: NormalProgram, _ open: [Int], _ nodes: inout Int
  ) -> Proof? {
    // The widest range, so that trees stay low.
    guard
      let column = open.max(by: {
        box.upper[$0] - box.lower[$0] < box.upper[$1] - box.lower[$1]
      })
    else { return nil }
    let middle = box.lower[column] + (box.upper[column] - box.lower[column]) / 2
    var (lower, upper) = (box, box)
    lower.upper[column] = middle
    upper.lower[column] = middle + 1
    guard let below = prove(aim, lower.propagated(by: aim.rows), normal, &nodes),
      let above = prove(aim, upper.propagated(by: aim.rows), normal, &nodes)
    else { return nil }
    return .branch(column: column, value: middle, below: below, above: above)
  }

  // MARK: Weighted sums

  private func combination(
    _ aim: Aim, _ box: SimpleBox, _ normal: NormalProgram, _ nodes: inout Int
  ) -> Proof? {
    guard means.combines || means.tightens else { return nil }
    for dual in duals(aim, box) {
      if dual.slack < 0, means.combines {
        return .combination(dual.multipliers, withObjective: aim.claim != nil, then: nil)
      }
      guard dual.slack >= 0, means.tightens else { continue }
      // Σ reduced x ≥ least: the ends where the sum is largest may be left by what the slack allows.
      var smaller = box
      var changed = false
      let reduced = dual.reduced
      let terms = aim.columns.map { IntegerProgram.Term($0, -reduced[$0]) }
      let isLeft = smaller.tighten(terms, dual.slack, &changed)
      guard changed else { continue }
      let rest = isLeft ? smaller.propagated(by: aim.rows) : nil
      return prove(aim, rest, normal, &nodes).map {
        .combination(dual.multipliers, withObjective: aim.claim != nil, then: $0)
      }
    }
    return nil
  }

  /// Weights worth a try, with the objective where there is one.
  private func duals(_ aim: Aim, _ box: SimpleBox) -> [DualAscent] {
    var start = DualAscent(aim, box, scale: 6, usable: aim.rows)
    if aim.claim != nil {
      start.improve(sweeps: 3)
      return [start]
    }
    // Without an objective all weights are 0 until one is not.
    // The rows that a selection brings are the last ones.
    return start.usable.indices.reversed().prefix(6).flatMap { place in
      [1, -1].compactMap { sign -> DualAscent? in
        let row = start.usable[place]
        guard (sign > 0 ? row.upper : row.lower) != nil else { return nil }
        var dual = start
        dual.set(place, sign * 16)
        dual.improve(sweeps: 2, keeping: place)
        return dual
      }
    }
  }

  // MARK: Blocks

  private func split(
    _ aim: Aim, _ box: SimpleBox, _ normal: NormalProgram, _ nodes: inout Int
  ) -> Proof? {
    guard means.splits, aim.block == nil, let claim = aim.claim, isSmall(aim, box) else {
      return nil
    }
    var dual = DualAscent(aim, box, scale: 4, usable: aim.rows.filter { $0.block == nil })
    dual.improve(sweeps: 2)
    let priced = dual.reduced
    let places = Set(normal.open.compactMap { normal.blocks[$0] }).sorted()
    guard places.count > 1 else { return nil }
    var rest = dual.slack + ((claim + 1) << dual.scale)
    var parts: [(aim: Aim, block: Int)] = []
    for block in places {
      var part = Aim(
        columns: normal.open.filter { normal.blocks[$0] == block }, objective: priced,
        rows: aim.rows.filter { $0.block == block }, block: block)
      let most = part.columns.reduce(0) {
        $0 + max(priced[$1] * box.lower[$1], priced[$1] * box.upper[$1])
      }
      guard let best = best(part, box) else { return nil }
      rest += best - most
      part.claim = best
      if best < most || block % 2 == 0 { parts.append((part, block)) }
    }
    guard rest < (claim + 1) << dual.scale else { return nil }
    var blocks: [Proof.BlockProof] = []
    for part in parts {
      guard let proof = prove(part.aim, box, normal, &nodes) else { return nil }
      blocks.append(
        Proof.BlockProof(block: part.block, value: Int128(part.aim.claim ?? 0), proof: proof))
    }
    return .split(dual.multipliers, blocks)
  }

  /// Whether every point of a box can be looked at.
  private func isSmall(_ aim: Aim, _ box: SimpleBox) -> Bool {
    aim.columns.reduce(1.0) { $0 * Double(box.upper[$1] - box.lower[$1] + 1) } < 20_000
  }

  /// The best value of an aim's objective in a box, by looking at every point that is left; `nil` if there is none.
  private func best(_ aim: Aim, _ box: SimpleBox?) -> Int? {
    guard let box = box?.propagated(by: aim.rows) else { return nil }
    guard let column = aim.columns.first(where: { box.lower[$0] < box.upper[$0] }) else {
      return aim.columns.reduce(0) { $0 + aim.objective[$1] * box.lower[$1] }
    }
    return (box.lower[column]...box.upper[column]).compactMap { value in
      var fixed = box
      (fixed.lower[column], fixed.upper[column]) = (value, value)
      return best(aim, fixed)
    }.max()
  }
}
