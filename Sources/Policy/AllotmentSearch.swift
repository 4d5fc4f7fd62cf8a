public import LinearProgram
public import Scenario

/// Finds the best plan of a scenario: the goals one after another, each locked at its exact value, then the tie-break.
public struct AllotmentSearch: Sendable {
  /// A step of the search, for whoever waits.
  public enum Progress: Sendable, Equatable {
    case solving(goal: Int)
    case breakingTies(done: Int, of: Int)
    case findingConflict
  }

  private let model: PolicyModel
  private let solver: any ProgramSolver
  private let budget: Budget

  public init(_ model: PolicyModel, solver: any ProgramSolver, budget: Budget = .unlimited) {
    self.model = model
    self.solver = solver
    self.budget = budget
  }

  /// Runs the search.
  ///
  /// - Throws: ``SolverFailure`` if the solver is broken; that no plan exists, or that time ran out, is an outcome.
  public func run(progress: (Progress) -> Void = { _ in }) throws(SolverFailure) -> Allotment {
    var state = State(program: model.program)
    guard try solveGoals(model.scenario.goals.count, &state, progress) else {
      return try stopped(state, progress)
    }
    if state.point == nil {
      // Goals without terms decide nothing, but a plan must exist.
      guard try solveForAnyPoint(&state) else { return try stopped(state, progress) }
    }
    let isTieBroken = try breakTies(&state, progress)
    return allotment(state, isTieBreakProved: isTieBroken)
  }

  /// Proved values of the first goals, for locking them; `nil` if one of them could not be proved or has no plan.
  public func lockedValues(
    ofFirst count: Int, progress: (Progress) -> Void = { _ in }
  ) throws(SolverFailure) -> [Int]? {
    var state = State(program: model.program)
    guard try solveGoals(count, &state, progress) else { return nil }
    return state.outcomes.compactMap(\.value)
  }

  /// Solves and locks the first goals; false if the search cannot go on.
  private func solveGoals(_ count: Int, _ state: inout State, _ progress: (Progress) -> Void)
    throws(SolverFailure) -> Bool
  {
    for (index, goal) in model.scenario.goals.prefix(count).enumerated() {
      progress(.solving(goal: index))
      if index == firstArrangementGoal { try settleSelection(&state) }
      guard try solve(goal, &state) else { return false }
    }
    return true
  }

  /// A goal that was solved: the program it was solved over, what was maximised, and what was reached.
  private struct Lock {
    var before: IntegerProgram
    var objective: LinearExpression
    var value: Int
  }

  /// What is known so far.
  private struct State {
    /// The clauses, the locks of the goals solved, and the bounds learned.
    var program: IntegerProgram
    var point: [Int]?
    var outcomes: [GoalOutcome] = []
    var isInfeasible = false
    /// The goal that was locked last.
    var lastLock: Lock?

    /// Goes on from a proved solution, within the bounds that all equally good points keep.
    mutating func take(_ solution: Solution) {
      point = solution.point
      for (column, bounds) in solution.bounds.enumerated() {
        let current = program.columns[column]
        program.setBounds(
          column, lower: max(current.lower, bounds.lowerBound),
          upper: min(current.upper, bounds.upperBound))
      }
    }

    /// Fixes an amount of the tie-break at the value of the point: by bounds if they can say it, else by a row.
    mutating func lock(_ amount: LinearExpression) {
      guard let point else { return }
      let open = amount.terms.map(\.column).filter {
        program.columns[$0].lower < program.columns[$0].upper
      }
      let value = amount.value(at: point)
      guard open.count == 1 || value == program.largestValue(of: amount) else {
        if !open.isEmpty { program.addRow("tie", amount, lower: value, upper: value) }
        return
      }
      // One open column has one value left; and the largest value takes every column at its end.
      for column in open {
        program.setBounds(column, lower: point[column], upper: point[column])
      }
    }
  }

  /// Solves one goal and locks it; false if the search cannot go on.
  private func solve(_ goal: Goal, _ state: inout State) throws(SolverFailure) -> Bool {
    let expression = model.expression(of: goal)
    if expression.terms.isEmpty, state.point != nil || expression.constant == 0 {
      state.outcomes.append(
        GoalOutcome(goal: goal, value: expression.constant, bound: expression.constant))
      return true
    }
    let sign = goal.sense == .maximize ? 1 : -1
    let outcome = try solver.maximize(
      expression * sign, over: state.program, options: SolverOptions(start: state.point),
      budget: budget)
    switch outcome {
    case .optimal(let solution, _):
      let value = sign * solution.value
      state.outcomes.append(GoalOutcome(goal: goal, value: value, bound: value))
      state.lastLock = Lock(
        before: state.program, objective: expression * sign, value: solution.value)
      state.program.addRow("goal:\(goal.id)", expression, lower: value, upper: value)
      state.take(solution)
      return true
    case .feasible(let solution, let bound):
      state.point = solution.point
      state.outcomes.append(
        GoalOutcome(goal: goal, value: sign * solution.value, bound: bound.map { sign * $0 }))
    case .infeasible:
      guard state.point == nil else {
        throw SolverFailure("the locks of proved goals contradict each other at \(goal.id)")
      }
      state.isInfeasible = true
    case .unknown(let bound):
      state.outcomes.append(
        GoalOutcome(goal: goal, value: nil, bound: bound.map { sign * $0 }))
    }
    return false
  }

  /// The first goal that is about amounts of land and not about which projects are supported.
  private var firstArrangementGoal: Int? {
    let selection = Set((model.decisions.support + model.decisions.steps).compactMap { $0 })
    return model.scenario.goals.firstIndex { goal in
      model.expression(of: goal).terms.contains { !selection.contains($0.column) }
    }
  }

  /// Fixes the selection of projects if the goals so far leave only one; the goals that follow are then easy.
  ///
  /// The last goal is solved once more, with a cut that rules out the present selection and nothing else: if no other point is as
  /// good, the selection is unique. Any other outcome changes nothing.
  private func settleSelection(_ state: inout State) throws(SolverFailure) {
    guard let point = state.point, let lock = state.lastLock else { return }
    let columns = model.decisions.support.compactMap { $0 }
    let changes = LinearExpression.sum(
      columns.map { column in
        point[column] == 1
          ? LinearExpression(constant: 1) - .column(column) : .column(column)
      })
    var others = lock.before
    others.addRow("selection:other", changes, lower: 1)
    let outcome = try solver.maximize(
      lock.objective, over: others, options: SolverOptions(above: lock.value - 1), budget: budget)
    guard case .infeasible = outcome else { return }
    for column in columns {
      state.program.setBounds(column, lower: point[column], upper: point[column])
    }
  }

  /// Finds any plan at all, where no goal has asked for one.
  private func solveForAnyPoint(_ state: inout State) throws(SolverFailure) -> Bool {
    switch try solver.maximize(
      LinearExpression(), over: state.program, options: SolverOptions(), budget: budget)
    {
    case .optimal(let solution, _), .feasible(let solution, _):
      state.point = solution.point
      return true
    case .infeasible:
      state.isInfeasible = true
      return false
    case .unknown:
      return false
    }
  }

  /// Settles what the goals leave open; false if time ran out.
  private func breakTies(_ state: inout State, _ progress: (Progress) -> Void)
    throws(SolverFailure) -> Bool
  {
    let order = model.tieBreak
    for (done, choice) in order.enumerated() {
      guard let point = state.point else { return false }
      let amount = choice.isMaximised ? choice.amount : choice.amount * -1
      if amount.value(at: point) != state.program.largestValue(of: amount) {
        progress(.breakingTies(done: done, of: order.count))
        let outcome = try solver.maximize(
          amount, over: state.program, options: SolverOptions(start: point), budget: budget)
        guard case .optimal(let solution, _) = outcome else { return false }
        state.point = solution.point
      }
      state.lock(amount)
    }
    return true
  }

  /// The outcome of a search that did not run through.
  private func stopped(_ state: State, _ progress: (Progress) -> Void) throws(SolverFailure)
    -> Allotment
  {
    guard state.isInfeasible else { return allotment(state, isTieBreakProved: false) }
    progress(.findingConflict)
    let conflict = try ConflictSearch(model, solver: solver, budget: budget).run()
    return Allotment(
      status: .infeasible, stop: nil,
      goals: model.scenario.goals.map { GoalOutcome(goal: $0, value: nil, bound: nil) },
      conflict: conflict)
  }

  private func allotment(_ state: State, isTieBreakProved: Bool) -> Allotment {
    var outcomes = state.outcomes
    for goal in model.scenario.goals.dropFirst(outcomes.count) {
      let value = state.point.map { model.expression(of: goal).value(at: $0) }
      outcomes.append(GoalOutcome(goal: goal, value: value, bound: nil))
    }
    let isProved = outcomes.allSatisfy(\.isProved) && isTieBreakProved
    return Allotment(
      status: state.point == nil ? .unknown : isProved ? .optimal : .feasible,
      stop: isProved ? nil : budget.isInterrupted() ? .interrupted : .timeLimit, goals: outcomes,
      isTieBreakProved: isTieBreakProved, plan: state.point.map(model.plan))
  }
}
