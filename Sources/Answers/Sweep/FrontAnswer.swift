import Accounts
package import Reporting
import Scenario
package import Studies

/// A Pareto front of two goals in words.
package struct FrontAnswer {
  let front: ParetoFront
  /// The points, accounted for.
  let points: [AccountedCase]

  package init(_ front: ParetoFront, points: [AccountedCase]) {
    self.front = front
    self.points = points
  }

  /// Names of the sections, as `--table` knows them.
  package static let tables = ["front"]

  private var goals: (first: Goal, second: Goal) {
    (front.scenario.goals[front.locked], front.scenario.goals[front.locked + 1])
  }

  /// Whether no point is missing, and every point's plan is proved; or that there is no plan at all.
  package var isProved: Bool {
    front.status == .infeasible
      || front.isComplete && points.allSatisfy { $0.allotment.status == .optimal }
  }

  package var answer: Answer {
    let cells = GoalCells(front.scenario)
    let (first, second) = (cells.title(goals.first), cells.title(goals.second))
    return Answer(
      question: "pareto",
      title: Phrase(
        "两目标权衡：\(first.chinese)与\(second.chinese)",
        "Trade-off: \(first.english) and \(second.english)"),
      isSampleData: front.scenario.isSampleData, facts: facts(cells), sections: [section(cells)])
  }

  private func facts(_ cells: GoalCells) -> [AnswerFact] {
    let count = points.count
    let dented = front.isSupported.count { !$0 }
    var facts = [AnswerFact("status", Phrase("状态", "status"), status(cells))]
    if front.locked > 0 {
      let locked = front.scenario.goals.prefix(front.locked).map(cells.title)
      facts.append(
        AnswerFact(
          "locked", Phrase("在先目标均保持最优", "earlier goals kept at their best"),
          .titles(Array(locked))))
    }
    facts.append(
      AnswerFact(
        "points", Phrase("前沿点", "points of the front"),
        .words(
          front.isComplete
            ? Phrase(
              "\(count)个，其中\(count - dented)个加权也可得到，\(dented)个任何权重都得不到",
              "\(count): \(count - dented) that some weighting finds, \(dented) that none does")
            : Phrase(
              "已求得\(count)个，其中\(dented)个任何权重都得不到",
              "\(count) so far, \(dented) of them found by no weighting")
        )))
    return facts
  }

  private func status(_ cells: GoalCells) -> AnswerCell {
    if front.status == .infeasible {
      return .code("infeasible", Phrase("已证明无可行方案", "proved: no plan keeps all clauses"))
    }
    if front.isComplete {
      return .code("complete", Phrase("前沿完整，各点均已证明", "the front is complete, every point proved"))
    }
    let last = cells.value(points.last?.allotment.goals[front.locked + 1].value, of: goals.second)
    let (chinese, english) = (goals.second.title, cells.title(goals.second).english)
    return .code(
      "incomplete",
      Phrase(
        "未完成：\(chinese)优于\(last.text(.chinese))的点未及求解",
        "incomplete: points with \(english) better than \(last.text(.english)) are missing"))
  }

  private func section(_ cells: GoalCells) -> AnswerSection {
    var columns = [AnswerColumn("point", Phrase("点", "point"))]
    for (index, goal) in front.scenario.goals.enumerated() {
      let (title, unit) = (cells.title(goal), cells.unit(goal).name ?? "")
      let suffix = unit.isEmpty ? "" : "（\(unit)）"
      columns.append(
        AnswerColumn(
          "goal_\(goal.id)", Phrase(title.chinese + suffix, title.english + suffix),
          heading: cells.heading(index),
          isOnScreen: index == front.locked || index == front.locked + 1))
    }
    columns += [
      AnswerColumn("supported_point", Phrase("加权可得", "by weights")),
      AnswerColumn("status", Phrase("状态", "status")),
      AnswerColumn("landed", Phrase("支持", "landed")),
      AnswerColumn("in", Phrase("比上一点增", "in")), AnswerColumn("out", Phrase("比上一点减", "out")),
      AnswerColumn("projects_in", Phrase("增加的项目", "projects in"), isOnScreen: false),
      AnswerColumn("projects_out", Phrase("减少的项目", "projects out"), isOnScreen: false),
    ]
    return AnswerSection(
      "front", Phrase("前沿", "Front"), columns: columns,
      rows: points.indices.map { row($0, cells) },
      notes: points.isEmpty ? [] : [cells.legend([front.locked, front.locked + 1])], repeated: 1)
  }

  private func row(_ index: Int, _ cells: GoalCells) -> [AnswerCell] {
    let point = points[index]
    var row: [AnswerCell] = [.number(index + 1, decimals: 0)]
    row += point.allotment.goals.map { cells.value($0.value, of: $0.goal) }
    // A point on the hull of a part of the front may lie below that of the whole; one below stays below.
    let isKnown = front.isComplete || !front.isSupported[index]
    row += [isKnown ? .flag(front.isSupported[index]) : .empty, StatusWords.cell(point.allotment)]
    let own = supported(point)
    row.append(.number(own.count, decimals: 0))
    guard index > 0 else { return row + Array(repeating: .empty, count: 4) }
    let before = supported(points[index - 1])
    let ids = front.scenario.projects.map(\.id)
    let (comesIn, goesOut) = (
      own.subtracting(before).sorted().map { ids[$0] },
      before.subtracting(own).sorted().map { ids[$0] }
    )
    return row + [
      .number(comesIn.count, decimals: 0), .number(goesOut.count, decimals: 0), .names(comesIn),
      .names(goesOut),
    ]
  }

  private func supported(_ point: AccountedCase) -> Set<Int> {
    Set(point.ledger?.competing.filter { point.ledger?.projects[$0].isSupported ?? false } ?? [])
  }

  /// The front as SVG.
  package var plot: String {
    let words = GoalWords(scenario: front.scenario)
    func series(_ goal: Goal, _ place: Int) -> PlotSeries {
      PlotSeries(
        title: goal.title, unit: words.tableUnit(goal) ?? "",
        decimals: words.rounded(0, of: goal).decimals,
        values: points.map { point in
          point.allotment.goals[place].value.map { words.rounded($0, of: goal).value }
        }, isProved: points.map { $0.allotment.goals[place].isProved })
    }
    let mark =
      front.scenario.isSampleData && !front.scenario.title.contains("示例数据") ? "示例数据；" : ""
    return FrontPlot(
      title: front.scenario.title,
      subtitle: mark + (front.isComplete ? "前沿完整，各点均已证明" : "前沿未完成"),
      first: series(goals.first, front.locked), second: series(goals.second, front.locked + 1),
      isSupported: front.isSupported
    ).svg
  }
}
