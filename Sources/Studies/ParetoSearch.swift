public import LinearProgram
internal import Policy
public import Scenario

/// All ways in which two goals of a scenario can be traded against each other, exactly.
///
/// The goals that stand before both are locked at their best first, or left to the end; those that follow decide, with the tie-break, among
/// plans that are equal in the two. Then, with the first goal at its best and the second as good as that allows, the second is asked to be
/// better by one smallest unit, and the first is made as good as that allows, and so on, to the best of the second. Every point is
/// a proved optimum, and no plan lies between two that follow one another: what is better in the second goal than one point is, as proved,
/// no better in the first goal than the next.
public struct ParetoSearch: Sendable {
  private let scenario: Scenario
  private let locked: Int
  private let solver: VariantSolver

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - first: index of a goal.
  ///   - second: index of another.
  ///   - locksEarlier: whether goals that stand before both of them are kept at their best.
  public init(
    _ scenario: Scenario, _ first: Int, _ second: Int, locksEarlier: Bool, solver: VariantSolver
  ) {
    let goals = scenario.goals
    let earlier = locksEarlier ? Array(goals.prefix(min(first, second))) : []
    let later = goals.indices.filter { $0 >= earlier.count && $0 != first && $0 != second }
    var ordered = scenario
    ordered.goals = earlier + [goals[first], goals[second]] + later.map { goals[$0] }
    self.scenario = ordered
    self.locked = earlier.count
    self.solver = solver
  }

  /// Finds the front; a point is reported as soon as it is proved.
  ///
  /// - Throws: ``SolverFailure`` if the solver is broken.
  public func run(progress: (ParetoFront) -> Void = { _ in }) throws(SolverFailure) -> ParetoFront {
    var front = ParetoFront(scenario: scenario, locked: locked)
    let model = PolicyModel(scenario)
    let best = try solver.solve(scenario)
    front.status = best.status
    guard best.isProved(through: locked + 1), let plan = best.plan else { return front }
    front.points.append(best)
    let end = try otherEnd(startingFrom: plan, best)
    guard let end, let endPlan = end.plan else { return front }
    front.end = end.goals[locked].value
    while let last = front.points.last, !front.isComplete {
      progress(front)
      if solver.isSpent { return front }
      guard let next = try point(after: last, model, endPlan) else { return front }
      front.points.append(next)
    }
    return front
  }

  /// The plan that is best in the second goal, and in the first as good as that allows; `nil` if it is not proved.
  private func otherEnd(
    startingFrom plan: Plan, _ best: Allotment
  ) throws(SolverFailure) -> Allotment? {
    var turned = scenario
    turned.goals.swapAt(locked, locked + 1)
    let found = try solver.solve(
      PolicyModel(turned), startingFrom: plan,
      ceilings: GoalCeilings(of: [Array(best.goals.prefix(locked))]))
    return found.isProved(through: locked + 1) ? found : nil
  }

  /// The point of the front that follows one: the second goal a unit better or more, the first as good as that allows.
  private func point(
    after last: Allotment, _ model: PolicyModel, _ end: Plan
  ) throws(SolverFailure) -> Allotment? {
    let (first, second) = (last.goals[locked], last.goals[locked + 1])
    guard let x = first.value, let y = second.value else { return nil }
    // What is better in the second goal cannot be as good in the first: the point before would not have been the best.
    let worse = x - (first.goal.sense == .maximize ? 1 : -1)
    let ceiling = GoalOutcome(goal: first.goal, value: worse, bound: worse)
    let found = try solver.solve(
      model.restricted(by: [
        .goal(locked + 1, noWorseThan: y + (second.goal.sense == .maximize ? 1 : -1))
      ]), startingFrom: end,
      ceilings: GoalCeilings(of: [last.goals.prefix(locked) + [ceiling]]))
    return found.isProved(through: locked + 1) ? found : nil
  }
}

/// The plans of which none is better in one of two goals without being worse in the other.
public struct ParetoFront: Sendable {
  /// The scenario with its goals in the order of the search: those locked, the two, the others.
  public let scenario: Scenario
  /// Number of goals that are kept at their best.
  public let locked: Int
  /// Outcome of the search for the first point.
  public internal(set) var status = Allotment.Status.unknown
  /// From the best of the first goal to the best of the second; of each the best plan.
  public internal(set) var points: [Allotment] = []
  /// Best value of the second goal; `nil` while it is not proved.
  public internal(set) var end: Int?

  /// Whether no point is missing.
  public var isComplete: Bool {
    end.map { points.last?.goals[locked + 1].value == $0 } ?? false
  }

  /// Values of the two goals at each point.
  public var values: [(first: Int, second: Int)] {
    points.map { ($0.goals[locked].value ?? 0, $0.goals[locked + 1].value ?? 0) }
  }

  /// Which of the points some weighting of the two goals would find, as opposed to those that lie within a dent of the front.
  public var isSupported: [Bool] {
    let goals = scenario.goals[locked...(locked + 1)].map { $0.sense == .maximize ? 1 : -1 }
    let ordered = values.map { (x: -goals[0] * $0.first, y: goals[1] * $0.second) }
    // From left to right, upwards: the upper hull, points on its edges included.
    var hull: [Int] = []
    for (index, point) in ordered.enumerated() {
      while hull.count >= 2,
        Self.turn(ordered[hull[hull.count - 2]], ordered[hull[hull.count - 1]], point) > 0
      {
        hull.removeLast()
      }
      hull.append(index)
    }
    let kept = Set(hull)
    return values.indices.map { kept.contains($0) }
  }

  /// More than 0 where the way from a over b to c turns to the left.
  private static func turn(_ a: (x: Int, y: Int), _ b: (x: Int, y: Int), _ c: (x: Int, y: Int))
    -> Int128
  {
    Int128(b.x - a.x) * Int128(c.y - a.y) - Int128(b.y - a.y) * Int128(c.x - a.x)
  }
}

extension Allotment {
  /// Whether the goals up to and including one are proved.
  fileprivate func isProved(through goal: Int) -> Bool {
    plan != nil && goals.prefix(goal + 1).allSatisfy(\.isProved)
  }
}
