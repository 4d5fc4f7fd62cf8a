internal import LinearProgram

/// The solvers of all blocks, shared out among threads once and for all, so that what a block has seen, and with it every
/// answer, does not depend on the number of threads.
final class BlockTeam {
  let problems: [BlockProblem]
  private var solvers: [BlockSolver?]
  private let lanes: Lanes

  init(_ problems: [BlockProblem], threads: Int, budget: Budget, recordsProof: Bool)
    throws(SolverFailure)
  {
    self.problems = problems
    solvers = Array(repeating: nil, count: problems.count)
    lanes = Lanes(min(threads, problems.count))
    let made = try onAllThreads { (index) throws(SolverFailure) in
      try BlockSolver(problems[index], budget: budget, recordsProof: recordsProof)
    }
    solvers = made
  }

  deinit {
    // Each solver ends on the thread that made it.
    _ = try? onAllThreads { index in self.solvers[index] = nil }
  }

  /// Runs a job for every block; the results in the order of the blocks.
  func map<Result>(_ job: (BlockSolver, Int) throws(SolverFailure) -> Result)
    throws(SolverFailure) -> [Result]
  {
    try onAllThreads { (index) throws(SolverFailure) in
      guard let solver = self.solvers[index] else { throw SolverFailure("a block has no solver") }
      return try job(solver, index)
    }
  }

  private func onAllThreads<Result>(_ job: (Int) throws(SolverFailure) -> Result)
    throws(SolverFailure) -> [Result]
  {
    let slots = UnsafeMutableBufferPointer<Swift.Result<Result, SolverFailure>?>
      .allocate(capacity: problems.count)
    slots.initialize(repeating: nil)
    defer {
      slots.deinitialize()
      slots.deallocate()
    }
    lanes.run(problems.count) { index, _ in
      do throws(SolverFailure) { slots[index] = .success(try job(index)) } catch {
        slots[index] = .failure(error)
      }
    }
    var results: [Result] = []
    for slot in slots {
      guard let slot else { throw SolverFailure("a block was left out") }
      results.append(try slot.get())
    }
    return results
  }
}
