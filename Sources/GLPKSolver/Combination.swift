/// A weighted sum of rows, taken from the objective: an exact bound within a box, and how far columns may move.
///
/// For every point, c·x = (c − yA)·x + y·(Ax) ≤ Σ max over the box of each product + Σ y × side (Neumaier and Shcherbina 2004);
/// any integers y that respect the sides of the rows will do. Objective, multipliers and bound are in units of 1/2^scale; floating point
/// proposes the multipliers and proves nothing.
struct Combination {
  let scale: Int
  let multipliers: [Int128]
  let reducedCosts: [Int128]
  /// No point of the box is worth more.
  let bound: Int128

  /// The bound for an objective that takes whole values only.
  var wholeBound: Int128 { bound >> Int128(scale) }

  /// Takes whole multipliers for an objective that is scaled already.
  init(
    _ program: SparseProgram, costs: [Int128], multipliers: [Int128], scale: Int, lower: [Int],
    upper: [Int]
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
    self.scale = scale
    self.multipliers = multipliers
    reducedCosts = reduced
    bound = sum
  }

  /// Takes the simplex's multipliers, rounded to as many binary digits as fit beside the largest.
  init(
    _ program: SparseProgram, objective: [Int], multipliers: [Double], lower: [Int], upper: [Int]
  ) {
    var largest = 1.0
    for multiplier in multipliers where multiplier.isFinite {
      largest = max(largest, abs(multiplier))
    }
    let scale = max(0, min(40, 60 - Int(largest.exponent)))
    let factor = Double(sign: .plus, exponent: scale, significand: 1)
    self.init(
      program, costs: objective.map { Int128($0) << Int128(scale) },
      multipliers: multipliers.enumerated().map { row, value in
        wholeMultiplier(value * factor, row, program)
      }, scale: scale, lower: lower, upper: upper)
  }

  /// The bound with one column in another range, all others in the box.
  func bound(of column: Int, _ range: ClosedRange<Int>, _ lower: [Int], _ upper: [Int]) -> Int128 {
    let cost = reducedCosts[column]
    let before = cost * Int128(cost > 0 ? upper[column] : lower[column])
    return bound - before + cost * Int128(cost > 0 ? range.upperBound : range.lowerBound)
  }

  /// How far a column may move from its favourable end before the point is worth no more than `target`.
  func room(_ column: Int, above target: Int128) -> Int128? {
    let cost = reducedCosts[column]
    guard cost != 0 else { return nil }
    return max(0, bound - target - 1) / (cost > 0 ? cost : -cost)
  }

  /// Moves bounds that no point worth more than `target` can reach; returns the columns that moved.
  func tighten(_ lower: inout [Int], _ upper: inout [Int], above target: Int128) -> [Int] {
    var changed: [Int] = []
    for column in lower.indices where lower[column] < upper[column] {
      guard let room = room(column, above: target),
        room < Int128(upper[column] - lower[column])
      else { continue }
      if reducedCosts[column] > 0 {
        lower[column] = upper[column] - Int(room)
      } else {
        upper[column] = lower[column] + Int(room)
      }
      changed.append(column)
    }
    return changed
  }
}

/// A multiplier rounded to an integer; 0 where it is out of range, or where the row has no bound on the side it needs.
func wholeMultiplier(_ value: Double, _ row: Int, _ program: SparseProgram) -> Int128 {
  let rounded = value.rounded()
  guard rounded.magnitude < 0x1p62, rounded != 0 else { return 0 }
  let side = rounded > 0 ? program.rowUpper[row] : program.rowLower[row]
  return side == nil ? 0 : Int128(Int(rounded))
}

extension Double {
  /// The number, rounded; `Double.init` takes a way through many generic calls for 128 bits, which was 6 % of the search.
  init(near value: Int128) {
    let low = Int(truncatingIfNeeded: value)
    self = Int128(low) == value ? Double(low) : Double(value)
  }
}

/// A weighted sum of rows that proves, without any objective, that a box has no point; `nil` if these multipliers do not.
func contradiction(
  _ program: SparseProgram, _ multipliers: [Double], lower: [Int], upper: [Int]
) -> Combination? {
  var largest = 0.0
  for multiplier in multipliers {
    guard multiplier.isFinite else { return nil }
    largest = max(largest, abs(multiplier))
  }
  guard largest > 0 else { return nil }
  let factor = Double(sign: .plus, exponent: 40 - Int(largest.exponent), significand: 1)
  let nothing = Array(repeating: Int128(0), count: program.columnCount)
  for sign in [factor, -factor] {
    let combination = Combination(
      program, costs: nothing,
      multipliers: multipliers.enumerated().map { wholeMultiplier($1 * sign, $0, program) },
      scale: 0, lower: lower, upper: upper)
    // 0 = 0·x would have to be at most a negative number.
    if combination.bound < 0 { return combination }
  }
  return nil
}
