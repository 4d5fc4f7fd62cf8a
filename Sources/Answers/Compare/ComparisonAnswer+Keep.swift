import Accounts
import Reporting
import Scenario
import Studies

extension ComparisonAnswer {
  /// What it costs, goal by goal, to keep what the base approved.
  var keepGoals: AnswerSection {
    let rows = labelled.flatMap { label, variant -> [[AnswerCell]] in
      guard let kept = variant.kept else { return [] }
      let cells = GoalCells(kept.subject.scenario)
      return kept.price.goals.map { goal -> [AnswerCell] in
        guard let free = goal.base, let held = goal.variant else { return [] }
        return [
          .name(label), .name(goal.id), .words(cells.title(free.goal)), cells.unit(free.goal),
          cells.value(free.value, of: free.goal), cells.value(held.value, of: held.goal),
          cells.change(goal.difference, of: free.goal), cells.proof(held),
        ]
      }
    }
    return AnswerSection(
      "keep_goals", Phrase("保留 A 已支持项目的代价", "Price of keeping what A approved"),
      columns: [
        AnswerColumn("case", Phrase("方案", "case")),
        AnswerColumn("id", Phrase("目标编号", "goal id"), isOnScreen: false),
        AnswerColumn("goal", Phrase("目标", "goal"), width: 30),
        AnswerColumn("unit", Phrase("单位", "unit")),
        AnswerColumn("free", Phrase("不保留", "free")),
        AnswerColumn("kept", Phrase("保留", "kept")),
        AnswerColumn("price", Phrase("保留-不保留", "kept - free")),
        AnswerColumn("proof", Phrase("证明", "proof")),
      ], rows: rows)
  }

  /// Projects that cannot be kept, and those that are treated differently because others are kept.
  var keepProjects: AnswerSection {
    let rows = labelled.flatMap { label, variant in
      variant.kept.map { keptRows(label, $0) } ?? []
    }
    return AnswerSection(
      "keep_projects",
      Phrase("保留后与不保留时不同、或不能保留的项目", "Projects that keeping changes, or that cannot be kept"),
      columns: [
        AnswerColumn("case", Phrase("方案", "case")),
        AnswerColumn("id", Phrase("编号", "id")),
        AnswerColumn("name", Phrase("项目", "project"), width: 24),
        AnswerColumn("approved", Phrase("A 已支持", "approved by A")),
        AnswerColumn("free", Phrase("不保留", "free")),
        AnswerColumn("kept", Phrase("保留", "kept")),
        AnswerColumn("is_taken", Phrase("被减少", "loses")),
        AnswerColumn("reason", Phrase("原因", "reason")),
      ], rows: rows, shown: LongList.shown(rows.count),
      notes: LongList.more(rows.count, "keep_projects"))
  }

  private func keptRows(_ label: String, _ kept: KeptPlan) -> [[AnswerCell]] {
    let scenario = kept.subject.scenario
    let words = kept.subject.ledger.map(RefusalWords.init)
    let rows = kept.price.projects.compactMap { change -> [AnswerCell]? in
      guard let index = change.place.variant, change.kind != .same || kept.taken[index] != nil
      else { return nil }
      var refusal = kept.taken[index]
      if refusal == nil, case .refused(let found) = change.loss { refusal = found }
      return [
        .name(label), .name(change.id), .name(scenario.projects[index].name),
        .flag(kept.approved[index] != nil), Self.support(index, kept.price.base)[1],
        Self.support(index, kept.subject)[1], .flag(kept.taken[index] != nil),
        refusal.map { Self.reason($0, index, words) } ?? .empty,
      ]
    }
    return rows
      + kept.absent.map { id in
        [
          .name(label), .name(id), .empty, .flag(true), .empty, .empty, .flag(true),
          .words(Phrase("方案中没有该项目", "not in the scenario")),
        ]
      }
  }
}
