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
          Phrase("\(title.chinese) \(label)\(unit)", "\(title.english) \(label)\(unit)"))
      }
    }
    let (changed, same) = countyRows
    return AnswerSection(
      "counties", Phrase("各县区", "Counties"), columns: columns, rows: changed + same,
      shown: changed.count, notes: Self.rest(same.count, changed.isEmpty))
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
      if totals.allSatisfy({ $0 == totals[0] }) {
        rows.same.append(row)
      } else {
        rows.changed.append(row)
      }
    }
    return rows
  }

  /// Every quota, cap, bank and target: what there is, what is used, what is left; on the screen those that differ.
  var limits: AnswerSection {
    var columns = [
      AnswerColumn("clause", Phrase("条款", "clause")),
      AnswerColumn("limit", Phrase("约束", "limit")),
      AnswerColumn("place", Phrase("对象", "place")), AnswerColumn("unit", Phrase("单位", "unit")),
    ]
    for (label, _, _) in all {
      columns += [
        AnswerColumn("bound_\(label)", Phrase("\(label) 限值", "\(label) limit")),
        AnswerColumn("used_\(label)", Phrase("\(label) 使用", "\(label) used")),
        AnswerColumn("left_\(label)", Phrase("\(label) 余量", "\(label) left")),
      ]
    }
    let (changed, same) = limitRows
    return AnswerSection(
      "limits", Phrase("指标、控制量和补充耕地", "Quotas, caps and banks"), columns: columns,
      rows: changed + same, shown: changed.count, notes: Self.rest(same.count, changed.isEmpty))
  }

  /// A note on the rows that the screen leaves out.
  private static func rest(_ count: Int, _ isAll: Bool) -> [Phrase] {
    guard count > 0 else { return [] }
    return [
      isAll
        ? Phrase("\(count)项均相同", "all \(count) are the same")
        : Phrase("其余\(count)项相同", "the other \(count) are the same")
    ]
  }

  private var limitRows: (changed: [[AnswerCell]], same: [[AnswerCell]]) {
    var rows: (changed: [[AnswerCell]], same: [[AnswerCell]]) = ([], [])
    let grid = LimitGrid(variants.map(\.comparison))
    for lines in grid.rows {
      guard let first = lines.indices.first(where: { lines[$0] != nil }), let line = lines[first]
      else { continue }
      let words = LimitWords(line, all[first].subject.scenario)
      var row: [AnswerCell] = [
        .name(line.clause), .words(words.name), .words(words.place), .name(words.unit),
      ]
      for (index, line) in lines.enumerated() {
        row += limitCells(line, all[index].subject)
      }
      let reference = Array(row[4..<7])
      let isSame = lines.indices.allSatisfy { Array(row[(4 + 3 * $0)..<(7 + 3 * $0)]) == reference }
      if isSame { rows.same.append(row) } else { rows.changed.append(row) }
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
