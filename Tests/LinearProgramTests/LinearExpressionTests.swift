import LinearProgram
import Testing

@Suite struct LinearExpressionTests {
  private typealias Term = IntegerProgram.Term

  @Test func termsAreSortedMergedAndWithoutZeros() {
    let expression = LinearExpression(
      [Term(3, 2), Term(1, 5), Term(3, -2), Term(0, 0), Term(1, 1)], constant: 4)
    #expect(expression.terms == [Term(1, 6)])
    #expect(expression.constant == 4)
  }

  @Test func arithmetic() {
    let a = LinearExpression([Term(0, 2), Term(1, 3)], constant: 1)
    let b = LinearExpression([Term(1, 3), Term(2, 4)], constant: 5)
    #expect((a + b).terms == [Term(0, 2), Term(1, 6), Term(2, 4)])
    #expect((a + b).constant == 6)
    #expect((a - b).terms == [Term(0, 2), Term(2, -4)])
    #expect((a - b).constant == -4)
    #expect((b - a).value(at: [1, 7, 2]) == 4 * 2 - 2 + 4)
    #expect((a * 3).terms == [Term(0, 6), Term(1, 9)])
    #expect((a * 0) == LinearExpression())
    #expect(LinearExpression.sum([a, b, a]) == a * 2 + b)
    #expect(LinearExpression.sum([LinearExpression]()) == LinearExpression())
  }

  @Test func valueAtAPoint() {
    let expression = LinearExpression([Term(0, 2), Term(2, -3)], constant: 10)
    #expect(expression.value(at: [5, 100, 4]) == 8)
    #expect(LinearExpression.column(1).value(at: [5, 100, 4]) == 100)
    #expect(LinearExpression.column(1, -2).value(at: [5, 100, 4]) == -200)
  }
}
