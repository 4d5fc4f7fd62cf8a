public import LinearProgram

/// Solves tiny integer programs by looking at every point; shares nothing with the real search.
public struct ReferenceSolver: ProgramSolver {
  public init() {}

  public func maximize(
    _ objective: LinearExpression, over program: IntegerProgram, options: SolverOptions,
    budget: Budget
  ) throws(SolverFailure) -> Outcome {
    var best: (point: [Int], value: Int)?
    ReferenceSolver.forEachPoint(of: program) { point in
      let value = objective.value(at: point)
      if value > best?.value ?? Int.min { best = (point, value) }
    }
    guard let best else { return .infeasible(proof: nil) }
    let bounds = program.columns.map { $0.lower...$0.upper }
    return .optimal(Solution(point: best.point, value: best.value, bounds: bounds), proof: nil)
  }

  /// Calls `visit` with every feasible point, in lexicographic order.
  public static func forEachPoint(of program: IntegerProgram, _ visit: ([Int]) -> Void) {
    var point = program.columns.map(\.lower)
    guard !point.isEmpty else {
      if program.isFeasible(point) { visit(point) }
      return
    }
    while true {
      if program.isFeasible(point) { visit(point) }
      var column = point.count - 1
      while column >= 0, point[column] == program.columns[column].upper {
        point[column] = program.columns[column].lower
        column -= 1
      }
      if column < 0 { return }
      point[column] += 1
    }
  }
}

/// A seeded generator (SplitMix64), so that a failing case can be made again.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
