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

  /// Whether a goal is better at a point, perhaps of a model with other columns, within limits of the grants, and none before it worse.
  func isBetter(_ goal: Int, at point: [Int], granting limits: [Int]) -> Bool {
    let (expression, value) = gain(goal)
    return program(granting: limits, before: goal).isFeasible(point)
      && expression.value(at: point) > value
  }

  private func keep(_ goal: Int, in program: inout IntegerProgram) {
    let (expression, value) = gain(goal)
    program.addRow("asked:goal\(goal)", expression, lower: value)
  }

  /// Goes through the goals from one on; those before it cannot get better within the limits.
  func firstGain(from first: Int, granting limits: [Int]) throws(SolverFailure) -> Outcome {
    var program = program(granting: limits, before: first)
    var settling = elastic.model.settlingGoals[...]
    var isSettled = false
    for goal in standing.scenario.goals.indices.dropFirst(first) {
      var othersAreNoBetter = isSettled
      while !isSettled, let asked = settling.first, asked <= goal {
        settling = settling.dropFirst()
        switch try others(asGoodIn: asked, granting: limits) {
        case .none: isSettled = true
        case .better(let point): return .gain(goal: asked, point: point)
        case .asGood: break
        case .unknown: return .unknown
        }
        othersAreNoBetter = isSettled || asked == goal
      }
      if isSettled { elastic.model.fixSelection(standing.selection, in: &program) }
      let (expression, value) = gain(goal)
      if !expression.terms.isEmpty {
        var open = program
        if othersAreNoBetter { elastic.model.fixSelection(standing.selection, in: &open) }
        switch try solver.point(
          where: expression, exceeds: value, over: open, decomposes: !othersAreNoBetter)
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

  /// What other selections of projects make of a goal while none before it gets worse.
  private enum Others {
    /// Proved: all are worse.
    case none
    /// Proved: none is better, and some are as good.
    case asGood
    case better(point: [Int])
    case unknown
  }

  /// Looks at all selections but the present one.
  private func others(asGoodIn goal: Int, granting limits: [Int]) throws(SolverFailure) -> Others {
    var others = program(granting: limits, before: goal)
    others.addRow("asked:other", elastic.model.changes(from: standing.selection), lower: 1)
    let (expression, value) = gain(goal)
    let outcome = try solver.maximize(
      expression, over: others, above: value - 1, enough: value + 1)
    switch outcome {
    case .infeasible: return .none
    case .optimal(let solution, _), .feasible(let solution, _):
      if solution.value > value { return .better(point: solution.point) }
      if case .optimal = outcome { return .asGood }
      return .unknown
    case .unknown: return .unknown
    }
  }

  /// Whether a row has columns of several counties.
  private func spansCounties(_ excess: ElasticModel.Excess) -> Bool {
    let program = elastic.model.program
    return Set(excess.expression.terms.map { program.block(ofColumn: $0.column) }).count > 1
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
    // (Of one county's projects alone, or of what is held back in zones, a handful of columns, it takes long and says little.)
    for excess in grant.excesses
    where least < best && grant.lever != .zoneReserve && spansCounties(excess) {
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
