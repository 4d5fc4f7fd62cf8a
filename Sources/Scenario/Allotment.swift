/// What came out of the search for the best plan.
public struct Allotment: Sendable, Equatable {
  /// What is known; never more than was proved.
  public enum Status: String, Sendable {
    /// Every goal proved, and the tie-break carried through.
    case optimal
    /// A plan that keeps every clause, with at least one goal or the tie-break not proved.
    case feasible
    /// Proved: no plan keeps all clauses.
    case infeasible
    /// Stopped before a plan was found.
    case unknown
  }

  /// Why the search ended early.
  public enum Stop: String, Sendable {
    case timeLimit = "time_limit"
    case interrupted = "interrupted"
    /// Every goal is within the gap that was asked for.
    case gap = "gap"
  }

  public var status: Status
  /// `nil` where the search ended by itself.
  public var stop: Stop?
  /// One outcome per goal, in the scenario's order.
  public var goals: [GoalOutcome]
  /// Whether the declared tie-break left nothing open.
  public var isTieBreakProved: Bool
  /// The best plan found; `nil` if infeasible or unknown.
  public var plan: Plan?
  /// Why there is no plan; only where `status` is infeasible.
  public var conflict: Conflict?

  public init(
    status: Status, stop: Stop? = nil, goals: [GoalOutcome], isTieBreakProved: Bool = false,
    plan: Plan? = nil, conflict: Conflict? = nil
  ) {
    self.status = status
    self.stop = stop
    self.goals = goals
    self.isTieBreakProved = isTieBreakProved
    self.plan = plan
    self.conflict = conflict
  }
}

/// What was reached at one goal and what was proved of it.
public struct GoalOutcome: Sendable, Equatable {
  public var goal: Goal
  /// Value of the plan at this goal, in smallest units; `nil` where there is no plan.
  public var value: Int?
  /// Proven bound given the locks of earlier goals; `nil` where none was proved.
  public var bound: Int?

  public init(goal: Goal, value: Int?, bound: Int?) {
    self.goal = goal
    self.value = value
    self.bound = bound
  }

  /// Whether the value is proved best.
  public var isProved: Bool { value != nil && value == bound }
}

/// A minimal set of demands that cannot all be met, and what would cure it.
public struct Conflict: Sendable, Equatable {
  /// One demand in the policy's words.
  public struct Item: Sendable, Equatable {
    /// Clause, e.g. `L-1`.
    public var clause: String
    /// What is demanded, with its amounts, in Chinese and English.
    public var text: String
    public var english: String

    public init(clause: String, text: String, english: String) {
      self.clause = clause
      self.text = text
      self.english = english
    }
  }

  /// One change that, together with the others, makes a plan possible.
  public struct Remedy: Sendable, Equatable {
    public var clause: String
    public var text: String
    public var english: String
    /// Amount of the change in smallest units.
    public var amount: Int

    public init(clause: String, text: String, english: String, amount: Int) {
      self.clause = clause
      self.text = text
      self.english = english
      self.amount = amount
    }
  }

  public var items: [Item]
  /// Whether it was proved that dropping any one item makes a plan possible.
  public var isMinimal: Bool
  /// The cheapest set of changes; empty where none was found.
  public var remedies: [Remedy]
  /// Whether the scenario with the remedies was solved again and has a plan.
  public var isRemedyConfirmed: Bool

  public init(items: [Item], isMinimal: Bool, remedies: [Remedy], isRemedyConfirmed: Bool) {
    self.items = items
    self.isMinimal = isMinimal
    self.remedies = remedies
    self.isRemedyConfirmed = isRemedyConfirmed
  }
}
