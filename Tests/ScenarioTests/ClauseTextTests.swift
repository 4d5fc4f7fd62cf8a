import Scenario
import Testing

@Suite struct ClauseTextTests {
  @Test func everyClauseAndAssumptionIsThereInOrder() {
    #expect(
      ClauseText.all.map(\.id) == [
        "G-1", "L-1", "L-2", "L-4", "L-3", "F-1", "F-2", "F-3", "E-1", "E-2", "M-1", "H-1", "S-1",
        "R-1", "R-2", "D-1", "D-2", "X-1", "A-1", "A-2", "A-3", "A-4", "A-5", "A-6", "A-7", "A-8",
        "A-9",
      ])
  }

  @Test func nothingIsLeftBlank() {
    for clause in ClauseText.all {
      #expect(!clause.quote.isEmpty && !clause.title.isEmpty && !clause.englishTitle.isEmpty)
      #expect(!clause.meaning.isEmpty && !clause.englishMeaning.isEmpty)
      let isPractice = clause.id == "L-3" || clause.id == "L-4"
      #expect(clause.section.isEmpty == (clause.isAssumption || isPractice))
    }
    #expect(ClauseText.of("F-3")?.quote.contains("不少于15%") == true)
    #expect(ClauseText.of("Z-9") == nil)
  }

  @Test func goalsNameClausesOfTheCatalogue() {
    for goal in Goal.defaultOrder { #expect(ClauseText.of(goal.clause) != nil) }
  }
}
