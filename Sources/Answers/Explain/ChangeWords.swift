import Policy
package import Reporting
package import Scenario
package import Studies

/// Words for what changes from one plan to another.
package struct ChangeWords {
  private let standing: StandingPlan
  private let goals: GoalWords
  private var scenario: Scenario { standing.scenario }

  package init(_ standing: StandingPlan) {
    self.standing = standing
    goals = GoalWords(scenario: standing.scenario)
  }

  /// Ids of projects.
  package func ids(_ projects: [Int]) -> [String] { projects.map { scenario.projects[$0].id } }

  /// Projects in a sentence, the first few by id and the rest by number.
  package func list(_ projects: [Int]) -> Phrase {
    let shown = ids(Array(projects.prefix(4)))
    let rest = projects.count - shown.count
    return Phrase(
      shown.joined(separator: "、") + (rest > 0 ? "等\(projects.count)项" : ""),
      shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : ""))
  }

  /// Who falls out and who comes in, but for one project that is spoken of anyway.
  package func change(_ change: PlanChange, beside project: Int? = nil) -> Phrase {
    let parts: [([Int], String, String)] = [
      (change.leaving, "退出", "out: "), (change.shrinking, "减少份数", "fewer steps: "),
      (change.entering.filter { $0 != project }, "进入", "in: "),
      (change.growing, "增加份数", "more steps: "),
    ]
    let said = parts.filter { !$0.0.isEmpty }.map { projects, chinese, english in
      (chinese + list(projects).chinese, english + list(projects).english)
    }
    return Phrase(
      said.map(\.0).joined(separator: "，"), said.map(\.1).joined(separator: "; "))
  }

  /// The change of a goal, with its number and title, e.g. `目标1 市重点项目用地全额保障 -1 项`.
  package func goal(_ index: Int, change: Int) -> Phrase {
    let goal = scenario.goals[index]
    let amount = amount(change, of: goal)
    return Phrase(
      "目标\(index + 1) \(goal.title) \(amount.chinese)",
      "goal \(index + 1) \(goals.englishTitle(goal)) \(amount.english)")
  }

  /// The same without the title.
  package func shortGoal(_ index: Int, change: Int) -> Phrase {
    let amount = amount(change, of: scenario.goals[index])
    return Phrase(
      "目标\(index + 1) \(amount.chinese)", "goal \(index + 1) \(amount.english)")
  }

  /// What a better goal is worth, without its title; a goal that counts projects says so, e.g. `可多落地 1 项`.
  package func gain(_ index: Int, change: Int) -> Phrase {
    let goal = scenario.goals[index]
    guard goal.sense == .maximize, change > 0, countsProjects(goal) else {
      return shortGoal(index, change: change)
    }
    let projects = change == 1 ? "project lands" : "projects land"
    return Phrase(
      "可多落地 \(change) 项（目标\(index + 1)）", "\(change) more \(projects) (goal \(index + 1))")
  }

  /// Titles of goals that are spoken of by their number.
  package func legend(_ indices: [Int]) -> Phrase { GoalCells(scenario).legend(indices) }

  /// Whether a goal is a number of supported projects: none counts twice, by its priority, a weight or two terms.
  private func countsProjects(_ goal: Goal) -> Bool {
    goal.terms.allSatisfy { $0.measure == .supported && $0.weight == 1 }
      && scenario.projects.allSatisfy { project in
        let times = goal.terms.count { $0.filter.contains(project) }
        return times == 0 || times == 1 && project.priority == 1
      }
  }

  /// A change with sign and unit; in the smallest unit where the unit of the tables would round it.
  ///
  /// Projects are the only unit that English says as a word.
  private func amount(_ change: Int, of goal: Goal) -> Phrase {
    let sign = change > 0 ? "+" : ""
    guard goals.isExact(change, of: goal) else {
      return Phrase("\(sign)\(change)" + (goals.smallestUnit(goal).map { " × \($0)" } ?? ""))
    }
    let (rounded, decimals) = goals.rounded(change, of: goal)
    let number = sign + FixedPoint.text(rounded, decimals: decimals)
    guard let unit = goals.tableUnit(goal) else { return Phrase(number) }
    guard goal.terms.allSatisfy({ [.supported, .baselineChanges].contains($0.measure) }) else {
      return Phrase("\(number) \(unit)")
    }
    let isPlain = countsProjects(goal) || goal.terms == [Goal.Term(.baselineChanges)]
    return Phrase(
      "\(number) \(unit)" + (isPlain ? "" : "（加权）"),
      "\(number) \(abs(change) == 1 ? "project" : "projects")" + (isPlain ? "" : " (weighted)"))
  }

  /// What the first goal that differs loses or gains; empty where all are equal.
  package func firstDifference(_ values: [Int], isShort: Bool = false) -> Phrase {
    guard let difference = standing.firstDifference(values) else { return Phrase("") }
    return isShort
      ? shortGoal(difference.goal, change: difference.change)
      : goal(difference.goal, change: difference.change)
  }

  /// A grant in the policy's words.
  package func grant(_ granted: Entry.Granted) -> Conflict.Remedy {
    standing.model.words(granted.lever, amount: granted.amount)
  }
}
