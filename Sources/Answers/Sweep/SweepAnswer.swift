import Accounts
package import Reporting
import Scenario
package import ScenarioIO
package import Studies

/// A sweep in words: what every point reaches, and where projects come in or go out.
package struct SweepAnswer {
  /// A change of the selection between two values that lie as near to each other as was solved.
  package struct Refined {
    package var before: WrittenAmount
    package var after: WrittenAmount
    package var cases: (before: AccountedCase, after: AccountedCase)
    /// Whether nothing lies between the two values.
    package var isExact: Bool

    package init(
      before: WrittenAmount, after: WrittenAmount,
      cases: (before: AccountedCase, after: AccountedCase), isExact: Bool
    ) {
      self.before = before
      self.after = after
      self.cases = cases
      self.isExact = isExact
    }
  }

  let name: String
  let base: AccountedCase
  let axes: [SweptAxis]
  let grid: SweepGrid
  /// What each point came to; `nil` where time did not suffice.
  let points: [AccountedCase?]
  /// Changes along the only axis, where they were looked for.
  let refined: [Refined]?
  let isRefined: Bool

  /// Prepares the answer.
  ///
  /// - Parameters:
  ///   - name: what the user calls the scenario.
  ///   - refined: changes of the selection, where they were looked for between the points; then whether all were found.
  package init(
    name: String, base: AccountedCase, axes: [SweptAxis], grid: SweepGrid,
    points: [AccountedCase?], refined: [Refined]? = nil, isRefined: Bool = true
  ) {
    self.name = name
    self.base = base
    self.axes = axes
    self.grid = grid
    self.points = points
    self.refined = refined
    self.isRefined = isRefined
  }

  /// Names of the sections, as `--table` knows them.
  package static let tables = ["points", "thresholds"]

  /// Whether every point is proved: its best plan, or that there is none.
  package var isProved: Bool { proved == points.count && isRefined }

  private var proved: Int { points.count { $0.map { isProved($0) } ?? false } }

  func isProved(_ point: AccountedCase) -> Bool {
    [.optimal, .infeasible].contains(point.allotment.status)
  }

  package var answer: Answer {
    Answer(
      question: "sweep",
      title: Phrase("逐点求解：\(base.scenario.title)", "Sweep: \(base.scenario.title)"),
      isSampleData: base.scenario.isSampleData, facts: facts,
      sections: [pointSection, thresholdSection])
  }

  private var facts: [AnswerFact] {
    let count = points.count
    let solved = points.count { $0 != nil }
    let status =
      proved == count
      ? Phrase("共\(count)点，全部已证明", "\(count) points, all proved")
      : Phrase(
        "共\(count)点，已求解\(solved)点，其中已证明\(proved)点；其余未及求解",
        "\(count) points, \(solved) solved, \(proved) of them proved; time ran out for the others")
    var facts = [
      AnswerFact(
        "status", Phrase("状态", "status"),
        .code(proved == count ? "proved" : "not_proved", status)),
      AnswerFact("base", Phrase("现方案", "as it is"), .words(baseWords)),
    ]
    facts += axes.enumerated().map { index, axis in
      AnswerFact(
        "axis_\(index + 1)", Phrase("变动数据", "varied"),
        .words(
          Phrase(
            "\(axis.path)，\(axis.labels.count)个取值，现值\(axis.base.isEmpty ? "无" : axis.base)",
            "\(axis.path), \(axis.labels.count) values, now \(axis.base.isEmpty ? "none" : axis.base)"
          )))
    }
    if !isRefined {
      facts.append(
        AnswerFact(
          "refinement", Phrase("进出点", "thresholds"),
          .code("not_complete", Phrase("时间不足，未全部求到最小单位", "time ran out: not all are exact"))))
    }
    return facts
  }

  private var baseWords: Phrase {
    let status = StatusWords.phrase(base.allotment)
    guard let landed = landed(base) else {
      return Phrase("\(name)（\(status.chinese)）", "\(name) (\(status.english))")
    }
    return Phrase(
      "\(name)（\(status.chinese)，支持\(landed)项）",
      "\(name) (\(status.english), \(landed) supported)")
  }

  /// Number of supported projects; `nil` without a plan.
  func landed(_ point: AccountedCase) -> Int? {
    point.ledger.map { ledger in ledger.competing.count { ledger.projects[$0].isSupported } }
  }

  /// Ids of the projects that a point supports and the scenario itself does not, and the other way round.
  func changes(_ point: AccountedCase) -> (comesIn: [String], goesOut: [String])? {
    guard let old = base.ledger, let new = point.ledger else { return nil }
    var before: Set<String> = []
    for (index, project) in base.scenario.projects.enumerated() where old.plan.supports(index) {
      before.insert(project.id)
    }
    let after = point.scenario.projects.indices.filter { new.plan.supports($0) }
      .map { point.scenario.projects[$0].id }
    return (
      after.filter { !before.contains($0) },
      base.scenario.projects.map(\.id).filter { before.contains($0) && !after.contains($0) }
    )
  }

  /// Goals (indices) of the scenario that do not have the same value at all points with a plan.
  var changingGoals: [Int] {
    base.scenario.goals.indices.filter { goal in
      Set(points.compactMap { $0?.allotment.goals[goal].value }).count > 1
    }
  }
}
