extension TreeCheck {
  /// A weighted sum of rows, with or without the objective; closes the box or makes it smaller, and returns its slack.
  ///
  /// From Σ y_r (row r) ≤ Σ y_r side_r and 2^k (objective) ≥ 2^k (claim + 1) follows that their difference is at least
  /// 2^k (claim + 1) − Σ y_r side_r. The slack is how far the box reaches beyond that.
  mutating func combine(_ scale: Int?, _ multipliers: [RowMultiplier]) throws(ProofFault) -> Int128
  {
    var weights = Array(repeating: Int128(0), count: box.lower.count)
    let sides = try subtract(multipliers, from: &weights) { [block = aim.block] row in
      block == nil || row.block == block
    }
    var least = try Exact.difference(0, sides)
    if let scale {
      let unit = try Exact.power(scale)
      for column in aim.columns where aim.objective[column] != 0 {
        weights[column] = try Exact.sum(
          weights[column], Exact.product(unit, aim.objective[column]))
      }
      least = try Exact.sum(least, Exact.product(unit, Exact.sum(aim.claim, 1)))
    }
    let slack = try Exact.difference(largest(weights, over: aim.columns), least)
    if slack < 0 {
      try close()
      return slack
    }
    let before = box.mark
    // A column stands at the end where it adds most and may go from there as far as the slack lets it.
    for column in aim.columns where weights[column] != 0 {
      box.move(column, try Exact.difference(0, weights[column]), within: slack)
    }
    if box.mark == before { throw .idle }
    try box.propagate()
    return slack
  }

  /// Takes rows times their multipliers away from weights, and returns Σ multiplier × side.
  func subtract(
    _ multipliers: [RowMultiplier], from weights: inout [Int128],
    where isUsable: (RowSystem.Row) -> Bool
  ) throws(ProofFault) -> Int128 {
    var sides: Int128 = 0
    var last = 0
    for (number, multiplier) in multipliers.lazy.map({ ($0.row, $0.multiplier) }) {
      guard number > last, let place = problem.place[number] else {
        throw .multiplier(row: number)
      }
      last = number
      let row = problem.box.system.rows[place]
      guard isUsable(row), multiplier != 0, let side = multiplier > 0 ? row.upper : row.lower
      else { throw .multiplier(row: number) }
      sides = try Exact.sum(sides, Exact.product(Int128(multiplier), side))
      for entry in row.run {
        let (column, coefficient) = problem.box.system.entries[entry]
        weights[column] = try Exact.difference(
          weights[column], Exact.wide(multiplier, coefficient))
      }
    }
    return sides
  }
}
