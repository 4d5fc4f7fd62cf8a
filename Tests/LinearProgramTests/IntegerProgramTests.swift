import LinearProgram
import Testing

@Suite struct IntegerProgramTests {
  /// 2x + 3y between 4 and 9, with x ≤ 3, 1 ≤ y ≤ 2.
  private static var program: IntegerProgram {
    var program = IntegerProgram()
    let x = program.addColumn("x", 0...3)
    let y = program.addColumn("y", 1...2)
    program.addRow("r", .column(x, 2) + .column(y, 3), lower: 4, upper: 9)
    return program
  }

  @Test func columnsAndRowsAreKeptAsStated() {
    #expect(Self.program.columns.map(\.name) == ["x", "y"])
    #expect(Self.program.columns.map(\.lower) == [0, 1])
    #expect(Self.program.columns.map(\.upper) == [3, 2])
    #expect(Self.program.rows.map(\.name) == ["r"])
  }

  @Test func constantsMoveToTheBounds() {
    var program = Self.program
    program.addRow("c", LinearExpression(constant: 5) - .column(0), lower: 2, upper: 4)
    #expect(program.rows[1].lower == -3 && program.rows[1].upper == -1)
    #expect(program.rows[1].terms == [IntegerProgram.Term(0, -1)])
    program.addRow("d", .column(0))
    #expect(program.rows[2].lower == nil && program.rows[2].upper == nil)
  }

  @Test(arguments: [
    ([0, 1], false), ([1, 1], true), ([3, 1], true), ([3, 2], false), ([0, 2], true),
    ([4, 1], false), ([3, 0], false), ([1], false), ([1, 1, 1], false),
  ])
  func feasibility(point: [Int], isFeasible: Bool) {
    #expect(Self.program.isFeasible(point) == isFeasible)
  }

  @Test func boundsCanBeReplaced() {
    var program = Self.program
    program.setBounds(0, lower: 3, upper: 3)
    #expect(!program.isFeasible([1, 1]) && program.isFeasible([3, 1]))
  }

  @Test func rowsCanBeLeftOut() {
    let free = Self.program.keepingRows { $0.name != "r" }
    #expect(free.rows.isEmpty && free.columns == Self.program.columns)
    #expect(free.isFeasible([3, 2]))
  }

  /// Activities beyond 64 bits are compared exactly.
  @Test func largeCoefficients() {
    var program = IntegerProgram()
    let x = program.addColumn("x", 0...1_000_000_000_000)
    let y = program.addColumn("y", 0...1_000_000_000_000)
    program.addRow("r", .column(x, 1_000_000_000_000) - .column(y, 1_000_000_000_000), upper: 0)
    #expect(program.isFeasible([1_000_000_000_000, 1_000_000_000_000]))
    #expect(!program.isFeasible([1_000_000_000_000, 999_999_999_999]))
  }
}
