internal import LinearProgram
internal import Scenario

/// Finds the cheapest changes that make a plan possible, and confirms them by solving the changed scenario from a cold start.
///
/// The cost of a change is its share of what all competing projects together ask of that quota, in millionths; leaving a
/// guaranteed or locked project out costs as much as doubling a quota.
struct RemedySearch {
  private let model: PolicyModel
  private let solver: any ProgramSolver
  private let budget: Budget

  /// Cost of a change as large as the whole demand.
  private static let wholeDemand = 1_000_000

  init(_ model: PolicyModel, solver: any ProgramSolver, budget: Budget) {
    self.model = model
    self.solver = solver
    self.budget = budget
  }

  func run() throws(SolverFailure) -> (remedies: [Conflict.Remedy], isConfirmed: Bool) {
    let elastic = elasticProgram()
    let cost = LinearExpression.sum(elastic.slacks.map { .column($0.column, -$0.cost) })
    let solution: Solution
    switch try solver.maximize(
      cost, over: elastic.program, options: SolverOptions(), budget: budget)
    {
    case .optimal(let found, _), .feasible(let found, _): solution = found
    case .infeasible, .unknown: return ([], false)
    }
    var changed = model.scenario
    var remedies: [Conflict.Remedy] = []
    let words = DemandWords(model.parameters)
    for slack in elastic.slacks where solution.point[slack.column] > 0 {
      let amount =
        solution.point[slack.column] * slack.lever.unit(model)
        + (needsMoreBesideRingFence(slack.lever, solution.point)
          ? slack.lever.growthTakenFirst(model) : 0)
      slack.lever.apply(amount, to: &changed)
      remedies.append(words.remedy(slack.lever, amount: amount))
    }
    return (remedies, try hasPlan(changed))
  }

  /// Whether a point breaks the row that keeps a bank's ring-fence from all but provincial projects.
  private func needsMoreBesideRingFence(_ lever: Lever, _ point: [Int]) -> Bool {
    guard case .bank(let bank, _) = lever else { return false }
    return zip(model.program.rows, model.origins).contains { row, origin in
      guard origin == .outsideRingFence(bank: bank), let upper = row.upper else { return false }
      return LinearExpression(row.terms).value(at: point) > upper
    }
  }

  private struct Slack {
    var lever: Lever
    var column: Int
    var cost: Int
  }

  /// The program with a column for every lever that can move something.
  private func elasticProgram() -> (program: IntegerProgram, slacks: [Slack]) {
    var program = model.program.keepingRows([])
    program.names = model.program.names
    let demands = model.origins.indices.filter { model.origins[$0].isDemand }
    let rows = Dictionary(uniqueKeysWithValues: demands.map { (model.origins[$0], $0) })
    var slacks: [Slack] = []
    var effects: [Int: [IntegerProgram.Term]] = [:]
    for lever in Lever.all(model) {
      let touched = lever.effects(model).filter { $0.effect > 0 }
        .compactMap { origin, effect in rows[origin].map { (row: $0, effect: effect) } }
      let most = touched.map { ceilingDivide(violation(of: $0.row), $0.effect) }.max() ?? 0
      guard most > 0 else { continue }
      let column = program.addColumn("slack[\(slacks.count)]", 0...most)
      slacks.append(
        Slack(lever: lever, column: column, cost: max(1, Self.wholeDemand / most)))
      for (row, effect) in touched {
        let isUpper = model.program.rows[row].upper.map { _ in violationAbove(row) > 0 } ?? false
        effects[row, default: []].append(.init(column, isUpper ? -effect : effect))
      }
    }
    for (index, row) in model.program.rows.enumerated() {
      program.addRow(
        LinearExpression(row.terms + (effects[index] ?? [])), lower: row.lower, upper: row.upper)
    }
    return (program, slacks)
  }

  /// By how much a row could be broken at most within the column bounds.
  private func violation(of row: Int) -> Int { max(violationAbove(row), violationBelow(row)) }

  private func violationAbove(_ row: Int) -> Int {
    let row = model.program.rows[row]
    let most = model.program.largestValue(of: LinearExpression(row.terms))
    return row.upper.map { max(0, most - $0) } ?? 0
  }

  private func violationBelow(_ row: Int) -> Int {
    let row = model.program.rows[row]
    let least = -model.program.largestValue(of: LinearExpression(row.terms) * -1)
    return row.lower.map { max(0, $0 - least) } ?? 0
  }

  /// Whether a scenario has a plan at all, solved from a cold start.
  private func hasPlan(_ scenario: Scenario) throws(SolverFailure) -> Bool {
    let outcome = try solver.maximize(
      LinearExpression(), over: PolicyModel(scenario).program, options: SolverOptions(),
      budget: budget)
    switch outcome {
    case .optimal, .feasible: return true
    case .infeasible, .unknown: return false
    }
  }
}
