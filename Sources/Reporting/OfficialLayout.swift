/// Dresses a table the way a bureau files it: title, unit, groups with subtotals, total, signatures, notes.
struct OfficialLayout {
  let table: Table

  /// All lines of the sheet, from the title to the last note.
  var lines: [[Cell]] {
    let mark = table.isSampleData ? "（示例数据）" : ""
    let notes = table.notes.enumerated().map { [Cell.text("\($0 + 1). \($1)")] }
    let signatures = ["填报单位：", "审核人：", "负责人：", "分管领导：", "日期："].map { Cell.text($0) }
    return [
      [.text("\(table.scenarioTitle)：\(table.title)（\(table.year)年）\(mark)")],
      [.text("单位：\(table.units)")],
      table.columns.map { .text($0.header) },
    ] + body + [signatures, [.text("填表说明：")]] + notes
  }

  private var body: [[Cell]] {
    guard let grouping = table.grouping else { return table.rows }
    var lines: [[Cell]] = []
    var counted: [[Cell]] = []
    for name in grouping.order {
      let rows = table.rows.filter { $0[grouping.column] == .text(name) }
      guard !rows.isEmpty else { continue }
      lines += rows
      let totals = rows.filter { isTotal($0, grouping) }
      counted += totals.isEmpty ? rows : totals
      if totals.isEmpty { lines.append(sum(rows, label: "小计", name: (grouping.column, name))) }
    }
    if let column = grouping.levelColumn {
      for level in levelNames {
        let rows = table.rows.filter { $0[column] == .text(level) }
        if !rows.isEmpty { lines.append(sum(rows, label: "小计", name: (column, level))) }
      }
    }
    if grouping.hasTotal { lines.append(sum(counted, label: "合计", name: nil)) }
    return lines
  }

  private func isTotal(_ row: [Cell], _ grouping: Grouping) -> Bool {
    guard let mark = grouping.totalMark else { return false }
    return row[grouping.column + 1] == .text(mark)
  }

  /// A row that adds up the summed columns of others; the first column says what it is.
  private func sum(_ rows: [[Cell]], label: String, name: (column: Int, text: String)?) -> [Cell] {
    var cells = table.columns.indices.map { column -> Cell in
      guard table.columns[column].isSummed else {
        return table.columns[column].kind == .text ? .text("") : .empty
      }
      return rows.reduce(Cell.empty) { Self.add($0, $1[column]) }
    }
    cells[0] = .text(label)
    if let name { cells[name.column] = .text(name.text) }
    return cells
  }

  private static func add(_ a: Cell, _ b: Cell) -> Cell {
    guard case .number(let x, let decimals) = a else { return b }
    guard case .number(let y, _) = b else { return a }
    return .number(x + y, decimals: decimals)
  }
}
