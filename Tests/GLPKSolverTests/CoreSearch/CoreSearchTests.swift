import GLPKSolver
import LinearProgram
import ReferenceSolver
import Testing

@Suite("Core search")
struct CoreSearchTests {
  /// A solver that gives every program to the core search, and to nothing else.
  static var coreAlone: GLPKSolver {
    var limits = GLPKSolver.Limits()
    limits.leastForCore = (0, 0)
    limits.mostForSimplex = 0
    return GLPKSolver(limits: limits)
  }

  /// A solver that gives every program to the core search first.
  static var coreFirst: GLPKSolver {
    var limits = GLPKSolver.Limits()
    limits.leastForCore = (0, 0)
    limits.leastForBlocks = 0
    return GLPKSolver(limits: limits)
  }

  /// The best value of a program, by enumeration; `nil` if it has no point.
  static func best(_ sample: CorePrograms) throws -> Int? {
    let outcome = try ReferenceSolver().maximize(
      sample.objective, over: sample.program, options: SolverOptions(), budget: .unlimited)
    guard case .optimal(let solution, _) = outcome else { return nil }
    return solution.value
  }

  /// Whether nothing that an outcome claims is wrong; `best` is the best value above any floor.
  static func isTrue(_ outcome: Outcome, _ sample: CorePrograms, best: Int?) -> Bool {
    func isPoint(_ solution: Solution) -> Bool {
      sample.program.isFeasible(solution.point)
        && sample.objective.value(at: solution.point) == solution.value
    }
    switch outcome {
    case .optimal(let solution, _): return isPoint(solution) && solution.value == best
    case .feasible(let solution, let bound):
      guard let best else { return false }
      return isPoint(solution) && solution.value <= best && best <= bound ?? .max
    case .infeasible: return best == nil
    case .unknown(let bound): return best ?? .min <= bound ?? .max
    }
  }

  @Test("claims nothing that enumeration refutes", arguments: CorePrograms.Family.allCases)
  func claims(family: CorePrograms.Family) throws {
    var (solvable, solved, proved) = (0, 0, 0)
    for seed in 0..<300 {
      let sample = CorePrograms(family, seed: seed)
      let best = try Self.best(sample)
      for gap in [0, 30_000] {
        let outcome = try Self.coreAlone.maximize(
          sample.objective, over: sample.program, options: SolverOptions(gap: gap),
          budget: .unlimited)
        #expect(Self.isTrue(outcome, sample, best: best), "\(family) \(seed): \(outcome)")
        if best == nil { continue }
        solvable += 1
        switch outcome {
        case .optimal: (solved, proved) = (solved + 1, proved + 1)
        case .feasible: solved += 1
        case .infeasible, .unknown: break
        }
      }
    }
    // It would be easy to claim nothing.
    #expect(solvable > 100 && solved * 10 > solvable * 6 && proved * 10 > solvable * 2)
  }

  @Test("what it hands on is searched to the end", arguments: CorePrograms.Family.allCases)
  func handsOn(family: CorePrograms.Family) throws {
    for seed in 1_000..<1_150 {
      let sample = CorePrograms(family, seed: seed)
      let best = try Self.best(sample)
      let outcome = try Self.coreFirst.maximize(
        sample.objective, over: sample.program, options: SolverOptions(), budget: .unlimited)
      #expect(Self.isTrue(outcome, sample, best: best), "\(family) \(seed): \(outcome)")
      switch outcome {
      case .optimal, .infeasible: break
      case .feasible, .unknown: Issue.record("\(family) \(seed): not proved")
      }
    }
  }

  @Test("the same outcome again, and with any number of threads")
  func threads() throws {
    for family in CorePrograms.Family.allCases {
      for seed in 0..<25 {
        let sample = CorePrograms(family, seed: seed)
        let outcomes = try [1, 1, 2, 3].map { threads in
          try Self.coreAlone.maximize(
            sample.objective, over: sample.program, options: SolverOptions(threads: threads),
            budget: .unlimited)
        }
        #expect(outcomes.allSatisfy { $0 == outcomes[0] }, "\(family) \(seed)")
      }
    }
  }

  @Test(
    "wherever it is stopped, what it claims holds",
    arguments: [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89])
  func stops(questions: Int) throws {
    for family in CorePrograms.Family.allCases {
      for seed in 0..<20 {
        let sample = CorePrograms(family, seed: seed)
        let best = try Self.best(sample)
        for solver in [Self.coreAlone, Self.coreFirst] {
          let outcome = try solver.maximize(
            sample.objective, over: sample.program, options: SolverOptions(threads: 2),
            budget: Countdown(questions).budget)
          #expect(Self.isTrue(outcome, sample, best: best), "\(family) \(seed): \(outcome)")
        }
      }
    }
  }

  @Test("finds nothing that is not above the floor, and starts where it is told to")
  func floorAndStart() throws {
    for family in CorePrograms.Family.allCases {
      for seed in 0..<40 {
        let sample = CorePrograms(family, seed: seed)
        guard
          case .optimal(let best, _) = try ReferenceSolver().maximize(
            sample.objective, over: sample.program, options: SolverOptions(), budget: .unlimited)
        else { continue }
        for (floor, left) in [(best.value, nil), (best.value - 1, best.value)] {
          let outcome = try Self.coreAlone.maximize(
            sample.objective, over: sample.program, options: SolverOptions(above: floor),
            budget: .unlimited)
          #expect(Self.isTrue(outcome, sample, best: left), "\(family) \(seed): \(outcome)")
        }
        let outcome = try Self.coreAlone.maximize(
          sample.objective, over: sample.program, options: SolverOptions(start: best.point),
          budget: Budget(isInterrupted: { true }))
        switch outcome {
        case .optimal(let solution, _), .feasible(let solution, _):
          #expect(solution.value == best.value, "\(family) \(seed)")
        case .infeasible, .unknown: Issue.record("\(family) \(seed): the start is lost")
        }
      }
    }
  }
}
