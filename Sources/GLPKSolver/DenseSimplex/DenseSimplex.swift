package import LinearProgram

/// The simplex method for a program of some hundred rows at most, with the inverse of its basis in full.
///
/// What GLPK's simplex does before its first iteration takes longer than such a program's few iterations. Nearly every variable is boxed, so
/// that from any basis either the primal method can go on, or the dual one once the nonbasic variables are on the ends that their reduced
/// costs ask for; where such an end is infinite, from the basis of all rows, if no column without an upper bound is worth anything. Rows are
/// variables, too: variable i is the activity of row i, variable rows + j is column j, and A·x − activity = 0. What it finds is proved by
/// nobody but ``Combination``.
package struct DenseSimplex: ~Copyable {
  package typealias Status = Simplex.Status

  let rowCount: Int
  private(set) var columnCount: Int
  var variables: Range<Int> { 0..<rowCount + columnCount }
  package private(set) var objective = 0.0
  private(set) var matrix: ScaledMatrix
  let inverse: BasisInverse

  // By variable, scaled.
  private(set) var lower: Buffer<Double>
  private(set) var upper: Buffer<Double>
  private(set) var costs: Buffer<Double>
  private(set) var values: Buffer<Double>
  private(set) var reducedCosts: Buffer<Double>
  /// The row of the tableau that is looked at.
  private(set) var pivotRow: Buffer<Double>
  /// Whether a nonbasic variable is at its upper bound.
  private(set) var isAtUpper: Buffer<Bool>
  /// Position in the basis; −1 for a nonbasic variable.
  private(set) var position: Buffer<Int>

  // By position in the basis, or by row.
  /// The basic variable of each position.
  let head: Buffer<Int>
  /// The inverse times the column that is looked at.
  let direction: Buffer<Double>
  /// What belongs to the position that is looked at, by row.
  let inverseRow: Buffer<Double>
  let work: Buffer<Double>

  /// Scaled objective per unit of the objective.
  private var objectiveScale = 1.0
  /// Whether the reduced costs do not belong to the basis.
  var areReducedCostsOld = true
  /// How wrong the sign of a scaled reduced cost may be: more where prices are large, and with them what rounding makes of them.
  var dualTolerance = Self.leastDualTolerance
  /// The multipliers of the rows with which the dual method found that there is no point.
  private var ray: [Double]?

  static let leastDualTolerance = 1e-9
  /// How far a scaled value may be outside its bounds.
  static let primalTolerance = 1e-9
  /// The same when all is done: what many small steps may have added up to.
  private static let finalTolerance = 1e-6
  /// The least entry of the tableau that an exchange may use.
  static let leastPivot = 1e-7
  /// Exchanges after which the inverse is computed anew.
  private static let mostExchanges = 64

  /// - Parameter model: a row without a bound on one side gets the end that the columns' bounds allow, which must not be widened later.
  package init(_ model: LinearModel) {
    rowCount = model.rowLower.count
    columnCount = model.lower.count
    let count = rowCount + columnCount
    matrix = ScaledMatrix(model)
    inverse = BasisInverse(rowCount)
    lower = Buffer(count, filledWith: 0)
    upper = Buffer(count, filledWith: 0)
    costs = Buffer(count, filledWith: 0)
    values = Buffer(count, filledWith: 0)
    reducedCosts = Buffer(count, filledWith: 0)
    pivotRow = Buffer(count, filledWith: 0)
    isAtUpper = Buffer(count, filledWith: false)
    position = Buffer(count, filledWith: -1)
    head = Buffer(rowCount, filledWith: 0)
    direction = Buffer(rowCount, filledWith: 0)
    inverseRow = Buffer(rowCount, filledWith: 0)
    work = Buffer(rowCount, filledWith: 0)
    for column in 0..<columnCount {
      setBounds(column, lower: model.lower[column], upper: model.upper[column])
    }
    setEnds(model)
    setObjective(model.objective)
    resetBasis()
  }

  /// The bounds of the rows.
  private func setEnds(_ model: LinearModel) {
    for row in 0..<rowCount {
      lower.at[row] = 0
      upper.at[row] = 0
    }
    for column in 0..<columnCount {
      let ends = (lower.at[rowCount + column], upper.at[rowCount + column])
      matrix.forEachEntry(of: column) { row, value in
        lower.at[row] += min(value * ends.0, value * ends.1)
        upper.at[row] += max(value * ends.0, value * ends.1)
      }
    }
    for row in 0..<rowCount {
      let scale = matrix.rowScale[row]
      let ends = (model.rowLower[row] * scale, model.rowUpper[row] * scale)
      // A little more than is allowed, so that it is never met.
      lower.at[row] = ends.0.isFinite ? ends.0 : lower.at[row] - 1
      upper.at[row] = ends.1.isFinite ? ends.1 : upper.at[row] + 1
    }
  }

  package mutating func setBounds(_ column: Int, lower newLower: Double, upper newUpper: Double) {
    let scale = 1 / matrix.columnScale[column]
    lower.at[rowCount + column] = newLower * scale
    upper.at[rowCount + column] = newUpper * scale
  }

  /// Replaces the whole objective, and measures it by the largest coefficient of a boxed column.
  package mutating func setObjective(_ coefficients: [Double]) {
    var largest = 0.0
    for column in 0..<columnCount where upper.at[rowCount + column].isFinite {
      largest = max(largest, abs(coefficients[column]) * matrix.columnScale[column])
    }
    objectiveScale = largest > 0 ? 1 / powerOfTwo(below: largest) : 1
    for column in 0..<columnCount { setObjective(column, coefficients[column]) }
  }

  /// Replaces the objective of one column.
  mutating func setObjective(_ column: Int, _ coefficient: Double) {
    costs.at[rowCount + column] = coefficient * matrix.columnScale[column] * objectiveScale
  }

  /// Adds a column with entries by row; the rows must have bounds on both sides, or an unbounded column each.
  package mutating func addColumn(
    lower newLower: Double, upper newUpper: Double, objective: Double, rows: [Int32],
    values: [Double]
  ) {
    let variable = rowCount + columnCount
    if variable == lower.count { grow() }
    columnCount += 1
    matrix.addColumn(rows: rows, values: values)
    lower.at[variable] = newLower
    upper.at[variable] = newUpper
    costs.at[variable] = objective * objectiveScale
    isAtUpper.at[variable] = false
    position.at[variable] = -1
  }

  /// Makes room for more columns.
  private mutating func grow() {
    let count = 2 * lower.count
    lower = lower.grown(to: count)
    upper = upper.grown(to: count)
    costs = costs.grown(to: count)
    values = values.grown(to: count)
    reducedCosts = reducedCosts.grown(to: count)
    pivotRow = pivotRow.grown(to: count)
    isAtUpper = isAtUpper.grown(to: count)
    position = position.grown(to: count)
  }

  /// How a method ended.
  enum Ending {
    case optimal
    /// The dual method has come to a point within all bounds.
    case feasible
    case infeasible
    case cutOff
    /// Rounding has spoilt the basis.
    case unstable
    /// From this basis neither method can go on.
    case unsuited
    case tooLong
    /// The budget is spent.
    case stopped
  }

  /// Solves from the last basis.
  ///
  /// - Parameters:
  ///   - cutoff: the dual method ends as soon as the objective is below this.
  ///   - iterationLimit: after this many it is left where it is, `unclear`.
  package mutating func solve(
    _ budget: Budget = .unlimited, cutoff: Double = -.infinity, iterationLimit: Int = .max
  ) -> Status {
    let most = min(iterationLimit, mostFromOneBasis)
    var left = most
    var (isInverted, isReset) = (false, false)
    ray = nil
    areReducedCostsOld = true
    if inverse.exchanges > Self.mostExchanges { invert() }
    computeValues()
    defer { objective = scaledObjective / objectiveScale }
    while true {
      switch advance(above: cutoff * objectiveScale, &left, budget) {
      case .optimal where isToleranceTooLarge(): continue
      case .optimal where isSound: return .optimal
      case .cutOff: return .cutOff
      case .infeasible:
        ray = (0..<rowCount).map { inverseRow.at[$0] * matrix.rowScale[$0] }
        return .infeasible
      case .feasible:
        areReducedCostsOld = true
        continue
      case .stopped: return .unclear
      case .tooLong where most == iterationLimit: return .unclear
      case .optimal where !isInverted, .unstable where !isInverted:
        isInverted = true
        invert()
      case .optimal, .unstable, .unsuited, .tooLong:
        guard !isReset else { return .unclear }
        isReset = true
        resetBasis()
        left = most
      }
      computeValues()
    }
  }

  /// Whether the point keeps its bounds, and neither it nor the multipliers have become no numbers.
  private var isSound: Bool {
    isPrimalFeasible(within: Self.finalTolerance)
      && (0..<rowCount).reduce(scaledObjective) { $0 + reducedCosts.at[$1] }.isFinite
  }

  /// Whether prices have fallen so far since the reduced costs were computed that these must be looked at again.
  private mutating func isToleranceTooLarge() -> Bool {
    let before = dualTolerance
    guard before > Self.leastDualTolerance else { return false }
    computeReducedCosts()
    return dualTolerance < before
  }

  /// Iterations after which a method is taken to cycle.
  private var mostFromOneBasis: Int { 200 + 4 * (rowCount + columnCount) }

  /// Iterations between two questions to the budget.
  private static let iterationsPerQuestion = 64

  func mustStop(_ budget: Budget, _ left: Int) -> Bool {
    left.isMultiple(of: Self.iterationsPerQuestion) && budget.isSpent
  }

  private mutating func advance(above cutoff: Double, _ left: inout Int, _ budget: Budget)
    -> Ending
  {
    if areReducedCostsOld { computeReducedCosts() }
    if isPrimalFeasible(within: Self.primalTolerance) { return primal(&left, budget) }
    return moveToDualFeasibleEnds() ? dual(above: cutoff, &left, budget) : .unsuited
  }

  var scaledObjective: Double {
    var sum = 0.0
    for variable in rowCount..<rowCount + columnCount {
      sum += costs.at[variable] * values.at[variable]
    }
    return sum
  }

  /// Values of the columns.
  package var point: [Double] {
    (0..<columnCount).map { values.at[rowCount + $0] * matrix.columnScale[$0] }
  }

  /// One multiplier per row: its reduced cost as a variable.
  package var multipliers: [Double] {
    (0..<rowCount).map { reducedCosts.at[$0] * matrix.rowScale[$0] / objectiveScale }
  }

  /// Row multipliers that should prove the last program infeasible; `nil` if it was not found to be.
  package var infeasibilityProof: [Double]? { ray }
}
