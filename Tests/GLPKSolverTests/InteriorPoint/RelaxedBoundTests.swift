import GLPKSolver
import LinearProgram
import ReferenceSolver
import Testing

/// Bounds of the interior point method, against relaxations whose optimum is known by other means.
@Suite("Relaxed bound")
struct RelaxedBoundTests {
  /// The bound that the core search proves by itself, and the value of its point.
  private static func bound(_ objective: LinearExpression, _ program: IntegerProgram, gap: Int = 0)
    throws -> (value: Int?, bound: Int?)
  {
    let outcome = try CoreSearchTests.coreAlone.maximize(
      objective, over: program, options: SolverOptions(gap: gap), budget: .unlimited)
    switch outcome {
    case .optimal(let solution, _): return (solution.value, solution.value)
    case .feasible(let solution, let bound):
      #expect(program.isFeasible(solution.point))
      return (solution.value, bound)
    case .unknown(let bound): return (nil, bound)
    case .infeasible: return (nil, nil)
    }
  }

  /// The linear relaxation of a knapsack, rounded down (Dantzig 1957); all uses are positive.
  private static func relaxed(_ items: [(worth: Int, use: Int)], _ cap: Int) -> Int {
    var (room, sum) = (cap, 0)
    let order = items.sorted {
      $0.worth.multipliedFullWidth(by: $1.use) > $1.worth.multipliedFullWidth(by: $0.use)
    }
    for item in order {
      guard item.use > room else {
        (room, sum) = (room - item.use, sum + item.worth)
        continue
      }
      return sum + Int(Int128(item.worth) * Int128(room) / Int128(item.use))
    }
    return sum
  }

  @Test("is that of the relaxation of a knapsack", arguments: [1, 1_000, 1_000_000_007, 1 << 40])
  func knapsacks(scale: Int) throws {
    var random = SeededGenerator(seed: scale)
    for _ in 0..<40 {
      let items = (0..<Int.random(in: 20...400, using: &random)).map { _ in
        (
          worth: Int.random(in: 1...1_000, using: &random) * scale + 1,
          use: Int.random(in: 1...1_000, using: &random) * scale + 1
        )
      }
      let cap = items.reduce(0) { $0 + $1.use } * Int.random(in: 1...9, using: &random) / 10
      var program = IntegerProgram()
      for _ in items { _ = program.addColumn(0...1, block: 0) }
      func sum(_ key: KeyPath<(worth: Int, use: Int), Int>) -> LinearExpression {
        LinearExpression(
          items.enumerated().map { IntegerProgram.Term($0, $1[keyPath: key]) })
      }
      program.addRow(sum(\.use), upper: cap)
      let relaxed = Self.relaxed(items, cap)
      let (value, bound) = try Self.bound(sum(\.worth), program)
      // A proved optimum may lie below the relaxation; a bound of the relaxation may not.
      let least = value == bound ? value ?? 0 : relaxed
      #expect((least...relaxed + relaxed / 10_000).contains(bound ?? .max))
      #expect(relaxed - (value ?? 0) <= items.reduce(0) { max($0, $1.worth) })
    }
  }

  @Test("reaches the optimum where the relaxation is integral")
  func laminar() throws {
    var random = SeededGenerator(seed: 5)
    var found = 0
    for _ in 0..<20 {
      var program = IntegerProgram()
      var worth: [(column: Int, block: Int, value: Int)] = []
      let caps = (0..<Int.random(in: 2...8, using: &random)).map { _ in
        Int.random(in: 0...30, using: &random)
      }
      for (block, cap) in caps.enumerated() {
        let columns = (0..<Int.random(in: 1...60, using: &random)).map { _ in
          program.addColumn(0...1, block: block)
        }
        for column in columns {
          worth.append((column, block, Int.random(in: 1...100_000, using: &random)))
        }
        program.addRow(
          LinearExpression(columns.map { IntegerProgram.Term($0, 1) }), upper: cap)
      }
      let total = caps.reduce(0, +) * 2 / 3
      program.addRow(
        LinearExpression(worth.map { IntegerProgram.Term($0.column, 1) }), upper: total)
      // So many of each block and so many in all: the best ones, one after another.
      var (left, rooms, best) = (total, caps, 0)
      for one in worth.sorted(by: { $0.value > $1.value }) where left > 0 && rooms[one.block] > 0 {
        (left, rooms[one.block], best) = (left - 1, rooms[one.block] - 1, best + one.value)
      }
      let (value, bound) = try Self.bound(
        LinearExpression(worth.map { IntegerProgram.Term($0.column, $0.value) }), program)
      #expect((best - best / 20...best).contains(value ?? 0))
      if value == best { found += 1 }
      #expect((best...best + best / 1_000).contains(bound ?? .max))
    }
    #expect(found >= 15)
  }

  @Test("is there, and holds, for numbers that no double can tell apart")
  func extremes() throws {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<60 {
      var program = IntegerProgram()
      let numbers = [1, 3, 1 << 20, 1 << 40, 1 << 52, (1 << 55) + 1]
      func draw() -> Int { numbers[Int.random(in: 0..<numbers.count, using: &random)] }
      let worth = (0..<6).map { IntegerProgram.Term($0, draw()) }
      for index in 0..<6 { _ = program.addColumn(0...1, block: index / 3) }
      for rows in [0..<3, 3..<6, 0..<6] {
        program.addRow(
          LinearExpression(rows.map { IntegerProgram.Term($0, draw()) }), upper: draw())
      }
      var best = 0
      ReferenceSolver.forEachPoint(of: program) { point in
        best = max(best, LinearExpression(worth).value(at: point))
      }
      let (value, bound) = try Self.bound(LinearExpression(worth), program)
      #expect(value ?? 0 <= best && best <= bound ?? .min)
    }
  }
}
