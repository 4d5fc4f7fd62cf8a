import Accounts
import Answers
import GLPKSolver
import LinearProgram
import PlanEnumeration
import Policy
import Reporting
import Scenario
import Studies
import Testing

/// The words of explanations, over tiny scenarios with any mix of clauses.
@Suite("Words of explanations")
struct ExplainAnswerTests {
  private let solver = VariantSolver(solver: GLPKSolver())

  private func answer(_ seed: Int, projects: [String] = []) throws -> ExplainAnswer {
    let scenario = TinyScenarios.random(seed: seed)
    let question = ExplainQuestion(scenario, projects: projects, quotas: [])
    let allotment = try solver.solve(scenario)
    guard let standing = StandingPlan(scenario, allotment) else {
      return ExplainAnswer(unproved: allotment, question, ledger: nil)
    }
    let explanation = try ExplainStudy(standing, solver: solver).run(
      projects: question.projects, quotas: question.levers)
    return ExplainAnswer(standing, question, explanation)
  }

  @Test("every table is declared, and every row is as long as its header", arguments: 0..<4)
  func shape(batch: Int) throws {
    for seed in batch * 25..<(batch + 1) * 25 {
      for projects in [[], ["P1"], ["P1", "P2"]] {
        let answer = try answer(seed, projects: projects)
        #expect(answer.isProved, "seed \(seed)")
        for section in answer.answer.sections {
          #expect(ExplainAnswer.tables.contains(section.name) || section.name == "story")
          #expect(section.rows.allSatisfy { $0.count == section.columns.count }, "seed \(seed)")
        }
        let names = answer.answer.sections.map(\.name)
        #expect(Set(names).count == names.count)
      }
    }
  }

  @Test("no words are missing in either language", arguments: 0..<4)
  func words(batch: Int) throws {
    for seed in batch * 25..<(batch + 1) * 25 {
      for section in try answer(seed).answer.sections {
        for row in section.rows {
          for cell in row {
            guard case .words(let phrase) = cell else { continue }
            #expect(phrase.chinese.isEmpty == phrase.english.isEmpty, "seed \(seed) \(phrase)")
          }
        }
      }
    }
  }

  @Test("a spent budget gives a whole answer that says what is not known")
  func spent() throws {
    let scenario = TinyScenarios.random(seed: 3)
    let question = ExplainQuestion(scenario, projects: [], quotas: [])
    guard let standing = StandingPlan(scenario, try solver.solve(scenario)) else {
      Issue.record("no plan")
      return
    }
    let spent = VariantSolver(solver: GLPKSolver(), budget: .init(isInterrupted: { true }))
    let explanation = try ExplainStudy(standing, solver: spent).run(
      projects: question.projects, quotas: question.levers)
    let answer = ExplainAnswer(standing, question, explanation)
    #expect(!answer.isProved)
    #expect(answer.answer.text(.chinese).contains("未查明"))
  }

  @Test("names that are not known are said, with what was perhaps meant")
  func names() {
    let scenario = TinyScenarios.random(seed: 3)
    let question = ExplainQuestion(
      scenario, projects: ["P1", "PP1", "X"], quotas: ["city", "cty"])
    #expect(question.projects == [0])
    #expect(question.levers == [.cityQuota])
    #expect(question.faults.count == 3)
    #expect(question.faults[2].english == "there is no quota 'cty'; did you mean city?")
    let all = ExplainQuestion(scenario, projects: [], quotas: [])
    #expect(all.projects.count == scenario.projects.count && !all.levers.isEmpty)
    #expect(ExplainQuestion(scenario, projects: [], quotas: ["市级指标"]).levers == [.cityQuota])
  }
}
