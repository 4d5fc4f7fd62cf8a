import Accounts
import Foundation
import GLPKSolver
import LinearProgram
import PlanEnumeration
import Policy
import SampleScenarios
import Scenario
import Studies
import Testing

/// The answer about risk, against all plans of every sample of tiny scenarios.
@Suite("Risk of tiny scenarios")
struct RiskStudyTests {
  private func study(
    _ scenario: Scenario, _ sampler: ScenarioSampler, threads: Int = 1,
    budget: Budget = .unlimited
  ) throws -> (study: RiskStudy, base: Allotment) {
    let base = try VariantSolver(solver: GLPKSolver()).solve(scenario)
    return (
      RiskStudy(
        scenario, sampler: sampler, base: base.plan,
        solver: VariantSolver(
          solver: GLPKSolver(), options: SolverOptions(threads: threads), budget: budget)), base
    )
  }

  /// A tiny scenario with ranges that keep its arrangements of land in whole 亩, as the enumeration needs them.
  private func uncertain(_ seed: Int) -> (Scenario, [Variation]) {
    var scenario = TinyScenarios.random(seed: seed)
    var amounts: [(Variation.Amount, Variation.Range)] = [(.investment, .relative(-5_000...9_000))]
    for resource in scenario.resources.indices {
      amounts.append((.demand(resource), .relative(-6_000...12_000)))
      amounts.append((.cityCap(resource), .absolute(2...16)))
      amounts.append((.countyCap(resource), .relative(-5_000...5_000)))
    }
    if seed % 2 == 0 {
      // Without stock land and county quotas there is nothing to arrange, and areas may take any value.
      scenario.land.stock = []
      scenario.land.countyQuotas = []
      scenario.land.developmentZoneReserve = 0
      amounts += [
        (.landThisYear, .relative(-4_000...8_000)), (.farmland, .relative(-9_000...2_000)),
        (.cityQuota, .relative(-5_000...5_000)), (.provincialQuota, .absolute(0...12_345)),
      ]
    }
    let variations = amounts.enumerated().map { number, amount in
      Variation(
        id: "v\(number)", amount: amount.0, range: amount.1,
        distribution: number % 2 == 0 ? .uniform : .triangular, isShared: seed % 3 == 0)
    }
    return (scenario, variations)
  }

  @Test("every sample is solved as enumeration solves it, and the counts add up", arguments: 0..<12)
  func enumeration(batch: Int) throws {
    var judged = 0
    for seed in batch * 25..<(batch + 1) * 25 {
      let (scenario, variations) = uncertain(seed)
      let sampler = ScenarioSampler(scenario, variations, seed: UInt64(seed))
      let (study, base) = try study(scenario, sampler, threads: 1 + seed % 2)
      let result = try study.run(samples: 5)
      #expect(result.isComplete && result.samples.map(\.number) == [1, 2, 3, 4, 5])
      var landed = scenario.projects.map { _ in 0 }
      var held = result.candidates.map { _ in 0 }
      for (place, sample) in result.samples.enumerated() {
        let drawn = sampler.sample(sample.number)
        let all = PlanEnumeration(scenario: drawn, limit: 6_000)
        guard let truth = all.run() else { continue }
        judged += 1
        #expect(sample.best?.steps == truth.best?.plan.steps, "seed \(seed) \(sample.number)")
        #expect(sample.best?.goals == truth.best?.goals, "seed \(seed) \(sample.number)")
        for (index, candidate) in result.candidates.enumerated() {
          let kept = PlanEnumeration(scenario: drawn, limit: 6_000) { $0.steps == candidate.steps }
          guard let legal = kept.run()?.legal else { continue }
          #expect(candidate.holds[place] == (legal > 0), "seed \(seed) \(sample.number)")
          if legal > 0 { held[index] += 1 }
        }
        guard let best = truth.best else { continue }
        for project in landed.indices where best.plan.supports(project) { landed[project] += 1 }
        checkGuarantee(sample, drawn, best.plan)
      }
      #expect(result.landed(of: scenario) == landed, "seed \(seed)")
      #expect(result.candidates.map(\.held) == held, "seed \(seed)")
      #expect(result.plans.count + result.withoutPlan == 5)
      #expect(result.candidates.reduce(0) { $0 + $1.best } <= result.plans.count)
      checkCandidates(result, scenario, base, seed)
    }
    #expect(judged > 40)
  }

  private func checkGuarantee(_ sample: RiskSample, _ drawn: Scenario, _ plan: Plan) {
    let merit = MeritScore.scores(of: drawn)
    func entitled(_ level: Level, _ need: KeyPath<Project, Int>) -> [Int] {
      drawn.projects.indices.filter { index in
        let project = drawn.projects[index]
        let isLow = drawn.merit?.threshold.map { (merit[index]?.total ?? $0) < $0 } ?? false
        return project.level == level && project[keyPath: need] > 0 && project.conformsToPlans
          && project.isApproved && project.lock != .lockedOut && !isLow
      }
    }
    let municipal = sample.best?.guarantees[.municipalLand]
    let land = entitled(.municipal, \.landThisYear)
    #expect(municipal?.entitled == land.count)
    #expect(municipal?.broken == land.count { !plan.supports($0) })
    let provincial = sample.best?.guarantees[.provincialFarmland]
    let onFarmland = drawn.farmland.banks.isEmpty ? [] : entitled(.provincial, \.farmland)
    #expect(provincial?.entitled == onFarmland.count)
    #expect(provincial?.broken == onFarmland.count { isShort($0, drawn, plan) })
  }

  /// Whether a project is left out that everything but compensation farmland would suffice for, or more than that is missing: in the
  /// scenario with banks that never run dry it lacks something else, or nothing.
  private func isShort(_ project: Int, _ drawn: Scenario, _ plan: Plan) -> Bool {
    func shortages(_ scenario: Scenario) -> Int? {
      let refusal = Ledger(scenario: scenario, plan: plan).refusals()[project]
      guard let refusal else { return nil }
      switch refusal {
      case .shortage(let all): return all.count
      case .notChosen: return 0
      default: return nil
      }
    }
    var rich = drawn
    let plenty = BankAmounts(quantity: 1_000_000_000, paddy: 1_000_000_000, grain: 1_000_000_000)
    for bank in rich.farmland.banks.indices {
      rich.farmland.banks[bank].opening = plenty
      rich.farmland.banks[bank].added = rich.farmland.banks[bank].task
    }
    rich.farmland.ringFence.provincialMayUseRest = true
    guard let now = shortages(drawn), let then = shortages(rich) else { return false }
    return now > then
  }

  @Test(
    "the plan as stated, carried out unchanged, breaks something exactly where no legal plan has its projects and stock land"
  )
  func unchanged() throws {
    var compared: [Bool] = []
    for seed in 0..<300 {
      let (scenario, variations) = uncertain(seed)
      let sampler = ScenarioSampler(scenario, variations, seed: 5)
      let (study, base) = try study(scenario, sampler)
      guard let plan = base.plan else { continue }
      for sample in try study.run(samples: 4).samples {
        compared += checkUnchanged(sample, sampler.sample(sample.number), plan, "seed \(seed)")
      }
    }
    #expect(
      compared.count { $0 } > 40 && compared.count { !$0 } > 15,
      "\(compared.count { $0 }) \(compared.count { !$0 })")
  }

  /// The base plan carried out unchanged breaks nothing only where enumeration finds a legal plan with its projects and stock land.
  ///
  /// - Returns: whether it breaks nothing, where that was found to be so by both; nothing where there was nothing to compare.
  private func checkUnchanged(_ sample: RiskSample, _ drawn: Scenario, _ base: Plan, _ seed: String)
    -> [Bool]
  {
    let stock = drawn.projects.indices.map { index in
      min(
        base.stockLand[index],
        drawn.projects[index].landThisYear / drawn.projects[index].steps * base.steps[index])
    }
    let kept = PlanEnumeration(scenario: drawn, limit: 6_000) {
      $0.steps == base.steps && $0.stockLand == stock
    }
    guard let legal = kept.run()?.legal, let broken = sample.broken else { return [] }
    if broken.isEmpty { #expect(legal > 0, "\(seed)") }
    // Where there is no county quota, or it is for those alone who have nothing else, there is only one way to draw it.
    let hasNone = drawn.land.countyQuotas.allSatisfy { $0 == 0 }
    let hasNoChoice =
      !drawn.land.keyProjectsMayUseCountyQuota && drawn.land.cityQuotaAlsoFor.isEmpty
    guard hasNone || hasNoChoice else {
      return []
    }
    #expect(broken.isEmpty == (legal > 0), "\(seed) \(broken)")
    return [broken.isEmpty]
  }

  /// What a selection is worth as stated, and the order of the selections, by enumeration.
  private func checkCandidates(
    _ result: RiskResult, _ scenario: Scenario, _ base: Allotment, _ seed: Int
  ) {
    #expect(result.candidates.count { $0.isBase } == (base.plan == nil ? 0 : 1))
    var keys: [[Int]] = []
    for candidate in result.candidates {
      let kept = PlanEnumeration(scenario: scenario, limit: 6_000) { $0.steps == candidate.steps }
      guard let truth = kept.run() else { return }
      guard let best = truth.best else {
        #expect(candidate.baseCase == .impossible, "seed \(seed)")
        keys.append([-candidate.held, 1])
        continue
      }
      #expect(candidate.baseCase == .goals(best.goals), "seed \(seed)")
      let costs = zip(scenario.goals, best.goals).map { $0.sense == .maximize ? -$1 : $1 }
      keys.append([-candidate.held, 0] + costs)
    }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) })
  }

  @Test("nothing depends on the number of threads, nor on how many samples are asked for")
  func threads() throws {
    for seed in 0..<6 {
      let scenario = SampleScenarios.random(seed: seed)
      let sampler = ScenarioSampler(
        scenario, ScenarioSampler.spread(2_000, over: scenario), seed: 3)
      let one = try study(scenario, sampler, threads: 1).study.run(samples: 9)
      let two = try study(scenario, sampler, threads: 2).study.run(samples: 9)
      let many = try study(scenario, sampler, threads: 7).study.run(samples: 9)
      #expect(one == two && one == many, "seed \(seed)")
      let few = try study(scenario, sampler).study.run(samples: 4)
      #expect(few.samples == Array(one.samples.prefix(4)), "seed \(seed)")
    }
  }

  @Test("without any spread every frequency is none or all, and the plan as stated holds")
  func noSpread() throws {
    for seed in 0..<60 {
      let scenario = TinyScenarios.random(seed: seed)
      let sampler = ScenarioSampler(scenario, ScenarioSampler.spread(0, over: scenario), seed: 1)
      let (study, base) = try study(scenario, sampler)
      let result = try study.run(samples: 3)
      #expect(
        result.landed(of: scenario)
          == scenario.projects.indices.map { base.plan?.supports($0) == true ? 3 : 0 })
      #expect(result.withoutPlan == (base.plan == nil ? 3 : 0))
      #expect(result.candidates.map(\.held) == (base.plan == nil ? [] : [3]), "seed \(seed)")
      #expect(result.samples.allSatisfy { $0.broken == (base.plan == nil ? nil : []) })
      #expect(result.overruns { _ in true } == (base.plan == nil ? nil : 0), "seed \(seed)")
      #expect(result.plans.allSatisfy { $0.goals == base.goals.map { $0.value ?? 0 } })
    }
  }

  @Test("larger random scenarios: a cold start finds the same, and what holds can be carried out")
  func cold() throws {
    for seed in 0..<8 {
      let scenario = SampleScenarios.random(seed: seed)
      let sampler = ScenarioSampler(
        scenario, ScenarioSampler.spread(3_000, over: scenario), seed: UInt64(seed))
      let result = try study(scenario, sampler).study.run(samples: 4)
      for (place, sample) in result.samples.enumerated() {
        let drawn = sampler.sample(sample.number)
        let cold = try AllotmentSearch(PolicyModel(drawn), solver: GLPKSolver()).run()
        #expect(sample.best?.steps == cold.plan?.steps, "seed \(seed) \(sample.number)")
        for candidate in result.candidates {
          let restrictions = candidate.steps.enumerated().flatMap { project, steps in
            steps == 0
              ? [Restriction.refuses(project: project)]
              : [.supports(project: project), .steps(project: project, atLeast: steps)]
          }
          let kept = try VariantSolver(solver: GLPKSolver()).solve(drawn, under: restrictions)
          // Every indivisible project: the restrictions say the whole selection.
          if zip(candidate.steps, drawn.projects).allSatisfy({ $0 == 0 || $0 == $1.steps }) {
            #expect(candidate.holds[place] == (kept.plan != nil), "seed \(seed)")
          }
        }
      }
    }
  }

  @Test("the plan that holds best holds in no fewer samples than any other that is best in one")
  func holdsBest() throws {
    for seed in 20..<26 {
      let scenario = SampleScenarios.random(seed: seed)
      let sampler = ScenarioSampler(
        scenario, ScenarioSampler.spread(1_500, over: scenario), seed: UInt64(seed))
      let (study, base) = try study(scenario, sampler)
      let result = try study.run(samples: 6)
      let best = result.plans.map(\.steps) + (base.plan.map { [$0.steps] } ?? [])
      #expect(Set(best) == Set(result.candidates.map(\.steps)), "seed \(seed)")
      #expect(result.candidates.reduce(0) { $0 + $1.best } == result.plans.count)
      for steps in best {
        let held = try (1...6).count { number in
          let drawn = sampler.sample(number)
          let restrictions = drawn.projects.indices.flatMap { project -> [Restriction] in
            steps[project] == 0
              ? [.refuses(project: project)]
              : [.supports(project: project), .steps(project: project, atLeast: steps[project])]
          }
          // Fewer steps are not the selection: with the most of each asked for, only it is left.
          guard zip(steps, drawn.projects).allSatisfy({ $0 == 0 || $0 == $1.steps }) else {
            return false
          }
          return try VariantSolver(solver: GLPKSolver()).solve(drawn, under: restrictions).plan
            != nil
        }
        #expect(held <= result.holdsBest?.held ?? 0, "seed \(seed)")
      }
    }
  }

  @Test("out of time, what is left is what is found for fewer samples")
  func outOfTime() throws {
    let scenario = SampleScenarios.random(seed: 2)
    let sampler = ScenarioSampler(scenario, ScenarioSampler.spread(2_000, over: scenario), seed: 3)
    var lengths: Set<Int> = []
    for asks in [0, 1, 5, 20, 60, 150, 400, 1_000, 3_000, 100_000] {
      let countdown = Countdown(asks)
      let budget = Budget(isInterrupted: { countdown.isOver() })
      let part = try study(scenario, sampler, budget: budget).study.run(samples: 8)
      var fewer = try study(scenario, sampler).study.run(samples: part.samples.count)
      fewer.requested = 8
      #expect(part == fewer, "\(asks)")
      #expect(part.isComplete == (part.samples.count == 8))
      #expect(part.candidates.allSatisfy { $0.holds.count == part.samples.count })
      lengths.insert(part.samples.count)
    }
    #expect(lengths.contains(0) && lengths.contains(8) && lengths.count > 2, "\(lengths)")
  }

  @Test("quartiles are values of the list")
  func quartiles() {
    #expect(Distribution([]) == nil)
    #expect(Distribution([5]).map { [$0.least, $0.lowerQuartile, $0.greatest] } == [5, 5, 5])
    let four = Distribution([40, 10, 30, 20])
    #expect(
      four.map { [$0.least, $0.lowerQuartile, $0.median, $0.upperQuartile, $0.greatest] }
        == [10, 10, 20, 30, 40])
    let hundred = Distribution(Array((1...100).reversed()))
    #expect(hundred.map { [$0.lowerQuartile, $0.median, $0.upperQuartile] } == [25, 50, 75])
  }
}

/// A budget that ends after so many questions.
private final class Countdown: @unchecked Sendable {
  private let lock = NSLock()
  private var left: Int

  init(_ left: Int) { self.left = left }

  func isOver() -> Bool {
    lock.withLock {
      left -= 1
      return left < 0
    }
  }
}
