import GLPKSolver

/// Version of this program and of the solver, in `--version`, `manifest.json` and the manual page.
enum Version {
  static let number = "1.0.0"
  /// Solver with its version.
  static var solver: String { "GLPK \(GLPKSolver.glpkVersion)" }
  static var line: String { "allocate \(number) (\(solver))" }
}
