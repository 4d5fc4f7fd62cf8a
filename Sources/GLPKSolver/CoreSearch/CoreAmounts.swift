internal import LinearProgram

/// Amounts that may move within bounds to make up for what choices have changed, while all other columns keep their values.
struct CoreAmounts {
  /// An amount that may take any value within bounds.
  struct Amount {
    var column: Int
    var lower: Int
    var upper: Int
  }

  var amounts: [Amount]

  /// The program of the amounts alone: every row that has one of them, less what all other columns use of it.
  ///
  /// - Parameters:
  ///   - values: values of all columns of the whole program.
  ///   - activity: values of its rows there.
  func program(
    _ whole: SparseProgram, _ forest: BoundForest, costs: [Int], values: [Int], activity: [Int]
  ) -> (program: IntegerProgram, objective: LinearExpression) {
    var program = IntegerProgram()
    var goal: [IntegerProgram.Term] = []
    var terms: [Int: [IntegerProgram.Term]] = [:]
    var moved: [Int: Int] = [:]
    for amount in amounts {
      let index = program.addColumn(amount.lower...amount.upper)
      goal.append(IntegerProgram.Term(index, costs[amount.column]))
      // The bounds of an amount say what the rows that bind it to its parent would.
      for entry in whole.entries(ofColumn: amount.column) where forest.kind[entry.index] != .bound {
        terms[entry.index, default: []].append(IntegerProgram.Term(index, entry.coefficient))
        moved[entry.index, default: 0] += entry.coefficient * values[amount.column]
      }
    }
    for row in terms.keys.sorted() {
      let fixed = activity[row] - (moved[row] ?? 0)
      program.addRow(
        LinearExpression(terms[row] ?? []), lower: whole.rowLower[row].map { $0 - fixed },
        upper: whole.rowUpper[row].map { $0 - fixed })
    }
    return (program, LinearExpression(goal))
  }

  /// Writes what was found into a point.
  func apply(_ found: [Int], to values: inout [Int]) {
    for (amount, value) in zip(amounts, found) { values[amount.column] = value }
  }
}
