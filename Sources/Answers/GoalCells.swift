package import Reporting
package import Scenario

/// Values of goals in the cells of answers, in the unit of the tables.
package struct GoalCells {
  private let scenario: Scenario
  private let words: GoalWords

  package init(_ scenario: Scenario) {
    self.scenario = scenario
    words = GoalWords(scenario: scenario)
  }

  /// Title of a goal.
  package func title(_ goal: Goal) -> Phrase { Phrase(goal.title, words.englishTitle(goal)) }

  /// A goal by its number, with its unit: header of a column on the screen, e.g. `目标3（万元）`.
  package func heading(_ index: Int) -> Phrase {
    let unit = words.tableUnit(scenario.goals[index]).map { "（\($0)）" } ?? ""
    return Phrase("目标\(index + 1)\(unit)", "goal \(index + 1)\(unit)")
  }

  /// What the numbers of goals stand for, e.g. `目标3 重点项目年度投资；目标4 …`.
  package func legend(_ indices: [Int]) -> Phrase {
    .list(
      indices.map { index in
        let title = title(scenario.goals[index])
        return Phrase(
          "目标\(index + 1) \(title.chinese)", "goal \(index + 1) \(title.english)")
      })
  }

  /// A value in table units, rounded half up; the plain number where terms differ in unit, empty without a value.
  package func value(_ value: Int?, of goal: Goal) -> AnswerCell {
    guard let value else { return .empty }
    let (rounded, decimals) = words.rounded(value, of: goal)
    return .number(rounded, decimals: decimals)
  }

  /// A difference of two values, likewise.
  package func change(_ value: Int?, of goal: Goal) -> AnswerCell {
    guard let value else { return .empty }
    let (rounded, decimals) = words.rounded(value, of: goal)
    return .change(rounded, decimals: decimals)
  }

  /// Unit of the table; empty where terms differ in unit.
  package func unit(_ goal: Goal) -> AnswerCell {
    words.tableUnit(goal).map { .name($0) } ?? .empty
  }

  /// What is proved of an outcome.
  package func proof(_ outcome: GoalOutcome) -> AnswerCell {
    if outcome.isProved { return .code("proved", Phrase("已证明", "proved")) }
    guard let bound = outcome.bound, let text = words.text(bound, of: outcome.goal) else {
      return .code("not_proved", Phrase("未证明", "not proved"))
    }
    return .code("not_proved", Phrase("未证明，界 \(text)", "not proved, bound \(text)"))
  }
}
