/// Linking rows priced out: what the blocks may add up to, and what they are claimed to.
struct Split: Sendable {
  /// Objective with the linking rows' prices in it, in units of 1/2^scale.
  let objective: [Int128]
  /// The block that had its turn last; they come in order.
  var last = -1
  /// What all blocks, columns without a block and priced rows add up to, over the least that would break the claim.
  ///
  /// A block counts with the most its columns can add, until its own value is known.
  var excess: Int128

  init(scale: Int, _ multipliers: [RowMultiplier], _ check: TreeCheck) throws(ProofFault) {
    guard check.aim.block == nil else { throw .split }
    let unit = try Exact.power(scale)
    var prices = Array(repeating: Int128(0), count: check.box.lower.count)
    for column in check.aim.columns {
      prices[column] = try Exact.product(unit, check.aim.objective[column])
    }
    let sides = try check.subtract(multipliers, from: &prices) { $0.block == nil }
    objective = prices
    excess = try Exact.sum(check.largest(prices, over: check.aim.columns), sides)
    excess = try Exact.difference(excess, Exact.product(unit, Exact.sum(check.aim.claim, 1)))
  }
}

extension TreeCheck {
  /// The next block of a split, or its end.
  mutating func take(_ node: ProofNode, in split: Split) throws(ProofFault) -> Int128? {
    var split = split
    switch node {
    case .block(let block, let value):
      guard let columns = problem.openOfBlock[block], block > split.last else {
        throw .block(block)
      }
      let aim = Aim(columns: columns, objective: split.objective, claim: value, block: block)
      let gained = try Exact.difference(value, largest(split.objective, over: columns))
      guard gained < 0 else { throw .idle }
      split.last = block
      split.excess = try Exact.sum(split.excess, gained)
      frames[frames.count - 1] = .split(split)
      frames.append(.block(mark: box.mark, whole: self.aim))
      self.aim = aim
      box.scope = block
      return nil
    case .end:
      guard split.excess < 0 else { throw .openSplit }
      frames.removeLast()
      try close()
      return split.excess
    default: throw .split
    }
  }
}
