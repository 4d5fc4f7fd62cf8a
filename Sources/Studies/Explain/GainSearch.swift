internal import LinearProgram
internal import Policy
internal import Scenario

/// Searches for the first goal that grants of quotas can make better while none before it gets worse.
struct GainSearch {
  enum Outcome {
    /// Proved: no goal, whatever is granted within the limits.
    case none
    /// A point at which this goal is better.
    case gain(goal: Int, point: [Int])
    case unknown
  }

  let standing: StandingPlan
  let elastic: ElasticModel
  let solver: VariantSolver

  /// A goal in the sense in which more is better, and its present value.
  func gain(_ goal: Int) -> (expression: LinearExpression, value: Int) {
    let sign = standing.scenario.goals[goal].sign
    let expression = elastic.model.expression(of: standing.scenario.goals[goal]) * sign
    return (expression, sign * standing.values[goal])
  }

  /// The rows within limits of the grants (notches), and no goal before one worse than it is.
  func program(granting limits: [Int], before goal: Int) -> IntegerProgram {
    var program = elastic.program(granting: limits)
    for earlier in 0..<goal { keep(earlier, in: &program) }
    return program
  }

  private func keep(_ goal: Int, in program: inout IntegerProgram) {
    let (expression, value) = gain(goal)
    program.addRow("asked:goal\(goal)", expression, lower: value)
  }

  /// Goes through the goals from one on; those before it cannot get better within the limits.
  func firstGain(from first: Int, granting limits: [Int]) throws(SolverFailure) -> Outcome {
    var program = program(granting: limits, before: first)
    let arrangement = elastic.model.firstArrangementGoal ?? .max
    var (isAsked, isSettled) = (false, false)
    for goal in standing.scenario.goals.indices.dropFirst(first) {
      if goal >= arrangement, !isAsked {
        isAsked = true
        isSettled = try isSelectionUnique(before: arrangement, granting: limits)
        if isSettled { elastic.model.fixSelection(standing.selection, in: &program) }
      }
      let (expression, value) = gain(goal)
      if !expression.terms.isEmpty {
        switch try solver.point(
          where: expression, exceeds: value, over: program, decomposes: !isSettled)
        {
        case .none: break
        case .point(let point): return .gain(goal: goal, point: point)
        case .unknown: return .unknown
        }
      }
      keep(goal, in: &program)
    }
    return .none
  }

  /// Whether the goals before one are kept by no other selection of projects; they cannot get better within the limits.
  private func isSelectionUnique(before goal: Int, granting limits: [Int]) throws(SolverFailure)
    -> Bool
  {
    guard let last = (0..<goal).last(where: { !gain($0).expression.terms.isEmpty }) else {
      return false
    }
    var others = program(granting: limits, before: last)
    others.addRow(
      "asked:other", elastic.model.changes(from: standing.selection), lower: 1)
    let (expression, value) = gain(last)
    if case .none = try solver.point(where: expression, exceeds: value - 1, over: others) {
      return true
    }
    return false
  }

  /// The least notches of the only grant with which a goal gets better, at most those of a point where it does; and a point there.
  func leastNotches(
    betterIn goal: Int, startingAt point: [Int]
  ) throws(SolverFailure) -> (notches: Int, point: [Int])? {
    let grant = elastic.grants[0]
    var (best, bestPoint) = (grant.notches(at: point), point)
    var least = 1
    func better(granting limit: Int) -> IntegerProgram {
      var better = program(granting: [limit], before: goal)
      let (expression, value) = gain(goal)
      better.addRow("asked:better", expression, lower: value + 1)
      return better
    }
    // A row alone gives a bound; where its best point needs no more of the other rows, it is the least amount.
    // (What is held back in zones bounds a handful of columns that no goal knows: there it is slow, and gives little.)
    for excess in grant.excesses where least < best && grant.lever != .zoneReserve {
      switch try solver.maximize(
        excess.expression * -1, over: better(granting: best), startingAt: bestPoint)
      {
      case .optimal(let solution, _):
        let over = -solution.value - excess.bound
        if over > 0 { least = max(least, (over + excess.effect - 1) / excess.effect) }
        let notches = grant.notches(at: solution.point)
        if notches < best { (best, bestPoint) = (notches, solution.point) }
      default: return nil
      }
    }
    // Otherwise it lies between the two.
    let (expression, value) = gain(goal)
    while least < best {
      let middle = (least + best) / 2
      switch try solver.point(
        where: expression, exceeds: value, over: program(granting: [middle], before: goal))
      {
      case .point(let point): (best, bestPoint) = (grant.notches(at: point), point)
      case .none: least = middle + 1
      case .unknown: return nil
      }
    }
    return (best, bestPoint)
  }
}
