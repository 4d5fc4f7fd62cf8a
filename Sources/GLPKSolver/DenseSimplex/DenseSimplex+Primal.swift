internal import LinearProgram

extension DenseSimplex {
  /// The primal method from a point within all bounds.
  mutating func primal(_ left: inout Int, _ budget: Budget) -> Ending {
    while true {
      guard let entering = enteringVariable() else { return .optimal }
      guard left > 0 else { return .tooLong }
      left -= 1
      if mustStop(budget, left) { return .stopped }
      let sign = isAtUpper.at[entering] ? -1.0 : 1.0
      computeDirection(entering)
      let range = upper.at[entering] - lower.at[entering]
      guard let limit = leavingPosition(sign), limit.step < range else {
        guard range.isFinite else { return .unstable }
        flip([entering])
        continue
      }
      let pivot = direction.at[limit.position]
      computePivotRow(limit.position)
      guard isSound(pivot, at: entering) else { return .unstable }
      let leaving = head.at[limit.position]
      updateReducedCosts(entering: entering, leaving: leaving, pivot: pivot)
      step(entering, by: sign * limit.step, limit.position, toUpper: sign * pivot < 0)
    }
  }

  /// The nonbasic variable that gains most per unit; `nil` if none gains.
  private func enteringVariable() -> Int? {
    var best: (variable: Int, gain: Double)?
    for variable in variables where isMovable(variable) {
      let gain = isAtUpper.at[variable] ? -reducedCosts.at[variable] : reducedCosts.at[variable]
      if gain > max(dualTolerance, best?.gain ?? 0) { best = (variable, gain) }
    }
    return best?.variable
  }

  /// The basic variable that is first at a bound, and how far the entering one then has moved; of those that are nearly first, the one with
  /// the largest entry (Harris 1973).
  private func leavingPosition(_ sign: Double) -> (position: Int, step: Double)? {
    func room(_ index: Int, _ rate: Double) -> Double {
      let variable = head.at[index]
      let value = values.at[variable]
      return rate > 0 ? upper.at[variable] - value : value - lower.at[variable]
    }
    var most = Double.infinity
    for index in 0..<rowCount {
      let rate = -sign * direction.at[index]
      guard abs(rate) > Self.leastPivot else { continue }
      most = min(most, (room(index, rate) + Self.primalTolerance) / abs(rate))
    }
    guard most.isFinite else { return nil }
    var best: (position: Int, size: Double, step: Double)?
    for index in 0..<rowCount {
      let rate = -sign * direction.at[index]
      guard abs(rate) > Self.leastPivot else { continue }
      let step = room(index, rate) / abs(rate)
      if step <= most, abs(rate) > best?.size ?? 0 { best = (index, abs(rate), step) }
    }
    return best.map { ($0.position, max(0, $0.step)) }
  }
}
