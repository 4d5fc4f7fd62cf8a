import Scenario

/// Bounds of the goals, which no table but T17 has.
enum GoalBounds {
  /// Those of `result.json`; without it those of T17, as far as they can be true.
  static func read(
    _ parameters: Parameters, _ books: Books, _ rows: [Sheet.Row], published: PublishedPlan?
  ) -> [Int?] {
    if let published { return published.bounds }
    let cells = CellIndex(rows, keys: [1])
    return parameters.scenario.goals.map { goal in
      let value = books.value(of: goal, parameters)
      guard let text = cells.text([goal.id], 6), !text.isEmpty else { return nil }
      guard let bound = NumberText.parse(text, decimals: 0) else { return value }
      let isPossible = goal.sense == .maximize ? bound >= value : bound <= value
      return isPossible ? bound : value
    }
  }
}
