internal import LinearProgram

extension DenseSimplex {
  /// The dual method from a basis whose reduced costs have the right signs, with the longest steps (Maros 2003) and true steepest edges.
  mutating func dual(above cutoff: Double, _ left: inout Int, _ budget: Budget) -> Ending {
    while left > 0 {
      left -= 1
      if mustStop(budget, left) { return .stopped }
      guard let leaving = leavingPosition() else { return .feasible }
      if scaledObjective < cutoff { return .cutOff }
      let variable = head.at[leaving]
      let isBelow = values.at[variable] < lower.at[variable]
      computePivotRow(leaving)
      let missing =
        isBelow
        ? lower.at[variable] - values.at[variable] : values.at[variable] - upper.at[variable]
      guard let choice = entering(isBelow ? 1 : -1, missing) else { return .infeasible }
      flip(choice.flips)
      computeDirection(choice.variable)
      let pivot = direction.at[leaving]
      guard isSound(pivot, at: choice.variable) else { return .unstable }
      updateReducedCosts(entering: choice.variable, leaving: variable, pivot: pivot)
      let bound = isBelow ? lower.at[variable] : upper.at[variable]
      step(
        choice.variable, by: (values.at[variable] - bound) / pivot, leaving, toUpper: !isBelow)
    }
    return .tooLong
  }

  /// Puts every nonbasic variable on the end that its reduced cost asks for; false where that end is infinite.
  mutating func moveToDualFeasibleEnds() -> Bool {
    var hasMoved = false
    for variable in variables where isMovable(variable) {
      let cost = reducedCosts.at[variable]
      guard isAtUpper.at[variable] ? cost < -dualTolerance : cost > dualTolerance else { continue }
      guard (isAtUpper.at[variable] ? lower.at[variable] : upper.at[variable]).isFinite else {
        return false
      }
      isAtUpper.at[variable].toggle()
      hasMoved = true
    }
    if hasMoved { computeValues() }
    return true
  }

  /// The position that is furthest outside its bounds, measured along the edge; `nil` if none is outside.
  private func leavingPosition() -> Int? {
    var best: (position: Int, score: Double)?
    for index in 0..<rowCount {
      let variable = head.at[index]
      let value = values.at[variable]
      let missing = max(lower.at[variable] - value, value - upper.at[variable])
      guard missing > Self.primalTolerance else { continue }
      let score = missing * missing / inverse.squaredNorm(ofPosition: index)
      if best.map({ score > $0.score }) ?? true { best = (index, score) }
    }
    return best?.position
  }

  /// The variable to enter, and those that go to their other bound on the way; `nil` where all of them together do not bring the
  /// leaving variable to its bound.
  private func entering(_ sign: Double, _ missing: Double) -> (variable: Int, flips: [Int])? {
    var candidates: [(variable: Int, size: Double, cost: Double)] = []
    for variable in variables where isMovable(variable) {
      let entry = sign * pivotRow.at[variable]
      if isAtUpper.at[variable] ? entry > Self.leastPivot : entry < -Self.leastPivot {
        let cost = reducedCosts.at[variable]
        candidates.append((variable, abs(entry), max(0, isAtUpper.at[variable] ? cost : -cost)))
      }
    }
    var rest = missing
    var flips: [Int] = []
    while !candidates.isEmpty {
      // A little beyond the first change of sign, the largest entry is the best (Harris 1973).
      let most = candidates.reduce(.infinity) { min($0, ($1.cost + dualTolerance) / $1.size) }
      var best: (variable: Int, size: Double) = (-1, 0)
      var group = 0.0
      for candidate in candidates where candidate.cost / candidate.size <= most {
        let variable = candidate.variable
        group += candidate.size * (upper.at[variable] - lower.at[variable])
        if candidate.size > best.size { best = (variable, candidate.size) }
      }
      guard best.variable >= 0 else { return nil }
      if group >= rest - Self.primalTolerance { return (best.variable, flips) }
      rest -= group
      candidates.removeAll {
        let isPassed = $0.cost / $0.size <= most
        if isPassed { flips.append($0.variable) }
        return isPassed
      }
    }
    return nil
  }
}
