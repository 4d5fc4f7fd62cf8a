import Answers
import GLPKSolver
import PlanEnumeration
import Reporting
import Scenario
import Studies
import Testing

/// Changes of goals in words: every unit, one and several, in both languages.
@Suite("Words of changes")
struct ChangeWordsTests {
  private func words(_ goals: [Goal], priority: Int = 1) throws -> ChangeWords {
    var scenario = TinyScenarios.random(seed: 1)
    scenario.goals = goals
    for place in scenario.projects.indices { scenario.projects[place].priority = priority }
    let solver = VariantSolver(solver: GLPKSolver())
    return ChangeWords(try #require(StandingPlan(scenario, try solver.solve(scenario))))
  }

  @Test("a goal that counts projects says how many more land")
  func landing() throws {
    let words = try words(Goal.defaultOrder)
    #expect(words.gain(0, change: 1) == Phrase("可多落地 1 项（目标1）", "1 more project lands (goal 1)"))
    #expect(words.gain(1, change: 3) == Phrase("可多落地 3 项（目标2）", "3 more projects land (goal 2)"))
    #expect(words.gain(9, change: -1500) == Phrase("目标10 -0.0500 公顷", "goal 10 -0.0500 公顷"))
  }

  @Test("a project of priority 2 counts twice, so that the goal is no number of projects")
  func priority() throws {
    let words = try words(Goal.defaultOrder, priority: 2)
    #expect(words.gain(0, change: 2) == Phrase("目标1 +2 项（加权）", "goal 1 +2 projects (weighted)"))
    let doubled = Goal(
      id: "two", title: "双倍", sense: .maximize, terms: [Goal.Term(.supported, weight: 2)])
    #expect(try self.words([doubled]).gain(0, change: 2).english == "goal 1 +2 projects (weighted)")
  }

  @Test("every unit, one and several", arguments: [1, -1, 2, -2])
  func units(count: Int) throws {
    let words = try words(Goal.defaultOrder + [Goal.nearestToBaseline])
    let sign = count > 0 ? "+" : "-"
    let size = abs(count)
    let projects = size == 1 ? "project" : "projects"
    func expect(_ goal: Int, _ change: Int, _ chinese: String, _ english: String? = nil) {
      #expect(
        words.shortGoal(goal, change: change)
          == Phrase(
            "目标\(goal + 1) \(sign)\(chinese)", "goal \(goal + 1) \(sign)\(english ?? chinese)"))
    }
    for goal in [0, 1, 12] { expect(goal, count, "\(size) 项", "\(size) \(projects)") }
    expect(2, 10_000 * count, "\(size).0000 万元")
    for goal in [3, 4] { expect(goal, 10_000 * count, "\(size).0000 分") }
    for goal in [5, 6] { expect(goal, Area.mu * count, "\(size).00 亩") }
    for goal in 7...10 { expect(goal, 30_000 * count, "\(size).0000 公顷") }
    expect(11, count, "\(size) 公斤")
  }
}
