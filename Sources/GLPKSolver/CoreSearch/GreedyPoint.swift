internal import LinearProgram

/// A point for want of a better one: everything out, then one tree after another in as long as no row breaks, those first that the
/// relaxation has most of. Amounts that a tree switches on stand at their share, or at their least where that does not fit.
///
/// Amounts that stand alone are drawn by many trees: they stand where the relaxation has them, and at the end give way to rows that
/// fewer trees have come into than they were meant for. Where that leaves a row broken they come in like trees instead.
struct GreedyPoint {
  private let states: TreeStates
  private var program: SparseProgram { states.program }
  private(set) var values: [Int]
  private var activity: [Int] = []
  /// What the tree at hand would add to each row, and the rows that it has a part in.
  private var change: [Int] = []
  private var touched: [Int] = []

  init(_ states: TreeStates) {
    self.states = states
    var out = states.program.lower
    var trees: [(tree: Range<Int>, share: Double)] = []
    var amounts: [Int] = []
    let relaxation = states.point.relaxation
    relaxation.forEachTree { tree, _ in
      let columns = states.columns(tree)
      for (column, value) in zip(columns, states.values(tree, columns, rootIn: false, .down)) {
        out[column] = value
      }
      if relaxation.isAmount(root: tree.lowerBound) { amounts.append(tree.lowerBound) }
      let share = states.share(tree.lowerBound)
      trees.append((tree, share.isFinite ? share : 0))
    }
    trees.sort {
      $0.share != $1.share ? $0.share > $1.share : $0.tree.lowerBound < $1.tree.lowerBound
    }
    values = out
    for node in amounts {
      let column = states.column(node)
      values[column] = nearestWhole(
        states.point.value.at[node], program.lower[column], program.upper[column])
    }
    fill(trees.filter { !relaxation.isAmount(root: $0.tree.lowerBound) }.map(\.tree))
    if giveWay(amounts.map(states.column)) { return }
    values = out
    fill(trees.map(\.tree))
  }

  /// Takes trees in, in turn.
  private mutating func fill(_ trees: [Range<Int>]) {
    activity = program.activity(values)
    change = Array(repeating: 0, count: activity.count)
    for tree in trees {
      let columns = states.columns(tree)
      for amounts in [TreeStates.Amounts.atShare, .least]
      where take(columns, states.values(tree, columns, rootIn: true, .down, amounts: amounts)) {
        break
      }
    }
  }

  /// Gives columns other values, unless a row that is kept would be broken, or a broken one more so; false if one would.
  @discardableResult
  private mutating func take(_ columns: [Int], _ other: [Int]) -> Bool {
    defer { touched.removeAll(keepingCapacity: true) }
    for (column, value) in zip(columns, other) where value != values[column] {
      for entry in program.entries(ofColumn: column) {
        if change[entry.index] == 0 { touched.append(entry.index) }
        change[entry.index] += entry.coefficient * (value - values[column])
      }
    }
    let isHarmless = touched.allSatisfy { row in
      let after = activity[row] + change[row]
      let breaksUpper = program.rowUpper[row].map { after > max($0, activity[row]) } ?? false
      let breaksLower = program.rowLower[row].map { after < min($0, activity[row]) } ?? false
      return !breaksUpper && !breaksLower
    }
    // A row is named twice where what was added came to nothing in between.
    for row in touched {
      if isHarmless { activity[row] += change[row] }
      change[row] = 0
    }
    guard isHarmless else { return false }
    for (column, value) in zip(columns, other) { values[column] = value }
    return true
  }

  /// Moves amounts as far as broken rows ask; false if some stay broken.
  private mutating func giveWay(_ columns: [Int]) -> Bool {
    for column in columns {
      for entry in program.entries(ofColumn: column) {
        let need = need(ofRow: entry.index)
        guard need != 0 else { continue }
        // As much as the row lacks, rounded up.
        let size = (abs(need) + abs(entry.coefficient) - 1) / abs(entry.coefficient)
        let step = (need > 0) == (entry.coefficient > 0) ? size : -size
        let value = min(max(values[column] + step, program.lower[column]), program.upper[column])
        take([column], [value])
      }
    }
    return (0..<program.rowCount).allSatisfy { need(ofRow: $0) == 0 }
  }

  /// What a row lacks to its lower side, or, negative, has too much for its upper side.
  private func need(ofRow row: Int) -> Int {
    if let lower = program.rowLower[row], activity[row] < lower { return lower - activity[row] }
    if let upper = program.rowUpper[row], activity[row] > upper { return upper - activity[row] }
    return 0
  }
}
