import Accounts
import Reporting
import Scenario
import Studies

extension AlternativesAnswer {
  /// Every goal: the best value, the worst that is allowed, and what each plan reaches.
  var goals: AnswerSection {
    let cells = GoalCells(scenario)
    var columns = [
      AnswerColumn("id", Phrase("目标编号", "goal id"), isOnScreen: false),
      AnswerColumn("goal", Phrase("目标", "goal"), width: 24),
      AnswerColumn("unit", Phrase("单位", "unit")),
      AnswerColumn("best", Phrase("最优", "best")),
      AnswerColumn("worst", Phrase("允许", "allowed")),
    ]
    for number in others.indices.map({ $0 + 1 }) {
      columns += [
        AnswerColumn(
          "value_\(number)", Phrase("方案\(number)", "plan \(number)"), isOnScreen: false),
        AnswerColumn("change_\(number)", Phrase("\(number)-最优", "\(number)-best")),
        AnswerColumn(
          "proof_\(number)", Phrase("方案\(number) 证明", "plan \(number) proof"), isOnScreen: false),
      ]
    }
    let rows = plans.best.allotment.goals.enumerated().map { index, best -> [AnswerCell] in
      var row: [AnswerCell] = [
        .name(best.goal.id), .words(cells.title(best.goal)), cells.unit(best.goal),
        cells.value(best.value, of: best.goal), cells.value(plans.worst[index], of: best.goal),
      ]
      for plan in others {
        let outcome = plan.allotment.goals[index]
        var change: Int?
        if let value = outcome.value, let reference = best.value { change = value - reference }
        row += [
          cells.value(outcome.value, of: best.goal), cells.change(change, of: best.goal),
          cells.proof(outcome),
        ]
      }
      return row
    }
    return AnswerSection("goals", Phrase("目标", "Goals"), columns: columns, rows: rows)
  }

  /// Every competing project: in all plans, in some (which), in none; on the screen those in some.
  var projects: AnswerSection {
    var rows: [Share: [[AnswerCell]]] = [:]
    for project in plans.best.ledger?.competing ?? [] {
      let supporting = all.filter { $0.subject.supports(project) }
      let share: Share =
        supporting.isEmpty ? .none : supporting.count == all.count ? .all : .some
      let facts = scenario.projects[project]
      rows[share, default: []].append(
        [
          .name(facts.id), .name(facts.name), .name(facts.level.rawValue),
          .name(scenario.counties[facts.county]), .code(share.rawValue, share.words),
          .number(supporting.count, decimals: 0),
          .words(
            Phrase(
              supporting.map(\.label.chinese).joined(separator: "、"),
              supporting.map(\.label.english).joined(separator: ", "))),
        ]
          + all.map { element in
            element.subject.ledger.map { .number($0.plan.steps[project], decimals: 0) } ?? .empty
          })
    }
    let count = Share.allCases.map { rows[$0]?.count ?? 0 }
    return AnswerSection(
      "projects", Phrase("项目：只在部分方案中的（\(count[0])项）", "Projects in some plans only (\(count[0]))"),
      columns: [
        AnswerColumn("id", Phrase("编号", "id")),
        AnswerColumn("name", Phrase("项目", "project"), width: 26),
        AnswerColumn("level", Phrase("级别", "level")),
        AnswerColumn("county", Phrase("县区", "county"), isOnScreen: false),
        AnswerColumn("share", Phrase("入选", "in"), isOnScreen: false),
        AnswerColumn("count", Phrase("方案数", "plans")),
        AnswerColumn("plans", Phrase("在哪些方案中", "in which plans")),
      ]
        + all.map { element in
          AnswerColumn(
            "steps_\(element.key)",
            Phrase("\(element.label.chinese) 份数", "\(element.label.english) steps"),
            isOnScreen: false)
        }, rows: Share.allCases.flatMap { rows[$0] ?? [] }, shown: LongList.shown(count[0]),
      notes: [
        Phrase(
          "全部方案均支持\(count[1])项，全部方案均不支持\(count[2])项",
          "\(count[1]) are in all plans, \(count[2]) in none")
      ] + LongList.more(count[0], "projects"))
  }

  /// In how many of the plans a project is.
  private enum Share: String, CaseIterable {
    case some
    case all
    case none

    var words: Phrase {
      switch self {
      case .some: Phrase("部分", "some")
      case .all: Phrase("全部", "all")
      case .none: Phrase("无", "none")
      }
    }
  }
}
