import Answers
import GLPKSolver
import LinearProgram
import PlanEnumeration
import Reporting
import SampleScenarios
import Scenario
import Studies
import Testing

/// What is said of comparisons and alternatives.
@Suite("Answers of compare and alternatives")
struct ComparisonAnswerTests {
  private let solver = VariantSolver(solver: GLPKSolver())

  private func solved(_ scenario: Scenario) throws -> AccountedCase {
    AccountedCase(scenario, try solver.solve(scenario))
  }

  private func answer(
    _ base: AccountedCase, _ others: [AccountedCase], keep: Bool = false
  ) throws -> Answer {
    ComparisonAnswer(
      question: "compare", base: ("a.json", base),
      variants: try others.enumerated().map { number, other in
        let comparison = Comparison(base, other)
        return .init(
          name: "\(number).json", comparison: comparison,
          kept: keep ? try solver.keep(comparison) : nil)
      }, isKeeping: keep
    ).answer
  }

  @Test("every row has every cell, whatever is compared")
  func shape() throws {
    for seed in 0..<60 {
      let base = try solved(TinyScenarios.random(seed: seed))
      let others = [try solved(TinyScenarios.random(seed: seed + 1)), base]
      let answer = try answer(base, others, keep: true)
      #expect(Set(answer.sections.map(\.name)) == Set(ComparisonAnswer.tables))
      for section in answer.sections {
        let keys = Set(section.columns.map(\.key))
        #expect(keys.count == section.columns.count, "seed \(seed) \(section.name)")
        for row in section.rows {
          #expect(row.count == section.columns.count, "seed \(seed) \(section.name)")
        }
      }
      #expect(!answer.text(.chinese).isEmpty && !answer.json.text.isEmpty)
    }
  }

  @Test("a case against itself shows no gain and no loss")
  func itself() throws {
    for seed in 0..<40 {
      let base = try solved(TinyScenarios.random(seed: seed))
      let answer = try answer(base, [base])
      #expect(answer.sections.first { $0.name == "projects" }?.rows.isEmpty == true)
      guard base.ledger != nil else { continue }
      #expect(answer.text(.chinese).contains("B：方案与 A 相同\n"), "seed \(seed)")
      #expect(answer.text(.english).contains("B: the plan is that of A\n"))
    }
  }

  /// A fund that pays for one large project, or for two small ones.
  private func funds(_ fund: Int) -> Scenario {
    var goal = Goal(id: "value", title: "投资", sense: .maximize, terms: [.init(.investment)])
    goal.clause = "G-1"
    return Scenario(
      title: "资金", year: 2018, counties: ["甲县"],
      projects: [(60, 60), (50, 55), (50, 50)].enumerated().map { index, amounts in
        Project(
          id: "P-\(index + 1)", name: "项目", level: .other, county: 0,
          investmentThisYear: amounts.1 * 10_000, demands: [amounts.0])
      },
      resources: [Resource(id: "fund", name: "资金", unit: "万元", cityCap: fund)], goals: [goal])
  }

  @Test("more of a quota that drops a project is warned of, and keeping it has its price")
  func warning() throws {
    // 60 pays for P-1 alone; 100 pays for P-2 and P-3, which are worth more.
    let (base, variant) = (try solved(funds(60)), try solved(funds(100)))
    let text = try answer(base, [variant], keep: true).text(.chinese)
    #expect(text.contains("B：与 A 不同，从目标“投资”起（已证明）；新增支持2项，退出1项"))
    #expect(text.contains("注意：B 的条件只放宽、没有收紧，但原已支持的项目退出：P-1"))
    #expect(text.contains("B 保留 A 已支持项目：全部可保留，代价见下表"))
    let kept = try #require(try solver.keep(Comparison(base, variant)))
    #expect(kept.price.goals.map(\.difference) == [-450_000])
    let back = try answer(variant, [base], keep: true).text(.english)
    #expect(!back.contains("warning"))
    #expect(back.contains("not all can be kept, at least 1 must lose (proved)"))
  }

  @Test("alternatives are listed with who is in all, in some, in none")
  func alternatives() throws {
    let best = try solved(funds(100))
    let plans = try #require(
      try solver.alternatives(to: best, within: [500_000], count: 5, apart: 2))
    let answer = AlternativesAnswer(plans, name: "a.json", count: 5, apart: 2).answer
    #expect(answer.sections.map(\.name) == ["plans", "goals", "projects"])
    for section in answer.sections {
      #expect(section.rows.allSatisfy { $0.count == section.columns.count }, "\(section.name)")
    }
    // Besides P-2 and P-3: P-1 alone is three away; then nothing is left that is two away from both and worth half.
    #expect(plans.plans.count == 1 && plans.end == .exhausted)
    let text = answer.text(.english)
    #expect(text.contains("proved: no further plan"))
    #expect(text.contains("0 are in all plans, 0 in none"))
  }
}
