import LinearProgram
import PlanEnumeration
import Policy
import Scenario
import Testing

/// `docs/model.md` names every row and column of the model, every goal and every assumption, and nothing that is not there.
@Suite("The model page")
struct ModelPageTests {
  private static let page = PackageFile.text("docs/model.md") ?? ""

  /// Lines of a section, by its number.
  private static func section(_ number: Int) -> [Substring] {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines.firstIndex { $0.hasPrefix("## \(number). ") } ?? lines.endIndex
    let rest = lines[start...].dropFirst()
    return Array(rest.prefix { !$0.hasPrefix("## ") })
  }

  /// Texts in backquotes.
  private static func quoted(_ lines: [Substring]) -> [String] {
    lines.flatMap { line in
      line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
  }

  /// Everything before the entity in brackets.
  private static func prefix(_ name: String) -> String { String(name.prefix { $0 != "[" }) }

  /// Models in which every row and every column that there is occurs.
  private static let models = (0..<400).map { PolicyModel(TinyScenarios.random(seed: $0)) }

  @Test func everyRowIsListed() {
    let rows = Set(Self.models.flatMap { $0.program.rows.map { Self.prefix($0.name) } })
    let listed = Self.quoted(Self.section(4)).map(Self.prefix).filter { $0.contains(":") }
    #expect(rows.sorted() == Set(listed).sorted())
  }

  @Test func rowsCarryTheirClause() {
    for model in Self.models {
      for (row, origin) in zip(model.program.rows, model.origins) {
        #expect(row.name.hasPrefix("\(origin.clause):"))
      }
      #expect(model.program.rows.count == model.origins.count)
    }
  }

  @Test func everyColumnIsListed() {
    let columns = Set(Self.models.flatMap { $0.program.columns.map { Self.prefix($0.name) } })
    let listed = Self.quoted(Self.section(3)).filter { $0.contains("[") }.map(Self.prefix)
    #expect(columns.sorted() == Set(listed).sorted())
  }

  @Test func everyGoalIsListedInOrder() {
    let lines = Self.section(6).filter { $0.hasPrefix("| ") }
    let listed = lines.compactMap { line -> [String]? in
      let first = line.dropFirst(2).prefix { $0 != "|" && $0 != "(" }.filter { $0 != " " }
      return first == "goal" || first.hasPrefix("-")
        ? nil : first.split(separator: ",").map(String.init)
    }.flatMap { $0 }
    let goals = Goal.defaultOrder + [.nearestToBaseline]
    #expect(listed == goals.map(\.id))
    for goal in goals {
      let number = goal.policyNumber.map(String.init) ?? "?"
      let line = lines.first { $0.contains(goal.id) }
      #expect(line?.contains("| \(number), ") == true, "\(goal.id) is goal \(number)")
      let word = goal.sense == .maximize ? "max" : "min"
      #expect(line?.contains(word) == true, "\(goal.id) is to be \(word)")
    }
  }

  @Test func everyGoalHasItsExpression() {
    let lines = Self.section(6).filter { $0.hasPrefix("| ") }
    for goal in Goal.defaultOrder + [.nearestToBaseline] {
      let line = lines.first { $0.contains(goal.id) } ?? ""
      for term in goal.terms {
        let hasSymbol = line.contains(Self.symbol(term.measure))
        #expect(hasSymbol, "\(goal.id): \(Self.symbol(term.measure))")
        let levels = term.filter.levels
        let words = levels == [.provincial, .municipal] ? ["key levels"] : levels.map(\.rawValue)
        for word in words { #expect(line.contains(word), "\(goal.id): \(word)") }
      }
    }
  }

  private static func symbol(_ measure: Goal.Measure) -> String {
    switch measure {
    case .supported: "w_p x_p"
    case .investment: "I_p u_p"
    case .merit: "M_p x_p"
    case .newLand: "Σ N_p"
    case .stockLand: "Σ s_p"
    case .farmland: "Σ F_p"
    case .paddy: "Σ D_p"
    case .grain: "Σ G_p"
    case .transfer: "Σ_c t_ck"
    case .resource: "Σ a_pr u_p"
    case .baselineChanges: "(1 − x_p)"
    }
  }

  @Test func everyClauseIsMentioned() {
    for id in ClauseRegistry.ids {
      let isMentioned = Self.section(4).contains {
        $0.contains("| \(id) |") || $0.contains("| \(id), ")
      }
      #expect(isMentioned, "\(id)")
    }
  }

  @Test func assumptionsAreThoseOfTheCatalogue() {
    let listed = Self.section(9).filter { $0.hasPrefix("| A-") }
    let expected = ClauseText.all.filter(\.isAssumption).map { "| \($0.id) | \($0.quote) |" }
    #expect(listed.map(String.init) == expected)
  }
}
