import Accounts
import Reporting
import Scenario
import Studies

extension ComparisonAnswer {
  /// What every county gets, side by side; on the screen those that get something else.
  var counties: AnswerSection {
    var columns = [AnswerColumn("county", Phrase("县区", "county"))]
    let measures = [
      ("landed", Phrase("项目", "projects"), ""), ("land", Phrase("用地", "land"), "（亩）"),
      ("investment", Phrase("投资", "investment"), "（万元）"),
    ]
    for (key, title, unit) in measures {
      columns += all.map { label, _, _ in
        AnswerColumn(
          "\(key)_\(label)",
          Phrase("\(title.chinese) \(label)\(unit)", "\(title.english) \(label)\(unit)"),
          isOnScreen: variants.count == 1 || key != "land")
      }
    }
    let (changed, same) = countyRows
    return AnswerSection(
      "counties", Phrase("各县区", "Counties"), columns: columns, rows: changed + same,
      shown: changed.count,
      notes: same.isEmpty
        ? []
        : [
          changed.isEmpty
            ? Phrase("\(same.count)个县区均相同", "all \(same.count) counties are the same")
            : Phrase("其余\(same.count)个县区相同", "the other \(same.count) counties are the same")
        ])
  }

  private var countyRows: (changed: [[AnswerCell]], same: [[AnswerCell]]) {
    var names: [String] = []
    for variant in variants {
      for county in variant.comparison.counties where !names.contains(county.name) {
        names.append(county.name)
      }
    }
    var rows: (changed: [[AnswerCell]], same: [[AnswerCell]]) = ([], [])
    let known = all.map { _, _, subject in
      Dictionary(
        zip(subject.scenario.counties, subject.ledger.map(CountyTotals.all) ?? [])
      ) { first, _ in first }
    }
    for name in names {
      let totals = known.map { $0[name] }
      var row: [AnswerCell] = [.name(name)]
      row += totals.map { $0.map { .number($0.landed, decimals: 0) } ?? .empty }
      row += totals.map { total in
        total.map { .number(FixedPoint.half($0.land, Area.centimu), decimals: 2) } ?? .empty
      }
      row += totals.map { $0.map { .number($0.investment, decimals: 4) } ?? .empty }
      // A case without a plan differs from none.
      let there = zip(totals, all).filter { $1.subject.ledger != nil }.map(\.0)
      if there.allSatisfy({ $0 == there[0] }) {
        rows.same.append(row)
      } else {
        rows.changed.append(row)
      }
    }
    return rows
  }

  /// Every quota, cap, bank and target: what there is, what is used, what is left.
  ///
  /// The screen has those of which there is not the same, and those of the whole city of which not the same is used.
  var limits: AnswerSection {
    let columns = [
      AnswerColumn("clause", Phrase("条款", "clause"), isOnScreen: false),
      AnswerColumn("limit", Phrase("约束", "limit"), width: 24),
      AnswerColumn("place", Phrase("对象", "place"), width: 10),
    ]
    let cases = all.map(\.label)
    let amounts =
      cases.map { AnswerColumn("bound_\($0)", Phrase("\($0) 限值", "\($0) limit")) }
      + cases.map {
        AnswerColumn("used_\($0)", Phrase("\($0) 使用", "\($0) used"), isOnScreen: false)
      }
      + cases.map { AnswerColumn("left_\($0)", Phrase("\($0) 余量", "\($0) left")) }
    let (changed, same) = limitRows
    return AnswerSection(
      "limits", Phrase("指标、控制量和补充耕地", "Quotas, caps and banks"),
      columns: columns + amounts + [AnswerColumn("unit", Phrase("单位", "unit"))],
      rows: changed + same, shown: LongList.shown(changed.count),
      notes: same.isEmpty
        ? LongList.more(changed.count, "limits")
        : LongList.more(changed.count, "limits") + [
          Phrase(
            "其余\(same.count)项限值相同，见 --format csv --table limits",
            "the other \(same.count) limits are the same: --format csv --table limits")
        ])
  }

  private var limitRows: (changed: [[AnswerCell]], same: [[AnswerCell]]) {
    var rows: (changed: [[AnswerCell]], same: [[AnswerCell]]) = ([], [])
    for lines in LimitGrid(variants.map(\.comparison)).rows {
      guard let first = lines.indices.first(where: { lines[$0] != nil }), let line = lines[first]
      else { continue }
      let words = LimitWords(line, all[first].subject.scenario)
      let cells = lines.enumerated().map { limitCells($1, all[$0].subject) }
      let row =
        [.name(line.clause), .words(words.name), .words(words.place)]
        + cells.map { $0[0] } + cells.map { $0[1] } + cells.map { $0[2] } + [.name(words.unit)]
      let hasOtherBound = cells.contains { $0[0] != cells[0][0] }
      let used = cells.map { $0[1] }.filter { $0 != .empty }
      if hasOtherBound || line.isOfTheCity && used.contains(where: { $0 != used[0] }) {
        rows.changed.append(row)
      } else {
        rows.same.append(row)
      }
    }
    return rows
  }

  private func limitCells(_ line: ConstraintLine?, _ subject: AccountedCase) -> [AnswerCell] {
    guard let line else { return [.empty, .empty, .empty] }
    let words = LimitWords(line, subject.scenario)
    func cell(_ amount: Int) -> AnswerCell {
      .number(words.rounded(amount), decimals: words.decimals)
    }
    guard subject.ledger != nil else { return [cell(line.bound), .empty, .empty] }
    return [cell(line.bound), cell(line.used), cell(line.slack)]
  }
}

extension ConstraintLine {
  /// Whether it is one for the whole city.
  fileprivate var isOfTheCity: Bool {
    switch subject {
    case .stock, .minimumDisposal, .countyQuota: false
    case .resource(_, let county): county == nil
    default: true
    }
  }
}
