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

  @Test func someRowsCanBeKept() {
    var program = Self.program
    program.addRow("s", .column(0), upper: 2)
    program.addRow("t", .column(1), upper: 1)
    let kept = program.keepingRows([0, 2])
    #expect(kept.rows.map(\.name) == ["r", "t"])
    #expect(kept.rows.map(\.upper) == [9, 1])
    #expect(program.keepingRows([0, 1, 2]) == program)
  }

  @Test func largestValueOfAnExpression() {
    let expression = LinearExpression([.init(0, 2), .init(1, -3)], constant: 5)
    #expect(Self.program.largestValue(of: expression) == 2 * 3 - 3 * 1 + 5)
    #expect(Self.program.largestValue(of: expression * -1) == -2 * 0 + 3 * 2 - 5)
  }

  /// Names by place.
  private final class Names: ProgramNames {
    func columnName(_ column: Int) -> String? { "column \(column)" }
    func rowName(_ row: Int) -> String? { row < 3 ? "row \(row)" : nil }
  }

  @Test func namesComeFromWhoeverKnowsThem() {
    var program = IntegerProgram()
    let x = program.addColumn(0...1)
    _ = program.addColumn("y", 0...1, block: 7)
    for _ in 0..<3 { program.addRow(.column(x), upper: 1) }
    program.addRow("last", .column(x), upper: 1)
    #expect(program.columns.map(\.name) == ["0", "y"])
    program.names = Names()
    #expect(program.columns.map(\.name) == ["column 0", "y"])
    #expect(program.columns.map(\.block) == [nil, 7])
    #expect(program.rows.map(\.name) == ["row 0", "row 1", "row 2", "last"])
    program.addRow(.column(x), upper: 1)
    #expect(program.rows.last?.name == "4")
    // What a row is called does not depend on which other rows are left.
    let some = program.keepingRows([1, 2, 3])
    #expect(some.rows.map(\.name) == ["row 1", "row 2", "last"])
    #expect(some.keepingRows { $0.name != "row 1" }.rows.map(\.name) == ["row 2", "last"])
    #expect(some.columns == program.columns)
  }

  /// Enough rows, and long ones among them, that they lie in many pages.
  @Test func manyRows() {
    var program = IntegerProgram()
    for _ in 0..<70_000 { _ = program.addColumn(0...1) }
    let long = LinearExpression((0..<70_000).map { IntegerProgram.Term($0, $0 + 1) })
    func expression(_ row: Int) -> LinearExpression {
      row % 5_000 == 4_999 ? long : .column(row % 70_000, row + 1)
    }
    for row in 0..<20_000 { program.addRow(expression(row), lower: row, upper: row * 2) }
    var other = program
    other.addRow(.column(0), upper: 1)
    program.addRow(.column(1), lower: 2)
    #expect(program.rows.count == 20_001 && other.rows.count == 20_001)
    for row in 0..<20_000 {
      let found = program.rows[row]
      #expect(found.terms == expression(row).terms && found.lower == row && found.upper == row * 2)
    }
    // Rows added to a copy are its own.
    #expect(program.rows[20_000].terms == [.init(1, 1)] && program.rows[20_000].lower == 2)
    #expect(other.rows[20_000].terms == [.init(0, 1)] && other.rows[20_000].lower == nil)
    #expect(program.rows.dropLast().elementsEqual(other.rows.dropLast()))
    #expect(program != other)
  }
}
