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

  /// Which way a tree's decisions are rounded.
  enum Rounding {
    case down
    case up
    case nearest
  }

  /// The columns of a tree: nodes first, then dependents.
  func columns(_ tree: Range<Int>) -> [Int] {
    var columns = tree.map { Int(point.relaxation.column.at[$0]) }
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

  /// Writes the values of a tree into a point, for a root that is in (at its largest) or out.
  func assign(
    _ tree: Range<Int>, rootIn: Bool, _ rounding: Rounding, to values: inout [Int]
  ) {
    let relaxation = point.relaxation
    for node in tree {
      let column = Int(relaxation.column.at[node])
      let top = Int(relaxation.parent.at[node])
      guard top >= 0 else {
        values[column] = rootIn ? program.upper[column] : program.lower[column]
        continue
      }
      let parent = Double(values[Int(relaxation.column.at[top])])
      let (least, width) = (relaxation.least.at[node], relaxation.width.at[node])
      let ideal = (least + width * share(node)) * parent
      let isStep = relaxation.isStep(node, treeEnd: tree.upperBound)
      let nearest = ideal.rounded()
      var whole = nearest
      if isStep, abs(ideal - nearest) > 0.02 {
        switch rounding {
        case .down: whole = ideal.rounded(.down)
        case .up: whole = ideal.rounded(.up)
        case .nearest: break
        }
      }
      let low = (least * parent - 1e-9).rounded(.up)
      let high = ((least + width) * parent + 1e-9).rounded(.down)
      values[column] = min(Int(min(max(whole, low), high)), program.upper[column])
    }
    settleDependents(of: Int(relaxation.column.at[tree.lowerBound]), &values)
  }

  /// Gives the dependents of a root's tree their least values.
  func settleDependents(of root: Int, _ values: inout [Int]) {
    var dependent = firstDependent[root]
    while dependent >= 0 {
      let column = Int(dependent)
      let row = Int(forest.definition[column])
      var rest = program.rowLower[row] ?? 0
      var own = 1
      for entry in program.entries(ofRow: row) {
        if entry.index == column {
          own = entry.coefficient
        } else {
          rest -= entry.coefficient * values[entry.index]
        }
      }
      values[column] = min(max(0, -floorDivide(-rest, own)), program.upper[column])
      dependent = nextDependent[column]
    }
  }

  /// The dependent columns of a definition row's other columns that a column moves.
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
}
