/// Anything that finds proved best points of integer programs.
public protocol ProgramSolver: Sendable {
  /// Maximises `objective` over the program.
  ///
  /// - Parameters:
  ///   - options: where to start, and what else is wanted.
  ///   - budget: when to stop with what there is.
  /// - Throws: ``SolverFailure`` if the solver itself is broken; limits and infeasibility are outcomes.
  func maximize(
    _ objective: LinearExpression, over program: IntegerProgram, options: SolverOptions,
    budget: Budget
  ) throws(SolverFailure) -> Outcome

  /// Maximises objectives in turn, each among the points that are best at all those before it.
  ///
  /// - Parameter start: a point of the program.
  /// - Throws: ``SolverFailure`` if the solver itself is broken.
  func maximizeInTurn(
    _ objectives: [LinearExpression], over program: IntegerProgram, from start: [Int],
    options: SolverOptions, budget: Budget
  ) throws(SolverFailure) -> TurnOutcome
}

/// What a solver is asked beside the program.
public struct SolverOptions: Sendable {
  /// Point to start from; used only if it is feasible.
  public var start: [Int]?
  /// Points worth no more than this do not count: if there are no others, the program is infeasible.
  public var above: Int?
  /// No point is worth more than this, as the caller has proved; a search may end as soon as it has a point worth that much.
  ///
  /// A search that records its proof does without.
  public var atMost: Int?
  /// A point worth this much is as good as any: the search may end with it, and that the outcome calls it optimal then means no more.
  ///
  /// A search that records its proof does without.
  public var enough: Int?
  /// Whether the outcome should carry a proof.
  public var recordsProof: Bool
  /// Stop as soon as the relative gap is proved to be at most this, in millionths; 0: only at the proved optimum.
  public var gap: Int
  /// Whether to decompose by blocks; of no use where only amounts are left to decide.
  public var decomposes = true
  /// Threads to use; the outcome does not depend on it.
  public var threads: Int

  public init(
    start: [Int]? = nil, above: Int? = nil, recordsProof: Bool = false, gap: Int = 0,
    threads: Int = 1
  ) {
    self.start = start
    self.above = above
    self.recordsProof = recordsProof
    self.gap = gap
    self.threads = threads
  }
}

extension SolverOptions {
  /// Whether a value is as near to its proven bound as was asked for.
  public func isWithinGap(_ value: Int, bound: Int) -> Bool {
    guard gap > 0 else { return bound <= value }
    return Int128(bound - value) * 1_000_000 <= Int128(gap) * Int128(bound.magnitude)
  }
}

/// What the mathematics says of a program; a point exists inside the cases that have one.
public enum Outcome: Sendable, Equatable {
  /// Proved: no point is better.
  case optimal(Solution, proof: Proof?)
  /// Stopped early: a point, and a bound that no point exceeds (`nil` where none was proved).
  case feasible(Solution, bound: Int?)
  /// Proved: there is no point.
  case infeasible(proof: Proof?)
  /// Stopped early without a point; a bound where one was proved.
  case unknown(bound: Int?)
}

/// A feasible point and what was learned on the way to it.
public struct Solution: Sendable, Equatable {
  /// One value per column.
  public var point: [Int]
  /// Value of the objective there, exact.
  public var value: Int
  /// Bounds that every point at least as good as this one keeps; as long as the columns.
  public var bounds: [ClosedRange<Int>]

  public init(point: [Int], value: Int, bounds: [ClosedRange<Int>]) {
    self.point = point
    self.value = value
    self.bounds = bounds
  }
}

/// A solver that broke, as opposed to a problem without an answer.
public struct SolverFailure: Error, Sendable, Equatable {
  public var message: String

  public init(_ message: String) { self.message = message }
}
