internal import LinearProgram

/// The solvers of all blocks, shared out among threads once and for all, so that what a block has seen, and with it every
/// answer, does not depend on the number of threads.
final class BlockTeam {
  let problems: [BlockProblem]
  private var solvers: [BlockSolver?]
  private let lanes: Lanes

  /// Solvers for boxes within `lower` and `upper`, bounds of the whole program's columns.
  init(
    _ problems: [BlockProblem], lower: [Int], upper: [Int], threads: Int, budget: Budget,
    recordsProof: Bool, mostForDense: Int
  ) throws(SolverFailure) {
    self.problems = problems
    solvers = Array(repeating: nil, count: problems.count)
    lanes = Lanes(min(threads, problems.count))
    let made = try lanes.map(problems.count) { (index) throws(SolverFailure) in
      let columns = problems[index].block.columns
      return try BlockSolver(
        problems[index], lower: columns.map { lower[$0] }, upper: columns.map { upper[$0] },
        budget: budget, recordsProof: recordsProof, mostForDense: mostForDense)
    }
    solvers = made
  }

  deinit {
    // Each solver ends on the thread that made it.
    _ = try? lanes.map(problems.count) { index in self.solvers[index] = nil }
  }

  /// Nodes of the blocks' own trees so far.
  var nodes: Int { solvers.reduce(0) { $0 + ($1?.nodes ?? 0) } }

  /// Runs a job for every block; the results in the order of the blocks.
  func map<Result>(_ job: (BlockSolver, Int) throws(SolverFailure) -> Result)
    throws(SolverFailure) -> [Result]
  {
    try lanes.map(problems.count) { (index) throws(SolverFailure) in
      guard let solver = self.solvers[index] else { throw SolverFailure("a block has no solver") }
      return try job(solver, index)
    }
  }
}
