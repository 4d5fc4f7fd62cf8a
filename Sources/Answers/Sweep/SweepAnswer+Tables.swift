import Accounts
import Reporting
import Scenario
import ScenarioIO
import Studies

extension SweepAnswer {
  /// Rows of thresholds that the screen shows.
  private static let thresholdsOnScreen = 60

  /// Every point: what it reaches, and what it changes.
  var pointSection: AnswerSection {
    let cells = GoalCells(base.scenario)
    let changing = changingGoals
    var columns = [AnswerColumn("point", Phrase("点", "point"))]
    for (index, axis) in axes.enumerated() {
      columns += [
        AnswerColumn("axis_\(index + 1)", Phrase(axis.path), width: 24),
        AnswerColumn(
          "value_\(index + 1)", Phrase("\(axis.path) 取值", "\(axis.path) value"),
          heading: Phrase("取值", "value"),
          isOnScreen: axis.values != axis.labels, width: 20),
      ]
    }
    columns += [
      AnswerColumn("status", Phrase("状态", "status")),
      AnswerColumn("landed", Phrase("支持", "landed")),
      AnswerColumn("in", Phrase("比现方案增", "in")), AnswerColumn("out", Phrase("比现方案减", "out")),
    ]
    for (index, goal) in base.scenario.goals.enumerated() {
      let (title, unit) = (cells.title(goal), cells.unit(goal).name ?? "")
      let suffix = unit.isEmpty ? "" : "（\(unit)）"
      columns += [
        AnswerColumn(
          "goal_\(goal.id)", Phrase(title.chinese + suffix, title.english + suffix),
          heading: cells.heading(index), isOnScreen: changing.contains(index)),
        AnswerColumn(
          "proof_\(goal.id)", Phrase("\(title.chinese) 证明", "\(title.english) proof"),
          isOnScreen: false),
      ]
    }
    columns += [
      AnswerColumn("projects_in", Phrase("增加的项目", "projects in"), isOnScreen: false),
      AnswerColumn("projects_out", Phrase("减少的项目", "projects out"), isOnScreen: false),
    ]
    return AnswerSection(
      "points", Phrase("各点（\(points.count)个）", "Points (\(points.count))"), columns: columns,
      rows: points.indices.map { row($0, cells) }, notes: goalNotes(cells, changing),
      repeated: 1)
  }

  private func row(_ index: Int, _ cells: GoalCells) -> [AnswerCell] {
    var row: [AnswerCell] = [.number(index + 1, decimals: 0)]
    for (axis, place) in zip(axes, grid.places(of: index)) {
      row += [.name(axis.labels[place]), .name(axis.values[place])]
    }
    guard let point = points[index] else {
      let rest = 3 + 2 * base.scenario.goals.count + 2
      return row + [.code("not_solved", Phrase("未求解", "not solved"))]
        + Array(repeating: .empty, count: rest)
    }
    let changes = changes(point)
    row += [
      StatusWords.cell(point.allotment),
      landed(point).map { .number($0, decimals: 0) } ?? .empty,
      changes.map { .number($0.comesIn.count, decimals: 0) } ?? .empty,
      changes.map { .number($0.goesOut.count, decimals: 0) } ?? .empty,
    ]
    for outcome in point.allotment.goals {
      row += [cells.value(outcome.value, of: outcome.goal), cells.proof(outcome)]
    }
    return row
      + [
        changes.map { .names($0.comesIn) } ?? .empty, changes.map { .names($0.goesOut) } ?? .empty,
      ]
  }

  /// What the numbers of goals stand for, and which goals the rows do not show.
  private func goalNotes(_ cells: GoalCells, _ changing: [Int]) -> [Phrase] {
    guard points.contains(where: { $0?.ledger != nil }) else { return [] }
    let same = cells.legend(base.scenario.goals.indices.filter { !changing.contains($0) })
    var notes = changing.isEmpty ? [] : [cells.legend(changing)]
    if !same.chinese.isEmpty {
      notes.append(
        Phrase(
          "各点相同的目标：" + same.chinese,
          "goals with the same value at every point: " + same.english))
    }
    return notes
  }

  /// Where projects come in or go out.
  var thresholdSection: AnswerSection {
    let rows = refined.map { $0.flatMap { refinedRows($0) } } ?? thresholdRows
    let isLong = rows.count > Self.thresholdsOnScreen
    return AnswerSection(
      "thresholds",
      Phrase("项目进出（\(rows.count)处）", "Projects that come in or go out (\(rows.count))"),
      columns: [
        AnswerColumn("axis", Phrase("变动数据", "varied"), isOnScreen: axes.count > 1, width: 30),
        AnswerColumn("others", Phrase("其他数据", "others"), isOnScreen: false),
        AnswerColumn(
          "others_at", Phrase("其他数据取值", "others at"), isOnScreen: axes.count > 1, width: 24),
        AnswerColumn("project", Phrase("编号", "id")),
        AnswerColumn("name", Phrase("项目", "project"), width: axes.count > 1 ? 22 : 28),
        AnswerColumn("level", Phrase("级别", "level"), isOnScreen: axes.count == 1),
        AnswerColumn("change", Phrase("进出", "change")),
        AnswerColumn("from", Phrase("自", "from")), AnswerColumn("to", Phrase("至", "to")),
        AnswerColumn("from_value", Phrase("自（取值）", "from (value)"), isOnScreen: false),
        AnswerColumn("to_value", Phrase("至（取值）", "to (value)"), isOnScreen: false),
        AnswerColumn("exact", Phrase("相邻取值", "next to each other"), isOnScreen: refined != nil),
        AnswerColumn("proof", Phrase("证明", "proof"), isOnScreen: false),
      ], rows: rows, shown: isLong ? Self.thresholdsOnScreen : nil,
      notes: rows.isEmpty
        ? [Phrase("没有项目进出", "no project comes in or goes out")]
        : isLong
          ? [
            Phrase(
              "其余见 --format csv --table thresholds", "more: --format csv --table thresholds")
          ] : [])
  }

  private var thresholdRows: [[AnswerCell]] {
    grid.thresholds(points.map { $0?.allotment.plan }).map { threshold in
      let (from, to) = (
        grid.places(of: threshold.from), grid.places(of: threshold.to)
      )
      let axis = axes[threshold.axis]
      let rest = axes.indices.filter { $0 != threshold.axis }
      let labels = rest.map { axes[$0].labels[from[$0]] }
      let others = zip(rest, labels).map { "\(axes[$0].path)=\($1)" }
      let (first, second) = (from[threshold.axis], to[threshold.axis])
      return [
        .name(axis.path), others.isEmpty ? .empty : .names(others),
        labels.isEmpty ? .empty : .names(labels),
      ]
        + project(threshold.project, comesIn: threshold.comesIn)
        + [
          .name(axis.labels[first]), .name(axis.labels[second]), .name(axis.values[first]),
          .name(axis.values[second]), .flag(false),
          proof([points[threshold.from], points[threshold.to]]),
        ]
    }
  }

  private func refinedRows(_ step: Refined) -> [[AnswerCell]] {
    let (old, new) = (step.cases.before.allotment.plan, step.cases.after.allotment.plan)
    guard let axis = axes.first, let old, let new else { return [] }
    return old.steps.indices.filter { old.supports($0) != new.supports($0) }.map { index in
      [.name(axis.path), .empty, .empty] + project(index, comesIn: new.supports(index))
        + [
          .name(step.before.text), .name(step.after.text), .name(step.before.text),
          .name(step.after.text), .flag(step.isExact),
          proof([step.cases.before, step.cases.after]),
        ]
    }
  }

  private func project(_ index: Int, comesIn: Bool) -> [AnswerCell] {
    let project = base.scenario.projects[index]
    return [
      .name(project.id), .name(project.name), .name(project.level.rawValue),
      comesIn ? .code("in", Phrase("进", "in")) : .code("out", Phrase("出", "out")),
    ]
  }

  private func proof(_ sides: [AccountedCase?]) -> AnswerCell {
    sides.allSatisfy { $0.map { isProved($0) } ?? false }
      ? .code("proved", Phrase("已证明", "proved"))
      : .code("not_proved", Phrase("未证明", "not proved"))
  }
}

extension AnswerCell {
  /// The name, where it is one.
  var name: String? {
    if case .name(let text) = self { text } else { nil }
  }
}
