internal import LinearProgram

/// Whole multipliers for all rows of a program, made from those of the sides and pairs of its relaxation: rows within trees get the
/// multipliers that are best beside them. Any such multipliers prove a bound, by a ``Combination``, which computes it anew from the
/// program and from them alone.
///
/// Every row of the program must have a reach that fits (``CoreSearch`` makes sure of that).
struct RelaxedBound {
  private let program: SparseProgram
  private let forest: BoundForest
  private(set) var multipliers: [Int128]
  private var costs: [Int128]
  /// What the sums of a ``Combination`` may still grow by, so that none of them leaves 128 bits.
  private var room = Int128(1) << 125
  let scale: Int

  init(_ program: SparseProgram, _ forest: BoundForest, _ point: InteriorPoint, objective: [Int]) {
    self.program = program
    self.forest = forest
    let relaxation = point.relaxation
    var given: [(row: Int, multiplier: Double)] = []
    for (side, multiplier) in zip(relaxation.sides, point.best.multipliers) {
      given.append((side.row, side.sign * multiplier / side.scale * relaxation.unit))
    }
    for (pair, multiplier) in zip(relaxation.pairs, point.best.pairs) {
      given.append((pair.row, Double(pair.factor) * multiplier * relaxation.unit))
    }
    var largest = 1.0
    for one in given where one.multiplier.isFinite { largest = max(largest, abs(one.multiplier)) }
    for cost in objective { largest = max(largest, abs(Double(cost))) }
    scale = max(0, min(40, 58 - Int(largest.exponent)))
    let factor = Double(sign: .plus, exponent: scale, significand: 1)
    multipliers = Array(repeating: 0, count: program.rowCount)
    let scale = scale
    costs = objective.map { Int128($0) << Int128(scale) }
    var sums = Array(repeating: 0.0, count: program.rowCount)
    for one in given where one.multiplier.isFinite { sums[one.row] += one.multiplier * factor }
    for row in 0..<program.rowCount where sums[row] != 0 {
      apply(row, wholeMultiplier(sums[row], row, program))
    }
    priceDependents()
    for node in stride(from: relaxation.nodeCount - 1, through: 0, by: -1)
    where relaxation.parent.at[node] >= 0 {
      priceBounds(of: Int(relaxation.column.at[node]))
    }
  }

  /// The bound that the multipliers prove.
  func combination(objective: [Int]) -> Combination {
    Combination(
      program, costs: objective.map { Int128($0) << Int128(scale) }, multipliers: multipliers,
      scale: scale, lower: program.lower, upper: program.upper)
  }

  /// Gives a row its multiplier, unless that is so large that the bound could not be computed.
  private mutating func apply(_ row: Int, _ multiplier: Int128) {
    guard multiplier != 0, multiplier.magnitude < UInt128(1) << 62 else { return }
    let growth = Int128(multiplier.magnitude) * program.reach(ofRow: row)
    guard growth < room else { return }
    room -= growth
    multipliers[row] = multiplier
    for entry in program.entries(ofRow: row) {
      costs[entry.index] -= multiplier * Int128(entry.coefficient)
    }
  }

  /// A dependent column is worth at most nothing: as much of that as is whole goes to the columns that define it.
  private mutating func priceDependents() {
    for column in 0..<program.columnCount where forest.definition[column] >= 0 {
      let row = Int(forest.definition[column])
      guard costs[column] < 0, let own = coefficient(of: column, in: row) else { continue }
      apply(row, costs[column] / Int128(own))
    }
  }

  /// A child that pays is bounded by its parent, and one that does not is held up by it.
  private mutating func priceBounds(of column: Int) {
    let cost = costs[column]
    let row = Int(cost > 0 ? forest.highRow[column] : forest.lowRow[column])
    guard cost != 0, row >= 0, let own = coefficient(of: column, in: row) else { return }
    let size = Int128(abs(own))
    // Rounded so that the column's own reduced cost is not above 0, where it would count with its whole range.
    let multiplier = cost > 0 ? (cost + size - 1) / size : -cost / size
    apply(row, program.rowUpper[row] != nil ? multiplier : -multiplier)
  }

  private func coefficient(of column: Int, in row: Int) -> Int? {
    program.entries(ofRow: row).first { $0.index == column }?.coefficient
  }
}
