internal import GLPKShim
public import LinearProgram

/// Proved best points of integer programs: branch and bound of our own over GLPK's simplex, closed by exact bounds.
public struct GLPKSolver: ProgramSolver {
  public init() {}

  /// Version of the GLPK library in use.
  public static var glpkVersion: String { String(cString: glpk_shim_version()) }

  public func maximize(
    _ objective: LinearExpression, over program: IntegerProgram, options: SolverOptions,
    budget: Budget
  ) throws(SolverFailure) -> Outcome {
    let presolve = Presolve(program)
    guard let reduced = presolve.reduced else {
      return .infeasible(proof: options.recordsProof ? .empty : nil)
    }
    var task = ReducedTask(presolve, reduced, objective, options)
    if let outcome = try searchCore(&task, options, budget) { return outcome }
    if let outcome = try branchAndPrice(task, options, budget) { return outcome }
    var search = try TreeSearch(
      task.program, objective: task.costs, budget: budget, recordsProof: options.recordsProof)
    if options.gap > 0 { search.isNearEnough = { task.isWithinGap($0, bound: $1) } }
    let end = try search.run(start: task.start, above: task.floor)
    // A proof of what follows could not use these bounds.
    let bounds = options.recordsProof ? nil : presolve.restore(search.boundsOfEqualPoints())
    switch end {
    case .exhausted:
      return task.proved(search.incumbent, bounds: bounds, proof: search.tree.proof)
    case .stopped(let bound):
      return task.stopped(search.incumbent, bound: bound, bounds: bounds)
    }
  }

  public func maximizeInTurn(
    _ objectives: [LinearExpression], over program: IntegerProgram, from start: [Int],
    options: SolverOptions, budget: Budget
  ) throws(SolverFailure) -> TurnOutcome {
    let search = try TurnSearch(
      program, from: start, solver: self, options: options, budget: budget)
    for (done, objective) in objectives.enumerated() {
      let isSettled = budget.isSpent ? false : try search.settle(objective)
      guard isSettled else { return TurnOutcome(point: search.point, settled: done) }
    }
    return TurnOutcome(point: search.point, settled: objectives.count)
  }

  /// Open decisions from which a point within a gap, or a good one soon, is worth a search of its own.
  private static var manyDecisions: (gap: Int, proof: Int) { (200, 2_500) }

  /// Columns up to which one relaxation as a whole can be given to the simplex.
  private static var mostForSimplex: Int { 150_000 }

  /// Searches the core of a large program; `nil` if that is not enough, with its point as the start of what follows.
  private func searchCore(_ task: inout ReducedTask, _ options: SolverOptions, _ budget: Budget)
    throws(SolverFailure) -> Outcome?
  {
    let decisions = zip(task.program.lower, task.program.upper).count { $1 - $0 == 1 }
    let least = options.gap > 0 ? Self.manyDecisions.gap : Self.manyDecisions.proof
    guard decisions >= least, task.costs.contains(where: { $0 != 0 }) else { return nil }
    let structure = BlockStructure(task.program, labels: task.reduced.columns.map(\.block))
    guard let search = CoreSearch(task, structure, options: options, budget: budget) else {
      return nil
    }
    try search.run()
    // Beyond some size the simplex would not come back in time to be asked to stop.
    if search.isDone || budget.isSpent || task.costs.count > Self.mostForSimplex {
      return search.outcome(recordsProof: options.recordsProof)
    }
    task.start = search.incumbent?.point ?? task.start
    return nil
  }

  /// Open decisions from which a program with blocks is worth decomposing.
  private static var leastDecisions: Int { 12 }

  /// Branch and price, where the program has blocks and enough to decide; `nil` where it is not the method.
  private func branchAndPrice(_ task: ReducedTask, _ options: SolverOptions, _ budget: Budget)
    throws(SolverFailure) -> Outcome?
  {
    guard options.decomposes, task.costs.contains(where: { $0 != 0 }) else { return nil }
    let structure = BlockStructure(task.program, labels: task.reduced.columns.map(\.block))
    // An objective outside the blocks is not the blocks' to decide.
    guard structure.blocks.count >= 2,
      structure.looseColumns.allSatisfy({ task.costs[$0] == 0 })
    else { return nil }
    let problems = structure.blocks.map {
      BlockProblem(task.program, structure, $0, objective: task.costs)
    }
    guard problems.reduce(0, { $0 + $1.deciders.count }) >= Self.leastDecisions else { return nil }
    let search = try BranchAndPrice(task, structure, problems, options: options, budget: budget)
    switch try search.run(start: task.start, above: task.floor) {
    case .exhausted:
      return task.proved(search.incumbent, bounds: nil, proof: search.tree.proof)
    case .stopped(let bound):
      return task.stopped(search.incumbent, bound: bound, bounds: nil)
    case .gaveUp:
      return nil
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
