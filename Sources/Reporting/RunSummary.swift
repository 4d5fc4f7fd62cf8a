public import Accounts
public import Scenario

/// A run on one screen: what was asked, what came out, how far quotas are used, who was left out and why.
public struct RunSummary: Sendable {
  /// Language of the prose; names and units stay as the scenario writes them.
  public enum Language: String, Sendable, CaseIterable {
    case chinese = "zh"
    case english = "en"
  }

  public let scenario: Scenario
  public let allotment: Allotment
  /// Accounts of the plan; `nil` where there is no plan.
  public let ledger: Ledger?
  public var language: Language
  /// Whether to use colour (ANSI escape sequences).
  public var isColoured: Bool
  /// Cells in a line; longer lines are cut.
  public var width: Int
  /// Greatest number of refused projects that are listed.
  public var listLimit: Int
  /// The tables of the run, where they are made anyway.
  private let workbook: Workbook?

  public init(
    scenario: Scenario, allotment: Allotment, ledger: Ledger?, workbook: Workbook? = nil,
    language: Language = .chinese, isColoured: Bool = false, width: Int = 100, listLimit: Int = 40
  ) {
    self.scenario = scenario
    self.allotment = allotment
    self.ledger = ledger
    self.workbook = workbook
    self.language = language
    self.isColoured = isColoured
    self.width = max(width, 40)
    self.listLimit = listLimit
  }

  /// The screen, with a line end after every line.
  public var text: String {
    let book = workbook?.book ?? ledger.map { Book(ledger: $0, allotment: allotment) }
    var lines = heading
    lines += section(say("目标", "Goals"), goalLines)
    if let conflict = allotment.conflict { lines += conflictLines(conflict) }
    if let book {
      lines += section(say("指标使用", "Use of quotas"), quotaLines(book))
      lines += refusalLines(book)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  func say(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  func paint(_ text: String, _ code: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", paint(title, "1")] + lines
  }

  private var heading: [String] {
    // Where the title says it already, once is enough.
    let isUnmarked = scenario.isSampleData && !scenario.title.contains("示例数据")
    let mark = isUnmarked ? say("（示例数据）", " (示例数据 sample data)") : ""
    let title = scenario.title + say("（\(scenario.year)年）", " (\(scenario.year))") + mark
    return [paint(CellText.cut(title, to: width), "1"), statusLine, countLine]
  }

  private var statusLine: String {
    let stop =
      switch allotment.stop {
      case .timeLimit: say("，到达时间限制", ", stopped by the time limit")
      case .interrupted: say("，被中断", ", interrupted")
      case .gap: say("，各目标差距均在要求以内", ", every goal within the gap asked for")
      case nil: ""
      }
    switch allotment.status {
    case .optimal: return paint(say("已证明最优", "Proved optimal") + stop, "32")
    case .feasible:
      return paint(say("可行，未证明最优", "Feasible, not proved optimal") + stop, "33")
    case .infeasible:
      return paint(say("已证明无可行方案", "Proved: no plan keeps all clauses") + stop, "31")
    case .unknown: return paint(say("未找到方案", "No plan found") + stop, "31")
    }
  }

  private var countLine: String {
    let competing = scenario.projects.count { !$0.needsNothing }
    let supported = ledger?.projects.count { $0.isSupported }
    let all = scenario.projects.count
    var parts = [
      say("项目\(all)项", "\(all) projects"), say("参与分配\(competing)项", "\(competing) competing"),
    ]
    if let supported {
      let left = competing - supported
      parts += [
        say("支持\(supported)项", "\(supported) supported"), say("未支持\(left)项", "\(left) left out"),
      ]
    }
    parts.append(say("无需要素\(all - competing)项", "\(all - competing) need nothing"))
    return parts.joined(separator: say("，", ", "))
  }

  private var goalLines: [String] {
    let words = GoalWords(scenario: scenario)
    let rows = allotment.goals.enumerated().map { index, outcome -> [String] in
      let name = say(outcome.goal.title, words.englishTitle(outcome.goal))
      let value = outcome.value.map { words.text($0, of: outcome.goal) ?? String($0) } ?? "–"
      return ["\(index + 1)", name, value, proof(outcome, words)]
    }
    return CellText.aligned(rows, right: [0, 2]).enumerated().map { index, line in
      let isProved = allotment.goals[index].isProved
      return paint("  " + CellText.cut(line, to: width - 2), isProved ? "0" : "33")
    }
  }

  private func proof(_ outcome: GoalOutcome, _ words: GoalWords) -> String {
    if outcome.isProved { return say("已证明", "proved") }
    guard let bound = outcome.bound else { return say("未证明", "not proved") }
    let text = words.text(bound, of: outcome.goal) ?? String(bound)
    return say("界 \(text)", "bound \(text)")
  }

  private func conflictLines(_ conflict: Conflict) -> [String] {
    let items = conflict.items.map { "  \($0.clause)  " + say($0.text, $0.english) }
    let remedies = conflict.remedies.map { "  \($0.clause)  " + say($0.text, $0.english) }
    let title = say("不能同时满足", "Cannot hold together")
    let cure =
      conflict.isRemedyConfirmed
      ? say("补救（已重新求解证实）", "Remedy (confirmed by solving again)") : say("补救", "Remedy")
    return section(title, items) + section(cure, remedies)
  }
}
