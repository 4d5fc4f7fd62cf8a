import GLPKSolver
import LinearProgram
import ReferenceSolver
import Testing

@Suite("Proved best points of integer programs")
struct GLPKSolverTests {
  /// A random program of a few columns with mixed rows: knapsacks, equalities, links to wide columns.
  static func randomProgram(_ random: inout SeededGenerator, scale: Int) -> (
    IntegerProgram, LinearExpression
  ) {
    var program = IntegerProgram()
    let binaries = Int.random(in: 2...7, using: &random)
    for index in 0..<binaries { _ = program.addColumn("x\(index)", 0...1) }
    let wide = Int.random(in: 0...2, using: &random)
    for index in 0..<wide {
      _ = program.addColumn("s\(index)", 0...Int.random(in: 1...5, using: &random))
    }
    func expression(_ magnitude: ClosedRange<Int>, _ random: inout SeededGenerator)
      -> LinearExpression
    {
      LinearExpression(
        program.columns.indices.map {
          IntegerProgram.Term($0, Int.random(in: magnitude, using: &random) * scale)
        })
    }
    for index in 0..<Int.random(in: 1...4, using: &random) {
      let kind = Int.random(in: 0...5, using: &random)
      let row = kind == 0 ? expression(-9...9, &random) : expression(0...9, &random)
      let total = row.terms.reduce(0) { $0 + max(0, $1.coefficient) }
      let bound = Int.random(in: 0...max(1, total), using: &random)
      switch kind {
      case 1: program.addRow("r\(index)", row, lower: bound)
      case 2: program.addRow("r\(index)", row, lower: bound, upper: bound)
      default: program.addRow("r\(index)", row, upper: bound)
      }
    }
    return (program, expression(-3...20, &random) + LinearExpression(constant: 7))
  }

  @Test("agrees with enumeration", arguments: [1, 1_000, 1_000_003])
  func agreesWithEnumeration(scale: Int) throws {
    var random = SeededGenerator(seed: scale)
    for case_ in 0..<1_500 {
      let (program, objective) = Self.randomProgram(&random, scale: scale)
      let expected = try ReferenceSolver().maximize(
        objective, over: program, options: SolverOptions(), budget: .unlimited)
      let found = try GLPKSolver().maximize(
        objective, over: program, options: SolverOptions(), budget: .unlimited)
      switch (expected, found) {
      case (.infeasible, .infeasible):
        continue
      case (.optimal(let best, _), .optimal(let solution, _)):
        #expect(best.value == solution.value, "case \(case_)")
        #expect(program.isFeasible(solution.point), "case \(case_)")
        #expect(objective.value(at: solution.point) == solution.value, "case \(case_)")
        // No equally good point lies outside the bounds that came with the solution.
        ReferenceSolver.forEachPoint(of: program) { point in
          guard objective.value(at: point) == best.value else { return }
          #expect(
            zip(point, solution.bounds).allSatisfy { $1.contains($0) }, "case \(case_) \(point)")
        }
      default:
        Issue.record("case \(case_): expected \(expected), found \(found)")
      }
    }
  }

  @Test("an interrupt before the first node leaves nothing claimed")
  func interrupted() throws {
    var program = IntegerProgram()
    let x = program.addColumn("x", 0...1)
    let outcome = try GLPKSolver().maximize(
      .column(x, 3), over: program, options: SolverOptions(),
      budget: Budget(isInterrupted: { true }))
    #expect(outcome == .unknown(bound: 3))
  }

  @Test("a start that is not feasible is ignored")
  func badStart() throws {
    var program = IntegerProgram()
    let x = program.addColumn("x", 0...4)
    program.addRow("r", .column(x, 2), upper: 7)
    for start in [[4], [-1], [], [1, 2]] {
      let outcome = try GLPKSolver().maximize(
        .column(x), over: program, options: SolverOptions(start: start), budget: .unlimited)
      guard case .optimal(let solution, _) = outcome else {
        Issue.record("\(outcome)")
        continue
      }
      #expect(solution.value == 3)
    }
  }

  @Test("a program without columns or rows")
  func empty() throws {
    let outcome = try GLPKSolver().maximize(
      LinearExpression(constant: 5), over: IntegerProgram(), options: SolverOptions(),
      budget: .unlimited)
    #expect(outcome == .optimal(Solution(point: [], value: 5, bounds: []), proof: nil))
    var impossible = IntegerProgram()
    impossible.addRow("r", LinearExpression(), lower: 1)
    let proof = try GLPKSolver().maximize(
      LinearExpression(), over: impossible, options: SolverOptions(), budget: .unlimited)
    #expect(proof == .infeasible(proof: nil))
  }
}
