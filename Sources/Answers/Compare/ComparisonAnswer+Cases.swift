import Reporting
import Scenario
import ScenarioIO
import Studies

extension ComparisonAnswer {
  /// The cases themselves and what each differs by, for programs.
  var cases: AnswerSection {
    let rows = all.enumerated().map { index, element -> [AnswerCell] in
      let (label, name, subject) = element
      let head: [AnswerCell] = [
        .name(label), .name(name), .name(subject.scenario.title),
        StatusWords.cell(subject.allotment),
      ]
      guard index > 0 else { return head + Array(repeating: .empty, count: 8) }
      let variant = variants[index - 1]
      let words = ComparisonWords(variant, label: label)
      let counts = ProjectChange.Kind.allCases.filter { $0 != .same }.map { kind in
        AnswerCell.number(variant.comparison.projects.count { $0.kind == kind }, decimals: 0)
      }
      return head + [.name(words.code), words.decidingGoal.map { .name($0.id) } ?? .empty]
        + counts
        + [
          .number(variant.inputs.count, decimals: 0),
          .flag(!variant.comparison.droppedInSpiteOfMore.isEmpty),
        ]
    }
    return AnswerSection(
      "cases", Phrase("参与比较的方案", "Cases"),
      columns: [
        AnswerColumn("label", Phrase("代号", "label")), AnswerColumn("name", Phrase("来源", "source")),
        AnswerColumn("title", Phrase("标题", "title")),
        AnswerColumn("status", Phrase("状态", "status")),
        AnswerColumn("verdict", Phrase("结论", "verdict")),
        AnswerColumn("goal", Phrase("决定目标", "deciding goal")),
        AnswerColumn("in", Phrase("新增", "in")), AnswerColumn("out", Phrase("退出", "out")),
        AnswerColumn("more", Phrase("增份", "more")), AnswerColumn("less", Phrase("减份", "less")),
        AnswerColumn("inputs", Phrase("数据差异", "inputs that differ")),
        AnswerColumn(
          "dropped_in_spite_of_more", Phrase("只放宽而有退出", "dropped in spite of more")),
      ], rows: rows, shown: 0)
  }

  /// Inputs that differ from the base's, with the place of each value.
  var inputs: AnswerSection {
    let rows = labelled.flatMap { label, variant in
      variant.inputs.map { input -> [AnswerCell] in
        [
          .name(label), .name(input.path), Self.kind(input), Self.text(input.old),
          Self.text(input.new), Self.origin(input.old), Self.origin(input.new),
        ]
      }
    }
    return AnswerSection(
      "inputs", Phrase("不同的数据（\(rows.count)处）", "Inputs that differ (\(rows.count))"),
      columns: [
        AnswerColumn("case", Phrase("方案", "case")),
        AnswerColumn("path", Phrase("路径", "path"), width: 44),
        AnswerColumn("kind", Phrase("类别", "kind"), isOnScreen: false),
        AnswerColumn("old", Phrase("A"), width: 16),
        AnswerColumn("new", Phrase("对比", "variant"), width: 16),
        AnswerColumn("old_origin", Phrase("A 出处", "origin in A"), isOnScreen: false),
        AnswerColumn("new_origin", Phrase("出处", "origin")),
      ], rows: rows, shown: LongList.shown(rows.count),
      notes: rows.isEmpty
        ? [Phrase("数据相同", "the inputs are the same")] : LongList.more(rows.count, "inputs"))
  }

  /// Why cases have no plan, and what would cure it.
  var conflicts: AnswerSection {
    ConflictRows.section(all.map { ($0.label, $0.subject.allotment) })
  }

  private static func kind(_ input: ScenarioDifference) -> AnswerCell {
    switch (input.old, input.new) {
    case (nil, _?): .code("added", Phrase("只在对比方案", "in the variant only"))
    case (_?, nil): .code("removed", Phrase("只在 A", "in A only"))
    default: .code("changed", Phrase("不同", "changed"))
    }
  }

  private static func text(_ side: ScenarioDifference.Side?) -> AnswerCell {
    side.map { .name($0.text) } ?? .empty
  }

  /// File and line of a value; empty where the default holds.
  private static func origin(_ side: ScenarioDifference.Side?) -> AnswerCell {
    guard let place = side?.location else { return .empty }
    return .name("\(place.file):\(place.line)")
  }
}
