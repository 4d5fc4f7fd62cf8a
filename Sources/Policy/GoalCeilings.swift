public import Scenario

/// Values of goals that are known to be out of reach to exceed, since a scenario that allows every plan of this one has no better.
///
/// Let the plans of a scenario V be plans of W, too, with the same values of all goals, and let v₁ … vₙ be the proved values of W's first
/// goals. The first goal of V is then no better than v₁. If it is v₁, the plans of V that reach it are among those of W that do, so
/// that the second goal is no better than v₂; and so on, up to the first goal in which V falls behind.
public struct GoalCeilings: Sendable {
  /// Proved values of the first goals of each such scenario.
  private let known: [[Int]]

  /// No knowledge, or that of scenarios which allow every plan of the one to be solved.
  public init(of known: [[GoalOutcome]] = []) {
    self.known = known.map { $0.prefix { $0.isProved }.compactMap(\.value) }
  }

  /// What the goal after some locked ones cannot exceed, taken as maximised; `nil` where nothing is known.
  func ceiling(after locked: [Int], sense: Goal.Sense) -> Int? {
    let sign = sense == .maximize ? 1 : -1
    return known.filter { $0.count > locked.count && $0.starts(with: locked) }
      .map { sign * $0[locked.count] }.min()
  }
}
