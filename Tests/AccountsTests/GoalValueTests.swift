import Accounts
import SampleScenarios
import Scenario
import Testing

@Suite struct GoalValueTests {
  let ledger = Ledger(scenario: SampleScenarios.accounts, plan: SampleScenarios.accountsPlan)

  @Test(arguments: [
    ("municipal_guaranteed", 2), ("provincial_supported", 1), ("investment", 220_000_000),
    ("merit", 0), ("others_merit", 0), ("new_land", 150_000), ("stock_land", 18_000),
    ("farmland", 78_000), ("paddy", 12_000), ("transfer_quantity", 0),
  ])
  func defaultGoals(id: String, value: Int) throws {
    let goal = try #require(Goal.defaultOrder.first { $0.id == id })
    #expect(ledger.value(of: goal) == value)
  }

  @Test func weightsAndFilters() {
    let goal = Goal(
      id: "own", title: "自定", sense: .minimize,
      terms: [
        Goal.Term(.resource(0), weight: 2, filter: .init(counties: [0])),
        Goal.Term(.grain, weight: -1, filter: .init(categories: ["钢铁"])),
        Goal.Term(.newLand, filter: .init(stages: [.starting])),
      ])
    #expect(ledger.value(of: goal) == 2 * 1_562 - 3_001 + 46_000)
  }

  @Test func priorityCountsOncePerProject() {
    var scenario = SampleScenarios.accounts
    scenario.projects[1].priority = 7
    scenario.projects[3].priority = 5
    let ledger = Ledger(scenario: scenario, plan: SampleScenarios.accountsPlan)
    let goal = Goal(id: "n", title: "n", sense: .maximize, terms: [Goal.Term(.supported)])
    #expect(ledger.value(of: goal) == 1 + 7 + 1 + 5)
  }

  @Test func baselineCountsDifferencesOfCompetingProjects() {
    var scenario = SampleScenarios.accounts
    scenario.baseline = [0, 4, 5]
    let ledger = Ledger(scenario: scenario, plan: SampleScenarios.accountsPlan)
    // B-1, B-2, C-1 come in, D-1 goes; E-1 needs nothing and does not count.
    #expect(ledger.value(of: .nearestToBaseline) == 4)
  }

  @Test func transfersCountPerCounty() {
    var scenario = SampleScenarios.accounts
    scenario.farmland.banks[0].opening.quantity = 5 * Area.mu
    let ledger = Ledger(scenario: scenario, plan: SampleScenarios.accountsPlan)
    let goal = Goal(
      id: "t", title: "t", sense: .minimize,
      terms: [Goal.Term(.transfer(.quantity), filter: .init(counties: [0]))])
    // County 0 has 5 亩 of the 29 its projects use.
    #expect(ledger.value(of: goal) == 24 * Area.mu)
  }
}
