internal import LinearProgram

/// Which columns are amounts that another column switches on, with nothing that they must reach then: not decisions of their own.
///
/// Told from the rows of a program as it was asked, because a switch that is fixed takes its rows with it.
struct Riders {
  private var isRider: [Bool]

  init(_ program: IntegerProgram) {
    isRider = Array(repeating: false, count: program.lowerBounds.count)
    var switches: [Int: Int] = [:]
    var mustReach = Set<Pair>()
    program.forEachRow { terms, lower, upper in
      guard terms.count == 2, let first = terms.first, let last = terms.last else { return }
      if lower != nil {
        mustReach.formUnion([Pair(first.column, last.column), Pair(last.column, first.column)])
      } else if let bound = VariableBound(first, last, lower: lower, upper: upper),
        switches[bound.column] == nil,
        bound.other > bound.own
          || program.upperBounds[bound.column] > program.upperBounds[bound.parent]
      {
        switches[bound.column] = bound.parent
      }
    }
    for (amount, other) in switches where !mustReach.contains(Pair(amount, other)) {
      isRider[amount] = true
    }
  }

  /// Two columns of one row.
  private struct Pair: Hashable {
    var a, b: Int

    init(_ a: Int, _ b: Int) { (self.a, self.b) = (a, b) }
  }

  subscript(column: Int) -> Bool { isRider[column] }
}
