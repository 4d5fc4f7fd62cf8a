import Reporting
import Scenario
import Studies

/// Sentences about one variant: what the difference amounts to, who gains and loses, what to look out for.
struct ComparisonWords {
  private let comparison: Comparison
  private let kept: KeptPlan?
  private let label: String

  init(_ variant: ComparisonAnswer.Variant, label: String) {
    comparison = variant.comparison
    kept = variant.kept
    self.label = label
  }

  var facts: [AnswerFact] {
    let sentences = [
      ("summary", verdict + counts), ("warning", warning), ("keep", kept.map(words)),
    ]
    return sentences.compactMap { key, sentence in
      sentence.map { AnswerFact("\(key)_\(label)", Phrase(""), .words($0)) }
    }
  }

  /// Code of the verdict, for programs.
  var code: String {
    switch comparison.verdict {
    case .samePlan: "same_plan"
    case .tie: "tie"
    case .equalGoals: "equal_goals"
    case .different: "different"
    case .withinGap: "within_gap"
    case .otherGoals: "other_goals"
    case .noPlan: "no_plan"
    }
  }

  /// The goal that decides the verdict; `nil` where none does.
  var decidingGoal: Goal? {
    switch comparison.verdict {
    case .different(let id), .withinGap(let id):
      comparison.base.scenario.goals.first { $0.id == id }
    default: nil
    }
  }

  private var verdict: Phrase {
    let goal = decidingGoal.map { GoalCells(comparison.base.scenario).title($0) } ?? Phrase("")
    switch comparison.verdict {
    case .samePlan:
      return comparison.goals.contains { $0.difference != 0 }
        ? Phrase(
          "\(label)：方案与 A 相同，目标值因数据不同而不同",
          "\(label): the plan is that of A; values of goals differ with the data")
        : Phrase("\(label)：方案与 A 相同", "\(label): the plan is that of A")
    case .tie(let inBase, let inVariant): return tie(inBase: inBase, inVariant: inVariant)
    case .equalGoals:
      return Phrase(
        "\(label)：各项目标与 A 相同（已证明），但两个方案在对方条件下均不成立",
        "\(label): every goal is as in A (proved), but neither plan would stand in the other scenario"
      )
    case .different:
      return Phrase(
        "\(label)：与 A 不同，从目标“\(goal.chinese)”起（已证明）",
        "\(label): differs from A, first at the goal '\(goal.english)' (proved)")
    case .withinGap:
      return Phrase(
        "\(label)：与 A 的差异不能认定为真实差异：目标“\(goal.chinese)”尚未证明，差异在间隙以内；请延长求解时间",
        "\(label): not called a real difference from A: the goal '\(goal.english)' is not proved, "
          + "and the difference lies within its gap; search longer")
    case .otherGoals:
      return Phrase(
        "\(label)：目标设置与 A 不同，方案各按自己的目标求解",
        "\(label): the goals are not those of A; each plan is for its own goals")
    case .noPlan(let base, let variant): return noPlan(base, variant)
    }
  }

  private func tie(inBase: Bool, inVariant: Bool) -> Phrase {
    let place =
      switch (inBase, inVariant) {
      case (true, true):
        Phrase("两个方案在双方条件下均合规", "both plans keep the clauses of both scenarios")
      case (true, false): Phrase("该方案在 A 中同样合规", "its plan keeps the clauses of A, too")
      default: Phrase("A 的方案在 \(label) 中同样合规", "the plan of A keeps the clauses of \(label), too")
      }
    return Phrase(
      "\(label)：与 A 的差异只是并列取舍，不是真实差异：\(place.chinese)，各项目标值相同",
      "\(label): differs from A by a tie only: \(place.english), with the same value at every goal")
  }

  private func noPlan(_ base: Allotment.Status, _ variant: Allotment.Status) -> Phrase {
    func words(_ status: Allotment.Status, _ name: String) -> Phrase {
      switch status {
      case .infeasible: Phrase("\(name) 已证明无可行方案", "\(name) has no plan (proved)")
      case .unknown: Phrase("\(name) 未求出方案", "no plan of \(name) was found in time")
      case .optimal, .feasible: Phrase("\(name) 有方案", "\(name) has a plan")
      }
    }
    let (first, second) = (words(base, "A"), words(variant, label))
    return Phrase(
      "\(label)：无法逐项比较：\(first.chinese)，\(second.chinese)",
      "\(label): nothing to compare: \(first.english), \(second.english)")
  }

  /// Who gains and who loses, in numbers.
  private var counts: Phrase {
    let names: [(ProjectChange.Kind, String, String)] = [
      (.enters, "新增支持", "in"), (.leaves, "退出", "out"), (.more, "增加份数", "with more steps"),
      (.less, "减少份数", "with fewer steps"),
    ]
    let parts = names.compactMap { kind, chinese, english -> Phrase? in
      let count = comparison.projects.count { $0.kind == kind }
      return count == 0 ? nil : Phrase("\(chinese)\(count)项", "\(count) \(english)")
    }
    guard !parts.isEmpty else { return Phrase("") }
    return Phrase(
      "；" + parts.map(\.chinese).joined(separator: "，"),
      "; " + parts.map(\.english).joined(separator: ", "))
  }

  private var warning: Phrase? {
    let dropped = comparison.droppedInSpiteOfMore.map(\.id)
    guard !dropped.isEmpty else { return nil }
    let sentence = Phrase(
      "注意：\(label) 的条件只放宽、没有收紧，但原已支持的项目退出：\(dropped.joined(separator: "、"))",
      "warning: \(label) only allows more, nothing less, yet projects that were in drop out: "
        + dropped.joined(separator: ", "))
    guard kept == nil else { return sentence }
    return sentence
      + Phrase("；加 --keep 可保留，并列出代价", "; --keep keeps them and shows the price")
  }

  private func words(of kept: KeptPlan) -> Phrase {
    let head = Phrase("\(label) 保留 A 已支持项目：", "\(label), keeping what A approved: ")
    guard kept.subject.ledger != nil else {
      return head + Phrase("未求出方案", "no plan was found in time")
    }
    let missing = kept.absent.count
    let absent =
      missing == 0
      ? Phrase("")
      : Phrase("其中\(missing)项在 \(label) 中没有；", "\(missing) of them are not in \(label); ")
    let isFree = kept.price.goals.allSatisfy { $0.difference == 0 }
    let price =
      isFree ? Phrase("，各项目标值不变", ", at no price") : Phrase("，代价见下表", ", at the price below")
    guard !kept.taken.isEmpty else {
      return head + absent + Phrase("全部可保留", "all can be kept") + price
    }
    let count = kept.taken.count
    let least =
      kept.isLeastProved
      ? Phrase("至少有\(count)项减少或退出（已证明）", "at least \(count) must lose (proved)")
      : Phrase("有\(count)项减少或退出（未证明最少）", "\(count) lose (not proved least)")
    return head + absent + Phrase("不能全部保留，", "not all can be kept, ") + least + price
  }
}

extension Phrase {
  static func + (first: Phrase, second: Phrase) -> Phrase {
    Phrase(first.chinese + second.chinese, first.english + second.english)
  }
}
