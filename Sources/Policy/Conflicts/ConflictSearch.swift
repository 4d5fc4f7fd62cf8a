internal import LinearProgram
internal import Scenario

/// Explains why a scenario has no plan: a minimal set of demands that contradict each other, and the cheapest remedy.
///
/// The set is found by the deletion filter (Chinneck 2008, chapter 6) on the integer program, first in blocks, then one by one;
/// definitions are always kept.
struct ConflictSearch {
  private let model: PolicyModel
  private let solver: any ProgramSolver
  private let budget: Budget

  init(_ model: PolicyModel, solver: any ProgramSolver, budget: Budget) {
    self.model = model
    self.solver = solver
    self.budget = budget
  }

  func run() throws(SolverFailure) -> Conflict {
    let demands = model.origins.indices.filter { model.origins[$0].isDemand }
    let (core, isMinimal) = try minimalCore(demands)
    let words = DemandWords(model.parameters)
    let remedy = try RemedySearch(model, solver: solver, budget: budget).run()
    return Conflict(
      items: core.map { words.item(model.origins[$0]) }, isMinimal: isMinimal,
      remedies: remedy.remedies,
      isRemedyConfirmed: remedy.isConfirmed)
  }

  /// Rows that cannot all hold, none of which can be left out.
  private func minimalCore(_ demands: [Int]) throws(SolverFailure) -> ([Int], Bool) {
    var core = demands
    var isMinimal = true
    var block = max(1, core.count / 2)
    while true {
      var start = 0
      while start < core.count {
        let without = Array(core[..<start] + core[min(start + block, core.count)...])
        switch try isInfeasible(without) {
        case true?: core = without
        case false?: start += block
        case nil:
          isMinimal = false
          start += block
        }
      }
      if block == 1 { return (core, isMinimal) }
      block = max(1, block / 2)
    }
  }

  /// Whether no point keeps the definitions and these demands; `nil` if the budget ran out.
  private func isInfeasible(_ demands: [Int]) throws(SolverFailure) -> Bool? {
    var isKept = model.origins.map { !$0.isDemand }
    for demand in demands { isKept[demand] = true }
    let rows = model.program.keepingRows(isKept.indices.filter { isKept[$0] })
    switch try solver.maximize(
      LinearExpression(), over: rows, options: SolverOptions(), budget: budget)
    {
    case .infeasible: return true
    case .optimal, .feasible: return false
    case .unknown: return nil
    }
  }
}
