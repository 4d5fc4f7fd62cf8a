import Accounts
import GLPKSolver
import LinearProgram
import Policy
import SampleScenarios
import Scenario
import Studies
import Synchronization
import Testing

/// Claims of explanations of larger scenarios, each solved once more from a cold start.
@Suite("Explanations solved again")
struct ExplainColdTests {
  private let solver = VariantSolver(solver: GLPKSolver())

  private func standing(_ seed: Int) throws -> StandingPlan? {
    let scenario = SampleScenarios.random(seed: seed)
    return StandingPlan(scenario, try solver.solve(scenario))
  }

  private func changed(_ standing: StandingPlan, _ lever: Lever, by amount: Int) -> Scenario {
    var scenario = standing.scenario
    lever.apply(amount, to: &scenario)
    return scenario
  }

  @Test("steps of quotas", arguments: 0..<6)
  func steps(seed: Int) throws {
    guard let standing = try standing(seed) else { return }
    let levers = Lever.quotas(standing.model).filter {
      if case .ringFence = $0 { false } else { true }
    }
    let worths = try QuotaStudy(standing).worths(levers, solver)
    for worth in worths {
      guard case .steps(let steps) = worth.verdict else {
        #expect(worth.verdict != .unknown)
        continue
      }
      for step in steps {
        let there = try solver.solve(changed(standing, worth.lever, by: step.amount))
        #expect(there.goals.map(\.value) == step.best.goals, "\(worth.lever)")
        let before = try solver.solve(
          changed(standing, worth.lever, by: step.amount - worth.unit))
        let first = standing.firstDifference(before.goals.compactMap(\.value))?.goal ?? .max
        #expect(first > step.goal, "\(worth.lever)")
      }
    }
  }

  @Test("entries: forced in, remedied, locked in", arguments: 0..<6)
  func entries(seed: Int) throws {
    guard let standing = try standing(seed) else { return }
    let study = EntryStudy(standing)
    for project in standing.scenario.projects.indices where study.isLeftOut(project) {
      guard let entry = try study.entry(project, solver), entry.forced != nil else { continue }
      var locked = standing.scenario
      locked.projects[project].lock = .lockedIn
      let forced = try solver.solve(locked)
      switch entry.forced {
      case .plan(let plan)?: #expect(forced.goals.map(\.value) == plan.goals)
      default: #expect(entry.forced == .impossible && forced.status == .infeasible)
      }
      guard case .grants(let granted, let effect)? = entry.remedy else { continue }
      var changed = standing.scenario
      for grant in granted { grant.lever.apply(grant.amount, to: &changed) }
      let best = try solver.solve(changed)
      switch effect {
      case .lands(let found), .prefersOthers(let found, _):
        #expect(best.goals.map(\.value) == found.goals)
      case .unknown: Issue.record("\(project)")
      }
    }
  }

  @Test(
    "whoever must be in costs something when locked out, whoever is interchangeable nothing",
    arguments: 0..<6)
  func stays(seed: Int) throws {
    guard let standing = try standing(seed) else { return }
    let stays = try StayStudy(standing).stays(standing.selection.sorted(), solver)
    for stay in stays {
      var scenario = standing.scenario
      scenario.projects[stay.project].lock = .lockedOut
      let without = try solver.solve(scenario)
      let isEqual = without.goals.map(\.value) == standing.values
      #expect(isEqual == (stay.verdict != .mustBeIn), "\(stay)")
    }
  }

  @Test("the number of threads changes nothing")
  func threads() throws {
    guard let standing = try standing(1) else { return }
    let levers = Lever.quotas(standing.model)
    let explanations = try [1, 2].map { threads in
      try ExplainStudy(
        standing,
        solver: VariantSolver(solver: GLPKSolver(), options: SolverOptions(threads: threads))
      ).run(projects: Array(standing.scenario.projects.indices), quotas: levers)
    }
    #expect(explanations[0] == explanations[1])
  }

  @Test("a spent budget leaves everything that needs a search unknown")
  func spent() throws {
    guard let standing = try standing(1) else { return }
    let spent = VariantSolver(
      solver: GLPKSolver(), budget: Budget(isInterrupted: { true }))
    let explanation = try ExplainStudy(standing, solver: spent).run(
      projects: Array(standing.scenario.projects.indices), quotas: Lever.quotas(standing.model))
    #expect(!explanation.isProved)
    for entry in explanation.entries where entry.forced != nil {
      #expect(entry.forced == .unknown)
    }
  }

  @Test("what is asked of supported projects is answered before the others", arguments: 0..<6)
  func order(seed: Int) throws {
    guard let standing = try standing(seed) else { return }
    let isInterrupted = Mutex(false)
    let solver = VariantSolver(
      solver: GLPKSolver(), options: SolverOptions(threads: 1),
      budget: Budget(isInterrupted: { isInterrupted.withLock(\.self) }))
    let explanation = try ExplainStudy(standing, solver: solver).run(
      projects: Array(standing.scenario.projects.indices), quotas: []
    ) { _, _ in isInterrupted.withLock { $0 = true } }
    #expect(explanation.stays.allSatisfy { $0.verdict != .unknown })
    for entry in explanation.entries where entry.forced != nil {
      #expect(entry.forced == .unknown)
    }
  }
}
