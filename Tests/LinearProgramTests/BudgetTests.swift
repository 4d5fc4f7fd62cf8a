import LinearProgram
import Testing

@Suite struct BudgetTests {
  @Test func withoutLimitItIsNeverSpent() { #expect(!Budget.unlimited.isSpent) }

  @Test func aPassedDeadlineSpendsIt() {
    #expect(Budget(deadline: .now).isSpent)
    #expect(!Budget(deadline: .now + .seconds(3_600)).isSpent)
  }

  @Test func workInStagesEndsWithIt() throws {
    try Budget.unlimited.check()
    #expect(throws: BudgetSpent.self) { try Budget(deadline: .now).check() }
  }

  @Test func anInterruptSpendsIt() {
    #expect(Budget(isInterrupted: { true }).isSpent)
    #expect(!Budget(deadline: .now + .seconds(3_600), isInterrupted: { false }).isSpent)
  }
}
