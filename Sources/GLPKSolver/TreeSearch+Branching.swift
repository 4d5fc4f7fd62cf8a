internal import LinearProgram

extension TreeSearch {
  /// Strong branching is tried on a column until both its pseudo-costs rest on this many trials.
  private static var reliableTrials: Int { 4 }
  /// Dual simplex iterations of one trial.
  private static var trialIterations: Int { 30 }
  /// Most columns tried at one node.
  private static var trialColumns: Int { 8 }

  /// The column to branch on: reliability branching (Achterberg, Koch, Martin 2005).
  mutating func branchingColumn(_ fractional: [Int]) throws(SolverFailure) -> Int {
    let point = simplex.point
    let objective = simplex.objective
    func fraction(_ column: Int) -> Double { point[column] - point[column].rounded(.down) }
    // Decisions before amounts: a wide column rarely decides anything.
    let narrow = fractional.filter { upper[$0] - lower[$0] == 1 }
    let candidates = (narrow.isEmpty ? fractional : narrow)
      .map { (column: $0, score: pseudoCosts.score($0, fraction: fraction($0))) }
      .sorted { $0.score != $1.score ? $0.score > $1.score : $0.column < $1.column }
    var best = candidates[0].column
    var bestScore = -1.0
    var trials = 0
    for candidate in candidates {
      var score = candidate.score
      if !pseudoCosts.isReliable(candidate.column, after: Self.reliableTrials),
        trials < Self.trialColumns, !budget.isSpent
      {
        trials += 1
        score = try trialScore(candidate.column, value: point[candidate.column], from: objective)
      }
      if score > bestScore {
        bestScore = score
        best = candidate.column
      }
    }
    simplex.restore(point: point, objective: objective)
    return best
  }

  /// Drops of the bound when the column is pushed down and up, by a few dual simplex steps each.
  private mutating func trialScore(_ column: Int, value: Double, from objective: Double)
    throws(SolverFailure) -> Double
  {
    let below = Int(value.rounded(.down))
    let fraction = value - Double(below)
    let down = try trialDrop(column, lower: lower[column], upper: below, from: objective)
    let up = try trialDrop(column, lower: below + 1, upper: upper[column], from: objective)
    pseudoCosts.record(column, isUp: false, drop: down, distance: fraction)
    pseudoCosts.record(column, isUp: true, drop: up, distance: 1 - fraction)
    return PseudoCosts.score(down: down, up: up)
  }

  private mutating func trialDrop(
    _ column: Int, lower newLower: Int, upper newUpper: Int, from objective: Double
  )
    throws(SolverFailure) -> Double
  {
    try simplex.setBounds(column, lower: Double(newLower), upper: Double(newUpper))
    let status = try simplex.solve(budget, iterationLimit: Self.trialIterations)
    let reached = simplex.objective
    try simplex.setBounds(column, lower: Double(lower[column]), upper: Double(upper[column]))
    if case .infeasible = status {
      // As good as closed: counts as the whole gap to the incumbent.
      return threshold.map { max(1, objective - Double($0)) } ?? max(1, abs(objective))
    }
    return max(0, objective - reached)
  }
}
