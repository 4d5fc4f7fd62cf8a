internal import LinearProgram

/// What is left to do after presolve, and the way back to the program as it was asked.
struct ReducedTask {
  let presolve: Presolve
  let program: SparseProgram
  /// The objective over what is left, divided by the greatest common divisor of its coefficients.
  let costs: [Int]
  let divisor: Int
  let constant: Int
  /// A point to start from, which need not be feasible.
  var start: [Int]?
  /// What an earlier search has proved that no point exceeds.
  var bound: Int128?
  /// Points worth no more than this do not count.
  let floor: Int?
  /// No point is worth more, or needs to be, as the caller knows.
  let ceiling: Int?
  private let options: SolverOptions

  init(
    _ presolve: Presolve, _ reduced: SparseProgram, _ objective: LinearExpression,
    _ options: SolverOptions
  ) {
    let goal = presolve.reduce(objective)
    let divisor = max(1, goal.terms.reduce(0) { greatestCommonDivisor($0, $1.coefficient) })
    var costs = Array(repeating: 0, count: reduced.columnCount)
    for term in goal.terms { costs[term.column] = term.coefficient / divisor }
    self.presolve = presolve
    program = reduced
    self.costs = costs
    self.divisor = divisor
    constant = goal.constant
    self.options = options
    start = options.start.flatMap(presolve.reduce)
    floor = options.above.map { floorDivide($0 - goal.constant, divisor) }
    let atMost = options.atMost.map { floorDivide($0 - goal.constant, divisor) }
    // Rounded up, so that no value that is enough is taken for one that is not.
    let enough = options.enough.map { -floorDivide(goal.constant - $0, divisor) }
    ceiling = options.recordsProof ? nil : [atMost, enough].compactMap { $0 }.min()
  }

  /// Whether a value of the reduced objective is within the gap asked for, measured where it was asked.
  func isWithinGap(_ value: Int, bound: Int128) -> Bool {
    guard let value = whole(Int128(value)), let bound = whole(sharpest(bound) ?? bound) else {
      return false
    }
    return options.isWithinGap(value, bound: bound)
  }

  /// The lesser of a bound and of what was proved before.
  private func sharpest(_ found: Int128?) -> Int128? {
    guard let found, let bound else { return found ?? bound }
    return min(found, bound)
  }

  private func whole(_ value: Int128) -> Int? {
    Int(exactly: value * Int128(divisor) + Int128(constant))
  }

  private func solution(_ incumbent: (point: [Int], value: Int), _ bounds: [ClosedRange<Int>]?)
    -> Solution
  {
    Solution(
      point: presolve.restore(incumbent.point), value: incumbent.value * divisor + constant,
      bounds: bounds ?? zip(presolve.lower, presolve.upper).map { $0...$1 })
  }

  /// The outcome of a search that ran through.
  func proved(
    _ incumbent: (point: [Int], value: Int)?, bounds: [ClosedRange<Int>]?, proof: Proof?
  ) -> Outcome {
    let proof = proof?.renamed(
      row: { Int(presolve.keptRows[$0]) }, column: { Int(presolve.kept[$0]) })
    guard let incumbent else { return .infeasible(proof: proof) }
    return .optimal(solution(incumbent, bounds), proof: proof)
  }

  /// The outcome of a search that was stopped.
  func stopped(
    _ incumbent: (point: [Int], value: Int)?, bound: Int128?, bounds: [ClosedRange<Int>]?
  ) -> Outcome {
    let bound = sharpest(bound)
    guard let incumbent else { return .unknown(bound: bound.flatMap(whole)) }
    let proved = bound.map { max($0, Int128(incumbent.value)) }
    return .feasible(solution(incumbent, bounds), bound: proved.flatMap(whole))
  }

  /// The outcome where no search is to be had: what is known of the start, and what the bounds of the columns say.
  func unsearched() -> Outcome {
    let box = Combination(
      program, costs: costs.map { Int128($0) },
      multipliers: Array(repeating: 0, count: program.rowCount), scale: 0, lower: program.lower,
      upper: program.upper)
    var incumbent: (point: [Int], value: Int)?
    if let start, let value = program.value(of: start, costs, above: floor) {
      incumbent = (start, value)
    }
    guard box.bound <= Int128(incumbent?.value ?? floor ?? .min) else {
      return stopped(incumbent, bound: box.bound, bounds: nil)
    }
    return proved(incumbent, bounds: nil, proof: options.recordsProof ? .byBounds : nil)
  }
}
