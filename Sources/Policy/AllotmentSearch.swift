public import LinearProgram
public import Scenario

/// Finds the best plan of a scenario: the goals one after another, each locked at its exact value, then the tie-break.
public struct AllotmentSearch: Sendable {
  /// A step of the search, for whoever waits.
  public enum Progress: Sendable, Equatable {
    case solving(goal: Int)
    /// Whether the goals so far leave only one selection of projects.
    case settlingSelection
    case breakingTies
    case findingConflict
  }

  private let model: PolicyModel
  private let solver: any ProgramSolver
  private let budget: Budget
  private let options: SolverOptions
  private let ceilings: GoalCeilings
  private let explainsConflict: Bool

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - plan: a plan to start from, perhaps of a similar scenario; it changes how soon the best plan is found, not which.
  ///   - ceilings: what is proved of the goals already; likewise.
  ///   - explainsConflict: whether to say why there is no plan, where there is none.
  public init(
    _ model: PolicyModel, solver: any ProgramSolver, options: SolverOptions = SolverOptions(),
    budget: Budget = .unlimited, startingFrom plan: Plan? = nil,
    ceilings: GoalCeilings = GoalCeilings(), explainsConflict: Bool = true
  ) {
    var options = options
    options.start = plan.map(model.point) ?? options.start
    self.options = options
    self.model = model
    self.solver = solver
    self.budget = budget
    self.ceilings = ceilings
    self.explainsConflict = explainsConflict && !model.isRestricted
  }

  /// The outcome where the budget was spent before there was a model to search.
  public static func unstarted(_ scenario: Scenario, _ budget: Budget) -> Allotment {
    Allotment(
      status: .unknown, stop: budget.isInterrupted() ? .interrupted : .timeLimit,
      goals: scenario.goals.map { GoalOutcome(goal: $0, value: nil, bound: nil) })
  }

  /// Runs the search.
  ///
  /// - Throws: ``SolverFailure`` if the solver is broken; that no plan exists, or that time ran out, is an outcome.
  public func run(progress: (Progress) -> Void = { _ in }) throws(SolverFailure) -> Allotment {
    var state = State(program: model.program)
    return try run(&state, progress)
  }

  /// Runs the search and keeps the proof of every step; the allotment is the same as without.
  ///
  /// - Throws: ``SolverFailure`` if the solver is broken.
  public func runRecordingProofs(
    progress: (Progress) -> Void = { _ in }
  ) throws(SolverFailure) -> (allotment: Allotment, proofs: [ProofStep]) {
    var state = State(program: model.program, recordsProofs: true)
    let allotment = try run(&state, progress)
    return (allotment, state.proofs)
  }

  private func run(_ state: inout State, _ progress: (Progress) -> Void) throws(SolverFailure)
    -> Allotment
  {
    guard try solveGoals(model.scenario.goals.count, &state, progress) else {
      return try stopped(state, progress)
    }
    if state.point == nil {
      // Goals without terms decide nothing, but a plan must exist.
      guard try solveForAnyPoint(&state) else { return try stopped(state, progress) }
    }
    guard state.outcomes.allSatisfy(\.isProved) else {
      // Within a gap many plans are as good; which of them it is, no order of projects decides.
      return allotment(state, isTieBreakProved: false)
    }
    try settleSelection(after: model.scenario.goals.count - 1, &state, progress)
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
      if index > 0 { try settleSelection(after: index - 1, &state, progress) }
      progress(.solving(goal: index))
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
    /// Whether the selection of projects is fixed, so that only amounts are left.
    var isSettled = false
    /// Goals after which the selection is asked about, once they are known.
    var settlingGoals: [Int]?
    /// The goal that was locked last.
    var lastLock: Lock?
    /// Whether proofs are wanted, and those of the steps so far.
    var recordsProofs = false
    var proofs: [ProofStep] = []

    /// Keeps the proof of a step over the present program.
    mutating func record(
      _ subject: ProofStep.Subject, _ value: Int, _ proof: Proof?,
      over program: IntegerProgram? = nil
    ) {
      guard recordsProofs else { return }
      let rows = (program ?? self.program).rows.map(\.name)
      proofs.append(ProofStep(subject: subject, value: value, rows: rows, proof: proof))
    }

    /// Goes on from a proved solution, within the bounds that all equally good points keep.
    mutating func take(_ solution: Solution) {
      point = solution.point
      // A certificate proves the goal, not these bounds: its later steps have to do without them.
      if recordsProofs { return }
      program.narrow(to: solution.bounds)
    }
  }

  /// Solves one goal and locks it; false if the search cannot go on.
  private func solve(_ goal: Goal, _ state: inout State) throws(SolverFailure) -> Bool {
    let expression = model.expression(of: goal)
    let subject = ProofStep.Subject.goal(state.outcomes.count)
    if expression.terms.isEmpty, state.point != nil || expression.constant == 0 {
      state.outcomes.append(
        GoalOutcome(goal: goal, value: expression.constant, bound: expression.constant))
      state.record(subject, expression.constant, .byBounds)
      return true
    }
    let sign = goal.sense == .maximize ? 1 : -1
    var options = options(state)
    options.atMost = ceiling(of: goal, state)
    if let known = atCeiling(expression * sign, options, state) {
      return lock(goal, expression, Solution(known, expression * sign, state.program), &state)
    }
    let outcome = try solver.maximize(
      expression * sign, over: state.program, options: options, budget: budget)
    switch outcome {
    case .optimal(let solution, let proof):
      state.record(subject, sign * solution.value, proof)
      return lock(goal, expression, solution, &state)
    case .feasible(let solution, let bound):
      state.point = solution.point
      state.outcomes.append(
        GoalOutcome(goal: goal, value: sign * solution.value, bound: bound.map { sign * $0 }))
      guard let bound, options.isWithinGap(solution.value, bound: bound) else { return false }
      // Near enough: what follows may not fall behind it.
      state.program.addRow("goal:\(goal.id)", expression * sign, lower: solution.value)
      return true
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

  /// Locks a goal at its proved value.
  private func lock(
    _ goal: Goal, _ expression: LinearExpression, _ solution: Solution, _ state: inout State
  ) -> Bool {
    let sign = goal.sense == .maximize ? 1 : -1
    let value = sign * solution.value
    state.outcomes.append(GoalOutcome(goal: goal, value: value, bound: value))
    state.lastLock = Lock(
      before: state.program, objective: expression * sign, value: solution.value)
    state.program.addRow("goal:\(goal.id)", expression, lower: value, upper: value)
    state.take(solution)
    return true
  }

  /// What a goal, taken as maximised, is known not to exceed; `nil` where nothing is, or where a proof is to be written.
  private func ceiling(of goal: Goal, _ state: State) -> Int? {
    guard !state.recordsProofs, state.outcomes.allSatisfy(\.isProved) else { return nil }
    return ceilings.ceiling(after: state.outcomes.compactMap(\.value), sense: goal.sense)
  }

  /// A point at hand that is worth as much as is possible at all.
  private func atCeiling(_ objective: LinearExpression, _ options: SolverOptions, _ state: State)
    -> [Int]?
  {
    guard let ceiling = options.atMost, let point = options.start,
      point.count == state.program.lowerBounds.count, objective.value(at: point) >= ceiling,
      state.point != nil || state.program.isFeasible(point)
    else { return nil }
    return point
  }

  /// Fixes the selection of projects if the goals so far leave only one; the goals that follow are then easy.
  ///
  /// The last goal is solved once more, with a cut that rules out the present selection and nothing else: if no other point is as
  /// good, the selection is unique. Any other outcome changes nothing.
  private func settleSelection(
    after goal: Int, _ state: inout State, _ progress: (Progress) -> Void
  ) throws(SolverFailure) {
    guard !state.isSettled, state.outcomes.allSatisfy(\.isProved) else { return }
    let settling = state.settlingGoals ?? model.settlingGoals
    state.settlingGoals = settling
    guard settling.contains(goal) else { return }
    guard let point = state.point, let lock = state.lastLock else { return }
    progress(.settlingSelection)
    let columns = model.decisions.columns.compactMap { $0[.supported] }
    let changes = LinearExpression(
      columns.map { IntegerProgram.Term($0, point[$0] == 1 ? -1 : 1) },
      constant: columns.count { point[$0] == 1 })
    var others = lock.before
    // What was learned of points as good as this one.
    others.narrow(to: zip(state.program.lowerBounds, state.program.upperBounds).map { $0...$1 })
    others.addRow("selection:other", changes, lower: 1)
    var options = options(state)
    options.above = lock.value - 1
    options.atMost = lock.value
    let outcome = try solver.maximize(
      lock.objective, over: others, options: options, budget: budget)
    guard case .infeasible(let proof) = outcome else { return }
    state.record(.selection, lock.value, proof, over: others)
    state.isSettled = true
    for column in columns {
      state.program.setBounds(column, lower: point[column], upper: point[column])
    }
  }

  /// What the solver is asked beside the program.
  private func options(_ state: State) -> SolverOptions {
    var options = options
    options.start = state.point ?? options.start
    options.recordsProof = state.recordsProofs
    options.decomposes = options.decomposes && !state.isSettled
    return options
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
    progress(.breakingTies)
    if state.recordsProofs { return try breakTiesWithProofs(order, &state) }
    guard let point = state.point else { return false }
    let outcome = try solver.maximizeInTurn(
      order.map(model.gain), over: state.program, from: point, options: options(state),
      budget: budget)
    state.point = outcome.point
    return outcome.settled == order.count
  }

  /// The same choice by choice, with a proof of each.
  private func breakTiesWithProofs(_ order: [PolicyModel.Choice], _ state: inout State)
    throws(SolverFailure) -> Bool
  {
    for (done, choice) in order.enumerated() {
      guard let point = state.point else { return false }
      let gain = model.gain(of: choice)
      var proof: Proof? = .byBounds
      if gain.value(at: point) != state.program.largestValue(of: gain) {
        let outcome = try solver.maximize(
          gain, over: state.program, options: options(state), budget: budget)
        guard case .optimal(let solution, let found) = outcome else { return false }
        state.point = solution.point
        proof = found
      }
      let settled = state.point ?? point
      let amount = model.amount(of: choice)
      state.record(.choice(done), amount.value(at: settled), proof)
      state.program.keep(amount, at: settled, name: "tie:\(model.name(of: choice))")
    }
    return true
  }

  /// The outcome of a search that did not run through.
  private func stopped(_ state: State, _ progress: (Progress) -> Void) throws(SolverFailure)
    -> Allotment
  {
    guard state.isInfeasible else { return allotment(state, isTieBreakProved: false) }
    if explainsConflict { progress(.findingConflict) }
    let conflict =
      explainsConflict ? try ConflictSearch(model, solver: solver, budget: budget).run() : nil
    return Allotment(
      status: .infeasible, stop: nil,
      goals: model.scenario.goals.map { GoalOutcome(goal: $0, value: nil, bound: nil) },
      conflict: conflict)
  }

  /// Why a search that proved less than everything has ended.
  private func stop(_ outcomes: [GoalOutcome]) -> Allotment.Stop {
    if budget.isInterrupted() { return .interrupted }
    let isNear = outcomes.allSatisfy { outcome in
      guard let value = outcome.value, let bound = outcome.bound else { return false }
      let sign = outcome.goal.sense == .maximize ? 1 : -1
      return options.isWithinGap(sign * value, bound: sign * bound)
    }
    return options.gap > 0 && isNear ? .gap : .timeLimit
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
      stop: isProved ? nil : stop(outcomes), goals: outcomes,
      isTieBreakProved: isTieBreakProved, plan: state.point.map(model.plan))
  }
}

extension Solution {
  /// A point of a program, of which nothing was learned but its value.
  fileprivate init(_ point: [Int], _ objective: LinearExpression, _ program: IntegerProgram) {
    self.init(
      point: point, value: objective.value(at: point),
      bounds: zip(program.lowerBounds, program.upperBounds).map { $0...$1 })
  }
}
