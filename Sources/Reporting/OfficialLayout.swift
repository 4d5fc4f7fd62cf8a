/// Dresses a table the way a bureau files it: title, unit, groups with subtotals, total, signatures, notes.
struct OfficialLayout {
  let table: Table

  /// A line of the sheet: a row of the table, or one that is made here.
  private enum Line {
    case row(Int)
    case cells([Cell])
  }

  /// All lines of the sheet, from the title to the last note.
  var lines: RowList {
    let mark = table.isSampleData ? "（示例数据）" : ""
    let notes = table.notes.enumerated().map { [Cell.text("\($0 + 1). \($1)")] }
    let signatures = ["填报单位：", "审核人：", "负责人：", "分管领导：", "日期："].map { Cell.text($0) }
    let head: [[Cell]] = [
      [.text("\(table.scenarioTitle)：\(table.title)（\(table.year)年）\(mark)")],
      [.text("单位：\(table.units)")],
      table.columns.map { .text($0.header) },
    ]
    let foot = [signatures, [.text("填表说明：")]] + notes
    let list = table.list
    return RowList(of: head.map { .cells($0) } + body + foot.map { .cells($0) }) { line, row in
      switch line {
      case .row(let number): list.write(number, to: &row)
      case .cells(let cells): row.append(cells)
      }
    }
  }

  private var body: [Line] {
    guard let grouping = table.grouping else { return (0..<table.list.count).map { .row($0) } }
    let groups = OfficialGroups(table, grouping)
    var lines: [Line] = []
    var total = groups.nothing
    for (name, group) in zip(grouping.order, groups.groups) where !group.rows.isEmpty {
      lines += group.rows.map { .row($0) }
      total.add(group.counted.cells)
      if group.totals == nil {
        lines.append(sum(group.sums, label: "小计", name: (grouping.column, name)))
      }
    }
    if let column = grouping.levelColumn {
      for (level, sums) in zip(levelNames, groups.levels) {
        if let sums { lines.append(sum(sums, label: "小计", name: (column, level))) }
      }
    }
    if grouping.hasTotal { lines.append(sum(total, label: "合计", name: nil)) }
    return lines
  }

  /// A row that adds up the summed columns of others; the first column says what it is.
  private func sum(
    _ sums: OfficialSums, label: String, name: (column: Int, text: String)?
  ) -> Line {
    var cells = table.columns.indices.map { column -> Cell in
      guard table.columns[column].isSummed else {
        return table.columns[column].kind == .text ? .text("") : .empty
      }
      return sums.cells[column]
    }
    cells[0] = .text(label)
    if let name { cells[name.column] = .text(name.text) }
    return .cells(cells)
  }
}
