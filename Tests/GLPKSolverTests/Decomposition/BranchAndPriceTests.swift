import GLPKSolver
import LinearProgram
import ReferenceSolver
import Testing

@Suite("Branch and price")
struct BranchAndPriceTests {
  /// The solver as it is, one that dives, works in turns and forgets plans even in the smallest tree, and the same with GLPK's simplex
  /// for the small programs, too.
  private static let solvers: [GLPKSolver] = {
    var limits = GLPKSolver.Limits()
    (limits.leastForDiving, limits.leastForTurns, limits.mostPlans) = (0, 0, 2)
    var sparse = limits
    sparse.mostForDense = 0
    return [GLPKSolver(), GLPKSolver(limits: limits), GLPKSolver(limits: sparse)]
  }()

  @Test("agrees with enumeration", arguments: BlockPrograms.Family.allCases)
  func agreesWithEnumeration(family: BlockPrograms.Family) throws {
    for seed in 0..<250 {
      let sample = BlockPrograms(family, seed: seed)
      let best = BestPoints(sample)
      for solver in Self.solvers {
        let found = try solver.maximize(
          sample.objective, over: sample.program, options: SolverOptions(), budget: .unlimited)
        switch found {
        case .infeasible where best.box.isEmpty: continue
        case .optimal(let solution, _):
          #expect(best.value == solution.value, "seed \(seed)")
          #expect(sample.program.isFeasible(solution.point), "seed \(seed)")
          #expect(sample.objective.value(at: solution.point) == solution.value, "seed \(seed)")
          // No point that is as good lies outside the bounds that came with the solution.
          #expect(
            zip(solution.bounds, best.box).allSatisfy { $0.clamped(to: $1) == $1 }, "seed \(seed)")
        default: Issue.record("seed \(seed): \(best) against \(found)")
        }
      }
    }
  }

  /// All best points of a program: what they are worth, and the smallest box that holds them.
  private struct BestPoints {
    var value = Int.min
    var box: [ClosedRange<Int>] = []

    init(_ sample: BlockPrograms) {
      ReferenceSolver.forEachPoint(of: sample.program) { point in
        let worth = sample.objective.value(at: point)
        if worth > value {
          (value, box) = (worth, point.map { $0...$0 })
        } else if worth == value {
          box = zip(box, point).map { min($0.lowerBound, $1)...max($0.upperBound, $1) }
        }
      }
    }
  }

  @Test("says what all points as good as the best have in common")
  func narrows() throws {
    var narrowed = 0
    for seed in 0..<60 {
      let sample = BlockPrograms(.plain, seed: seed)
      let outcome = try GLPKSolver().maximize(
        sample.objective, over: sample.program, options: SolverOptions(), budget: .unlimited)
      guard case .optimal(let solution, _) = outcome else { continue }
      let bounds = zip(sample.program.lowerBounds, sample.program.upperBounds).map { $0...$1 }
      if solution.bounds != bounds { narrowed += 1 }
    }
    #expect(narrowed >= 30)
  }

  @Test(
    "gives the same answer with any number of threads, and with proofs",
    arguments: solvers.indices)
  func threads(solver: Int) throws {
    for seed in 0..<60 {
      let sample = BlockPrograms(.plain, seed: seed)
      let outcomes = try [1, 2, 3].map { threads in
        try Self.solvers[solver].maximize(
          sample.objective, over: sample.program,
          options: SolverOptions(recordsProof: true, threads: threads), budget: .unlimited)
      }
      #expect(outcomes[0] == outcomes[1] && outcomes[1] == outcomes[2], "seed \(seed)")
      let bare = try Self.solvers[solver].maximize(
        sample.objective, over: sample.program, options: SolverOptions(), budget: .unlimited)
      if case .optimal(let one, let proof) = outcomes[0], case .optimal(let two, nil) = bare {
        #expect(one.point == two.point && proof != nil, "seed \(seed)")
      }
    }
  }

  @Test("finds nothing above the optimum, and the optimum above anything less")
  func above() throws {
    for seed in 0..<80 {
      let sample = BlockPrograms(.plain, seed: seed)
      func outcome(above floor: Int?) throws -> Outcome {
        try GLPKSolver().maximize(
          sample.objective, over: sample.program, options: SolverOptions(above: floor),
          budget: .unlimited)
      }
      guard case .optimal(let best, _) = try outcome(above: nil) else { continue }
      guard case .infeasible = try outcome(above: best.value) else {
        Issue.record("seed \(seed): something above the optimum")
        continue
      }
      guard case .optimal(let again, _) = try outcome(above: best.value - 1) else {
        Issue.record("seed \(seed): the optimum is lost")
        continue
      }
      #expect(again.value == best.value)
    }
  }

  @Test("stops at once when asked to, with a bound that holds", arguments: solvers.indices)
  func stops(solver: Int) throws {
    for seed in 0..<40 {
      let sample = BlockPrograms(.plain, seed: seed)
      guard
        case .optimal(let best, _) = try GLPKSolver().maximize(
          sample.objective, over: sample.program, options: SolverOptions(), budget: .unlimited)
      else { continue }
      for calls in [0, 1, 5, 20, 60] {
        let outcome = try Self.solvers[solver].maximize(
          sample.objective, over: sample.program, options: SolverOptions(),
          budget: Countdown(calls).budget)
        switch outcome {
        case .optimal(let solution, _): #expect(solution.value == best.value)
        case .feasible(let solution, let bound):
          #expect(solution.value <= best.value && best.value <= bound ?? .max)
        case .unknown(let bound): #expect(best.value <= bound ?? .max)
        case .infeasible: Issue.record("seed \(seed): a program with a plan called infeasible")
        }
      }
    }
  }
}
