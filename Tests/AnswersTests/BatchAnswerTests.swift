import Answers
import GLPKSolver
import LinearProgram
import Policy
import Reporting
import SampleScenarios
import Scenario
import ScenarioIO
import Testing

@Suite struct BatchAnswerTests {
  /// Outcomes of random scenarios, and of some that came to nothing.
  private func outcomes() throws -> [ScenarioOutcome] {
    var outcomes = [
      ScenarioOutcome(exitCode: 65, finding: Phrase("“引号”\n与换行\\", "\"quotes\" \u{1}")),
      ScenarioOutcome(exitCode: 75),
    ]
    for seed in 1...40 {
      let scenario = SampleScenarios.random(seed: seed)
      let search = AllotmentSearch(PolicyModel(scenario), solver: GLPKSolver())
      let allotment = try search.run()
      var outcome = ScenarioOutcome(scenario, allotment, exitCode: 0)
      outcome.isUnchanged = seed % 2 == 0
      outcome.warnings = seed % 3
      outcomes.append(outcome)
    }
    return outcomes
  }

  @Test func anOutcomeIsTheSameAfterItsWayBetweenProcesses() throws {
    let outcomes = try outcomes()
    #expect(outcomes.contains { $0.supported != nil })
    for outcome in outcomes {
      let text = outcome.json.compactText
      #expect(!text.contains("\n"))
      let json = try ScenarioIO.JSONValue(parsing: Array(text.utf8))
      #expect(ScenarioOutcome(json) == outcome)
    }
  }

  @Test(arguments: [
    "{}", "[]", "null", "{\"exit_code\":0}",
    "{\"exit_code\":0,\"warnings\":0,\"goals\":[{\"id\":\"a\"}]}",
    "{\"exit_code\":0.5,\"warnings\":0,\"goals\":[]}",
  ])
  func whatIsNoOutcomeIsNone(text: String) throws {
    #expect(ScenarioOutcome(try ScenarioIO.JSONValue(parsing: Array(text.utf8))) == nil)
  }

  @Test func everyScenarioIsCountedOnceAndHasOneRow() throws {
    let outcomes: [ScenarioOutcome?] = try outcomes() + [nil]
    let entries = outcomes.enumerated().map {
      BatchAnswer.Entry(path: "\($0.offset).json", run: "runs/\($0.offset)", outcome: $0.element)
    }
    let answer = BatchAnswer(entries).answer(isForPeople: false)
    var counts: [String: Int] = [:]
    for fact in answer.facts {
      if case .number(let number, _) = fact.value { counts[fact.key] = number }
    }
    #expect(counts["listed"] == entries.count)
    let parts = ["proved", "not_proved", "infeasible", "failed", "not_run"]
    #expect(parts.compactMap { counts[$0] }.reduce(0, +) == entries.count)
    #expect(counts["failed"] == 2 && counts["not_run"] == 1 && counts["unchanged"] == 20)
    #expect(answer.sections.map(\.name) == BatchAnswer.tables)
    for section in answer.sections {
      #expect(section.rows.allSatisfy { $0.count == section.columns.count })
    }
    #expect(answer.sections[0].rows.map { $0[0] } == entries.map { .name($0.path) })
    let goals = outcomes.map { $0?.goals.count ?? 0 }.reduce(0, +)
    #expect(answer.sections[1].rows.count == goals)
  }
}
