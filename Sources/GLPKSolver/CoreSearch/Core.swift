internal import LinearProgram

/// The small program of what is uncertain around a point: trees that may take a second state, and amounts that may move
/// (Balas and Zemel 1980 call it the core); everything else keeps its value.
struct Core {
  /// A tree that may change from the values it has to others.
  struct Choice {
    /// Nodes of the tree, and its block.
    var tree: Range<Int>
    var block: Int
    /// The tree's columns, the dependent ones last, and their other values.
    var columns: [Int]
    var other: [Int]
  }

  /// An amount that may take any value within bounds.
  struct Amount {
    var column: Int
    var lower: Int
    var upper: Int
  }

  var choices: [Choice] = []
  var amounts: [Amount] = []

  /// The core as a program: a binary column per choice, then the amounts; `activity` is that of the whole program's rows at `values`.
  func program(
    _ whole: SparseProgram, _ forest: BoundForest, costs: [Int], values: [Int], activity: [Int]
  ) -> (program: IntegerProgram, objective: LinearExpression) {
    var reduced = IntegerProgram()
    var goal: [IntegerProgram.Term] = []
    var terms: [Int: [IntegerProgram.Term]] = [:]
    for choice in choices {
      let index = reduced.addColumn(0...1)
      var sums: [Int: Int] = [:]
      var worth = 0
      for (column, other) in zip(choice.columns, choice.other) where other != values[column] {
        let step = other - values[column]
        worth += costs[column] * step
        for entry in whole.entries(ofColumn: column) where Core.binds(forest.kind[entry.index]) {
          sums[entry.index, default: 0] += entry.coefficient * step
        }
      }
      for (row, sum) in sums where sum != 0 {
        terms[row, default: []].append(IntegerProgram.Term(index, sum))
      }
      goal.append(IntegerProgram.Term(index, worth))
    }
    var moved: [Int: Int] = [:]
    for amount in amounts {
      let index = reduced.addColumn(amount.lower...amount.upper)
      goal.append(IntegerProgram.Term(index, costs[amount.column]))
      for entry in whole.entries(ofColumn: amount.column) where forest.kind[entry.index] != .bound {
        terms[entry.index, default: []].append(IntegerProgram.Term(index, entry.coefficient))
        moved[entry.index, default: 0] += entry.coefficient * values[amount.column]
      }
    }
    var constant = 0
    for column in values.indices where values[column] != 0 {
      constant += costs[column] * values[column]
    }
    for amount in amounts { constant -= costs[amount.column] * values[amount.column] }
    for row in terms.keys.sorted() {
      let fixed = activity[row] - (moved[row] ?? 0)
      reduced.addRow(
        LinearExpression((terms[row] ?? []).sorted { $0.column < $1.column }),
        lower: whole.rowLower[row].map { $0 - fixed },
        upper: whole.rowUpper[row].map { $0 - fixed })
    }
    return (reduced, LinearExpression(goal, constant: constant))
  }

  /// Rows within a tree hold in both of its states.
  private static func binds(_ kind: BoundForest.RowKind) -> Bool {
    kind == .coupling || kind == .pair
  }

  /// Writes what was found into a point.
  func apply(_ found: [Int], to values: inout [Int]) {
    for (index, choice) in choices.enumerated() where found[index] == 1 {
      for (column, other) in zip(choice.columns, choice.other) { values[column] = other }
    }
    for (index, amount) in amounts.enumerated() {
      values[amount.column] = found[choices.count + index]
    }
  }
}
