import GLPKSolver
import LinearProgram
import PlanEnumeration
import Policy
import ReferenceSolver
import Scenario
import Synchronization
import Testing

@Suite("The search, its limits and its goals")
struct AllotmentSearchTests {
  private static let projects = [
    Desk.project("P1", land: 5, investment: 3), Desk.project("P2", land: 5, investment: 4),
    Desk.project("P3", county: 1, land: 5, investment: 9),
    Desk.project("P4", .other, county: 1, land: 2, investment: 1),
  ]

  /// City quota for two of the three municipal projects, county quota for P4.
  private static func scenario(_ change: (inout Scenario) -> Void = { _ in }) -> Scenario {
    Desk.scenario(projects) {
      $0.land.cityQuota = 10 * Desk.mu
      $0.land.countyQuotas = [0, 2 * Desk.mu]
      change(&$0)
    }
  }

  private static func search(_ scenario: Scenario, _ budget: Budget) throws -> Allotment {
    try AllotmentSearch(PolicyModel(scenario), solver: GLPKSolver(), budget: budget).run()
  }

  /// A budget that asks to stop from the n-th question on.
  private static func interrupted(after questions: Int) -> Budget {
    let counter = Counter()
    return Budget(isInterrupted: { counter.next() > questions })
  }

  private final class Counter: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
      count.withLock { count in
        count += 1
        return count
      }
    }
  }

  @Test("a deadline in the past leaves nothing claimed")
  func deadline() throws {
    let allotment = try Self.search(Self.scenario(), Budget(deadline: .now))
    #expect(allotment.status == .unknown && allotment.stop == .timeLimit)
    #expect(allotment.plan == nil && allotment.conflict == nil)
    #expect(!allotment.isTieBreakProved && !allotment.goals.contains(where: \.isProved))
    #expect(allotment.goals.map(\.goal.id) == Goal.defaultOrder.map(\.id))
  }

  /// Wherever the search is stopped, what it claims is true of the proved optimum.
  @Test("an interrupt at any moment leaves honest bounds")
  func interrupts() throws {
    var stopped: Set<String> = []
    for seed in 0..<40 {
      let scenario = TinyScenarios.random(seed: 200_000 + seed)
      let full = try Self.search(scenario, .unlimited)
      for questions in 0..<25 {
        let allotment = try Self.search(scenario, Self.interrupted(after: questions))
        stopped.insert(allotment.status.rawValue)
        Self.expectHonest(allotment, full, "seed \(seed), after \(questions)")
      }
    }
    #expect(stopped.isSuperset(of: ["optimal", "feasible", "infeasible", "unknown"]))
  }

  private static func expectHonest(_ allotment: Allotment, _ full: Allotment, _ name: Comment) {
    #expect((allotment.stop == nil) == [.optimal, .infeasible].contains(allotment.status), name)
    #expect(allotment.status != .optimal || allotment == full, name)
    #expect((allotment.status == .infeasible) ? full.status == .infeasible : true, name)
    #expect((allotment.plan != nil) == [.optimal, .feasible].contains(allotment.status), name)
    if allotment.plan != nil { #expect(full.status == .optimal, name) }
    for (outcome, best) in zip(allotment.goals, full.goals) {
      guard let optimum = best.value else { continue }
      let sign = outcome.goal.sense == .maximize ? 1 : -1
      if outcome.isProved {
        #expect(outcome.value == optimum, name)
      } else {
        // The first goal that is not proved: its bound is no worse than the optimum; later ones claim nothing.
        if let bound = outcome.bound { #expect(sign * bound >= sign * optimum, name) }
        if let value = outcome.value { #expect(sign * value <= sign * optimum, name) }
        break
      }
    }
  }

  @Test(
    "the selection is asked about after the first goal that tells projects apart, and before land is arranged"
  )
  func settlingGoals() {
    func settling(_ change: (inout Scenario) -> Void = { _ in }) -> [String] {
      let scenario = Self.scenario(change)
      return PolicyModel(scenario).settlingGoals.map { scenario.goals[$0].id }
    }
    let all = Self.scenario().goals
    let stock = [StockLot(county: 0, kind: .idle, vintage: 2015, area: 2 * Desk.mu)]
    // Nothing has a merit here; without stock land, new land follows from the selection.
    #expect(settling() == ["investment", "new_land"])
    #expect(settling { $0.land.stock = stock } == ["investment"])
    #expect(settling { ($0.land.stock, $0.goals) = (stock, all.reversed()) } == [])
    // Projects of one investment are not told apart by it.
    let alike = (1...8).map { Desk.project("Q\($0)", land: 5, investment: 3) }
    #expect(settling { $0.projects = alike } == ["new_land"])
    #expect(settling { $0.goals = [] } == [])
  }

  @Test("a budget that is spent before there is a model leaves no model")
  func noModel() {
    let scenario = Self.scenario()
    #expect(PolicyModel(scenario, budget: .unlimited)?.program == PolicyModel(scenario).program)
    for questions in 0..<10 {
      #expect(PolicyModel(scenario, budget: Self.interrupted(after: questions)) == nil)
    }
    let interrupted = AllotmentSearch.unstarted(scenario, Self.interrupted(after: 0))
    #expect(interrupted.status == .unknown && interrupted.stop == .interrupted)
    #expect(interrupted.goals.map(\.goal) == scenario.goals)
    #expect(interrupted.goals.allSatisfy { $0.value == nil && $0.bound == nil })
    #expect(AllotmentSearch.unstarted(scenario, Budget(deadline: .now)).stop == .timeLimit)
  }

  @Test("a deadline and an interrupt are told apart")
  func stopReasons() throws {
    #expect(try Self.search(Self.scenario(), Self.interrupted(after: 0)).stop == .interrupted)
    #expect(try Self.search(Self.scenario(), .unlimited).stop == nil)
  }

  @Test("progress names every goal in order")
  func progress() throws {
    var goals: [Int] = []
    _ = try AllotmentSearch(PolicyModel(Self.scenario()), solver: GLPKSolver()).run { step in
      if case .solving(let goal) = step { goals.append(goal) }
    }
    #expect(goals == Array(Goal.defaultOrder.indices))
    var found = false
    let conflicting = Self.scenario { $0.land.municipalGuarantee = .required }
    _ = try AllotmentSearch(PolicyModel(conflicting), solver: GLPKSolver()).run { step in
      if step == .findingConflict { found = true }
    }
    #expect(found)
  }

  /// 2 × investment − … of goals with weights: land counts 1 for each 1/3 m², P3 is worth its 5 亩 only at a weight above 10,000 ÷ 9.
  @Test("weights and filters of a goal of the scenario's own")
  func ownGoals() throws {
    func goal(_ weight: Int) -> Goal {
      Goal(
        id: "own", title: "自定", sense: .maximize,
        terms: [
          Goal.Term(.investment, weight: weight, filter: Goal.Filter(counties: [1])),
          Goal.Term(.supported, weight: 100, filter: Goal.Filter(levels: [.other])),
        ])
    }
    let scenario = Self.scenario { $0.goals = [goal(3)] }
    let allotment = try Self.search(scenario, .unlimited)
    // P3 and P4 in 乙县: 3 × (9 + 1) + 100. The tie-break then lands P1, which costs the goal nothing.
    #expect(allotment.goals.map(\.value) == [130])
    #expect(allotment.plan?.steps == [1, 0, 1, 1])
  }

  /// P1 and P2 before; the goals want P3 and one of them, so P3 comes in and P2, the better one, stays: two changes.
  @Test("the plan stays near to a baseline where the goals leave a choice")
  func baseline() throws {
    let scenario = Self.scenario {
      $0.baseline = [0, 1]
      $0.goals = [Goal.defaultOrder[0], .nearestToBaseline]
    }
    let free = try Self.search(scenario, .unlimited)
    #expect(free.plan?.steps == [1, 1, 0, 0])
    #expect(free.goals.map(\.value) == [2, 0])
    var bound = scenario
    bound.goals = Goal.defaultOrder + [.nearestToBaseline]
    let allotment = try Self.search(bound, .unlimited)
    #expect(allotment.plan?.steps == [0, 1, 1, 0])
    #expect(allotment.goals.last?.value == 2)
  }

  @Test("without goals the tie-break alone decides")
  func noGoals() throws {
    let allotment = try Self.search(Self.scenario { $0.goals = [] }, .unlimited)
    #expect(allotment.status == .optimal)
    #expect(allotment.plan?.steps == [1, 1, 0, 1])
    let none = try Self.search(
      Desk.scenario([], { $0.goals = Goal.defaultOrder }), .unlimited)
    #expect(none.status == .optimal && none.plan?.steps == [])
  }

  @Test("another solver finds the same plan")
  func referenceSolver() throws {
    let scenario = Self.scenario()
    let reference = try AllotmentSearch(PolicyModel(scenario), solver: ReferenceSolver()).run()
    #expect(try Self.search(scenario, .unlimited) == reference)
  }
}
