import Accounts
import GLPKSolver
import LinearProgram
import PlanEnumeration
import Scenario
import Studies
import Testing

/// What is said of two plans, against the plans themselves.
@Suite("Comparison of two solved scenarios")
struct ComparisonTests {
  private let solver = VariantSolver(solver: GLPKSolver())

  private func solved(_ scenario: Scenario) throws -> AccountedCase {
    AccountedCase(scenario, try solver.solve(scenario))
  }

  @Test("a scenario does not differ from itself")
  func itself() throws {
    for seed in 0..<150 {
      let subject = try solved(TinyScenarios.random(seed: seed))
      let comparison = Comparison(subject, subject)
      #expect(!comparison.hasDifferences && comparison.isProved, "seed \(seed)")
      #expect(comparison.changes.isEmpty && comparison.droppedInSpiteOfMore.isEmpty)
      #expect(comparison.limits.allSatisfy { !$0.hasOtherBound && $0.base == $0.variant })
      #expect(comparison.counties.allSatisfy { $0.base == $0.variant })
      #expect(
        !comparison.shift.isLooser && !comparison.shift.isTighter && !comparison.shift.hasOther)
      if subject.ledger != nil {
        #expect(comparison.verdict == .samePlan, "seed \(seed)")
        #expect(comparison.goals.allSatisfy { $0.certainty == .equal && $0.difference == 0 })
      }
    }
  }

  @Test("exchanging the two exchanges gains and losses", arguments: 0..<ScenarioPairs.kinds)
  func mirrored(kind: Int) throws {
    for seed in 0..<40 {
      let scenario = TinyScenarios.random(seed: seed)
      let base = try solved(scenario)
      let variant = try solved(ScenarioPairs.variant(of: scenario, kind))
      let (there, back) = (Comparison(base, variant), Comparison(variant, base))
      #expect(there.verdict == mirror(back.verdict), "seed \(seed)")
      #expect(there.hasDifferences == back.hasDifferences, "seed \(seed)")
      #expect(there.shift.isLooser == back.shift.isTighter, "seed \(seed)")
      #expect(there.shift.hasOther == back.shift.hasOther, "seed \(seed)")
      #expect(there.projects.map(\.id) == back.projects.map(\.id))
      #expect(there.projects.map(\.kind) == back.projects.map { mirror($0.kind) })
      let differences = Dictionary(uniqueKeysWithValues: back.goals.map { ($0.id, $0.difference) })
      for goal in there.goals {
        #expect(goal.difference == differences[goal.id]?.map { -$0 }, "seed \(seed) \(goal.id)")
      }
      for county in there.counties {
        let other = back.counties.first { $0.name == county.name }
        #expect(other?.base == county.variant && other?.variant == county.base)
      }
      #expect(there.limits.count == back.limits.count)
      #expect(there.limits.count { $0.hasOtherBound } == back.limits.count { $0.hasOtherBound })
    }
  }

  @Test("gains, losses and totals are those of the plans", arguments: 0..<ScenarioPairs.kinds)
  func plans(kind: Int) throws {
    for seed in 40..<80 {
      let scenario = TinyScenarios.random(seed: seed)
      let base = try solved(scenario)
      let variant = try solved(ScenarioPairs.variant(of: scenario, kind))
      guard let old = base.allotment.plan, let new = variant.allotment.plan else { continue }
      let comparison = Comparison(base, variant)
      var before: [String: Int] = [:]
      var after: [String: Int] = [:]
      for (project, steps) in zip(base.scenario.projects, old.steps) { before[project.id] = steps }
      for (project, steps) in zip(variant.scenario.projects, new.steps) {
        after[project.id] = steps
      }
      for change in comparison.projects {
        let (first, second) = (before[change.id] ?? 0, after[change.id] ?? 0)
        let kind: ProjectChange.Kind =
          first == second
          ? .same : first == 0 ? .enters : second == 0 ? .leaves : first < second ? .more : .less
        #expect(change.kind == kind, "seed \(seed) \(change.id)")
        #expect((change.loss != nil) == kind.isLoss)
        #expect((change.loss == .absent) == (kind.isLoss && after[change.id] == nil))
      }
      let landed = comparison.counties.reduce(0) { $0 + ($1.variant?.landed ?? 0) }
      #expect(landed == new.steps.count { $0 > 0 })
      #expect(comparison.projects.count == Set(before.keys).union(after.keys).count)
    }
  }

  @Test("a tie is a plan that stands in the other scenario and is worth as much there")
  func ties() throws {
    var found = 0
    for seed in 0..<120 {
      let scenario = TinyScenarios.random(seed: seed)
      let changed = ScenarioPairs.variant(of: scenario, seed % ScenarioPairs.kinds)
      let (base, variant) = (try solved(scenario), try solved(changed))
      guard base.ledger != nil, variant.ledger != nil else { continue }
      let comparison = Comparison(base, variant)
      guard comparison.verdict != .samePlan else { continue }
      var isTie = (inBase: false, inVariant: false)
      if case .tie(let inBase, let inVariant) = comparison.verdict {
        isTie = (inBase, inVariant)
        found += 1
      }
      if let expected = stands(base, in: variant, comparison.match) {
        #expect(isTie.inVariant == expected, "seed \(seed)")
      }
      if let expected = stands(variant, in: base, comparison.match.reversed) {
        #expect(isTie.inBase == expected, "seed \(seed)")
      }
    }
    #expect(found > 0)
  }

  @Test("the order of counties decides nothing but ties")
  func counties() throws {
    for seed in 0..<80 {
      let scenario = TinyScenarios.random(seed: seed)
      let base = try solved(scenario)
      let verdict = Comparison(base, try solved(ScenarioPairs.reversingCounties(scenario))).verdict
      guard base.ledger != nil else { continue }
      #expect([.samePlan, .tie(inBase: true, inVariant: true)].contains(verdict), "seed \(seed)")
    }
  }

  /// Whether the plan of a case is among the best of another by enumeration; `nil` where that has too many plans.
  private func stands(
    _ subject: AccountedCase, in other: AccountedCase, _ match: ScenarioMatch
  ) -> Bool? {
    guard let own = subject.ledger, let moved = match.plan(own.plan) else { return false }
    let plan = Ledger(scenario: other.scenario, plan: moved).plan
    let isIt: (Plan) -> Bool = {
      Ledger(scenario: other.scenario, plan: $0).plan == plan
    }
    guard let all = PlanEnumeration(scenario: other.scenario, limit: 6_000).run(),
      let one = PlanEnumeration(scenario: other.scenario, limit: 6_000, where: isIt).run()
    else { return nil }
    return one.best != nil && one.best?.goals == all.best?.goals
  }

  private func mirror(_ verdict: Verdict) -> Verdict {
    switch verdict {
    case .tie(let inBase, let inVariant): .tie(inBase: inVariant, inVariant: inBase)
    case .noPlan(let base, let variant): .noPlan(base: variant, variant: base)
    default: verdict
    }
  }

  private func mirror(_ kind: ProjectChange.Kind) -> ProjectChange.Kind {
    switch kind {
    case .enters: .leaves
    case .leaves: .enters
    case .more: .less
    case .less: .more
    case .same: .same
    }
  }
}
