internal import LinearProgram

/// A point for want of a better one: everything out, then one tree after another in as long as no row breaks, those first that the
/// relaxation has most of. Exact, but for the values of what a tree switches on.
struct GreedyPoint {
  private let program: SparseProgram
  private(set) var values: [Int]
  private var activity: [Int]

  init(_ states: TreeStates) {
    program = states.program
    var values = states.program.lower
    var trees: [(tree: Range<Int>, share: Double)] = []
    states.point.relaxation.forEachTree { tree, _ in
      let columns = states.columns(tree)
      for (column, value) in zip(columns, states.values(tree, columns, rootIn: false, .down)) {
        values[column] = value
      }
      let share = states.share(tree.lowerBound)
      trees.append((tree, share.isFinite ? share : 0))
    }
    self.values = values
    activity = program.activity(values)
    trees.sort {
      $0.share != $1.share ? $0.share > $1.share : $0.tree.lowerBound < $1.tree.lowerBound
    }
    for (tree, _) in trees {
      let columns = states.columns(tree)
      take(columns, states.values(tree, columns, rootIn: true, .down))
    }
  }

  /// Gives columns other values, unless a row that is kept would be broken.
  private mutating func take(_ columns: [Int], _ other: [Int]) {
    var change: [Int: Int] = [:]
    for (column, value) in zip(columns, other) where value != values[column] {
      for entry in program.entries(ofColumn: column) {
        change[entry.index, default: 0] += entry.coefficient * (value - values[column])
      }
    }
    let isHarmless = change.allSatisfy { row, change in
      let after = activity[row] + change
      let breaksUpper = program.rowUpper[row].map { after > max($0, activity[row]) } ?? false
      let breaksLower = program.rowLower[row].map { after < min($0, activity[row]) } ?? false
      return !breaksUpper && !breaksLower
    }
    guard isHarmless else { return }
    for (row, change) in change { activity[row] += change }
    for (column, value) in zip(columns, other) { values[column] = value }
  }
}
