/// A bound on the objective that holds whatever floating point did, and the reduced costs behind it.
///
/// Any row multipliers y give, for every point x within the bounds,
/// c·x = (c − yA)·x + y·(Ax) ≤ Σ max over the bounds of each product (Neumaier and Shcherbina 2004). The multipliers come
/// from the simplex as doubles and are rounded to integers over a power of two; everything after that is exact.
struct ExactBound {
  /// Power of two that `total` and `reducedCosts` are multiplied by.
  let scale: Int128
  /// The bound times `scale`.
  let total: Int128
  /// Reduced cost of each column times `scale`.
  let reducedCosts: [Int128]

  /// The bound for an objective that takes integer values only.
  var value: Int128 { floorDivide(total, scale) }

  /// Computes the bound from multipliers of a program to be maximised within the given bounds.
  init(
    _ program: SparseProgram, objective: [Int], multipliers: [Double], lower: [Int], upper: [Int]
  ) {
    let bits = ExactBound.fractionBits(multipliers)
    scale = Int128(1) << Int128(bits)
    let factor = Double(sign: .plus, exponent: bits, significand: 1)
    var sum: Int128 = 0
    var costs = objective.map { Int128($0) << Int128(bits) }
    for row in 0..<program.rowCount where multipliers[row] != 0 {
      let multiplier = Int((multipliers[row] * factor).rounded())
      // A multiplier on a side without a bound would prove nothing; leaving it out is always allowed.
      guard multiplier != 0,
        let bound = multiplier > 0 ? program.rowUpper[row] : program.rowLower[row]
      else { continue }
      sum += Int128(multiplier) * Int128(bound)
      for entry in program.entries(ofRow: row) {
        costs[entry.index] -= Int128(multiplier) * Int128(entry.coefficient)
      }
    }
    for column in 0..<program.columnCount {
      sum += costs[column] * Int128(costs[column] > 0 ? upper[column] : lower[column])
    }
    total = sum
    reducedCosts = costs
  }

  /// As many binary digits after the point as fit beside the largest multiplier.
  private static func fractionBits(_ multipliers: [Double]) -> Int {
    var largest = 1.0
    for multiplier in multipliers where multiplier.isFinite {
      largest = max(largest, abs(multiplier))
    }
    return max(0, min(40, 60 - Int(largest.exponent)))
  }

  /// How far a column may move from its favourable bound before the objective falls below `floor`.
  func room(_ column: Int, above floor: Int) -> Int? {
    let cost = reducedCosts[column]
    guard cost != 0 else { return nil }
    let slack = total - Int128(floor) * scale
    guard slack >= 0 else { return 0 }
    return Int(clamping: slack / (cost > 0 ? cost : -cost))
  }
}

/// Whether row multipliers prove that no point within the bounds keeps all rows; exact.
///
/// With r = Ax for every point, y·r − (yA)·x = 0; if the range of the left side over all bounds leaves 0 out, there is no point.
func provesInfeasible(
  _ program: SparseProgram, multipliers: [Double], lower: [Int], upper: [Int]
) -> Bool {
  var largest = 0.0
  for multiplier in multipliers {
    guard multiplier.isFinite else { return false }
    largest = max(largest, abs(multiplier))
  }
  guard largest > 0 else { return false }
  let factor = Double(sign: .plus, exponent: 40 - Int(largest.exponent), significand: 1)
  let whole = multipliers.map { Int(($0 * factor).rounded()) }
  return [1, -1].contains { sign in
    smallestCombination(program, multipliers: whole, sign: sign, lower, upper).map { $0 > 0 }
      ?? false
  }
}

/// Least value of sign·(y·r − (yA)·x) over all bounds, leaving out rows that have no bound on the side that is needed.
private func smallestCombination(
  _ program: SparseProgram, multipliers: [Int], sign: Int, _ lower: [Int], _ upper: [Int]
) -> Int128? {
  var sum: Int128 = 0
  var costs = Array(repeating: Int128(0), count: program.columnCount)
  for row in 0..<program.rowCount {
    let multiplier = sign * multipliers[row]
    guard multiplier != 0 else { continue }
    guard let bound = multiplier > 0 ? program.rowLower[row] : program.rowUpper[row] else {
      continue
    }
    sum += Int128(multiplier) * Int128(bound)
    for entry in program.entries(ofRow: row) {
      costs[entry.index] -= Int128(multiplier) * Int128(entry.coefficient)
    }
  }
  for column in 0..<program.columnCount {
    sum += costs[column] * Int128(costs[column] > 0 ? lower[column] : upper[column])
  }
  return sum
}
