internal import LinearProgram

/// A row of two columns read as `own·column ≤ other·parent`, both factors positive.
struct VariableBound {
  let column: Int
  let own: Int
  let parent: Int
  let other: Int

  /// Reads a row by its two terms; `nil` for one of another shape.
  init?(_ first: IntegerProgram.Term, _ second: IntegerProgram.Term, lower: Int?, upper: Int?) {
    let sign: Int
    switch (lower, upper) {
    case (nil, 0?): sign = 1
    case (0?, nil): sign = -1
    default: return nil
    }
    let (a, b) = (first.coefficient * sign, second.coefficient * sign)
    guard a > 0 && b < 0 || a < 0 && b > 0 else { return nil }
    let (bounded, top) = a > 0 ? (first, second) : (second, first)
    (column, own) = (bounded.column, abs(bounded.coefficient))
    (parent, other) = (top.column, abs(top.coefficient))
  }

  /// Reads a row of a program; `nil` for one of another shape.
  init?(_ program: SparseProgram, row: Int) {
    let entries = program.entries(ofRow: row)
    guard entries.count == 2, let first = entries.first, let second = entries.last else {
      return nil
    }
    self.init(
      IntegerProgram.Term(first.index, first.coefficient),
      IntegerProgram.Term(second.index, second.coefficient), lower: program.rowLower[row],
      upper: program.rowUpper[row])
  }
}
