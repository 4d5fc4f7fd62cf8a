import LinearProgram
import PlanEnumeration
import Policy
import Scenario
import Testing

/// `docs/clauses.md` is written from the catalogue of clauses (BLESS=1) and compared with it.
@Suite("The page of clauses")
struct ClausePageTests {
  @Test func pageSaysWhatTheCatalogueSays() {
    let isSame = PackageFile.holds(Self.page, "docs/clauses.md")
    #expect(isSame, "docs/clauses.md is not what scripts/bless would write")
  }

  @Test func everyClauseHasItsSection() {
    let page = PackageFile.text("docs/clauses.md") ?? ""
    for clause in ClauseText.all {
      let hasSection = page.contains("\n## \(clause.id) ")
      let saysWhy = clause.reasonWithoutConstraint.map { page.contains("不设约束：\($0)") } ?? true
      #expect(hasSection && saysWhy, "\(clause.id)")
    }
  }

  private static var page: String {
    let head = """
      # The clauses

      Every clause of 秦政办字〔2018〕44号 that bears on the allotment, and every assumption taken where its text is silent: the words, what
      they make the plan do, and the rows of the model (`docs/model.md`, section 4) that hold it to them.

      This page is written from `Sources/Scenario/ClauseText.swift` by `scripts/bless`; a test compares the two.

      | id | title | | rows |
      | --- | --- | --- | --- |

      """
    let index = ClauseText.all.map { clause in
      let rows = clause.reasonWithoutConstraint == nil ? "yes" : "no"
      return "| \(clause.id) | \(clause.title) | \(clause.englishTitle) | \(rows) |\n"
    }
    return head + index.joined() + ClauseText.all.map(section).joined()
  }

  private static func section(_ clause: ClauseText) -> String {
    var lines = ["", "## \(clause.id) \(clause.title) · \(clause.englishTitle)", ""]
    if !clause.section.isEmpty { lines += ["通知 \(clause.section)", ""] }
    if !clause.isAssumption { lines += ["> \(clause.quote)", ""] }
    lines += [clause.meaning + "。", "", capitalised(clause.englishMeaning) + ".", ""]
    if let reason = clause.reasonWithoutConstraint {
      lines.append("不设约束：\(reason)。 (No rows.)")
    } else {
      let rows = rowNames(clause.id).map { "`\($0)`" }.joined(separator: ", ")
      lines.append("Rows: \(rows). Defined in `Sources/Policy/Clauses/\(file(clause.id))`.")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private static let allRowNames: [String] = {
    let rows = (0..<400).flatMap { PolicyModel(TinyScenarios.random(seed: $0)).program.rows }
    return Set(rows.map { String($0.name.prefix { $0 != "[" }) }).sorted()
  }()

  /// Names of the rows of a clause, without the thing in brackets, as they occur in small models.
  private static func rowNames(_ id: String) -> [String] {
    allRowNames.filter { $0.hasPrefix("\(id):") }
  }

  private static func file(_ id: String) -> String {
    PackageFile.names(in: "Sources/Policy/Clauses").first {
      PackageFile.text("Sources/Policy/Clauses/\($0)")?.contains("static let id = \"\(id)\"")
        == true
    } ?? "?"
  }
}
