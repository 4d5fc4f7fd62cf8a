import Reporting
import Scenario
import Studies

extension ComparisonAnswer {
  /// Every goal, side by side.
  var goals: AnswerSection {
    var columns = [
      AnswerColumn("id", Phrase("目标编号", "goal id"), isOnScreen: false),
      AnswerColumn("goal", Phrase("目标", "goal"), width: 30),
      AnswerColumn("unit", Phrase("单位", "unit")),
      AnswerColumn("value_A", Phrase("A")),
      AnswerColumn("proof_A", Phrase("A 证明", "A proof"), isOnScreen: false),
    ]
    for (label, _) in labelled {
      columns += [
        AnswerColumn("value_\(label)", Phrase(label)),
        AnswerColumn("change_\(label)", Phrase("\(label)-A")),
        AnswerColumn(
          "certainty_\(label)", Phrase("\(label) 差异", "\(label) difference"),
          isOnScreen: variants.count == 1),
        AnswerColumn(
          "proof_\(label)", Phrase("\(label) 证明", "\(label) proof"), isOnScreen: false),
      ]
    }
    return AnswerSection(
      "goals", Phrase("目标", "Goals"), columns: columns, rows: goalIDs.map(goalRow))
  }

  /// Goals of the base in its order, then those that only variants have.
  private var goalIDs: [String] {
    var ids: [String] = []
    for variant in variants {
      for goal in variant.comparison.goals where !ids.contains(goal.id) { ids.append(goal.id) }
    }
    return ids
  }

  private func goalRow(_ id: String) -> [AnswerCell] {
    let changes = variants.map { variant in
      variant.comparison.goals.first { $0.id == id }
    }
    let base = changes.lazy.compactMap { $0?.base }.first
    let cells = GoalCells(self.base.subject.scenario)
    var head: [AnswerCell] = [.name(id)]
    if let base {
      head += [.words(cells.title(base.goal)), cells.unit(base.goal)]
      head += [cells.value(base.value, of: base.goal), cells.proof(base)]
    } else if let index = changes.firstIndex(where: { $0?.variant != nil }),
      let outcome = changes[index]?.variant
    {
      let own = GoalCells(variants[index].comparison.variant.scenario)
      head += [.words(own.title(outcome.goal)), own.unit(outcome.goal), .empty, .empty]
    }
    return zip(variants, changes).reduce(into: head) { row, pair in
      row += goalCells(pair.1, GoalCells(pair.0.comparison.variant.scenario), cells)
    }
  }

  private func goalCells(
    _ change: GoalChange?, _ own: GoalCells, _ base: GoalCells
  ) -> [AnswerCell] {
    guard let change, let outcome = change.variant else {
      return [.empty, .empty, Self.certainty(.incomparable), .empty]
    }
    return [
      own.value(outcome.value, of: outcome.goal),
      change.base.map { base.change(change.difference, of: $0.goal) } ?? .empty,
      Self.certainty(change.certainty), own.proof(outcome),
    ]
  }

  private static func certainty(_ certainty: GoalChange.Certainty) -> AnswerCell {
    let words =
      switch certainty {
      case .equal: Phrase("相同", "equal")
      case .different: Phrase("不同", "different")
      case .unproved: Phrase("未证明", "not proved")
      case .incomparable: Phrase("不可比", "not comparable")
      }
    return .code(certainty.rawValue, words)
  }
}
