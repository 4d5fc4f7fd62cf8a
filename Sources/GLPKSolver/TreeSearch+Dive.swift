internal import LinearProgram

extension TreeSearch {
  /// Looks for a first plan: fixes columns one after another by the relaxation, repairs by propagation, solves again.
  ///
  /// Leaves the node's bounds as they were; what it finds is offered as incumbent.
  mutating func dive() throws(SolverFailure) {
    let saved = (lower, upper, simplex.point, simplex.multipliers, simplex.objective)
    defer {
      (lower, upper) = (saved.0, saved.1)
      simplex.restore(point: saved.2, objective: saved.4, multipliers: saved.3)
    }
    while !budget.isSpent {
      let fractional = fractionalColumns()
      if fractional.isEmpty {
        offerRounded()
        return
      }
      guard fixNext(fractional) else { return }
      try simplex.setBounds(lower: lower, upper: upper)
      guard case .optimal = try simplex.solve(budget) else { return }
      if let threshold, simplex.objective <= Double(threshold) { return }
    }
  }

  /// Fixes what the relaxation is sure of and the most certain fractional column; false at a dead end.
  private mutating func fixNext(_ fractional: [Int]) -> Bool {
    let point = simplex.point
    let narrow = fractional.filter { upper[$0] - lower[$0] == 1 }
    let column =
      (narrow.isEmpty ? fractional : narrow).min { a, b in
        let (x, y) = (distance(point[a]), distance(point[b]))
        return x != y ? x < y : a < b
      } ?? fractional[0]
    let value = point[column]
    let nearest = min(max(Int(value.rounded()), lower[column]), upper[column])
    let below = min(max(Int(value.rounded(.down)), lower[column]), upper[column])
    let other = nearest == below ? min(below + 1, upper[column]) : below
    return [nearest, other].contains { fix(column, at: $0) }
  }

  /// Distance to the nearest integer.
  private func distance(_ value: Double) -> Double { abs(value - value.rounded()) }

  private mutating func fix(_ column: Int, at value: Int) -> Bool {
    let saved = (lower, upper)
    lower[column] = value
    upper[column] = value
    if propagation.run(&lower, &upper, changed: [column]) { return true }
    (lower, upper) = saved
    return false
  }
}
