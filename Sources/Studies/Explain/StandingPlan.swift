public import Accounts
internal import LinearProgram
public import Policy
public import Scenario

/// A proved best plan that questions are asked about, with all that the answers need of it.
public struct StandingPlan: Sendable {
  public let scenario: Scenario
  public let model: PolicyModel
  public let plan: Plan
  /// Value of each goal, in its smallest unit.
  public let values: [Int]
  /// The same, as they were proved.
  let outcomes: [GoalOutcome]
  public let ledger: Ledger
  /// Indices of the supported projects.
  public let selection: Set<Int>

  /// The plan of an outcome; `nil` unless it is proved best, goal by goal and in the tie-break.
  public init?(_ scenario: Scenario, _ allotment: Allotment) {
    guard allotment.status == .optimal, let plan = allotment.plan else { return nil }
    self.scenario = scenario
    model = PolicyModel(scenario)
    self.plan = plan
    outcomes = allotment.goals
    values = outcomes.compactMap(\.value)
    ledger = Ledger(scenario: scenario, plan: plan)
    selection = Set(plan.steps.indices.filter { plan.supports($0) })
  }

  /// The program of all plans that are as good as this one in every goal.
  var equals: IntegerProgram { model.program(lockingGoalsAt: values) }

  /// The first goal in which other values differ, and by how much; `nil` if none does.
  public func firstDifference(_ others: [Int]) -> (goal: Int, change: Int)? {
    for (goal, (own, other)) in zip(values, others).enumerated() where own != other {
      return (goal, other - own)
    }
    return nil
  }
}

/// What changes for projects from one plan to another, by index, ascending.
public struct PlanChange: Sendable, Equatable {
  /// Projects that come in, and projects that fall out.
  public var entering: [Int]
  public var leaving: [Int]
  /// Divisible projects that stay with more steps, or with fewer.
  public var growing: [Int]
  public var shrinking: [Int]

  public init(from old: Plan, to new: Plan) {
    let steps = zip(old.steps, new.steps).enumerated()
    entering = steps.filter { $1.0 == 0 && $1.1 > 0 }.map(\.offset)
    leaving = steps.filter { $1.0 > 0 && $1.1 == 0 }.map(\.offset)
    growing = steps.filter { $1.0 > 0 && $1.1 > $1.0 }.map(\.offset)
    shrinking = steps.filter { $1.1 > 0 && $1.1 < $1.0 }.map(\.offset)
  }

  /// Whether no project is worse off.
  public var harmsNobody: Bool { leaving.isEmpty && shrinking.isEmpty }
}

/// Another best plan of something that was changed or asked for.
public struct Alternative: Sendable, Equatable {
  /// What changes for projects against the standing plan.
  public var change: PlanChange
  /// Value of each goal.
  public var goals: [Int]

  /// The plan of an outcome; `nil` unless it is proved best.
  init?(_ allotment: Allotment, against standing: StandingPlan) {
    guard allotment.status == .optimal, let plan = allotment.plan else { return nil }
    change = PlanChange(from: standing.plan, to: plan)
    goals = allotment.goals.compactMap(\.value)
  }
}
