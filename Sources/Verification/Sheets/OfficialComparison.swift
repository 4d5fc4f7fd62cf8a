import Scenario

/// Holds title, order, subtotals, totals and footer of the official style against what they must be.
struct OfficialComparison {
  /// What stands in the body: a numbered row, or a row of sums.
  private enum Line {
    case row(Int)
    case sum([Expectation], name: String)
  }

  private let frame: OfficialFrame
  private let table: ExpectedTable
  private let groups: OfficialGroups?
  private(set) var faults: [VerificationFault] = []
  /// Number of sums that were worked out.
  private(set) var sums = 0

  init(_ frame: OfficialFrame, _ table: ExpectedTable, _ scenario: Scenario) {
    self.frame = frame
    self.table = table
    groups = OfficialGroups(table, scenario)
    checkHead(scenario)
    checkBody()
    checkFooter()
  }

  private mutating func add(
    _ code: VerificationFault.Code, _ line: Int?, row: String? = nil, column: String? = nil,
    _ found: String?, _ expected: String?, _ rule: Words
  ) {
    faults.append(
      VerificationFault(
        code, file: table.id.file, line: line, row: row, column: column, found: found,
        expected: expected, rule))
  }

  private mutating func checkHead(_ scenario: Scenario) {
    let mark = scenario.isSampleData ? "（示例数据）" : ""
    let title = Expectation.text("\(scenario.title)：\(table.id.title)（\(scenario.year)年）\(mark)")
    if let correction = title.correction(of: frame.title?.cells.first ?? "") {
      add(.layout, 1, frame.title?.cells.first, correction, Words("第一行是标题", "line 1 is the title"))
    }
    let unit = frame.unit.map { Array($0.cells) } ?? []
    if unit.count != 1 || unit.first?.hasPrefix("单位：") != true {
      add(.layout, frame.unit?.line, unit.first, "单位：…", Words("第二行是单位", "line 2 is the unit"))
    }
  }

  private mutating func checkFooter() {
    let rows = frame.footer.map { Array($0.cells) }
    let isRight =
      rows.count >= 3 && rows[0] == OfficialFrame.signatures && rows[1] == ["填表说明："]
      && rows.dropFirst(2).enumerated().allSatisfy { place, cells in
        cells.count == 1 && cells[0].hasPrefix("\(place + 1). ")
      }
    if !isRight {
      add(
        .layout, frame.footer.first?.line, nil, nil,
        Words("表末为签字栏和逐条编号的填表说明", "the table ends with signatures and numbered notes"))
    }
  }

  private mutating func checkBody() {
    let lines = expectedLines()
    for (place, line) in lines.enumerated() {
      guard place < frame.body.count else {
        add(
          .total, nil, "\(frame.body.count)", "\(lines.count)",
          Words("行、小计和合计不缺", "no row, subtotal or total is missing"))
        return
      }
      let found = frame.body[place]
      switch line {
      case .row(let row):
        let number = table.rows[row].first?.number?.value ?? 0
        if found.cells.first != "\(number)" {
          add(
            .row, found.line, found.cells.first, "\(number)",
            Words("各组的行按次序排列", "rows stand in the order of their groups"))
        }
      case .sum(let cells, let name): checkSum(found, cells, name)
      }
    }
    for extra in frame.body.dropFirst(lines.count) {
      add(
        .total, extra.line, extra.cells.first, nil, Words("多余的行", "a row that does not belong here")
      )
    }
  }

  private mutating func checkSum(_ found: Sheet.Row, _ cells: [Expectation], _ name: String) {
    guard found.cells.count == cells.count else {
      add(
        .total, found.line, row: name, "\(found.cells.count)", "\(cells.count)",
        Words("单元格个数与表头一致", "as many cells as the header has"))
      return
    }
    for (place, cell) in cells.enumerated() {
      sums += cell.number == nil ? 0 : 1
      guard let correction = cell.correction(of: found.cells[place]) else { continue }
      add(
        .total, found.line, row: name, column: table.columns[place].header, found.cells[place],
        correction, Words("小计、合计等于所含各行之和", "a subtotal or total is the sum of its rows"))
    }
  }

  // MARK: What should stand there

  private func expectedLines() -> [Line] {
    guard let groups else { return table.rows.indices.map { .row($0) } }
    var lines: [Line] = []
    var counted: [Int] = []
    let rowsOf = Dictionary(grouping: table.rows.indices) { text($0, groups.column) }
    for name in groups.order {
      guard let rows = rowsOf[name] else { continue }
      lines += rows.map { .row($0) }
      // A row for the whole city is its group's sum already.
      let whole = table.id == .t02 ? rows.filter { text($0, 2) == "全市" } : []
      counted += whole.isEmpty ? rows : whole
      if whole.isEmpty {
        lines.append(sum(of: rows, OfficialFrame.subtotal, name, in: groups.column))
      }
    }
    if let column = groups.levelColumn {
      for level in Level.allCases.map(\.rawValue) {
        let rows = table.rows.indices.filter { text($0, column) == level }
        if !rows.isEmpty { lines.append(sum(of: rows, OfficialFrame.subtotal, level, in: column)) }
      }
    }
    if groups.hasTotal { lines.append(sum(of: counted, OfficialFrame.total, nil, in: nil)) }
    return lines
  }

  private func text(_ row: Int, _ column: Int) -> String? {
    if case .text(let text) = table.rows[row][column] { text } else { nil }
  }

  private func sum(of rows: [Int], _ mark: String, _ name: String?, in column: Int?) -> Line {
    var cells = table.columns.map { _ in Expectation.empty }
    cells[0] = .text(mark)
    if let name, let column { cells[column] = .text(name) }
    for column in groups?.sums ?? [] {
      let numbers = rows.compactMap { table.rows[$0][column].number }
      guard let decimals = numbers.first?.decimals else { continue }
      cells[column] = .number(numbers.reduce(0) { $0 + $1.value }, decimals)
    }
    return .sum(cells, name: [mark, name].compactMap { $0 }.joined(separator: " "))
  }
}
