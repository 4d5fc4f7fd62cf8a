internal import GLPKShim
public import LinearProgram

/// Proved best points of integer programs: branch and bound of our own over GLPK's simplex, closed by exact bounds.
public struct GLPKSolver: ProgramSolver {
  /// Sizes that decide which of the searches a program is given to.
  package struct Limits: Sendable {
    /// Open decisions from which a good point is looked for in the core first: within a gap, and to prove the optimum.
    package var leastForCore = (gap: 200, proof: 700)
    /// Open decisions from which a program with blocks is worth decomposing.
    package var leastForBlocks = 12
    /// Open decisions from which it may take long to prove anything, so that branch and price looks for a point first.
    package var leastForDiving = 400
    /// New nodes of a branch-and-price tree from which two workers search it in turns.
    package var leastForTurns = 60
    /// Plans per block from which a master program forgets those long unused: its simplex takes longer with each, and what is missed
    /// can be made anew.
    package var mostPlans = 128
    /// Rows up to which a program of decomposition is solved with the inverse of its basis in full.
    package var mostForDense = 400
    /// Columns up to which one relaxation as a whole can be given to the simplex.
    package var mostForSimplex = 150_000

    package init() {}
  }

  private let limits: Limits

  public init() { limits = Limits() }

  /// A solver that draws its lines elsewhere, so that a small program can be given to a search for large ones.
  package init(limits: Limits) { self.limits = limits }

  /// Version of the GLPK library in use.
  public static var glpkVersion: String { String(cString: glpk_shim_version()) }

  public func maximize(
    _ objective: LinearExpression, over program: IntegerProgram, options: SolverOptions,
    budget: Budget
  ) throws(SolverFailure) -> Outcome {
    let presolve: Presolve
    do throws(BudgetSpent) {
      presolve = try Presolve(program, checkpoint: budget.check)
    } catch {
      return unprepared(objective, program, options)
    }
    guard let reduced = presolve.reduced else {
      return .infeasible(proof: options.recordsProof ? .empty : nil)
    }
    var task = ReducedTask(presolve, reduced, objective, options)
    let structure = BlockStructure(reduced) { program.block(ofColumn: Int(presolve.kept[$0])) }
    if let outcome = try searchCore(&task, structure, options, budget) { return outcome }
    // The simplex would not come back in time to be asked to stop.
    guard !isTooLargeForSimplex(task) else { return task.unsearched() }
    if let outcome = try branchAndPrice(task, program, structure, options, budget) {
      return outcome
    }
    return try searchTree(task, options, budget)
  }

  public func maximizeInTurn(
    _ objectives: [LinearExpression], over program: IntegerProgram, from start: [Int],
    options: SolverOptions, budget: Budget
  ) throws(SolverFailure) -> TurnOutcome {
    let search = try TurnSearch(
      program, from: start, solver: self, mostColumns: limits.mostForSimplex, options: options,
      budget: budget)
    for (done, objective) in objectives.enumerated() {
      let isSettled = budget.isSpent ? false : try search.settle(objective)
      guard isSettled else { return TurnOutcome(point: search.point, settled: done) }
    }
    return TurnOutcome(point: search.point, settled: objectives.count)
  }

  /// The outcome where the budget did not last until the search: what is known of the start, and what the bounds of the columns say.
  private func unprepared(
    _ objective: LinearExpression, _ program: IntegerProgram, _ options: SolverOptions
  ) -> Outcome {
    let most = objective.terms.reduce(Int128(objective.constant)) { sum, term in
      let end = (term.coefficient > 0 ? program.upperBounds : program.lowerBounds)[term.column]
      return sum + Int128(term.coefficient) * Int128(end)
    }
    let bound = Int(exactly: most)
    guard let start = options.start, program.isFeasible(start) else {
      return .unknown(bound: bound)
    }
    let value = objective.value(at: start)
    if let above = options.above, value <= above { return .unknown(bound: bound) }
    let bounds = zip(program.lowerBounds, program.upperBounds).map { $0...$1 }
    return .feasible(Solution(point: start, value: value, bounds: bounds), bound: bound)
  }

  private func isTooLargeForSimplex(_ task: ReducedTask) -> Bool {
    task.program.columnCount > limits.mostForSimplex
  }

  /// Searches the core of a large program; `nil` if that is not enough: what it has found and proved is then in `task`.
  private func searchCore(
    _ task: inout ReducedTask, _ structure: BlockStructure, _ options: SolverOptions,
    _ budget: Budget
  ) throws(SolverFailure) -> Outcome? {
    let decisions = zip(task.program.lower, task.program.upper).count { $1 - $0 == 1 }
    let least = options.gap > 0 ? limits.leastForCore.gap : limits.leastForCore.proof
    let isAlone = isTooLargeForSimplex(task)
    guard decisions >= least || isAlone,
      task.costs.contains(where: { $0 != 0 })
    else { return nil }
    let prepared: CoreSearch?
    do throws(BudgetSpent) {
      prepared = try CoreSearch(
        task, structure, isAlone: isAlone, options: options, budget: budget)
    } catch {
      return task.unsearched()
    }
    guard let search = prepared else { return nil }
    try search.run()
    if search.isDone || budget.isSpent {
      return search.outcome(recordsProof: options.recordsProof)
    }
    task.start = search.incumbent?.point ?? task.start
    task.bound = search.bound
    return nil
  }

  /// Branch and price, where the program has blocks and enough to decide; `nil` where it is not the method.
  private func branchAndPrice(
    _ task: ReducedTask, _ program: IntegerProgram, _ structure: BlockStructure,
    _ options: SolverOptions, _ budget: Budget
  ) throws(SolverFailure) -> Outcome? {
    guard options.decomposes, task.costs.contains(where: { $0 != 0 }) else { return nil }
    // An objective outside the blocks is not the blocks' to decide.
    guard structure.blocks.count >= 2,
      structure.looseColumns.allSatisfy({ task.costs[$0] == 0 })
    else { return nil }
    let riders = Riders(program)
    let problems = structure.blocks.map {
      BlockProblem(
        task.program, structure, $0, objective: task.costs,
        isRider: { riders[Int(task.presolve.kept[$0])] })
    }
    guard problems.reduce(0, { $0 + $1.deciders.count }) >= limits.leastForBlocks else {
      return nil
    }
    // What is built next takes its time, too.
    if task.bound != nil, budget.isSpent { return task.unsearched() }
    let search = try BranchAndPrice(
      task, structure, problems, limits: limits, options: options, budget: budget)
    switch try search.run(start: task.start, above: task.floor) {
    case .exhausted:
      return task.proved(
        search.incumbent, bounds: search.boundsOfEqualPoints.map(task.presolve.restore),
        proof: search.tree?.proof)
    case .stopped(let bound):
      return task.stopped(search.incumbent, bound: bound, bounds: nil)
    case .gaveUp:
      return nil
    }
  }

  /// Branch and bound over the relaxation of the whole program.
  private func searchTree(_ task: ReducedTask, _ options: SolverOptions, _ budget: Budget)
    throws(SolverFailure) -> Outcome
  {
    var search = try TreeSearch(
      task.program, objective: task.costs, budget: budget, recordsProof: options.recordsProof)
    if options.gap > 0 { search.isNearEnough = { task.isWithinGap($0, bound: $1) } }
    search.ceiling = task.ceiling
    let end = try search.run(start: task.start, above: task.floor)
    // A proof of what follows could not use these bounds.
    let bounds =
      options.recordsProof ? nil : task.presolve.restore(search.boundsOfEqualPoints())
    switch end {
    case .exhausted:
      return task.proved(search.incumbent, bounds: bounds, proof: search.tree?.proof)
    case .stopped(let bound):
      return task.stopped(search.incumbent, bound: bound, bounds: bounds)
    }
  }
}

extension TreeSearch {
  /// Bounds that every point at least as good as the incumbent keeps, from the root's reduced costs.
  func boundsOfEqualPoints() -> [ClosedRange<Int>] {
    guard let root, let incumbent else {
      return zip(program.lower, program.upper).map { $0...$1 }
    }
    var (low, high) = (root.lower, root.upper)
    let target = (Int128(incumbent.value) << Int128(root.combination.scale)) - 1
    _ = root.combination.tighten(&low, &high, above: target)
    return zip(low, high).map { $0...$1 }
  }
}
