package import Reporting

/// The summary of a batch.
package struct BatchAnswer {
  /// A scenario of the list.
  package struct Entry: Sendable {
    /// Path of the scenario as the command line leads to it.
    package var path: String
    /// Path of its run.
    package var run: String
    /// `nil` where the batch ended before its turn.
    package var outcome: ScenarioOutcome?

    package init(path: String, run: String, outcome: ScenarioOutcome?) {
      self.path = path
      self.run = run
      self.outcome = outcome
    }
  }

  /// Names of the tables.
  package static let tables = ["scenarios", "goals"]

  private let entries: [Entry]

  package init(_ entries: [Entry]) { self.entries = entries }

  /// The answer.
  ///
  /// - Parameter isForPeople: with the counts in a sentence and without the goals of every scenario, which are too long for
  ///   a screen.
  package func answer(isForPeople: Bool) -> Answer {
    Answer(
      question: "batch", title: Phrase("批量求解汇总", "Summary of the batch"),
      isSampleData: entries.contains { $0.outcome?.isSampleData == true },
      facts: isForPeople ? [sentence] : counts.map { AnswerFact($0.key, $0.title, $0.cell) },
      sections: isForPeople ? [scenarios] : [scenarios, goals])
  }

  /// How many scenarios ended in which way.
  private struct Count {
    var key: String
    var title: Phrase
    var number: Int
    var cell: AnswerCell { .number(number, decimals: 0) }
  }

  private var counts: [Count] {
    let outcomes = entries.map(\.outcome)
    func count(_ codes: Set<Int>) -> Int {
      outcomes.count { $0.map { codes.contains($0.exitCode) } ?? false }
    }
    let (proved, open, none) = (count([0]), count([11, 12]), count([10]))
    let waiting = outcomes.count { $0 == nil }
    let failed = entries.count - proved - open - none - waiting
    let unchanged = outcomes.count { $0?.isUnchanged == true }
    return [
      Count(key: "listed", title: Phrase("方案", "scenarios"), number: entries.count),
      Count(key: "proved", title: Phrase("已证明最优", "proved optimal"), number: proved),
      Count(key: "not_proved", title: Phrase("未证明", "not proved"), number: open),
      Count(key: "infeasible", title: Phrase("无可行方案", "infeasible"), number: none),
      Count(key: "failed", title: Phrase("失败", "failed"), number: failed),
      Count(key: "not_run", title: Phrase("未处理", "not run"), number: waiting),
      Count(
        key: "unchanged", title: Phrase("其中未变、未重复求解", "of these unchanged, not solved again"),
        number: unchanged),
    ]
  }

  /// The counts in a sentence, without those that are zero.
  private var sentence: AnswerFact {
    let said = counts.enumerated().filter { $0.offset == 0 || $0.element.number > 0 }.map(\.element)
    let chinese = said.map { "\($0.title.chinese) \($0.number)" }.joined(separator: "，")
    let english = said.map { "\($0.title.english): \($0.number)" }.joined(separator: ", ")
    return AnswerFact("summary", Phrase(""), .words(Phrase(chinese, english)))
  }

  private var scenarios: AnswerSection {
    AnswerSection(
      "scenarios", Phrase("方案", "Scenarios"),
      columns: [
        AnswerColumn("scenario", Phrase("方案", "scenario"), width: 40),
        AnswerColumn("run", Phrase("结果目录", "run"), isOnScreen: false),
        AnswerColumn("status", Phrase("结论", "outcome")),
        AnswerColumn("exit_code", Phrase("退出码", "exit code")),
        AnswerColumn("unchanged", Phrase("未变", "unchanged"), isOnScreen: false),
        AnswerColumn("warnings", Phrase("警告数", "warnings"), isOnScreen: false),
        AnswerColumn("projects", Phrase("项目数", "projects"), isOnScreen: false),
        AnswerColumn("supported", Phrase("支持", "supported")),
        AnswerColumn("proved_goals", Phrase("已证明目标", "goals proved"), isOnScreen: false),
        AnswerColumn("first_goals", Phrase("前三个目标", "first three goals")),
        AnswerColumn("finding", Phrase("说明", "remark"), isOnScreen: false),
      ],
      rows: entries.map(row), notes: entries.compactMap(note))
  }

  /// What is wrong or missing, as a sentence of its own: a column would cut it.
  private func note(_ entry: Entry) -> Phrase? {
    entry.outcome?.finding.map {
      Phrase("\(entry.path)：\($0.chinese)", "\(entry.path): \($0.english)")
    }
  }

  private func row(_ entry: Entry) -> [AnswerCell] {
    guard let outcome = entry.outcome else {
      let status = Self.status(of: nil)
      return [.name(entry.path), .empty, status]
        + Array(repeating: .empty, count: 7) + [.empty]
    }
    func number(_ value: Int?) -> AnswerCell { value.map { .number($0, decimals: 0) } ?? .empty }
    let hasPlan = outcome.supported != nil
    return [
      .name(entry.path), hasPlan ? .name(entry.run) : .empty, Self.status(of: outcome),
      number(outcome.exitCode), .flag(outcome.isUnchanged), number(outcome.warnings),
      number(outcome.projects), number(outcome.supported),
      hasPlan ? number(outcome.goals.count { $0.isProved }) : .empty,
      .names(outcome.firstGoals),
      outcome.finding.map { .words($0) } ?? .empty,
    ]
  }

  private var goals: AnswerSection {
    AnswerSection(
      "goals", Phrase("各方案的目标", "Goals of the scenarios"),
      columns: [
        AnswerColumn("scenario", Phrase("方案", "scenario")),
        AnswerColumn("number", Phrase("序号", "number")),
        AnswerColumn("goal", Phrase("目标代码", "goal")),
        AnswerColumn("title", Phrase("目标", "title")),
        AnswerColumn("value", Phrase("值", "value")),
        AnswerColumn("unit", Phrase("单位", "unit")),
        AnswerColumn("proved", Phrase("已证明", "proved")),
      ],
      rows: entries.flatMap { entry in
        (entry.outcome?.goals ?? []).enumerated().map { index, goal in
          [
            .name(entry.path), .number(index + 1, decimals: 0), .name(goal.id),
            .words(goal.title),
            goal.value.map { .number($0, decimals: goal.decimals) } ?? .empty,
            goal.unit.isEmpty ? .empty : .name(goal.unit), .flag(goal.isProved),
          ]
        }
      })
  }

  /// The outcome of a scenario in a few words, for programs a code.
  package static func status(of outcome: ScenarioOutcome?) -> AnswerCell {
    guard outcome?.isUnchanged == true,
      case .code(let code, let words) = status(ofCode: outcome?.exitCode)
    else { return status(ofCode: outcome?.exitCode) }
    return .code(code, Phrase(words.chinese + "（未变）", words.english + " (unchanged)"))
  }

  private static func status(ofCode exitCode: Int?) -> AnswerCell {
    switch exitCode {
    case nil: .code("not_run", Phrase("未处理", "not run"))
    case 0: .code("optimal", Phrase("已证明最优", "proved optimal"))
    case 10: .code("infeasible", Phrase("无可行方案", "infeasible"))
    case 11: .code("feasible", Phrase("未证明最优", "not proved"))
    case 12: .code("unknown", Phrase("未得到方案", "no plan found"))
    case 65: .code("bad_input", Phrase("方案有误", "errors in the file"))
    case 66: .code("no_input", Phrase("无法读取", "cannot be read"))
    case 73, 74: .code("not_written", Phrase("无法写入", "cannot be written"))
    case 75: .code("locked", Phrase("他人正在写", "written by another"))
    default: .code("failed", Phrase("程序故障", "program failed"))
    }
  }
}

extension ScenarioOutcome {
  /// Values of the first three goals, which say most.
  package var firstGoals: [String] {
    goals.prefix(3).compactMap { goal in
      goal.value.map { value in
        let number = FixedPoint.text(value, decimals: goal.decimals)
        return goal.unit.isEmpty ? number : "\(number) \(goal.unit)"
      }
    }
  }
}
