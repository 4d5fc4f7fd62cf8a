/// What branching on each column has cost the bound so far, per unit of change (Benichou et al. 1971).
struct PseudoCosts {
  private var sum: [(down: Double, up: Double)]
  private var count: [(down: Int, up: Int)]

  init(columnCount: Int) {
    sum = Array(repeating: (0, 0), count: columnCount)
    count = Array(repeating: (0, 0), count: columnCount)
  }

  /// Records how much the bound fell for a step of `distance` in one direction.
  mutating func record(_ column: Int, isUp: Bool, drop: Double, distance: Double) {
    guard distance > 1e-9, drop.isFinite else { return }
    if isUp {
      sum[column].up += max(0, drop) / distance
      count[column].up += 1
    } else {
      sum[column].down += max(0, drop) / distance
      count[column].down += 1
    }
  }

  /// Whether both directions were seen often enough to trust the average.
  func isReliable(_ column: Int, after trials: Int) -> Bool {
    min(count[column].down, count[column].up) >= trials
  }

  /// Product of the expected drops, the usual measure of a good branching.
  func score(_ column: Int, fraction: Double) -> Double {
    let down = count[column].down > 0 ? sum[column].down / Double(count[column].down) : 1
    let up = count[column].up > 0 ? sum[column].up / Double(count[column].up) : 1
    return PseudoCosts.score(down: down * fraction, up: up * (1 - fraction))
  }

  /// Product of two drops, kept away from zero.
  static func score(down: Double, up: Double) -> Double { max(down, 1e-6) * max(up, 1e-6) }
}
