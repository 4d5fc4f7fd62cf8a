import GLPKSolver
import LinearProgram
import ReferenceSolver
import Testing

/// The families that fool floating-point solvers, against looking at every point.
@Suite("Programs that fool solvers")
struct SolverFoolingTests {
  private static let cases = 1_000

  @Test("no wrong status and no wrong optimum", arguments: SolverFoolingFamily.allCases)
  func agrees(family: SolverFoolingFamily) throws {
    var random = SeededGenerator(seed: family.rawValue.utf8.reduce(0) { $0 &* 31 &+ Int($1) })
    var infeasible = 0
    for number in 0..<Self.cases {
      let (program, objective) = family.program(&random)
      let expected = try ReferenceSolver().maximize(
        objective, over: program, options: SolverOptions(), budget: .unlimited)
      let found = try GLPKSolver().maximize(
        objective, over: program, options: SolverOptions(), budget: .unlimited)
      switch (expected, found) {
      case (.infeasible, .infeasible):
        infeasible += 1
      case (.optimal(let best, _), .optimal(let solution, _)):
        #expect(best.value == solution.value, "\(family) \(number)")
        #expect(program.isFeasible(solution.point), "\(family) \(number)")
        #expect(objective.value(at: solution.point) == solution.value, "\(family) \(number)")
      default:
        Issue.record("\(family) \(number): expected \(expected), found \(found)")
      }
    }
    if family == .parity { #expect(infeasible == Self.cases) }
    if family == .equalityKnapsack { #expect(infeasible > 0 && infeasible < Self.cases) }
  }

  /// Two goals in order, and one weighted sum of both: the sum must reach what the order reaches.
  @Test("a weighted sum agrees with the goals in order")
  func weightsAndOrder() throws {
    var random = SeededGenerator(seed: 5)
    for number in 0..<300 {
      let (program, first) = SolverFoolingFamily.equalityKnapsack.program(&random)
      let second = LinearExpression(
        program.columns.indices.map { .init($0, Int.random(in: 0...9, using: &random)) })
      guard
        case .optimal(let one, _) = try GLPKSolver().maximize(
          first, over: program, options: SolverOptions(), budget: .unlimited)
      else { continue }
      var locked = program
      locked.addRow("lock", first, lower: one.value, upper: one.value)
      let two = try GLPKSolver().maximize(
        second, over: locked, options: SolverOptions(start: one.point), budget: .unlimited)
      let weight = 10_000_000_000
      let sum = try GLPKSolver().maximize(
        first * weight + second, over: program, options: SolverOptions(), budget: .unlimited)
      guard case .optimal(let last, _) = two, case .optimal(let both, _) = sum else {
        Issue.record("case \(number)")
        continue
      }
      #expect(both.value == one.value * weight + last.value, "case \(number)")
    }
  }
}
