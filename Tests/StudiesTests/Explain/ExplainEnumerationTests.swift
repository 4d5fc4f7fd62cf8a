import Accounts
import GLPKSolver
import LinearProgram
import PlanEnumeration
import Policy
import Scenario
import Studies
import Testing

/// Every claim of an explanation, against all plans of tiny scenarios.
@Suite("Explanations of tiny scenarios")
struct ExplainEnumerationTests {
  private let solver = VariantSolver(solver: GLPKSolver())

  /// A scenario's best plan and all plans; `nil` where there is none, or too many.
  private func subject(_ seed: Int) throws -> (StandingPlan, PlanCatalog)? {
    let scenario = TinyScenarios.random(seed: seed)
    guard let catalog = PlanCatalog(scenario), catalog.best != nil else { return nil }
    let standing = StandingPlan(scenario, try solver.solve(scenario))
    return standing.map { ($0, catalog) }
  }

  private func explanation(_ standing: StandingPlan, quotas: [Lever] = []) throws -> Explanation {
    try ExplainStudy(standing, solver: solver).run(
      projects: Array(standing.scenario.projects.indices), quotas: quotas)
  }

  @Test("must-in and interchangeable", arguments: 0..<10)
  func stays(batch: Int) throws {
    for seed in batch * 40..<(batch + 1) * 40 {
      guard let (standing, catalog) = try subject(seed) else { continue }
      let equal = catalog.plans.filter { $0.goals == standing.values }
      for stay in try explanation(standing).stays {
        let without = equal.filter { !$0.plan.supports(stay.project) }
        switch stay.verdict {
        case .mustBeIn: #expect(without.isEmpty, "seed \(seed)")
        case .unknown: Issue.record("seed \(seed)")
        case .interchangeable(let change):
          func changes(_ change: PlanChange) -> Int { change.entering.count + change.leaving.count }
          let all = without.map { PlanChange(from: standing.plan, to: $0.plan) }
          #expect(change.leaving.contains(stay.project), "seed \(seed)")
          #expect(all.contains { $0.leaving == change.leaving && $0.entering == change.entering })
          #expect(all.map(changes).min() == changes(change), "seed \(seed)")
        }
      }
    }
  }

  @Test("what falls and what it costs if a project is forced in", arguments: 0..<10)
  func forced(batch: Int) throws {
    for seed in batch * 40..<(batch + 1) * 40 {
      guard let (standing, catalog) = try subject(seed) else { continue }
      for entry in try explanation(standing).entries {
        let best = catalog.best { $0.supports(entry.project) }
        switch entry.forced {
        case nil: #expect(best == nil, "seed \(seed)")
        case .unknown?: Issue.record("seed \(seed)")
        case .impossible?: #expect(best == nil, "seed \(seed)")
        case .plan(let plan)?:
          #expect(plan.goals == best?.goals, "seed \(seed)")
          #expect(plan.change == best.map { PlanChange(from: standing.plan, to: $0.plan) })
        }
      }
    }
  }

  @Test(
    "a remedy suffices, no notch of it can be spared, and its effect is the changed optimum",
    arguments: 0..<10)
  func remedies(batch: Int) throws {
    for seed in batch * 40..<(batch + 1) * 40 {
      guard let (standing, _) = try subject(seed) else { continue }
      for entry in try explanation(standing).entries {
        guard case .grants(let granted, let effect)? = entry.remedy else { continue }
        guard let changed = catalog(standing, granted) else { continue }
        #expect(changed.plans.contains { standing.isKept(by: $0.plan, landing: entry.project) })
        for (place, grant) in granted.enumerated() {
          var less = granted
          less[place].amount -= grant.lever.unit(standing.model)
          guard let fewer = catalog(standing, less) else { continue }
          let keeps = fewer.plans.contains { standing.isKept(by: $0.plan, landing: entry.project) }
          #expect(!keeps, "seed \(seed) \(grant)")
        }
        check(effect, of: entry.project, standing, changed, seed)
      }
    }
  }

  private func check(
    _ effect: Entry.Effect, of project: Int, _ standing: StandingPlan, _ changed: PlanCatalog,
    _ seed: Int
  ) {
    let best = changed.best
    let change = best.map { PlanChange(from: standing.plan, to: $0.plan) }
    switch effect {
    case .unknown: Issue.record("seed \(seed)")
    case .lands(let found):
      #expect(best?.plan.supports(project) == true, "seed \(seed)")
      #expect(found.goals == best?.goals && found.change == change, "seed \(seed)")
    case .prefersOthers(let found, let lockedIn):
      #expect(best?.plan.supports(project) == false, "seed \(seed)")
      #expect(found.goals == best?.goals && found.change == change, "seed \(seed)")
      #expect(lockedIn.goals == changed.best { $0.supports(project) }?.goals, "seed \(seed)")
    }
  }

  /// All plans of the scenario with grants; `nil` where there are too many.
  private func catalog(_ standing: StandingPlan, _ granted: [Entry.Granted]) -> PlanCatalog? {
    var changed = standing.scenario
    for grant in granted { grant.lever.apply(grant.amount, to: &changed) }
    return PlanCatalog(changed)
  }

  @Test("nothing short, no grant, and what stands in the way", arguments: 0..<10)
  func otherRemedies(batch: Int) throws {
    for seed in batch * 40..<(batch + 1) * 40 {
      guard let (standing, catalog) = try subject(seed) else { continue }
      for entry in try explanation(standing).entries {
        let kept = catalog.plans.contains { standing.isKept(by: $0.plan, landing: entry.project) }
        switch entry.remedy {
        case .nothingShort?: #expect(kept, "seed \(seed)")
        case nil, .grants?, .excluded?, .requires?, .impossible?: #expect(!kept, "seed \(seed)")
        case .unknown?: Issue.record("seed \(seed)")
        }
      }
    }
  }

  @Test("steps of quotas are the least amounts, and the plan there is the best", arguments: 0..<10)
  func quotas(batch: Int) throws {
    for seed in batch * 20..<(batch + 1) * 20 {
      guard let (standing, _) = try subject(seed) else { continue }
      let levers = Lever.quotas(standing.model)
        .filter { if case .ringFence = $0 { false } else { true } }
      for worth in try explanation(standing, quotas: levers).quotas {
        func best(with amount: Int) -> PlanEnumeration.Best? {
          catalog(standing, [Entry.Granted(lever: worth.lever, amount: amount)])?.best
        }
        switch worth.verdict {
        case .unknown: Issue.record("seed \(seed)")
        case .ample, .noGain:
          let large = isReserve(worth.lever) ? 0 : 3 * worth.unit
          if let best = best(with: large) {
            #expect(best.goals == standing.values, "seed \(seed) \(worth)")
          }
        case .steps(let steps):
          for step in steps { check(step, worth, standing, best, seed) }
        }
      }
    }
  }

  /// A reserve cannot be lowered below nothing.
  private func isReserve(_ lever: Lever) -> Bool { lever == .zoneReserve }

  private func check(
    _ step: QuotaStep, _ worth: QuotaWorth, _ standing: StandingPlan,
    _ best: (Int) -> PlanEnumeration.Best?, _ seed: Int
  ) {
    if let there = best(step.amount) {
      #expect(step.best.goals == there.goals, "seed \(seed) \(worth.lever)")
      #expect(step.best.change == PlanChange(from: standing.plan, to: there.plan), "seed \(seed)")
      #expect(standing.firstDifference(there.goals)?.goal == step.goal, "seed \(seed)")
    }
    if let before = best(step.amount - worth.unit) {
      let first = standing.firstDifference(before.goals)?.goal ?? .max
      #expect(first > step.goal, "seed \(seed) \(worth.lever)")
    }
  }

  @Test("the largest size fits, and the next one does not", arguments: 0..<10)
  func sizes(batch: Int) throws {
    for seed in batch * 40..<(batch + 1) * 40 {
      guard let (standing, _) = try subject(seed) else { continue }
      for entry in try explanation(standing).entries {
        guard let size = entry.largestSize else { continue }
        #expect(size == 0 || fits(entry.project, size, standing), "seed \(seed) \(size)")
        if size < Ledger.wholeSize {
          #expect(!fits(entry.project, size + 1, standing), "seed \(seed) \(size)")
        }
      }
    }
  }

  /// Whether the plan stays legal with a project added in some size, by the ledger of that plan.
  private func fits(_ project: Int, _ size: Int, _ standing: StandingPlan) -> Bool {
    var scenario = standing.scenario
    scenario.projects[project] = scenario.projects[project].scaled(to: size)
    let (facts, land) = (scenario.projects[project], scenario.projects[project].landThisYear)
    func clauses(stock: Int, county: Int) -> Set<String> {
      var plan = standing.plan
      plan.steps[project] = 1
      plan.stockLand[project] = stock
      if county > 0 { plan.countyQuotaUse[facts.county][facts.level, default: 0] += county }
      // Land in another size need not be a multiple of the land step, nor do what it leaves.
      return Set(Ledger(scenario: scenario, plan: plan).violations.map(\.clause)).subtracting([
        "A-5"
      ])
    }
    // As much stock land as the county has for it.
    var (stock, over) = (0, land + 1)
    while over - stock > 1 {
      let middle = (stock + over) / 2
      let isTooMuch = !clauses(stock: middle, county: 0).isDisjoint(with: ["L-2", "S-1"])
      if isTooMuch { over = middle } else { stock = middle }
    }
    let rest = land - stock
    let left = scenario.land.countyQuota(facts.county) - standing.ledger.totals.county[facts.county]
    return [0, rest, min(rest, max(left, 0))].contains { clauses(stock: stock, county: $0).isEmpty }
  }
}
