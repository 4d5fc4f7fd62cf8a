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
    let task = ReducedTask(presolve, reduced, objective, options)
    let begin = ContinuousClock.now
    defer { print("SOLVE cols \(task.program.columnCount) rows \(task.program.rowCount) terms \(objective.terms.count) time \(ContinuousClock.now - begin)") }
    if let outcome = try branchAndPrice(task, options, budget) { return outcome }
    print("TREE")
    var search = try TreeSearch(
      task.program, objective: task.costs, budget: budget, recordsProof: options.recordsProof)
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

  /// Open decisions from which a program with blocks is worth decomposing.
  private static var leastDecisions: Int { 12 }

  /// Branch and price, where the program has blocks and enough to decide; `nil` where it is not the method.
  private func branchAndPrice(_ task: ReducedTask, _ options: SolverOptions, _ budget: Budget)
    throws(SolverFailure) -> Outcome?
  {
    guard options.decomposes, task.costs.contains(where: { $0 != 0 }) else { return nil }
    let structure = BlockStructure(task.program, labels: task.reduced.columns.map(\.block))
    guard structure.blocks.count >= 2 else { return nil }
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

/// What is left to do after presolve, and the way back to the program as it was asked.
struct ReducedTask {
  let presolve: Presolve
  let reduced: IntegerProgram
  let program: SparseProgram
  /// The objective over what is left, divided by the greatest common divisor of its coefficients.
  let costs: [Int]
  let divisor: Int
  let constant: Int
  let start: [Int]?
  let floor: Int?

  init(
    _ presolve: Presolve, _ reduced: IntegerProgram, _ objective: LinearExpression,
    _ options: SolverOptions
  ) {
    let goal = presolve.reduce(objective)
    let divisor = max(1, goal.terms.reduce(0) { greatestCommonDivisor($0, $1.coefficient) })
    var costs = Array(repeating: 0, count: reduced.columns.count)
    for term in goal.terms { costs[term.column] = term.coefficient / divisor }
    self.presolve = presolve
    self.reduced = reduced
    program = SparseProgram(reduced)
    self.costs = costs
    self.divisor = divisor
    constant = goal.constant
    start = options.start.flatMap(presolve.reduce)
    floor = options.above.map { floorDivide($0 - goal.constant, divisor) }
  }

  private func whole(_ value: Int128) -> Int? {
    Int(exactly: value * Int128(divisor) + Int128(constant))
  }

  private func solution(_ incumbent: (point: [Int], value: Int), _ bounds: [ClosedRange<Int>]?)
    -> Solution
  {
    Solution(
      point: presolve.restore(incumbent.point), value: incumbent.value * divisor + constant,
      bounds: bounds ?? zip(presolve.lower, presolve.upper).map { $0...$1 })
  }

  /// The outcome of a search that ran through.
  func proved(
    _ incumbent: (point: [Int], value: Int)?, bounds: [ClosedRange<Int>]?, proof: Proof?
  ) -> Outcome {
    let proof = proof?.renamed(
      row: { presolve.keptRows[$0] }, column: { presolve.kept[$0] })
    guard let incumbent else { return .infeasible(proof: proof) }
    return .optimal(solution(incumbent, bounds), proof: proof)
  }

  /// The outcome of a search that was stopped.
  func stopped(
    _ incumbent: (point: [Int], value: Int)?, bound: Int128?, bounds: [ClosedRange<Int>]?
  ) -> Outcome {
    guard let incumbent else { return .unknown(bound: bound.flatMap(whole)) }
    let proved = bound.map { max($0, Int128(incumbent.value)) }
    return .feasible(solution(incumbent, bounds), bound: proved.flatMap(whole))
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
