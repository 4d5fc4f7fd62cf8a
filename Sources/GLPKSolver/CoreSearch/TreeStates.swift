internal import LinearProgram

/// Whole values for the trees of a relaxation: a root in or out, steps rounded, amounts at their share, dependents as small as they
/// can be.
struct TreeStates {
  let program: SparseProgram
  let forest: BoundForest
  let point: InteriorPoint
  /// Dependents of each root's tree, a linked list by column.
  private var firstDependent: [Int32]
  private var nextDependent: [Int32]

  init(_ program: SparseProgram, _ forest: BoundForest, _ point: InteriorPoint) {
    self.program = program
    self.forest = forest
    self.point = point
    firstDependent = Array(repeating: -1, count: program.columnCount)
    nextDependent = firstDependent
    for column in 0..<program.columnCount where forest.definition[column] >= 0 {
      for entry in program.entries(ofRow: Int(forest.definition[column]))
      where entry.index != column {
        let root = forest.root(of: entry.index)
        nextDependent[column] = firstDependent[root]
        firstDependent[root] = Int32(column)
        break
      }
    }
  }

  /// Which way a tree's steps are rounded.
  enum Rounding {
    case down
    case up
    case nearest
  }

  /// What the amounts of a tree are to be.
  enum Amounts {
    case atShare
    case least
  }

  /// The column of a node.
  func column(_ node: Int) -> Int { Int(point.relaxation.column.at[node]) }

  /// The columns of a tree: nodes first, then dependents.
  func columns(_ tree: Range<Int>) -> [Int] {
    var columns = tree.map(column)
    var dependent = firstDependent[columns[0]]
    while dependent >= 0 {
      columns.append(Int(dependent))
      dependent = nextDependent[Int(dependent)]
    }
    return columns
  }

  /// Share of its width at which a node stands.
  func share(_ node: Int) -> Double {
    let (low, high) = (point.below.at[node], point.above.at[node])
    return low + high > 0 ? low / (low + high) : 0
  }

  /// Values of a tree's columns, for a root that is in (at its largest) or out.
  func values(
    _ tree: Range<Int>, _ columns: [Int], rootIn: Bool, _ rounding: Rounding,
    amounts: Amounts = .atShare
  ) -> [Int] {
    let relaxation = point.relaxation
    var values = Array(repeating: 0, count: columns.count)
    for (place, node) in tree.enumerated() {
      let column = columns[place]
      let top = Int(relaxation.parent.at[node])
      guard top >= 0 else {
        values[place] = rootIn ? program.upper[column] : program.lower[column]
        continue
      }
      let limits = limits(node, parent: values[top - tree.lowerBound])
      let parent = Double(values[top - tree.lowerBound])
      let ideal =
        (relaxation.least.at[node] + relaxation.width.at[node] * share(node)) * parent
      var whole = ideal.rounded()
      let isStep = relaxation.isStep(node, treeEnd: tree.upperBound)
      if isStep, abs(ideal - whole) > 0.02 {
        switch rounding {
        case .down: whole = ideal.rounded(.down)
        case .up: whole = ideal.rounded(.up)
        case .nearest: break
        }
      }
      if !isStep, amounts == .least { whole = Double(limits.lower) }
      values[place] = nearestWhole(whole, limits.lower, limits.upper)
    }
    for place in tree.count..<columns.count {
      values[place] = leastValue(ofDependent: columns[place], columns, values)
    }
    return values
  }

  /// What a child may be at a value of its parent.
  func limits(_ node: Int, parent: Int) -> (lower: Int, upper: Int) {
    let relaxation = point.relaxation
    let (least, width) = (relaxation.least.at[node], relaxation.width.at[node])
    let most = program.upper[column(node)]
    // Rounding errors of the factors must not cost a unit.
    let lower = nearestWhole((least * Double(parent) - 1e-9).rounded(.up), 0, most)
    let upper = nearestWhole(((least + width) * Double(parent) + 1e-9).rounded(.down), 0, most)
    return (lower, upper)
  }

  /// The least value of a dependent column at the values of its tree.
  private func leastValue(ofDependent column: Int, _ columns: [Int], _ values: [Int]) -> Int {
    let row = Int(forest.definition[column])
    var rest = program.rowLower[row] ?? 0
    var own = 1
    for entry in program.entries(ofRow: row) {
      if entry.index == column {
        own = entry.coefficient
      } else if let place = columns.firstIndex(of: entry.index) {
        rest -= entry.coefficient * values[place]
      }
    }
    return min(max(0, -floorDivide(-rest, own)), program.upper[column])
  }

  /// The dependent columns that a column moves.
  func dependents(of column: Int) -> [Int] {
    var found: [Int] = []
    for entry in program.entries(ofColumn: column) where forest.kind[entry.index] == .definition {
      for own in program.entries(ofRow: entry.index)
      where forest.definition[own.index] == Int32(entry.index) && own.index != column {
        found.append(own.index)
      }
    }
    return found
  }

  /// The nearest whole values of all columns.
  func nearestValues() -> [Int] {
    var nearest = program.lower
    point.relaxation.forEachTree { tree, _ in
      let root = tree.lowerBound
      if point.relaxation.isAmount(root: root) {
        let column = column(root)
        nearest[column] = nearestWhole(
          point.value.at[root], program.lower[column], program.upper[column])
      } else {
        let columns = columns(tree)
        let values = values(tree, columns, rootIn: share(root) > 0.5, .nearest)
        for (column, value) in zip(columns, values) { nearest[column] = value }
      }
    }
    return nearest
  }
}
