import GLPKSolver
import LinearProgram
import ReferenceSolver
import Testing

/// The simplex with a full inverse, beside GLPK's on the same programs, through changes of bounds, objective and columns.
@Suite("Dense simplex")
struct DenseSimplexTests {
  /// A program as both are given it, and as the test checks it.
  private struct Case: ~Copyable {
    var rows: [(entries: [(column: Int, value: Double)], lower: Double, upper: Double)] = []
    var lower: [Double] = []
    var upper: [Double] = []
    /// The widest that they may be, as at first.
    var widest: [ClosedRange<Double>] = []
    var objective: [Double] = []
    var dense: DenseSimplex
    var sparse: Simplex

    init(_ random: inout SeededGenerator) throws {
      var model = LinearModel()
      let width = [1.0, 1.0, 10, 100_000][Int.random(in: 0..<4, using: &random)]
      for _ in 0..<Int.random(in: 1...18, using: &random) {
        lower.append(width * Double(Int.random(in: -3...3, using: &random)))
        upper.append(lower[lower.count - 1] + width * Double(Int.random(in: 0...5, using: &random)))
        widest.append(lower[lower.count - 1]...upper[upper.count - 1])
        objective.append(Double(Int.random(in: -9...9, using: &random)))
        _ = model.addColumn(
          lower: lower[lower.count - 1], upper: upper[upper.count - 1],
          objective: objective[objective.count - 1])
      }
      for index in 0..<Int.random(in: 1...12, using: &random) {
        var entries: [(column: Int, value: Double)] = []
        for column in lower.indices where Bool.random(using: &random) {
          let value = Int.random(in: -5...5, using: &random)
          if value != 0 { entries.append((column, Double(value))) }
        }
        let side = width * Double(Int.random(in: -8...8, using: &random))
        let kind = Int.random(in: 0..<4, using: &random)
        rows.append(
          (
            entries, kind == 0 ? -.infinity : side,
            kind == 1 ? .infinity : kind == 3 ? side + 4 * width : side
          ))
        _ = model.addRow(lower: rows[index].lower, upper: rows[index].upper)
        for entry in entries { model.addEntry(row: index, column: entry.column, entry.value) }
      }
      dense = DenseSimplex(model)
      sparse = try Simplex(model)
    }

    /// Narrows or widens a column, perhaps to one value.
    mutating func changeBounds(_ random: inout SeededGenerator) throws(SolverFailure) {
      let column = Int.random(in: 0..<lower.count, using: &random)
      let ends = (lower[column], upper[column])
      let middle = ((ends.0 + ends.1) / 2).rounded()
      switch Int.random(in: 0..<4, using: &random) {
      case 0: lower[column] = middle
      case 1: upper[column] = middle
      case 2: upper[column] = ends.0
      default:
        (lower[column], upper[column]) = (widest[column].lowerBound, widest[column].upperBound)
      }
      dense.setBounds(column, lower: lower[column], upper: upper[column])
      try sparse.setBounds(column, lower: lower[column], upper: upper[column])
    }

    mutating func changeObjective(_ random: inout SeededGenerator) throws {
      for column in objective.indices {
        objective[column] = Double(Int.random(in: -9...9, using: &random)) / 4
      }
      dense.setObjective(objective)
      try sparse.setObjective(objective)
    }

    mutating func addColumn(_ random: inout SeededGenerator) throws {
      let column = lower.count
      var entries: [(row: Int32, value: Double)] = []
      for index in rows.indices where Bool.random(using: &random) {
        let value = Double(Int.random(in: 1...5, using: &random))
        // Only rows that have both ends, since a missing one stands for what the first columns allow.
        guard rows[index].lower.isFinite, rows[index].upper.isFinite else { continue }
        rows[index].entries.append((column, value))
        entries.append((Int32(index), value))
      }
      lower.append(0)
      upper.append(1)
      widest.append(0...1)
      objective.append(Double(Int.random(in: -9...9, using: &random)))
      let (indices, values) = (entries.map(\.row), entries.map(\.value))
      dense.addColumn(
        lower: 0, upper: 1, objective: objective[column], rows: indices, values: values)
      try sparse.addColumn(
        lower: 0, upper: 1, objective: objective[column], rows: indices, values: values)
    }

    /// Whether a point keeps all bounds, nearly.
    func isFeasible(_ point: [Double]) -> Bool {
      for (column, value) in point.enumerated() {
        let margin = 1e-6 * (1 + abs(value))
        guard value >= lower[column] - margin, value <= upper[column] + margin else { return false }
      }
      return rows.allSatisfy { row in
        let sum = row.entries.reduce(0) { $0 + $1.value * point[$1.column] }
        let margin = 1e-6 * (1 + abs(sum))
        return sum >= row.lower - margin && sum <= row.upper + margin
      }
    }

    /// The bound that row multipliers prove: Σ y × side + Σ largest of (c − yA) × column.
    func bound(_ multipliers: [Double], objective: [Double]) -> Double {
      var (reduced, sum) = (objective, 0.0)
      for (row, multiplier) in zip(rows, multipliers) where abs(multiplier) > 1e-12 {
        let side = multiplier > 0 ? row.upper : row.lower
        guard side.isFinite else { continue }
        sum += multiplier * side
        for entry in row.entries { reduced[entry.column] -= multiplier * entry.value }
      }
      for (column, cost) in reduced.enumerated() {
        sum += max(cost * lower[column], cost * upper[column])
      }
      return sum
    }
  }

  private static func isNear(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-6 * (1 + abs(a) + abs(b))
  }

  @Test("finds what GLPK's finds, with a point and multipliers that say so", arguments: 0..<8)
  func agrees(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var (optimal, infeasible, cutOff) = (0, 0, 0)
    for number in 0..<300 {
      var program = try Case(&random)
      for step in 0..<12 {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: try program.changeObjective(&random)
        case 1: try program.addColumn(&random)
        default: try program.changeBounds(&random)
        }
        let expected = try program.sparse.solve(.unlimited)
        let name: Comment = "\(seed) \(number) \(step)"
        if case .optimal = expected {
          // Below what a cutoff asks for, it may say so and must then be able to prove it.
          let cutoff = program.sparse.objective + 1 + abs(program.sparse.objective) / 4
          if case .cutOff = program.dense.solve(cutoff: cutoff) {
            cutOff += 1
            let bound = program.bound(program.dense.multipliers, objective: program.objective)
            #expect(bound < cutoff + 1e-6 * (1 + abs(cutoff)), name)
          }
        }
        switch (expected, program.dense.solve()) {
        case (.optimal, .optimal):
          optimal += 1
          let (best, found) = (program.sparse.objective, program.dense.objective)
          #expect(Self.isNear(best, found), name)
          let isFeasible = program.isFeasible(program.dense.point)
          let bound = program.bound(program.dense.multipliers, objective: program.objective)
          #expect(isFeasible && Self.isNear(bound, best), name)
        case (.infeasible, .infeasible):
          infeasible += 1
          let found = program.dense.infeasibilityProof
          let proof = try #require(found, name)
          let nothing = program.objective.map { _ in 0.0 }
          let bounds = (
            program.bound(proof, objective: nothing),
            program.bound(proof.map { -$0 }, objective: nothing)
          )
          // 0 = 0·x would have to be at most a negative number.
          #expect(min(bounds.0, bounds.1) < 0, name)
        case (let expected, let found):
          Issue.record("\(name): expected \(expected), found \(found)")
        }
      }
    }
    #expect(optimal > 300)
    #expect(infeasible > 50)
    #expect(cutOff > 10)
  }
}
