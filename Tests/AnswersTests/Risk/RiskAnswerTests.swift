import Accounts
import Answers
import GLPKSolver
import LinearProgram
import PlanEnumeration
import Reporting
import Scenario
import Studies
import Testing

/// The words and figures of answers about risk, over tiny scenarios with any mix of clauses.
@Suite("Answers about risk")
struct RiskAnswerTests {
  private struct Asked {
    var scenario: Scenario
    var base: Allotment
    var result: RiskResult
    var answer: RiskAnswer
  }

  private func ask(
    _ seed: Int, samples: Int = 4, budget: Budget = .unlimited
  ) throws -> Asked {
    let scenario = TinyScenarios.random(seed: seed)
    let base = try VariantSolver(solver: GLPKSolver()).solve(scenario)
    let variations = ScenarioSampler.spread(5_000, over: scenario)
    let result = try RiskStudy(
      scenario, sampler: ScenarioSampler(scenario, variations, seed: 7), base: base.plan,
      solver: VariantSolver(solver: GLPKSolver(), budget: budget)
    ).run(samples: samples)
    return Asked(
      scenario: scenario, base: base, result: result,
      answer: RiskAnswer(
        scenario: scenario, base: base, result: result, seed: 7, variations: variations))
  }

  private func column(_ key: String, _ section: AnswerSection) -> [AnswerCell] {
    guard let place = section.columns.firstIndex(where: { $0.key == key }) else { return [] }
    return section.rows.map { $0[place] }
  }

  @Test("every table is declared, and every row is as long as its header", arguments: 0..<4)
  func shape(batch: Int) throws {
    for seed in batch * 15..<(batch + 1) * 15 {
      let asked = try ask(seed)
      #expect(asked.answer.isProved, "seed \(seed)")
      let sections = asked.answer.answer.sections
      let keys = asked.answer.answer.facts.map(\.key) + sections.map(\.name)
      #expect(Set(keys).count == keys.count, "\(keys)")
      #expect(Set(sections.map(\.name)) == Set(RiskAnswer.tables))
      for section in sections {
        #expect(section.rows.allSatisfy { $0.count == section.columns.count }, "\(section.name)")
        #expect(Set(section.columns.map(\.key)).count == section.columns.count)
        #expect((section.shown ?? 0) <= section.rows.count, "\(section.name)")
        for case .words(let phrase) in section.rows.flatMap(\.self) {
          #expect(phrase.chinese.isEmpty == phrase.english.isEmpty, "seed \(seed) \(phrase)")
        }
      }
    }
  }

  @Test("the figures are those of the study")
  func figures() throws {
    var overruns = 0
    for seed in 0..<60 {
      let asked = try ask(seed)
      let sections = asked.answer.answer.sections
      func section(_ name: String) throws -> AnswerSection {
        try #require(sections.first { $0.name == name })
      }
      let competing = asked.scenario.projects.indices.filter {
        !asked.scenario.projects[$0].needsNothing
      }
      let projects = try section("projects")
      let landed = asked.result.landed(of: asked.scenario)
      let rows = zip(column("id", projects), column("landed", projects)).map { "\($0) \($1)" }
      let expected = competing.map {
        let id = AnswerCell.name(asked.scenario.projects[$0].id)
        return "\(id) \(AnswerCell.number(landed[$0], decimals: 0))"
      }
      #expect(Set(rows) == Set(expected) && rows.count == expected.count, "seed \(seed)")
      #expect(projects.shown == competing.count { landed[$0] > 0 && landed[$0] < 4 })
      #expect(try section("samples").rows.count == 4)
      #expect(
        try column("held", section("candidates"))
          == asked.result.candidates.map { .number($0.held, decimals: 0) })
      // Every limit that a sample breaks has its row, with the right number of samples.
      let broken = try section("overruns")
      let counts = column("broken", broken).compactMap { cell -> Int? in
        if case .number(let count, _) = cell { count } else { nil }
      }
      #expect(
        counts.reduce(0, +) == asked.result.samples.reduce(0) { $0 + ($1.broken?.count ?? 0) },
        "seed \(seed)")
      #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 >= $1 })
      overruns += counts.count
    }
    #expect(overruns > 10)
  }

  @Test("out of time, the answer says how far it came and claims no more")
  func stopped() throws {
    for seed in 0..<20 {
      let deadline = Budget(isInterrupted: { true })
      let asked = try ask(seed, budget: deadline)
      #expect(asked.result.samples.isEmpty && !asked.answer.isProved)
      for language in [RunSummary.Language.chinese, .english] {
        let text = asked.answer.answer.text(language)
        #expect(text.contains(language == .chinese ? "前0个样本" : "the first 0 count"))
        #expect(!text.contains(language == .chinese ? "可执行的样本：" : "holds best holds"))
      }
    }
  }

  @Test("the screen names the plan that holds best in both languages, wherever there is one")
  func text() throws {
    for seed in 0..<30 {
      let asked = try ask(seed)
      for (language, heading, difference) in [
        (RunSummary.Language.chinese, "哪个方案最稳", "最稳方案"),
        (.english, "Which plan holds best", "plan as stated"),
      ] {
        let text = asked.answer.answer.text(language, width: 200)
        let hasPlan = asked.result.holdsBest != nil
        #expect(text.contains(heading) == hasPlan, "seed \(seed)")
        if hasPlan { #expect(text.contains(difference), "seed \(seed)") }
      }
    }
  }
}
