import GLPKSolver
import Glibc
import LinearProgram
import ReferenceSolver
import Synchronization
import Testing

@Suite("Programs too large for the simplex")
struct LargeProgramTests {
  /// Columns without end and a row that no 64 bits can add up: nothing for the core search.
  private static func beyond(_ columns: Int) -> IntegerProgram {
    var program = IntegerProgram()
    for _ in 0..<columns { _ = program.addColumn(0...1 << 40) }
    let terms = (0..<columns).map { IntegerProgram.Term($0, 1 << 40 + $0 % 2) }
    program.addRow(LinearExpression(terms), upper: 1 << 60)
    return program
  }

  private static func sum(_ columns: Int) -> LinearExpression {
    LinearExpression((0..<columns).map { IntegerProgram.Term($0, 1) })
  }

  @Test("never reach it, even if the core search declines")
  func declined() throws {
    let columns = 150_001
    let program = Self.beyond(columns)
    let box = columns << 40
    #expect(
      try GLPKSolver().maximize(
        Self.sum(columns), over: program, options: SolverOptions(), budget: .unlimited)
        == .unknown(bound: box))
    var start = Array(repeating: 0, count: columns)
    start[7] = 1 << 18
    let outcome = try GLPKSolver().maximize(
      Self.sum(columns), over: program, options: SolverOptions(start: start), budget: .unlimited)
    guard case .feasible(let solution, bound: box) = outcome else {
      Issue.record("not the start")
      return
    }
    #expect(solution.point == start && solution.value == 1 << 18)
    // With nothing to be had, every start is proved best, and nothing is above a floor that the columns cannot reach.
    let nothing = try GLPKSolver().maximize(
      LinearExpression(), over: program, options: SolverOptions(start: start), budget: .unlimited)
    guard case .optimal(_, proof: nil) = nothing else {
      Issue.record("not proved by the bounds")
      return
    }
    #expect(
      try GLPKSolver().maximize(
        Self.sum(columns), over: program,
        options: SolverOptions(above: box, recordsProof: true), budget: .unlimited)
        == .infeasible(proof: .byBounds))
  }

  /// Blocks of projects with two amounts each, rows of their own, and rows for all.
  private static func blocks(_ count: Int, of projects: Int) -> (IntegerProgram, LinearExpression) {
    var random = SeededGenerator(seed: 7)
    var program = IntegerProgram()
    var worth: [IntegerProgram.Term] = []
    var amounts: [Int] = []
    for block in 0..<count {
      var rows: [[IntegerProgram.Term]] = [[], [], []]
      for _ in 0..<projects {
        let x = program.addColumn(0...1, block: block)
        worth.append(IntegerProgram.Term(x, Int.random(in: 100...10_000, using: &random)))
        for row in rows.indices {
          let use = Int.random(in: 10...1_000, using: &random)
          rows[row].append(IntegerProgram.Term(x, use))
        }
        for row in 0..<2 {
          let most = Int.random(in: 10...500, using: &random)
          let amount = program.addColumn(0...most, block: block)
          program.addRow(.column(amount) - .column(x, most), upper: 0)
          rows[row].append(IntegerProgram.Term(amount, -1))
          amounts.append(amount)
        }
      }
      for row in rows { program.addRow(LinearExpression(row), upper: 100 * projects) }
    }
    for _ in 0..<4 {
      let terms = (worth.map(\.column) + amounts).map {
        IntegerProgram.Term($0, Int.random(in: 1...50, using: &random))
      }
      program.addRow(LinearExpression(terms), upper: 12 * terms.count)
    }
    return (program, LinearExpression(worth))
  }

  /// Asks how long the search went without asking whether to stop, in seconds of its thread; spent after some seconds.
  private final class Stopwatch: Sendable {
    private let state: Mutex<(start: Double, last: Double, longest: Double)>
    private let limit: Double

    init(limit: Double) {
      self.limit = limit
      state = Mutex((Stopwatch.now, Stopwatch.now, 0))
    }

    static var now: Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// Notes that time has passed; whether it is more than there was.
    @discardableResult
    func ask() -> Bool {
      let now = Stopwatch.now
      return state.withLock {
        $0.longest = max($0.longest, now - $0.last)
        $0.last = now
        return now - $0.start > limit
      }
    }

    var longest: Double { state.withLock { $0.longest } }
  }

  @Test(
    "every phase asks whether to stop, and what was proved is kept", arguments: [0.5, 1, 2.5, 4])
  func questions(limit: Double) throws {
    let (program, objective) = Self.blocks(80, of: 250)
    #expect((50_000...150_000).contains(program.lowerBounds.count))
    let stopwatch = Stopwatch(limit: limit)
    let outcome = try GLPKSolver().maximize(
      objective, over: program, options: SolverOptions(),
      budget: Budget(isInterrupted: { stopwatch.ask() }))
    stopwatch.ask()
    #expect(stopwatch.longest < 1)
    switch outcome {
    case .feasible(let solution, let bound):
      #expect(program.isFeasible(solution.point))
      #expect(solution.value <= bound ?? .max)
      #expect((bound ?? .max) - solution.value <= solution.value / 20)
    case .unknown(let bound): #expect(bound ?? .max < program.largestValue(of: objective))
    case .optimal, .infeasible: Issue.record("\(outcome)")
    }
  }

  @Test("stopped while it is still being prepared, a start is kept and nothing is claimed")
  func preparation() throws {
    let (program, objective) = Self.blocks(8, of: 250)
    let none = Array(repeating: 0, count: program.lowerBounds.count)
    let most = program.largestValue(of: objective)
    for questions in 0..<24 {
      for start in [nil, none] {
        let outcome = try CoreSearchTests.coreAlone.maximize(
          objective, over: program, options: SolverOptions(start: start),
          budget: Countdown(questions).budget)
        switch outcome {
        case .unknown(let bound):
          #expect(start == nil && bound ?? .max <= most)
        case .feasible(let solution, let bound):
          #expect(program.isFeasible(solution.point))
          #expect(objective.value(at: solution.point) == solution.value)
          #expect(solution.value <= bound ?? most)
          // The first questions are all asked before there is anything to search.
          if questions < 8 { #expect(solution.point == start && bound == most) }
        case .optimal, .infeasible: Issue.record("\(questions): \(outcome)")
        }
      }
    }
    let above = try GLPKSolver().maximize(
      objective, over: program, options: SolverOptions(start: none, above: 0),
      budget: Countdown(0).budget)
    #expect(above == .unknown(bound: most))
  }

  @Test("once the relaxation is solved, a plan near it is at hand")
  func greedyPlan() throws {
    let (program, objective) = Self.blocks(10, of: 100)
    let best = try CoreSearchTests.coreAlone.maximize(
      objective, over: program, options: SolverOptions(gap: 10_000), budget: .unlimited)
    guard case .feasible(_, let least?) = best else {
      Issue.record("\(best)")
      return
    }
    var found = 0
    for questions in 10..<80 {
      let outcome = try CoreSearchTests.coreAlone.maximize(
        objective, over: program, options: SolverOptions(gap: 10_000),
        budget: Countdown(questions).budget)
      guard case .feasible(let solution, let bound?) = outcome else { continue }
      #expect(program.isFeasible(solution.point) && solution.value <= bound)
      guard bound <= least + least / 100 else { continue }
      found += 1
      #expect(solution.value >= bound - bound / 10, "\(questions)")
    }
    #expect(found > 0)
  }

  @Test("there is a plan wherever doing nothing is one")
  func plans() throws {
    for (count, projects) in [(1, 100), (4, 100), (10, 60)] {
      let (program, objective) = Self.blocks(count, of: projects)
      let outcome = try CoreSearchTests.coreAlone.maximize(
        objective, over: program, options: SolverOptions(gap: 50_000), budget: .unlimited)
      guard case .feasible(let solution, let bound?) = outcome else {
        Issue.record("\(count): \(outcome)")
        continue
      }
      #expect(program.isFeasible(solution.point))
      #expect(bound / 2 < solution.value && solution.value <= bound)
    }
  }
}
