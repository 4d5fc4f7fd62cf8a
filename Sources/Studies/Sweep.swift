public import LinearProgram
internal import Parallel
internal import Policy
public import Scenario

/// Solves the points of a grid of scenarios, each near those that are solved already.
///
/// Which relatives a point has is fixed by the grid, and what is found at a point does not depend on them; so the outcome is the same
/// whatever the number of threads.
public struct Sweep: Sendable {
  public let grid: SweepGrid
  private let base: SolvedVariant
  private let solver: VariantSolver

  /// Prepares a sweep around a scenario that is solved.
  public init(_ grid: SweepGrid, around base: SolvedVariant, solver: VariantSolver) {
    self.grid = grid
    self.base = base
    self.solver = solver
  }

  /// Solves all points; `nil` for those that time did not suffice for.
  ///
  /// - Parameters:
  ///   - scenario: the scenario of a point, called once for each, several at a time.
  ///   - progress: how many points are solved.
  /// - Throws: ``SolverFailure`` if the solver is broken.
  public func run(
    progress: (Int) -> Void = { _ in }, _ scenario: @Sendable (_ point: Int) -> Scenario
  ) throws(SolverFailure) -> [SolvedVariant?] {
    var solved: [SolvedVariant?] = Array(repeating: nil, count: grid.count)
    var done = 0
    for round in grid.rounds {
      if solver.isSpent { break }
      let known = solved
      let found = try solver.several(round) { (single, point) throws(SolverFailure) in
        try solve(scenario(point), point, known, single)
      }
      for (point, variant) in zip(round, found) { solved[point] = variant }
      done += round.count
      progress(done)
    }
    return solved
  }

  private func solve(
    _ scenario: Scenario, _ point: Int, _ known: [SolvedVariant?], _ solver: VariantSolver
  ) throws(SolverFailure) -> SolvedVariant? {
    if scenario == base.scenario { return base }
    if solver.isSpent { return nil }
    let model = PolicyModel(scenario)
    let relatives = grid.brackets(of: point).compactMap { known[$0] } + [base]
    let allotment = try solver.solve(model, near: relatives)
    return allotment.status == .unknown ? nil : SolvedVariant(model, allotment)
  }
}

extension VariantSolver {
  /// Answers several questions, at once where there are threads for it, each on one thread; the answers in the order of the questions.
  func several<Question: Sendable, Reply: Sendable>(
    _ questions: [Question],
    _ reply: @Sendable (VariantSolver, Question) throws(SolverFailure) -> Reply
  ) throws(SolverFailure) -> [Reply] {
    guard options.threads > 1, questions.count > 1 else {
      var replies: [Reply] = []
      for question in questions { replies.append(try reply(self, question)) }
      return replies
    }
    var results: [Result<Reply, SolverFailure>?] = questions.map { _ in nil }
    let single = onOneThread
    results.withUnsafeMutableBufferPointer { results in
      nonisolated(unsafe) let results = results
      Parallel.forEach(below: questions.count) { number in
        results[number] = Result { () throws(SolverFailure) in
          try reply(single, questions[number])
        }
      }
    }
    var replies: [Reply] = []
    for case let result? in results { replies.append(try result.get()) }
    return replies
  }
}
