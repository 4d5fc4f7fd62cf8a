internal import GLPKShim
public import LinearProgram

/// Proved best points of integer programs: branch and bound of our own over GLPK's simplex, closed by exact bounds.
public struct GLPKSolver: ProgramSolver {
  public init() {}

  /// Version of the GLPK library in use.
  public static var glpkVersion: String { String(cString: glpk_shim_version()) }

  public func maximize(
    _ objective: LinearExpression, over program: IntegerProgram, options: SolverOptions,
    budget: Budget
  ) throws(SolverFailure) -> Outcome {
    let presolve = Presolve(program)
    guard let reduced = presolve.reduced else { return .infeasible(proof: nil) }
    let goal = presolve.reduce(objective)
    let divisor = max(1, goal.terms.reduce(0) { greatestCommonDivisor($0, $1.coefficient) })
    var costs = Array(repeating: 0, count: reduced.columns.count)
    for term in goal.terms { costs[term.column] = term.coefficient / divisor }
    let floor = options.above.map { floorDivide($0 - goal.constant, divisor) }
    if Set(reduced.columns.compactMap(\.block)).count >= 2 {
      let search = try BranchAndPrice(
        reduced, SparseProgram(reduced), objective: costs, budget: budget)
      let end = try search.run(start: options.start.flatMap(presolve.reduce), above: floor)
      print(
        "END \(end) \(search.incumbent?.value ?? -1) rounds \(search.rounds) nodes \(search.created) blocknodes \(search.solvers.map(\.nodes).reduce(0, +))"
      )
      if case .exhausted = end, search.incumbent == nil, floor != nil {
        return .infeasible(proof: nil)
      }
      if case .exhausted = end, let incumbent = search.incumbent {
        return .optimal(
          Solution(
            point: presolve.restore(incumbent.point),
            value: incumbent.value * divisor + goal.constant,
            bounds: zip(presolve.lower, presolve.upper).map { $0...$1 }), proof: nil)
      }
    }
    var search = try TreeSearch(SparseProgram(reduced), objective: costs, budget: budget)
    let end = try search.run(start: options.start.flatMap(presolve.reduce), above: floor)

    func whole(_ value: Int128) -> Int? {
      Int(exactly: value * Int128(divisor) + Int128(goal.constant))
    }
    func solution(_ incumbent: (point: [Int], value: Int)) -> Solution {
      Solution(
        point: presolve.restore(incumbent.point),
        value: incumbent.value * divisor + goal.constant,
        bounds: presolve.restore(search.boundsOfEqualPoints()))
    }
    switch (end, search.incumbent) {
    case (.exhausted, .some(let incumbent)):
      return .optimal(solution(incumbent), proof: nil)
    case (.exhausted, .none):
      return .infeasible(proof: nil)
    case (.stopped(let bound), .some(let incumbent)):
      let proved = bound.map { max($0, Int128(incumbent.value)) }
      return .feasible(solution(incumbent), bound: proved.flatMap(whole))
    case (.stopped(let bound), .none):
      return .unknown(bound: bound.flatMap(whole))
    }
  }
}

extension TreeSearch {
  /// Bounds that every point at least as good as the incumbent keeps, from the root's reduced costs.
  func boundsOfEqualPoints() -> [ClosedRange<Int>] {
    guard let root, let incumbent else {
      return zip(program.lower, program.upper).map { $0...$1 }
    }
    return (0..<program.columnCount).map { column in
      let (low, high) = (root.lower[column], root.upper[column])
      guard let room = root.bound.room(column, above: incumbent.value), room < high - low else {
        return low...high
      }
      return root.bound.reducedCosts[column] > 0 ? (high - room)...high : low...(low + room)
    }
  }
}
