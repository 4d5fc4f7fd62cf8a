import Accounts
import Answers
import GLPKSolver
import PlanEnumeration
import Reporting
import Scenario
import Studies
import Testing

@Suite("Words of alternatives")
struct AlternativesAnswerTests {
  private func end(count: Int, apart: Int) throws -> (AlternativePlans.End, Phrase)? {
    let solver = VariantSolver(solver: GLPKSolver())
    var scenario = TinyScenarios.random(seed: 1)
    scenario.goals = Array(Goal.defaultOrder.prefix(1))
    scenario.projects = (1...5).map { number in
      Project(
        id: "M\(number)", name: "项目", level: .municipal, county: 0, landTotal: Area.mu,
        landThisYear: Area.mu, demands: scenario.resources.map { _ in 0 })
    }
    scenario.baseline = nil
    scenario.merit = nil
    scenario.investmentTarget = nil
    scenario.land = LandRules(cityQuota: 3 * Area.mu)
    let best = AccountedCase(scenario, try solver.solve(scenario))
    let plans = try solver.alternatives(to: best, within: [0], count: count, apart: apart)
    let answer = AlternativesAnswer(
      try #require(plans), name: "s", count: count, apart: apart
    ).answer
    let fact = try #require(answer.facts.first { $0.key == "end" })
    guard case .code(_, let words) = fact.value else { return nil }
    return (try #require(plans).end, words)
  }

  @Test("one plan and several, one project and several")
  func complete() throws {
    let one = try #require(try end(count: 1, apart: 2))
    #expect(one.0 == .complete)
    #expect(
      one.1.english
        == "the one that was asked for; it is the best that differs from the best plan in at least "
        + "2 projects")
    #expect(one.1.chinese.hasPrefix("已求出要求的1个"))
    let two = try #require(try end(count: 2, apart: 1))
    #expect(two.0 == .complete)
    #expect(
      two.1.english
        == "all 2 that were asked for; each is the best that differs from those before it in at "
        + "least 1 project")
    let none = try #require(try end(count: 1, apart: 5))
    #expect(none.0 == .exhausted)
    #expect(none.1.english.contains("in at least 5 projects with every goal"))
  }
}
