internal import LinearProgram

/// Good points and a good bound for programs too large for a tree search.
///
/// The relaxation's multipliers prove a bound in one weighted sum of rows. Where the relaxation has decided, the point follows it; the few
/// trees it leaves undecided, the core (Balas and Zemel 1980), are a knapsack problem over the few rows that are full, and amounts make
/// up for the rest. Every point is checked in integers; nothing else is believed.
final class CoreSearch {
  private let task: ReducedTask
  private let budget: Budget
  /// The relative gap asked for, in millionths.
  private let gap: Int
  /// Whether no other search can follow.
  private let isAlone: Bool
  private let forest: BoundForest
  private let relaxation: Relaxation
  private let lanes: Lanes
  private(set) var incumbent: (point: [Int], value: Int)?
  /// The weighted sum of rows that proves the bound.
  private(set) var combination: Combination?

  /// Prepares the search; `nil` if the program does not suit it.
  ///
  /// - Throws: ``BudgetSpent`` if that takes too long.
  init?(
    _ task: ReducedTask, _ structure: BlockStructure, isAlone: Bool, options: SolverOptions,
    budget: Budget
  ) throws(BudgetSpent) {
    self.task = task
    self.isAlone = isAlone
    self.budget = budget
    gap = options.gap
    guard CoreSearch.fits(task) else { return nil }
    try budget.check()
    forest = BoundForest(task.program, structure)
    guard
      let relaxation = try Relaxation(
        task.program, structure, forest, objective: task.costs, checkpoint: budget.check),
      CoreSearch.isManageable(relaxation)
    else { return nil }
    self.relaxation = relaxation
    lanes = Lanes(min(options.threads, relaxation.blocks.count))
  }

  /// Whether rows and objective can be added up in integers, whatever values the columns take, and put beside their sides.
  private static func fits(_ task: ReducedTask) -> Bool {
    let program = task.program
    var worth: Int128 = 0
    for column in 0..<program.columnCount {
      let size = max(program.lower[column].magnitude, program.upper[column].magnitude)
      worth += Int128(task.costs[column].magnitude) * Int128(size)
    }
    return worth < largestReach
      && (0..<program.rowCount).allSatisfy { program.reach(ofRow: $0) < largestReach }
  }

  private static var largestReach: Int128 { Int128(1) << 61 }

  /// Whether the equations of an iteration are small enough, in multiplications and in memory.
  private static func isManageable(_ relaxation: Relaxation) -> Bool {
    let linking = relaxation.linkingCount
    var work = linking * linking * linking / 6
    var numbers = linking * linking
    for block in relaxation.blocks {
      let own = block.sides.count
      work += own * own * own / 6 + own * (own + linking) * linking
      work += block.nodes.count * (own + linking)
      numbers += 2 * (own + linking) * (own + linking)
    }
    let scratch = relaxation.largestTree * relaxation.mostSidesOfBlock
    return work < 2_000_000_000 && numbers < 200_000_000 && scratch < 20_000_000
  }

  /// The bound, where there is one.
  var bound: Int128? { combination?.wholeBound }

  /// Whether the search has ended: point and bound agree as far as was asked, or nothing above the floor is left.
  var isDone: Bool {
    guard let bound else { return false }
    if let floor = task.floor, bound <= Int128(floor) { return true }
    guard let incumbent else { return false }
    return bound <= Int128(incumbent.value) || task.isWithinGap(incumbent.value, bound: bound)
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

  /// Runs until the gap is reached, the budget is spent, or all rounds are over.
  func run() throws(SolverFailure) {
    if let start = task.start { offer(start) }
    let point = solveRelaxation()
    takeBound(of: point)
    if isDone { return }
    let states = TreeStates(task.program, forest, point)
    if !budget.isSpent { try runRounds(states) }
    if incumbent == nil, !isDone { offer(GreedyPoint(states).values) }
  }

  /// Looks for points around the relaxation's, round by round.
  private func runRounds(_ states: TreeStates) throws(SolverFailure) {
    let chooser = CoreChooser(states)
    let proposal = CoreProposal(states)
    let nearest = states.nearestValues()
    for round in 0..<rounds where !isDone && !budget.isSpent {
      if round == CoreSearch.roundsBeforeTighterBound {
        tightenBound(from: states.point)
        if isDone { return }
      }
      let base = round % 2 == 1 ? incumbent?.point ?? nearest : nearest
      let values = propose(chooser, proposal, around: base, round)
      try settleAmounts(chooser, values)
    }
  }

  /// Combinations that one exchange looks at, some hundredths of a second's work; then other choices gain more. Where the optimum is to
  /// be proved, a start for the search that does that is enough.
  private var combinations: Int { gap > 0 ? 3_000_000 : 1_000_000 }
  /// Rounds of choices and amounts; most that succeed do so in the first three, and the search that proves the optimum needs no more.
  private var rounds: Int { gap > 0 || isAlone ? 12 : 3 }
  /// Rounds after which the part of the gap that the multipliers were left is asked back.
  private static var roundsBeforeTighterBound: Int { 4 }
  /// Nodes of the relaxation up to which two points of it have room in memory.
  private static var mostNodesTwice: Int { 2_000_000 }
  /// Nodes per block that the multipliers to start from are found with.
  private static var nodesOfSample: Int { 150 }

  /// Keeps the better bound.
  private func takeBound(of point: InteriorPoint) {
    let found = RelaxedBound(task.program, forest, point, objective: task.costs)
      .combination(objective: task.costs)
    if let combination, combination.wholeBound <= found.wholeBound { return }
    combination = found
  }

  /// Multipliers nearer to the optimum. They are a bound only: their point stands so near its ends that it says less about choices.
  private func tightenBound(from point: InteriorPoint) {
    guard gap > 0, relaxation.nodeCount < CoreSearch.mostNodesTwice else { return }
    let nearer = InteriorPoint(relaxation, lanes: lanes, mu: 0.01, multipliers: point.multipliers)
    nearer.run(gap: max(1e-8, 0.01e-6 * Double(gap)), iterations: 80, budget: budget)
    takeBound(of: nearer)
  }

  /// Multipliers near the optimum of the relaxation: a fifth of the gap is left to them.
  private func solveRelaxation() -> InteriorPoint {
    let target = max(1e-7, 0.2e-6 * Double(gap))
    var multipliers = relaxation.sides.map { $0.isEquation ? 0 : 0.05 }
    var mu = 0.1
    let step = relaxation.nodeCount / max(1, relaxation.blocks.count) / CoreSearch.nodesOfSample
    if step > 1 {
      let sample = InteriorPoint(
        relaxation.sampled(every: step), lanes: lanes, mu: 0.3, multipliers: multipliers)
      sample.run(gap: 1e-2, iterations: 40, budget: budget)
      if sample.multipliers.allSatisfy(\.isFinite) {
        (multipliers, mu) = (sample.multipliers, 0.01)
      }
    }
    let point = InteriorPoint(relaxation, lanes: lanes, mu: mu, multipliers: multipliers)
    point.run(gap: target, iterations: 80, budget: budget)
    return point
  }

  /// Values with the choices around a point taken as the knapsack problem proposes.
  private func propose(
    _ chooser: CoreChooser, _ proposal: CoreProposal, around base: [Int], _ round: Int
  ) -> [Int] {
    let room = proposal.room(task.program.activity(base))
    let choices = chooser.choices(
      around: base, overall: (300 + relaxation.nodeCount / 1_000) * (round + 3) / 3,
      perSide: 30 + 10 * round, needs: proposal.needs(room))
    var knapsack = proposal.knapsack(choices, around: base, room: room, seed: round + 1)
    let target = 0.7e-6 * Double(gap) * Double(abs(bound ?? 0)) / relaxation.unit
    knapsack.strictness = .lax
    let moves = min(50_000, 1_000 * choices.count)
    knapsack.anneal(moves: moves + 50 * choices.count, from: 0.01)
    knapsack.strictness = .strict
    if !knapsack.isFeasible {
      knapsack.anneal(moves: moves * 2 / 5 + 20 * choices.count, from: 0.003)
    }
    for _ in 0..<30 where !budget.isSpent {
      if knapsack.deficit <= target && knapsack.isFeasible { break }
      if !knapsack.exchange(overall: 60, perRow: 10, until: target, most: combinations) { break }
    }
    var values = base
    for (index, choice) in choices.enumerated() where knapsack.isTaken[index] {
      for (column, other) in zip(choice.columns, choice.other) { values[column] = other }
    }
    return values
  }

  /// Lets amounts make up for what the choices have changed, and offers the point.
  private func settleAmounts(_ chooser: CoreChooser, _ values: [Int]) throws(SolverFailure) {
    let activity = task.program.activity(values)
    // Of each kind one amount is mostly enough; the simplex must not get too many.
    for (count, most) in [(1, 50_000), (4, 3_000)] {
      let movable = CoreAmounts(amounts: chooser.amounts(around: values, perKind: count))
      guard movable.amounts.count <= most else { return }
      if try settle(movable, values, activity) { return }
    }
  }

  /// Finds the best values of some amounts and offers the point; false if there are none.
  private func settle(_ movable: CoreAmounts, _ values: [Int], _ activity: [Int])
    throws(SolverFailure) -> Bool
  {
    let part = movable.program(
      task.program, forest, costs: task.costs, values: values, activity: activity)
    let presolve = Presolve(part.program)
    guard let reduced = presolve.reduced else { return false }
    let subtask = ReducedTask(presolve, reduced, part.objective, SolverOptions())
    var search = try TreeSearch(subtask.program, objective: subtask.costs, budget: budget)
    search.nodeLimit = 1
    _ = try search.run(start: nil)
    guard let found = search.incumbent else { return false }
    var full = values
    movable.apply(presolve.restore(found.point), to: &full)
    offer(full)
    return true
  }

  /// Takes a point if it is feasible and better; exact.
  private func offer(_ point: [Int]) {
    let known = incumbent?.value ?? task.floor
    guard let value = task.program.value(of: point, task.costs, above: known) else { return }
    incumbent = (point, value)
  }
}
