import Accounts
import GLPKSolver
import LinearProgram
import PlanEnumeration
import Policy
import Scenario
import Studies
import Testing

/// Questions asked beside the clauses, against all plans of tiny scenarios.
@Suite("Variants of tiny scenarios")
struct VariantSolverTests {
  private let solver = VariantSolver(solver: GLPKSolver())

  @Test("a restricted search finds the best of the plans that are wanted", arguments: 0..<10)
  func restrictions(batch: Int) throws {
    for seed in batch * 30..<(batch + 1) * 30 {
      let scenario = TinyScenarios.random(seed: seed)
      for restriction in restrictions(of: scenario, seed) {
        let enumeration = PlanEnumeration(scenario: scenario, limit: 6_000) {
          keeps($0, restriction, scenario)
        }
        guard let result = enumeration.run() else { continue }
        let found = try solver.solve(scenario, under: [restriction])
        #expect(found.status == (result.best == nil ? .infeasible : .optimal), "seed \(seed)")
        #expect(found.plan == result.best?.plan, "seed \(seed) \(restriction)")
      }
    }
  }

  @Test("where a search starts changes nothing, and a legal plan is a feasible start")
  func start() throws {
    for seed in 0..<150 {
      let scenario = TinyScenarios.random(seed: seed)
      let cold = try solver.solve(scenario)
      guard let plan = cold.plan else { continue }
      let model = PolicyModel(scenario)
      #expect(model.program.isFeasible(model.point(of: plan)), "seed \(seed)")
      let empty = Plan(
        steps: plan.steps.map { _ in 0 }, stockLand: plan.stockLand.map { _ in 0 },
        countyQuotaUse: plan.countyQuotaUse.map { _ in [:] })
      #expect(try solver.solve(scenario, startingFrom: plan) == cold, "seed \(seed)")
      #expect(try solver.solve(scenario, startingFrom: empty) == cold, "seed \(seed)")
    }
  }

  private func restrictions(of scenario: Scenario, _ seed: Int) -> [Restriction] {
    let project = seed % scenario.projects.count
    return [
      .supports(project: project), .refuses(project: project),
      .steps(project: project, atLeast: 2),
      .differs(from: [project], atLeast: 1 + seed % 3),
      .goal(seed % scenario.goals.count, noWorseThan: seed % 7),
    ]
  }

  private func keeps(_ plan: Plan, _ restriction: Restriction, _ scenario: Scenario) -> Bool {
    switch restriction {
    case .supports(let project): return plan.supports(project)
    case .refuses(let project): return !plan.supports(project)
    case .steps(let project, let least): return plan.steps[project] >= least
    case .differs(let selection, let least):
      return scenario.projects.indices.count {
        !scenario.projects[$0].needsNothing && plan.supports($0) != selection.contains($0)
      } >= least
    case .goal(let index, let value):
      let reached = Ledger(scenario: scenario, plan: plan).value(of: scenario.goals[index])
      return scenario.goals[index].sense == .maximize ? reached >= value : reached <= value
    }
  }
}
