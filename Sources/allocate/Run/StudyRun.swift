import GLPKSolver
import LinearProgram
import Studies

extension Console {
  /// Runs a study with the limits of its question, telling what it works on; a broken solver ends the process.
  func study<Result>(
    _ stage: String, _ limits: SearchLimits,
    _ work: (VariantSolver) throws(SolverFailure) -> Result
  ) throws -> Result {
    try study(stage, limits) { (solver, _) throws(SolverFailure) in try work(solver) }
  }

  /// The same for a study that says how far it is.
  func study<Result>(
    _ stage: String, _ limits: SearchLimits,
    _ work: (VariantSolver, ProgressLine) throws(SolverFailure) -> Result
  ) throws -> Result {
    let progress = ProgressLine(self)
    progress.begin(stage)
    defer { progress.end() }
    do throws(SolverFailure) {
      return try work(
        VariantSolver(
          solver: GLPKSolver(), options: limits.options, budget: limits.budget(progress)),
        progress)
    } catch {
      throw report(error)
    }
  }
}
