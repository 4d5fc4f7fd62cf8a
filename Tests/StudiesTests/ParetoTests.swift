import Accounts
import GLPKSolver
import LinearProgram
import PlanEnumeration
import Policy
import SampleScenarios
import Scenario
import Studies
import Testing

@Suite("Pareto fronts")
struct ParetoTests {
  private let solver = VariantSolver(solver: GLPKSolver())

  @Test("the front is that of all plans, and each point has the best plan of its kind")
  func enumeration() throws {
    var (long, dented) = (0, 0)
    for seed in 0..<1_000 {
      let scenario = TinyScenarios.random(seed: seed)
      guard scenario.goals.count >= 2 else { continue }
      let first = seed % scenario.goals.count
      let second = (first + 1 + seed / 7 % (scenario.goals.count - 1)) % scenario.goals.count
      for locks in [true, false] {
        let front = try ParetoSearch(
          scenario, first, second, locksEarlier: locks, solver: solver
        ).run()
        guard let all = legalValues(of: front.scenario) else { continue }
        let expected = Front.of(all, front)
        #expect(front.status == (all.isEmpty ? .infeasible : .optimal), "seed \(seed)")
        #expect(front.isComplete == !all.isEmpty, "seed \(seed)")
        #expect(
          front.values.map { [$0.first, $0.second] } == expected.map { [$0.first, $0.second] },
          "seed \(seed), goals \(first) and \(second)")
        for (point, best) in zip(front.points, expected) {
          #expect(point.goals.compactMap(\.value) == best.goals, "seed \(seed)")
        }
        #expect(front.isSupported == Front.supported(front), "seed \(seed)")
        if front.points.count > 1 { long += 1 }
        if front.isSupported.contains(false) { dented += 1 }
      }
    }
    #expect(long > 60 && dented > 1, "\(long) fronts of several points, \(dented) with dents")
  }

  /// Values of the goals of all legal plans; `nil` if there are too many.
  private func legalValues(of scenario: Scenario) -> [[Int]]? {
    var all: [[Int]] = []
    let enumeration = PlanEnumeration(scenario: scenario, limit: 6_000) { plan in
      let ledger = Ledger(scenario: scenario, plan: plan)
      all.append(scenario.goals.map(ledger.value))
      return true
    }
    return enumeration.run() == nil ? nil : all
  }

  private enum Front {
    /// Undominated pairs among the plans that are best in the locked goals, and of each the best values of all goals.
    static func of(_ all: [[Int]], _ front: ParetoFront) -> [(
      first: Int, second: Int, goals: [Int]
    )] {
      let signs = front.scenario.goals.map { $0.sense == .maximize ? 1 : -1 }
      let keys = all.map { zip(signs, $0).map { $0.0 * $0.1 } }
      let (i, j) = (front.locked, front.locked + 1)
      guard
        let lock = keys.map({ Array($0.prefix(i)) }).max(by: { $0.lexicographicallyPrecedes($1) })
      else { return [] }
      let kept = keys.filter { Array($0.prefix(i)) == lock }
      var points: [[Int]] = []
      for key in kept.sorted(by: { $1.lexicographicallyPrecedes($0) })
      where !points.contains(where: { $0[i] >= key[i] && $0[j] >= key[j] }) {
        points.append(key)
      }
      return points.map { key in
        let goals = zip(signs, key).map { $0.0 * $0.1 }
        return (goals[i], goals[j], goals)
      }
    }

    /// Whether some pair of weights, at least one above 0, makes a point the best of all, judged pair by pair.
    static func supported(_ front: ParetoFront) -> [Bool] {
      let signs = front.scenario.goals[front.locked...(front.locked + 1)].map {
        $0.sense == .maximize ? 1 : -1
      }
      let points = front.values.map { (x: signs[0] * $0.first, y: signs[1] * $0.second) }
      return points.indices.map { k in
        // Under a chord between a point before and one behind: not supported.
        !points.indices.contains { a in
          points.indices.contains { b in
            a < k && k < b && isBelow(points[k], points[a], points[b])
          }
        }
      }
    }

    private static func isBelow(
      _ p: (x: Int, y: Int), _ a: (x: Int, y: Int), _ b: (x: Int, y: Int)
    ) -> Bool {
      // The weights that make a and b equal: normal of the chord; p is worth less than both.
      let weight = (x: b.y - a.y, y: a.x - b.x)
      return weight.x * p.x + weight.y * p.y < weight.x * a.x + weight.y * a.y
    }
  }

  @Test("on larger scenarios each point is a cold optimum, and nothing lies between neighbours")
  func larger() throws {
    for seed in 0..<8 {
      let scenario = SampleScenarios.random(seed: seed)
      let front = try ParetoSearch(scenario, 2, 3, locksEarlier: true, solver: solver).run()
      guard front.status == .optimal else { continue }
      #expect(front.isComplete)
      let values = front.values
      for (a, b) in zip(values, values.dropFirst()) {
        #expect(a.first > b.first && a.second < b.second)
      }
      for (point, next) in zip(front.points, front.points.dropFirst()) {
        // Asked the other way round: better than the next in the first goal, and better than this one in the second.
        let between = try solver.solve(
          front.scenario,
          under: (0..<front.locked).map { .goal($0, noWorseThan: point.goals[$0].value ?? 0) } + [
            .goal(front.locked, noWorseThan: (next.goals[front.locked].value ?? 0) + 1),
            .goal(front.locked + 1, noWorseThan: (point.goals[front.locked + 1].value ?? 0) + 1),
          ])
        #expect(between.status == .infeasible, "seed \(seed)")
      }
    }
  }
}
