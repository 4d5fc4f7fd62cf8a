/// A weighted sum of rows, taken from the objective: an exact bound within a box, and how far columns may move.
///
/// For every point, c·x = (c − yA)·x + y·(Ax) ≤ Σ max over the box of each product + Σ y × side (Neumaier and Shcherbina 2004);
/// any integers y that respect the sides of the rows will do.
struct Combination {
  let multipliers: [Int128]
  let reducedCosts: [Int128]
  /// No point of the box is worth more.
  let bound: Int128

  init(
    _ program: SparseProgram, costs: [Int128], multipliers: [Int128], lower: [Int], upper: [Int]
  ) {
    var reduced = costs
    var sum: Int128 = 0
    for row in 0..<program.rowCount {
      let multiplier = multipliers[row]
      guard multiplier != 0,
        let side = multiplier > 0 ? program.rowUpper[row] : program.rowLower[row]
      else { continue }
      sum += multiplier * Int128(side)
      for entry in program.entries(ofRow: row) {
        reduced[entry.index] -= multiplier * Int128(entry.coefficient)
      }
    }
    for column in 0..<program.columnCount {
      sum += reduced[column] * Int128(reduced[column] > 0 ? upper[column] : lower[column])
    }
    self.multipliers = multipliers
    reducedCosts = reduced
    bound = sum
  }

  /// Moves bounds that no point worth more than `target` can reach; returns the columns that moved.
  func tighten(_ lower: inout [Int], _ upper: inout [Int], above target: Int128) -> [Int] {
    let slack = bound - target - 1
    guard slack >= 0 else { return [] }
    var changed: [Int] = []
    for column in lower.indices where lower[column] < upper[column] && reducedCosts[column] != 0 {
      let cost = reducedCosts[column]
      let room = slack / (cost > 0 ? cost : -cost)
      guard room < Int128(upper[column] - lower[column]) else { continue }
      if cost > 0 {
        lower[column] = upper[column] - Int(room)
      } else {
        upper[column] = lower[column] + Int(room)
      }
      changed.append(column)
    }
    return changed
  }
}

/// Integer multipliers that prove, without any objective, that a box has no point; `nil` if these do not.
func farkasMultipliers(
  _ program: SparseProgram, _ multipliers: [Double], lower: [Int], upper: [Int]
) -> [Int128]? {
  var largest = 0.0
  for multiplier in multipliers {
    guard multiplier.isFinite else { return nil }
    largest = max(largest, abs(multiplier))
  }
  guard largest > 0 else { return nil }
  let factor = Double(sign: .plus, exponent: 40 - Int(largest.exponent), significand: 1)
  for sign in [1.0, -1.0] {
    let whole = multipliers.enumerated().map { row, value in
      let scaled = (value * factor * sign).rounded()
      let side = scaled > 0 ? program.rowUpper[row] : program.rowLower[row]
      return side == nil ? 0 : Int128(scaled)
    }
    let combination = Combination(
      program, costs: Array(repeating: 0, count: program.columnCount), multipliers: whole,
      lower: lower, upper: upper)
    // 0 = 0·x would have to be at most a negative number.
    if combination.bound < 0 { return whole }
  }
  return nil
}
