internal import LinearProgram

/// Integer prices of the linking rows over a power of two, and what they make of the objective.
///
/// For any prices that respect the sides of the rows, c·x ≤ Σ blocks max ĉ·x + Σ price × side, with ĉ = c − prices × rows
/// (Lagrangian relaxation). Everything here is exact.
struct PricedObjective {
  /// Tells prices apart; the same for the same prices.
  let stamp: Int
  /// Binary digits after the point.
  let scale: Int
  /// Price of each linking row, in units of 1/2^scale, by position among the linking rows.
  let prices: [Int]
  /// ĉ of every column.
  let costs: [Int128]
  /// Σ price × side.
  let constant: Int128

  /// Rounds prices; one on a side that a row does not have is left out.
  ///
  /// - Parameter digits: the most binary digits after the point; very large prices have fewer, so that they fit in 62 digits.
  init(
    _ program: SparseProgram, _ structure: BlockStructure, objective: [Int], prices: [Double],
    digits: Int, stamp: Int
  ) {
    self.stamp = stamp
    let largest = prices.reduce(0) { max($0, $1.magnitude) }
    let scale =
      largest < 1
      ? digits : max(0, min(digits, Self.mostDigits - 1 - Int(clamping: largest.exponent)))
    let factor = Double(sign: .plus, exponent: scale, significand: 1)
    var whole = Array(repeating: 0, count: prices.count)
    var costs = objective.map { Int128($0) << Int128(scale) }
    var constant: Int128 = 0
    for (position, row) in structure.linkingRows.enumerated() {
      let scaled = (prices[position] * factor).rounded()
      guard scaled.magnitude <= Self.largest, scaled != 0 else { continue }
      let price = Int(scaled)
      guard let side = price > 0 ? program.rowUpper[row] : program.rowLower[row] else { continue }
      whole[position] = price
      constant += Int128(price) * Int128(side)
      for entry in program.entries(ofRow: row) {
        costs[entry.index] -= Int128(price) * Int128(entry.coefficient)
      }
    }
    self.scale = scale
    self.prices = whole
    self.costs = costs
    self.constant = constant
  }

  /// Binary digits that a price may have in all.
  private static var mostDigits: Int { 62 }
  private static var largest: Double { Double(sign: .plus, exponent: mostDigits, significand: 1) }

  /// Digits after the point that keep the rounding of prices far below one unit of the objective.
  static func digits(_ program: SparseProgram, _ structure: BlockStructure) -> Int {
    var reach = 1.0
    for row in structure.linkingRows {
      for entry in program.entries(ofRow: row) {
        let width = program.upper[entry.index] - program.lower[entry.index]
        reach += abs(Double(entry.coefficient) * Double(width))
      }
    }
    return min(44, max(16, Int(reach.exponent) + 8))
  }
}
