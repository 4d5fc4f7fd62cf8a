import Accounts
import Reporting
import Scenario
import Studies

extension ComparisonAnswer {
  /// Projects that gain or lose in some variant, with the reason of those that lose.
  var projects: AnswerSection {
    var columns = [
      AnswerColumn("id", Phrase("编号", "id")),
      AnswerColumn("name", Phrase("项目", "project"), width: 20),
      AnswerColumn("level", Phrase("级别", "level"), isOnScreen: false),
      AnswerColumn("county", Phrase("县区", "county"), isOnScreen: false),
      AnswerColumn("steps_A", Phrase("A 份数", "A steps"), isOnScreen: false),
      AnswerColumn("support_A", Phrase("A"), isOnScreen: false),
    ]
    for (label, _) in labelled {
      columns += [
        AnswerColumn("steps_\(label)", Phrase("\(label) 份数", "\(label) steps"), isOnScreen: false),
        AnswerColumn("support_\(label)", Phrase(label), isOnScreen: false),
        AnswerColumn("change_\(label)", Phrase("\(label) 变化", "\(label) change")),
        AnswerColumn(
          "reason_\(label)", Phrase("\(label) 原因", "\(label) reason"),
          width: variants.count == 1 ? 100 : 28),
      ]
    }
    let rows = changedProjects
    let isCompared = variants.contains { !$0.comparison.projects.isEmpty }
    return AnswerSection(
      "projects", Phrase("得失项目（\(rows.count)项）", "Projects that gain or lose (\(rows.count))"),
      columns: columns, rows: rows, shown: LongList.shown(rows.count),
      notes: rows.isEmpty && isCompared
        ? [Phrase("没有项目得失", "no project gains or loses")]
        : LongList.more(rows.count, "projects"))
  }

  private var changedProjects: [[AnswerCell]] {
    let changes = variants.map { variant in
      Dictionary(variant.comparison.projects.map { ($0.id, $0) }) { first, _ in first }
    }
    let words = variants.map { $0.comparison.variant.ledger.map(RefusalWords.init) }
    let ids = Set(variants.flatMap { $0.comparison.changes.map(\.id) }).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    return ids.map { id in
      let own = changes.map { $0[id] }
      var row = self.head(id, own)
      for index in variants.indices {
        let comparison = variants[index].comparison
        row += Self.support(own[index]?.place.variant, comparison.variant)
        guard let change = own[index] else {
          row += [.empty, .empty]
          continue
        }
        row += [kind(of: change, comparison), reason(change, words[index])]
      }
      return row
    }
  }

  private func head(_ id: String, _ changes: [ProjectChange?]) -> [AnswerCell] {
    let places = zip(variants, changes).compactMap { variant, change in
      change.flatMap { change in
        change.place.base.map { (base.subject.scenario, $0) }
          ?? change.place.variant.map { (variant.comparison.variant.scenario, $0) }
      }
    }
    guard let (scenario, index) = places.first else { return [] }
    let project = scenario.projects[index]
    return [
      .name(id), .name(project.name), .name(project.level.rawValue),
      .name(scenario.counties[project.county]),
    ] + Self.support(changes.lazy.compactMap { $0?.place.base }.first, base.subject)
  }

  /// Steps of a project, as a number and in words.
  static func support(_ project: Int?, _ subject: AccountedCase) -> [AnswerCell] {
    guard let project else {
      return [.empty, .code("absent", Phrase("无此项目", "absent"))]
    }
    guard let ledger = subject.ledger else { return [.empty, .empty] }
    let (steps, whole) = (ledger.plan.steps[project], subject.scenario.projects[project].steps)
    let words =
      switch (steps, whole) {
      case (0, _): AnswerCell.code("out", Phrase("不支持", "out"))
      case (_, 1): AnswerCell.code("in", Phrase("支持", "in"))
      default: AnswerCell.code("in", Phrase("\(steps)/\(whole)份", "\(steps)/\(whole)"))
      }
    return [.number(steps, decimals: 0), words]
  }

  private func kind(of change: ProjectChange, _ comparison: Comparison) -> AnswerCell {
    let words: Phrase
    switch change.kind {
    case .enters: words = Phrase("新增", "in")
    case .leaves: words = Phrase("退出", "out")
    case .more: words = Phrase("增份", "more") + shares(change, comparison)
    case .less: words = Phrase("减份", "less") + shares(change, comparison)
    case .same: words = Phrase("不变", "same")
    }
    return .code(change.kind.rawValue, words)
  }

  /// Steps before and after, e.g. ` 2/4→3/4`.
  private func shares(_ change: ProjectChange, _ comparison: Comparison) -> Phrase {
    func share(_ project: Int?, _ subject: AccountedCase) -> String {
      guard let project, let ledger = subject.ledger else { return "" }
      return "\(ledger.plan.steps[project])/\(subject.scenario.projects[project].steps)"
    }
    let old = share(change.place.base, comparison.base)
    return Phrase(" \(old)→\(share(change.place.variant, comparison.variant))")
  }

  /// Why a project loses.
  private func reason(_ change: ProjectChange, _ words: RefusalWords?) -> AnswerCell {
    switch change.loss {
    case .absent: .words(Phrase("方案中没有该项目", "not in the scenario"))
    case .refused(let refusal): Self.reason(refusal, change.place.variant, words)
    case nil: .empty
    }
  }

  static func reason(_ refusal: Refusal, _ project: Int?, _ words: RefusalWords?) -> AnswerCell {
    guard let words, let project else { return .empty }
    return .words(Phrase(words.reason(refusal, project), words.english(refusal, project)))
  }
}
