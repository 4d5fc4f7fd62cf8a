import Accounts
import Policy
import Reporting
import Scenario
import Studies

/// Everything about one project, one short line after another.
struct ProjectStory {
  private let standing: StandingPlan
  private let scenario: Scenario
  private let project: Int
  private let words: ChangeWords
  private var lines: [(label: Phrase, text: Phrase)] = []

  init(_ standing: StandingPlan, _ explanation: Explanation, _ project: Int) {
    self.standing = standing
    scenario = standing.scenario
    self.project = project
    words = ChangeWords(standing)
    let facts = scenario.projects[project]
    let place = "\(facts.level.rawValue)，\(scenario.counties[facts.county])"
    say(Phrase("项目", "project"), Phrase("\(facts.id) \(facts.name)（\(place)）"))
    if let entry = explanation.entries.first { tell(entry) }
    if let stay = explanation.stays.first { tell(stay) }
  }

  var section: AnswerSection {
    AnswerSection(
      "story", Phrase("说明", "Story"),
      columns: [
        AnswerColumn("about", Phrase("问题", "about")), AnswerColumn("text", Phrase("回答", "answer")),
      ], rows: lines.map { [.words($0.label), .words($0.text)] })
  }

  /// Adds a line; a label that the line before has is not repeated.
  private mutating func say(_ label: Phrase, _ text: Phrase) { lines.append((label, text)) }

  private mutating func say(_ label: Phrase, _ texts: [Phrase]) {
    for (number, text) in texts.enumerated() { say(number == 0 ? label : Phrase(""), text) }
  }

  private mutating func tell(_ stay: Stay) {
    let label = Phrase("结论", "verdict")
    switch stay.verdict {
    case .mustBeIn:
      say(label, Phrase("支持；在每一个最优方案里都得到支持（已证明）", "supported, in every best plan (proved)"))
    case .unknown: say(label, Phrase("支持；能否替换未查明", "supported; not known whether it must be"))
    case .interchangeable(let change):
      say(label, Phrase("支持；但可替换，各目标不变", "supported, but interchangeable at no cost to any goal"))
      tell(change)
    }
    let account = standing.ledger.projects[stay.project]
    if account.steps < scenario.projects[stay.project].steps {
      let whole = scenario.projects[stay.project].steps
      say(
        Phrase("份额", "share"),
        Phrase("\(account.steps)/\(whole) 份", "\(account.steps) of \(whole) steps"))
    }
  }

  private mutating func tell(_ entry: Entry) {
    let refusals = RefusalWords(ledger: standing.ledger)
    let clauses = entry.refusal.clauses
    var reason = Phrase(
      refusals.reason(entry.refusal, entry.project), refusals.english(entry.refusal, entry.project))
    if case .shortage = entry.refusal {
      reason = Phrase("其他安排不变时要素不足", "short, with everything else kept")
    }
    say(
      Phrase("未支持", "left out"),
      Phrase(
        reason.chinese + "（\(clauses.joined(separator: "、"))）",
        reason.english + " (\(clauses.joined(separator: ", ")))"))
    if case .shortage(let shortages) = entry.refusal {
      say(
        Phrase("缺口", "short"),
        shortages.map { words(refusals.printed($0)) })
    }
    if let size = entry.largestSize {
      let text = FixedPoint.text(size, decimals: 2)
      say(
        Phrase("可容规模", "size that fits"),
        Phrase("其他安排不变时，最大 \(text) %", "at most \(text) % with everything else kept"))
    }
    if let forced = entry.forced { tell(forced) }
    if entry.remedy == nil {
      let remedy = refusals.remedy(entry.refusal, entry.project)
      say(Phrase("补救", "remedy"), Phrase(remedy))
    } else {
      tellRemedy(entry)
    }
  }

  private func words(_ shortage: PrintedShortage) -> Phrase {
    func text(_ value: Int) -> String { FixedPoint.text(value, decimals: shortage.decimals) }
    let (need, left, missing) = (text(shortage.need), text(shortage.left), shortage.amountText)
    let clause = shortage.shortage.clause
    return Phrase(
      "\(shortage.indicator)：需要 \(need)，剩余 \(left)，缺 \(missing) \(shortage.unit)"
        + "（\(clause)，\(shortage.department)）",
      "\(shortage.english): needs \(need), left \(left), short of \(missing) \(shortage.unit)"
        + " (\(clause), \(shortage.department))")
  }

  private mutating func tell(_ forced: Entry.Forced) {
    let label = Phrase("硬要安排", "forced in")
    switch forced {
    case .impossible:
      say(label, Phrase("不可能：谁让路也排不下（已证明）", "impossible, whoever makes room (proved)"))
    case .unknown: say(label, Phrase("未查明", "not known"))
    case .plan(let plan):
      let cost = words.firstDifference(plan.goals)
      say(
        label,
        cost.chinese.isEmpty
          ? Phrase("可以，各目标不变，只是编号次序靠后（A-7）", "possible at no cost to any goal: a tie (A-7)")
          : Phrase("可以，首先付出的代价：\(cost.chinese)", "possible; the first cost: \(cost.english)"))
      tell(plan.change)
      tellGoals(plan.goals, Phrase("  各目标", "  goals"))
    }
  }

  /// Who falls out and who comes in, one project on a line.
  private mutating func tell(_ change: PlanChange) {
    let parts: [([Int], Phrase)] = [
      (change.leaving, Phrase("  退出", "  out")),
      (change.shrinking, Phrase("  减少份数", "  fewer steps")),
      (change.entering.filter { $0 != project }, Phrase("  进入", "  in")),
      (change.growing, Phrase("  增加份数", "  more steps")),
    ]
    for (projects, label) in parts {
      say(
        label,
        projects.map { index in
          let facts = scenario.projects[index]
          return Phrase("\(facts.id) \(facts.name)（\(facts.level.rawValue)）")
        })
    }
  }

  /// Every goal that changes.
  private mutating func tellGoals(_ values: [Int], _ label: Phrase) {
    let changed = values.indices.filter { values[$0] != standing.values[$0] }
    say(label, changed.map { words.goal($0, change: values[$0] - standing.values[$0]) })
  }

  private mutating func tellRemedy(_ entry: Entry) {
    let texts = RemedyWords(standing)
    let label = Phrase("最省补救", "cheapest remedy")
    guard case .grants(let granted, let effect)? = entry.remedy else {
      return say(label, [texts.remedy(entry), texts.effect(entry)].filter { !$0.chinese.isEmpty })
    }
    say(
      label,
      granted.map { grant in
        let words = words.grant(grant)
        return Phrase("\(words.clause) \(words.text)", "\(words.clause) \(words.english)")
      })
    let after = Phrase("补救之后", "then")
    switch effect {
    case .unknown: say(after, Phrase("未查明", "not known"))
    case .lands(let best):
      say(
        after,
        best.change.harmsNobody
          ? Phrase("重新求解：落地，没有项目受损", "solved again: it lands and nobody loses")
          : Phrase("重新求解：落地，但有项目受损", "solved again: it lands, but others lose"))
      tell(best.change)
      tellGoals(best.goals, Phrase("  各目标", "  goals"))
    case .prefersOthers(let best, let lockedIn):
      say(
        after,
        Phrase("重新求解：仍不落地，目标另有所选", "solved again: still out, the goals prefer others"))
      tell(best.change)
      tellGoals(best.goals, Phrase("  各目标", "  goals"))
      say(
        Phrase("补救并锁入", "granted, locked in"),
        lockedIn.change.harmsNobody
          ? Phrase("落地，没有项目受损", "it lands and nobody loses")
          : Phrase("落地，但有项目受损", "it lands, but others lose"))
      tell(lockedIn.change)
      tellGoals(lockedIn.goals, Phrase("  各目标", "  goals"))
    }
  }
}
