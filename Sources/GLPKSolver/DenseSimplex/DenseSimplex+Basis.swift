extension DenseSimplex {
  /// Back to a basis of all rows, with every column at its lower bound.
  mutating func resetBasis() {
    putRowsInBasis()
    for variable in variables.dropFirst(rowCount) { isAtUpper.at[variable] = false }
  }

  private mutating func putRowsInBasis() {
    inverse.reset()
    for variable in variables { position.at[variable] = -1 }
    for row in 0..<rowCount {
      head.at[row] = row
      position.at[row] = row
    }
    areReducedCostsOld = true
  }

  /// Computes the inverse anew; a column that cannot be in a basis together with the rest leaves it.
  mutating func invert() {
    let columns = (0..<rowCount).map { head.at[$0] }.filter { $0 >= rowCount }
    let isBasicRow = (0..<rowCount).map { position.at[$0] >= 0 }
    putRowsInBasis()
    for column in columns {
      computeDirection(column)
      var best = (position: -1, size: Self.leastPivot)
      for place in 0..<rowCount where head.at[place] == place && !isBasicRow[place] {
        let size = abs(direction.at[place])
        if size > best.size { best = (place, size) }
      }
      guard best.position >= 0 else {
        isAtUpper.at[column] = false
        continue
      }
      // The row goes back to the end where it was.
      exchange(best.position, column, leavesAtUpper: isAtUpper.at[best.position])
    }
    inverse.markExact()
  }

  /// Exchanges a basic variable for another, whose direction is known.
  private mutating func exchange(_ place: Int, _ entering: Int, leavesAtUpper: Bool) {
    let leaving = head.at[place]
    inverse.exchange(
      place, direction.at, leaving: leaving < rowCount ? leaving : nil,
      entering: entering < rowCount ? entering : nil)
    position.at[leaving] = -1
    isAtUpper.at[leaving] = leavesAtUpper
    head.at[place] = entering
    position.at[entering] = place
  }

  /// Moves a nonbasic variable into the basis, and the one at `place` to one of its bounds.
  mutating func step(_ entering: Int, by change: Double, _ place: Int, toUpper: Bool) {
    for index in 0..<rowCount {
      values.at[head.at[index]] -= change * direction.at[index]
    }
    values.at[entering] += change
    let leaving = head.at[place]
    values.at[leaving] = toUpper ? upper.at[leaving] : lower.at[leaving]
    exchange(place, entering, leavesAtUpper: toUpper)
  }

  /// Puts nonbasic variables on their other bounds; the basic ones follow.
  mutating func flip(_ flipped: [Int]) {
    guard !flipped.isEmpty else { return }
    work.at.update(repeating: 0, count: rowCount)
    for variable in flipped {
      let before = values.at[variable]
      isAtUpper.at[variable].toggle()
      values.at[variable] = end(of: variable)
      addToWork(variable, before - values.at[variable])
    }
    multiplyWork()
    for index in 0..<rowCount { values.at[head.at[index]] += direction.at[index] }
  }

  /// Puts the nonbasic variables on their bounds, and computes the others.
  mutating func computeValues() {
    work.at.update(repeating: 0, count: rowCount)
    for variable in variables where position.at[variable] < 0 {
      let value = end(of: variable)
      values.at[variable] = value
      if value != 0 { addToWork(variable, -value) }
    }
    multiplyWork()
    for index in 0..<rowCount { values.at[head.at[index]] = direction.at[index] }
  }

  /// The bound where a nonbasic variable is.
  private func end(of variable: Int) -> Double {
    isAtUpper.at[variable] ? upper.at[variable] : lower.at[variable]
  }

  /// Adds a multiple of a variable's column to `work`.
  private func addToWork(_ variable: Int, _ factor: Double) {
    guard variable >= rowCount else {
      work.at[variable] -= factor
      return
    }
    matrix.forEachEntry(of: variable - rowCount) { row, value in
      work.at[row] += value * factor
    }
  }

  /// The inverse times `work`, into `direction`.
  private func multiplyWork() {
    direction.at.update(repeating: 0, count: rowCount)
    for row in 0..<rowCount where work.at[row] != 0 {
      inverse.add(work.at[row], row: row, to: direction.at)
    }
  }

  /// The inverse times the column of a variable, into `direction`.
  func computeDirection(_ variable: Int) {
    direction.at.update(repeating: 0, count: rowCount)
    guard variable >= rowCount else {
      return inverse.add(-1, row: variable, to: direction.at)
    }
    matrix.forEachEntry(of: variable - rowCount) { row, value in
      inverse.add(value, row: row, to: direction.at)
    }
  }

  /// The row of the tableau that belongs to a position, at all variables that can move.
  func computePivotRow(_ place: Int) {
    inverse.copyPosition(place, to: inverseRow.at)
    for row in 0..<rowCount { pivotRow.at[row] = -inverseRow.at[row] }
    for variable in variables.dropFirst(rowCount) {
      pivotRow.at[variable] =
        isMovable(variable) ? matrix.product(variable - rowCount, inverseRow.at) : 0
    }
  }

  /// Whether a variable is nonbasic and has somewhere to go.
  func isMovable(_ variable: Int) -> Bool {
    position.at[variable] < 0 && lower.at[variable] < upper.at[variable]
  }

  mutating func computeReducedCosts() {
    areReducedCostsOld = false
    for index in 0..<rowCount { work.at[index] = costs.at[head.at[index]] }
    inverse.multiply(work.at, into: reducedCosts.at)
    var largest = 0.0
    for row in 0..<rowCount { largest = max(largest, abs(reducedCosts.at[row])) }
    dualTolerance = max(Self.leastDualTolerance, largest * Self.roundingOfPrices)
    for variable in variables.dropFirst(rowCount) {
      reducedCosts.at[variable] =
        costs.at[variable] - matrix.product(variable - rowCount, reducedCosts.at)
    }
    for index in 0..<rowCount { reducedCosts.at[head.at[index]] = 0 }
  }

  /// What rounding leaves of a reduced cost, as a part of the largest price.
  private static var roundingOfPrices: Double { 1e-13 }

  /// Follows an exchange, from the row of the tableau of the leaving variable.
  func updateReducedCosts(entering: Int, leaving: Int, pivot: Double) {
    let ratio = reducedCosts.at[entering] / pivot
    for variable in variables { reducedCosts.at[variable] -= ratio * pivotRow.at[variable] }
    reducedCosts.at[entering] = 0
    reducedCosts.at[leaving] = -ratio
  }

  /// Whether the basic variables are within their bounds.
  func isPrimalFeasible(within tolerance: Double) -> Bool {
    (0..<rowCount).allSatisfy { index in
      let variable = head.at[index]
      let value = values.at[variable]
      return value >= lower.at[variable] - tolerance && value <= upper.at[variable] + tolerance
    }
  }

  /// Whether an entry of the tableau is large enough, and the same by its row as by its column.
  func isSound(_ pivot: Double, at entering: Int) -> Bool {
    abs(pivot) > Self.leastPivot
      && abs(pivot - pivotRow.at[entering]) < Self.drift * (1 + abs(pivot))
  }

  private static var drift: Double { 1e-6 }
}
