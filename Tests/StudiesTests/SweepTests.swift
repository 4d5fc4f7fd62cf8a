import GLPKSolver
import LinearProgram
import PlanEnumeration
import Policy
import SampleScenarios
import Scenario
import Studies
import Testing

@Suite("Sweeps")
struct SweepTests {
  private func solver(threads: Int) -> VariantSolver {
    VariantSolver(solver: GLPKSolver(), options: SolverOptions(threads: threads))
  }

  @Test("every place of a grid is reached once, after those it lies between")
  func rounds() {
    for counts in [[1], [2], [3], [10], [101], [4, 5], [1, 7], [3, 3, 3]] {
      let grid = SweepGrid(counts: counts)
      #expect((0..<grid.count).allSatisfy { grid.point(at: grid.places(of: $0)) == $0 })
      var done: Set<Int> = []
      for round in grid.rounds {
        for point in round { #expect(grid.brackets(of: point).allSatisfy(done.contains)) }
        done.formUnion(round)
      }
      #expect(done == Set(0..<grid.count) && grid.rounds.reduce(0) { $0 + $1.count } == grid.count)
    }
  }

  @Test(
    "each point equals a cold solve of its scenario, with one thread and with two", arguments: 0..<8
  )
  func points(batch: Int) throws {
    for seed in batch * 15..<(batch + 1) * 15 {
      let base = TinyScenarios.random(seed: seed)
      try expectCold(base, seed, steps: [-4, -2, -1, 0, 1, 2, 3])
    }
  }

  @Test("the same for many projects")
  func larger() throws {
    for seed in 0..<6 {
      try expectCold(SampleScenarios.random(seed: seed), seed, steps: [-6, 0, 9])
    }
  }

  private func expectCold(_ base: Scenario, _ seed: Int, steps: [Int]) throws {
    let grid = SweepGrid(counts: [steps.count, 2])
    let scenario = { @Sendable (point: Int) in
      var scenario = base
      let places = grid.places(of: point)
      scenario.land.cityQuota = max(0, base.land.cityQuota + steps[places[0]] * Area.mu)
      scenario.land.provincialQuota += places[1] * Area.mu
      return scenario
    }
    let one = solver(threads: 1)
    let known = SolvedVariant(PolicyModel(base), try one.solve(base))
    let single = try Sweep(grid, around: known, solver: one).run(scenario)
    let double = try Sweep(grid, around: known, solver: solver(threads: 2)).run(scenario)
    for point in 0..<grid.count {
      var cold = try one.solve(scenario(point))
      cold.conflict = nil
      var found = single[point]?.allotment
      found?.conflict = nil
      #expect(found == cold, "seed \(seed), point \(point)")
      #expect(single[point]?.allotment == double[point]?.allotment, "seed \(seed), point \(point)")
    }
    let thresholds = grid.thresholds(single.map { $0?.allotment.plan })
    for threshold in thresholds {
      let sides = [threshold.from, threshold.to].map {
        single[$0]?.allotment.plan?.supports(threshold.project)
      }
      #expect(sides == [!threshold.comesIn, threshold.comesIn])
    }
  }

  @Test("a refined threshold is exact: on both sides of it a cold solve says the same")
  func refinement() throws {
    let solver = solver(threads: 2)
    var count = 0
    for seed in 0..<300 {
      let base = TinyScenarios.random(seed: seed)
      let scenario = { @Sendable (position: Int) -> Scenario? in
        var scenario = base
        scenario.land.cityQuota = position * Area.mu
        return scenario
      }
      let known = SolvedVariant(PolicyModel(base), try solver.solve(base))
      let places = try [0, 16].map { position in
        let scenario = try #require(scenario(position))
        return SweepRefinement.Place(
          position: position,
          variant: SolvedVariant(PolicyModel(scenario), try solver.solve(scenario)))
      }
      let (steps, isComplete) = try SweepRefinement(around: known, solver: solver)
        .run(places, scenario)
      #expect(isComplete)
      for step in steps {
        count += 1
        #expect(step.width == 1)
        for side in [step.before, step.after] {
          let scenario = try #require(scenario(side.position))
          #expect(side.variant.allotment.plan == (try solver.solve(scenario).plan), "seed \(seed)")
        }
      }
      let ends = places.map { place in
        Set(base.projects.indices.filter { place.variant.allotment.plan?.supports($0) ?? false })
      }
      #expect(
        steps.reduce(into: ends[0]) { $0.formSymmetricDifference($1.changed) } == ends[1],
        "seed \(seed): the changes lead from one end to the other")
    }
    #expect(count > 30)
  }

  @Test("a sweep that is stopped leaves what it has, and nothing that is not proved")
  func interruption() throws {
    let base = TinyScenarios.random(seed: 3)
    let spent = VariantSolver(solver: GLPKSolver(), budget: Budget(deadline: .now))
    let known = SolvedVariant(PolicyModel(base), try solver(threads: 1).solve(base))
    let points = try Sweep(SweepGrid(counts: [5]), around: known, solver: spent).run { _ in base }
    #expect(points.allSatisfy { $0 == nil })
  }
}
