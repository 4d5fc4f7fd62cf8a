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

  @Test("a quota that binds says which goal gets better, and by how much", arguments: 0..<2)
  func binding(batch: Int) throws {
    var checked = 0
    for seed in batch * 25..<(batch + 1) * 25 {
      let sections = try answer(seed).answer.sections
      guard let quotas = sections.first(where: { $0.name == "quotas" }),
        let steps = sections.first(where: { $0.name == "steps" })
      else { continue }
      func cell(_ row: [AnswerCell], _ key: String, of section: AnswerSection) throws -> AnswerCell
      {
        row[try #require(section.columns.firstIndex { $0.key == key })]
      }
      for row in quotas.rows {
        guard case .code("binding", let words) = try cell(row, "verdict", of: quotas) else {
          continue
        }
        let quota = try cell(row, "quota", of: quotas)
        let first = try #require(try steps.rows.first { try cell($0, "quota", of: steps) == quota })
        guard case .number(let amount, let decimals) = try cell(first, "amount", of: steps),
          case .words(let effect) = try cell(first, "effect", of: steps)
        else { continue }
        let number = FixedPoint.text(amount, decimals: decimals)
        #expect(words.english.hasPrefix("binding: \(number) more: goal "), "seed \(seed)")
        #expect(words.chinese.hasPrefix("紧：再增\(number)，目标"), "seed \(seed)")
        // A number of projects is said in words where there is room for it.
        let count = effect.english.split(separator: " ").first.flatMap { Int($0) }
        if let count {
          #expect(words.english.contains(" +\(count) project"))
          #expect(words.chinese.hasSuffix("+\(count) 项"))
        } else {
          #expect(words.english.hasSuffix(effect.english), "seed \(seed)")
          #expect(words.chinese.hasSuffix(effect.chinese), "seed \(seed)")
        }
        checked += 1
      }
    }
    #expect(checked > 0)
  }

  @Test("projects in every best plan are named: all of a few, ten of many", arguments: [2, 10, 13])
  func mustBeIn(count: Int) throws {
    var scenario = TinyScenarios.random(seed: 1)
    scenario.goals = Array(Goal.defaultOrder.prefix(1))
    scenario.projects = (1...count).map { number in
      Project(
        id: "M\(number + 10)", name: "项目\(number)", level: .municipal, county: 0,
        landTotal: Area.mu, landThisYear: Area.mu, demands: scenario.resources.map { _ in 0 })
    }
    scenario.baseline = nil
    scenario.land = LandRules(cityQuota: count * Area.mu)
    scenario.merit = nil
    scenario.investmentTarget = nil
    let standing = try #require(StandingPlan(scenario, try solver.solve(scenario)))
    let ids = scenario.projects.map(\.id)
    let question = ExplainQuestion(scenario, projects: ids, quotas: [])
    let explanation = try ExplainStudy(standing, solver: solver).run(
      projects: question.projects, quotas: [])
    let answer = ExplainAnswer(standing, question, explanation).answer
    let table = try #require(answer.sections.first { $0.name == "supported" })
    #expect(table.rows.count == count)
    for language in [RunSummary.Language.chinese, .english] {
      let text = answer.text(language)
      for (place, id) in ids.enumerated() { #expect(text.contains(id) == (place < 10), "\(text)") }
      let rest = language == .chinese ? "另有\(count - 10)项" : "and \(count - 10) more"
      #expect(text.contains(rest) == (count > 10), "\(text)")
    }
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
