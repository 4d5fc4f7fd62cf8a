import LinearProgram
import Testing

@Suite struct ModelTextTests {
  /// Every kind of row, a name with Chinese in it, a column without entries, a constant.
  private func model(_ sense: ModelText.Sense) -> ModelText {
    var program = IntegerProgram()
    let x = program.addColumn("x[P-1]", 0...1)
    let y = program.addColumn("用地", -2...7)
    _ = program.addColumn("free", 3...3)
    let sum = LinearExpression.column(x, 5) + LinearExpression.column(y, -1)
    program.addRow("most", sum, upper: 4)
    program.addRow("least", sum, lower: -3)
    program.addRow("both", sum, lower: -2, upper: 4)
    program.addRow("same", sum, lower: 2, upper: 2)
    program.addRow("none", sum)
    let objective =
      LinearExpression.column(x, 2) + LinearExpression.column(y, 1) + LinearExpression(constant: 10)
    return ModelText(program, objective: objective, sense: sense, title: "goal")
  }

  @Test func writesMPSToBeMinimised() {
    #expect(
      model(.maximize).mps == """
        NAME goal
        ROWS
         N objective
         L r1_most
         G r2_least
         L r3_both
         E r4_same
        COLUMNS
         MARKER 'MARKER' 'INTORG'
         c1_x_P_1_ objective -2
         c1_x_P_1_ r1_most 5
         c1_x_P_1_ r2_least 5
         c1_x_P_1_ r3_both 5
         c1_x_P_1_ r4_same 5
         c2___ objective -1
         c2___ r1_most -1
         c2___ r2_least -1
         c2___ r3_both -1
         c2___ r4_same -1
         c3_free objective 0
         c4_constant objective -10
         MARKER 'MARKER' 'INTEND'
        RHS
         RHS r1_most 4
         RHS r2_least -3
         RHS r3_both 4
         RHS r4_same 2
        RANGES
         RANGE r3_both 6
        BOUNDS
         LO BOUND c1_x_P_1_ 0
         UP BOUND c1_x_P_1_ 1
         LO BOUND c2___ -2
         UP BOUND c2___ 7
         LO BOUND c3_free 3
         UP BOUND c3_free 3
         LO BOUND c4_constant 1
         UP BOUND c4_constant 1
        ENDATA

        """)
    #expect(model(.minimize).mps.contains(" c4_constant objective 10\n"))
  }

  @Test func writesLPInItsOwnSense() {
    #expect(
      model(.maximize).lp == """
        \\ goal
        Maximize
         objective:
          + 2 c1_x_P_1_ + 1 c2___ + 10 c4_constant
        Subject To
         r1_most_upper:
          + 5 c1_x_P_1_ - 1 c2___ <= 4
         r2_least_lower:
          + 5 c1_x_P_1_ - 1 c2___ >= -3
         r3_both_lower:
          + 5 c1_x_P_1_ - 1 c2___ >= -2
         r3_both_upper:
          + 5 c1_x_P_1_ - 1 c2___ <= 4
         r4_same:
          + 5 c1_x_P_1_ - 1 c2___ = 2
        Bounds
         0 <= c1_x_P_1_ <= 1
         -2 <= c2___ <= 7
         3 <= c3_free <= 3
         1 <= c4_constant <= 1
        General
         c1_x_P_1_
         c2___
         c3_free
         c4_constant
        End

        """)
    #expect(model(.minimize).lp.contains("\nMinimize\n"))
  }

  @Test func anObjectiveWithoutTermsIsZero() {
    var program = IntegerProgram()
    _ = program.addColumn("x", 0...1)
    let model = ModelText(program, objective: LinearExpression(), sense: .minimize, title: "any")
    #expect(model.lp.contains(" objective:\n  + 0 c1_x\n"))
    #expect(model.mps.contains(" c1_x objective 0\n"))
  }
}
