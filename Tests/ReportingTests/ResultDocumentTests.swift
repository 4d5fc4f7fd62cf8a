import Accounts
import Reporting
import SampleScenarios
import Scenario
import Testing

@Suite struct ResultDocumentTests {
  private func text(_ run: SampleRun) -> String {
    ResultDocument(
      scenario: run.ledger.scenario, allotment: run.allotment, ledger: run.ledger
    ).text
  }

  @Test func smallResult() {
    var scenario = SampleScenarios.accounts
    scenario.projects = [scenario.projects[1]]
    scenario.goals = [Goal.defaultOrder[0]]
    let run = SampleRun(scenario, SampleScenarios.plan(for: scenario, ["B-1": (1, 7)]))
    #expect(
      text(run) == """
        {
          "format_version": "1.0",
          "title": "示例市重点项目",
          "year": 2018,
          "sample_data": false,
          "status": "optimal",
          "stop": null,
          "goals": [
            {"id": "municipal_guaranteed", "clause": "L-1", "title": "市重点项目用地全额保障", "sense": "maximize", "value": 1, "bound": 1, "proved": true, "unit": "项", "text": "1 项"}
          ],
          "tie_break": {"rule": "project_id_order", "proved": true},
          "projects": [
            {
              "id": "B-1",
              "name": "园区",
              "level": "市重点",
              "county": "甲县",
              "selected": true,
              "steps": 1,
              "of_steps": 1,
              "land": {"unsupplied": 12000, "idle": 2000, "provincial": 0, "city": 26000, "county": 0},
              "farmland": {"quantity": 22000, "paddy": 0, "grain": 4278},
              "resources": {"energy": 1202},
              "reason": null
            }
          ],
          "conflict": null
        }

        """)
  }

  @Test func shortagesAreExact() {
    let text = text(.accounts)
    #expect(text.contains("\"code\": \"shortage\""))
    #expect(
      text.contains(
        "{\"indicator\": \"farmland\", \"county\": null, \"clause\": \"F-1\", \"need\": 80000, \"left\": 22000, \"amount\": 58000, \"text\": \"1.9334 公顷\"}"
      ))
    #expect(text.contains("\"indicator\": \"resource:energy\""))
    #expect(text == self.text(.accounts))
  }

  @Test func piecesMakeTheWholeDocument() {
    let scenario = SampleScenarios.random(seed: 3, projects: 5_000)
    let run = SampleRun(scenario, SampleScenarios.nothing(in: scenario))
    let document = ResultDocument(
      scenario: scenario, allotment: run.allotment, ledger: run.ledger)
    #expect(document.pieces.count > 1)
    #expect(document.text == document.value.text)
    for seed in 0..<10 {
      let run = SampleRun(seed: seed)
      let document = ResultDocument(
        scenario: run.ledger.scenario, allotment: run.allotment, ledger: run.ledger)
      #expect(document.text == document.value.text)
    }
  }

  @Test func conflictsAreGivenWithTheirRemedies() {
    let item = Conflict.Item(clause: "L-1", text: "需要10亩", english: "10 mu needed")
    let remedy = Conflict.Remedy(clause: "L-1", text: "增加3亩", english: "3 mu more", amount: 6_000)
    let allotment = Allotment(
      status: .infeasible, goals: [],
      conflict: Conflict(
        items: [item], isMinimal: true, remedies: [remedy], isRemedyConfirmed: true))
    let text = ResultDocument(
      scenario: SampleScenarios.accounts, allotment: allotment, ledger: nil
    ).text
    #expect(text.contains("\"status\": \"infeasible\""))
    #expect(text.contains("\"projects\": []"))
    #expect(text.contains("\"amount\": 6000"))
    #expect(text.contains("\"remedy_confirmed\": true"))
  }
}
