package import Reporting
package import Scenario

/// What came of one scenario of a batch, without the plan itself.
package struct ScenarioOutcome: Sendable, Equatable {
  /// A goal with its value in the unit of the tables.
  package struct Goal: Sendable, Equatable {
    package var id: String
    package var title: Phrase
    /// In units of its last decimal; `nil` where there is no plan.
    package var value: Int?
    package var decimals: Int
    /// Empty where terms differ in unit.
    package var unit: String
    package var isProved: Bool

    package init(
      id: String, title: Phrase, value: Int?, decimals: Int, unit: String, isProved: Bool
    ) {
      self.id = id
      self.title = title
      self.value = value
      self.decimals = decimals
      self.unit = unit
      self.isProved = isProved
    }
  }

  /// The exit code with which `allocate solve` would have ended.
  package var exitCode: Int
  /// Whether an earlier run stood that solving would only have repeated.
  package var isUnchanged = false
  package var isSampleData = false
  /// Number of warnings about the scenario.
  package var warnings = 0
  /// Number of projects, and of those supported; `nil` where there is no plan.
  package var projects: Int?
  package var supported: Int?
  package var goals: [Goal] = []
  /// What is wrong or missing, in a sentence.
  package var finding: Phrase?

  package init(exitCode: Int, finding: Phrase? = nil) {
    self.exitCode = exitCode
    self.finding = finding
  }

  /// The outcome of a scenario that was solved.
  package init(_ scenario: Scenario, _ allotment: Allotment, exitCode: Int) {
    self.exitCode = exitCode
    isSampleData = scenario.isSampleData
    finding = Self.finding(in: allotment)
    let words = GoalWords(scenario: scenario)
    goals = allotment.goals.map { outcome in
      let goal = outcome.goal
      let rounded = outcome.value.map { words.rounded($0, of: goal) }
      return Goal(
        id: goal.id, title: Phrase(goal.title, words.englishTitle(goal)), value: rounded?.value,
        decimals: rounded?.decimals ?? 0, unit: words.tableUnit(goal) ?? "",
        isProved: outcome.isProved)
    }
    guard let plan = allotment.plan else { return }
    projects = scenario.projects.count
    supported = plan.steps.count { $0 > 0 }
  }

  /// Why a plan is missing or not proved.
  private static func finding(in allotment: Allotment) -> Phrase? {
    if let item = allotment.conflict?.items.first {
      return Phrase(
        "要求相互冲突，其一：\(item.clause) \(item.text)",
        "demands in conflict, one of them: \(item.clause) \(item.english)")
    }
    switch allotment.stop {
    case .timeLimit: return Phrase("时限已到", "the time limit was reached")
    case .interrupted: return Phrase("被中断", "interrupted")
    case .gap: return Phrase("已达到要求的差距", "within the gap that was asked for")
    case nil: return nil
    }
  }
}
