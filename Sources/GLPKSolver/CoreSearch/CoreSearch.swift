internal import LinearProgram

/// Good points and a good bound for programs too large for a tree search.
///
/// The relaxation's multipliers prove a bound in one weighted sum of rows. Where the relaxation has decided, the point follows it; the few
/// trees it leaves undecided are a knapsack problem over the few rows that are full, and amounts make up for the rest. Every point is
/// checked in integers; nothing else is believed.
final class CoreSearch {
  private let task: ReducedTask
  private let budget: Budget
  private let gap: Int
  private let forest: BoundForest
  private let relaxation: Relaxation
  private let lanes: Lanes
  private(set) var incumbent: (point: [Int], value: Int)?
  /// The weighted sum of rows that proves the bound.
  private(set) var combination: Combination?

  /// Prepares the search; `nil` if the program does not suit it.
  init?(_ task: ReducedTask, _ structure: BlockStructure, options: SolverOptions, budget: Budget) {
    self.task = task
    self.budget = budget
    gap = options.gap
    guard CoreSearch.fits(task.program) else { return nil }
    forest = BoundForest(task.program, structure)
    guard
      let relaxation = Relaxation(task.program, structure, forest, objective: task.costs),
      CoreSearch.isManageable(relaxation)
    else { return nil }
    self.relaxation = relaxation
    lanes = Lanes(min(options.threads, relaxation.blocks.count))
  }

  /// Whether all rows can be added up in integers.
  private static func fits(_ program: SparseProgram) -> Bool {
    for row in 0..<program.rowCount {
      var reach: Int128 = 0
      for entry in program.entries(ofRow: row) {
        let size = max(abs(program.lower[entry.index]), abs(program.upper[entry.index]))
        reach += Int128(abs(entry.coefficient)) * Int128(size)
      }
      if reach > Int128(1) << 61 { return false }
    }
    return true
  }

  /// Whether the equations of an iteration are small enough.
  private static func isManageable(_ relaxation: Relaxation) -> Bool {
    let linking = relaxation.linkingCount
    var work = linking * linking * linking / 6
    for block in relaxation.blocks {
      let own = block.sides.count
      work += own * own * own / 6 + own * (own + linking) * linking
    }
    return work < 2_000_000_000
  }

  /// The bound, where there is one.
  var bound: Int128? { combination?.wholeBound }

  /// Whether the search has ended: point and bound agree as far as was asked, or nothing above the floor is left.
  var isDone: Bool {
    guard let bound else { return false }
    if let floor = task.floor, bound <= Int128(floor) { return true }
    guard let incumbent else { return false }
    return (bound - Int128(incumbent.value)) * 1_000_000 <= Int128(gap) * abs(bound)
  }

  /// What has been found so far.
  func outcome(recordsProof: Bool) -> Outcome {
    guard let combination, let bound, bound <= Int128(incumbent?.value ?? task.floor ?? .min) else {
      return task.stopped(incumbent, bound: bound, bounds: nil)
    }
    let multipliers = Proof.Multipliers(combination.multipliers, scale: combination.scale)
    let proof = Proof.combination(multipliers, withObjective: true, then: nil)
    return task.proved(incumbent, bounds: nil, proof: recordsProof ? proof : nil)
  }

  /// Runs until the gap is reached, the budget is spent, or several rounds have brought nothing.
  func run() throws(SolverFailure) {
    if let start = task.start { offer(start) }
    let point = solveRelaxation()
    combination = RelaxedBound(task.program, forest, point, objective: task.costs)
      .combination(objective: task.costs)
    guard !isDone, !budget.isSpent else { return }
    let states = TreeStates(task.program, forest, point)
    let chooser = CoreChooser(states)
    let proposal = CoreProposal(states, Elimination(point, room: 3))
    let nearest = chooser.nearestValues()
    for round in 0..<CoreSearch.rounds where !isDone && !budget.isSpent {
      let base = round % 2 == 1 ? incumbent?.point ?? nearest : nearest
      let size = CoreChooser.Size(
        trees: 300 + 100 * round, treesPerRow: 30 + 10 * round, amounts: 1)
      let values = propose(chooser, proposal, around: base, size, seed: round + 1)
      for count in [1, 3] where try settleAmounts(chooser, values, count: count) { break }
    }
  }

  private static var rounds: Int { 12 }

  /// Multipliers near the optimum of the relaxation.
  private func solveRelaxation() -> InteriorPoint {
    let target = max(1e-7, 0.2e-6 * Double(gap))
    var multipliers = relaxation.sides.map { $0.isEquation ? 0 : 0.05 }
    var mu = 0.1
    // Trees per block that a sample should have.
    let step = relaxation.nodeCount / max(1, relaxation.blocks.count) / 150
    if step > 1 {
      let sample = InteriorPoint(
        relaxation.sampled(every: step), lanes: lanes, mu: 0.3, multipliers: multipliers)
      sample.run(gap: 1e-2, iterations: 40, budget: budget)
      multipliers = sample.multipliers
      mu = 0.01
    }
    let point = InteriorPoint(relaxation, lanes: lanes, mu: mu, multipliers: multipliers)
    point.run(gap: target, iterations: 80, budget: budget)
    return point
  }

  /// Values with the choices of a core taken as the knapsack problem proposes.
  private func propose(
    _ chooser: CoreChooser, _ proposal: CoreProposal, around base: [Int], _ size: CoreChooser.Size,
    seed: Int
  ) -> [Int] {
    let activity = task.program.activity(base)
    let core = chooser.core(around: base, size)
    var knapsack = proposal.knapsack(core, around: base, activity: activity, seed: seed)
    let target = 0.7e-6 * Double(gap) * Double(abs(bound ?? 0)) / relaxation.unit
    knapsack.strictness = .lax
    knapsack.anneal(moves: 50_000 + 50 * core.choices.count, from: 0.01)
    knapsack.strictness = .strict
    if !knapsack.isFeasible { knapsack.anneal(moves: 20_000, from: 0.003) }
    for _ in 0..<30 where !budget.isSpent {
      if knapsack.deficit <= target && knapsack.isFeasible { break }
      if !knapsack.exchange(overall: 60, perRow: 10) { break }
    }
    var values = base
    for (index, choice) in core.choices.enumerated() where knapsack.isTaken[index] {
      for (column, other) in zip(choice.columns, choice.other) { values[column] = other }
    }
    return values
  }

  /// Lets amounts make up for what the choices have changed, and offers the point; false if they cannot.
  private func settleAmounts(_ chooser: CoreChooser, _ values: [Int], count: Int)
    throws(SolverFailure) -> Bool
  {
    let core = chooser.core(
      around: values, CoreChooser.Size(trees: 0, treesPerRow: 0, amounts: count))
    let part = core.program(
      task.program, forest, costs: task.costs, values: values,
      activity: task.program.activity(values))
    let presolve = Presolve(part.program)
    guard let reduced = presolve.reduced else { return false }
    let subtask = ReducedTask(presolve, reduced, part.objective, SolverOptions())
    var search = try TreeSearch(subtask.program, objective: subtask.costs, budget: budget)
    search.nodeLimit = 1
    _ = try search.run(start: nil)
    guard let found = search.incumbent else { return false }
    var full = values
    core.apply(presolve.restore(found.point), to: &full)
    offer(full)
    return true
  }

  /// Takes a point if it is feasible and better; exact.
  private func offer(_ point: [Int]) {
    let program = task.program
    guard point.count == program.columnCount else { return }
    var value: Int128 = 0
    for column in point.indices {
      if point[column] < program.lower[column] || point[column] > program.upper[column] { return }
      value += Int128(task.costs[column]) * Int128(point[column])
    }
    guard let whole = Int(exactly: value), whole > incumbent?.value ?? task.floor ?? .min,
      program.keepsRows(point)
    else { return }
    incumbent = (point, whole)
  }
}
