import GLPKSolver
import LinearProgram
import SampleScenarios
import Scenario
import Studies
import Testing

/// What is not proved is never called a difference.
@Suite("Differences within what is not proved")
struct GapTests {
  private let goals = [
    Goal(id: "first", title: "甲", sense: .maximize, terms: [.init(.investment)]),
    Goal(id: "second", title: "乙", sense: .minimize, terms: [.init(.resource(0))]),
  ]

  /// Three projects on one fund, of which nothing but the investment decides.
  private func scenario(_ fund: Int) -> Scenario {
    Scenario(
      title: "资金", year: 2018, counties: ["甲县"],
      projects: [(30, 40), (20, 25), (20, 21)].enumerated().map { index, amounts in
        Project(
          id: "P\(index)", name: "项目", level: .other, county: 0, investmentThisYear: amounts.1,
          demands: [amounts.0])
      }, resources: [Resource(id: "fund", name: "资金", unit: "元", cityCap: fund)], goals: goals)
  }

  /// A case with a plan (supported projects) and proved bounds.
  private func subject(
    _ fund: Int, _ supported: [Int], _ values: [(Int, Int?)]
  ) -> AccountedCase {
    let scenario = scenario(fund)
    let isProved = values.allSatisfy { $0.0 == $0.1 }
    return AccountedCase(
      scenario,
      Allotment(
        status: isProved ? .optimal : .feasible,
        goals: zip(goals, values).map { GoalOutcome(goal: $0, value: $1.0, bound: $1.1) },
        isTieBreakProved: isProved,
        plan: Plan(
          steps: scenario.projects.indices.map { supported.contains($0) ? 1 : 0 },
          stockLand: [0, 0, 0], countyQuotaUse: [[:]])))
  }

  @Test("ranges that overlap are not told apart")
  func overlapping() {
    // 45 of at most 60, against a proved 46.
    let comparison = Comparison(
      subject(40, [1, 2], [(46, 46), (40, 40)]), subject(35, [0], [(40, 60), (30, nil)]))
    #expect(comparison.verdict == .withinGap(goal: "first"))
    #expect(comparison.goals.map(\.certainty) == [.unproved, .unproved])
    #expect(!comparison.hasDifferences && !comparison.isProved)
  }

  @Test("ranges that do not overlap are a difference, proved or not")
  func apart() {
    let comparison = Comparison(
      subject(40, [1, 2], [(46, 46), (40, 40)]), subject(35, [0], [(40, 45), (30, nil)]))
    #expect(comparison.verdict == .different(goal: "first"))
    #expect(comparison.goals.map(\.certainty) == [.different, .unproved])
    #expect(comparison.hasDifferences && !comparison.isProved)
  }

  @Test("equal first goals leave it to the second")
  func second() {
    let old = subject(50, [1, 2], [(46, 46), (40, 40)])
    let comparison = Comparison(old, subject(50, [0, 1], [(46, 46), (50, 30)]))
    #expect(comparison.goals.map(\.certainty) == [.equal, .unproved])
  }

  @Test("a search that ran out of time proves no difference")
  func unknown() {
    let old = subject(40, [1, 2], [(46, 46), (40, 40)])
    let scenario = scenario(40)
    func without(_ status: Allotment.Status) -> AccountedCase {
      AccountedCase(
        scenario,
        Allotment(
          status: status, goals: goals.map { GoalOutcome(goal: $0, value: nil, bound: nil) }))
    }
    let stopped = Comparison(old, without(.unknown))
    #expect(stopped.verdict == .noPlan(base: .optimal, variant: .unknown))
    #expect(!stopped.hasDifferences && !stopped.isProved)
    let infeasible = Comparison(old, without(.infeasible))
    #expect(infeasible.hasDifferences && infeasible.isProved)
    #expect(infeasible.goals.allSatisfy { $0.certainty == .incomparable })
  }

  @Test("goals of another meaning are not compared")
  func meanings() throws {
    let solver = VariantSolver(solver: GLPKSolver())
    var other = scenario(40)
    other.goals[1].sense = .maximize
    other.resources[0].unit = "万元"
    let comparison = Comparison(
      AccountedCase(scenario(40), try solver.solve(scenario(40))),
      AccountedCase(other, try solver.solve(other)))
    #expect(comparison.goals.map(\.certainty) == [.equal, .incomparable])
    #expect(comparison.goals[1].difference == nil && comparison.hasDifferences)
  }
}
