import Accounts
import Scenario

extension Book {
  /// T01: every project that needs land, with its sources.
  var landTable: Table {
    let rows = ledger.projects.indices.filter { scenario.projects[$0].landThisYear > 0 }
    return table(
      "T01", "用地安排表", units: "亩、公顷", receiver: "市国土资源局",
      Self.identity + [
        .text("类别"), .text("阶段"), .text("支持份额"), .sum("申请用地（亩）"), .sum("本年用地（亩）"),
        .sum("批而未供（亩）"), .sum("闲置（亩）"), .sum("省级新增（亩）"), .sum("市级新增（亩）"),
        .sum("县级新增（亩）"), .sum("合计（亩）"), .sum("合计（公顷）"), .sum("其中占耕地（公顷）"),
        .sum("其中水田（公顷）"), .sum("缺口（亩）"), .number("保障率（%）"), .text("依据"), .text("备注"),
      ], list: RowList(of: rows) { self.writeLand($0, &$1) }, grouping: byCounty(3, level: 2),
      notes: [
        "合计（亩）=批而未供+闲置+省级新增+市级新增+县级新增", "缺口=本年用地-合计（亩）",
        "占耕地、水田为扣除存量土地抵顶后需要补充的面积", "保障率按未取整数据计算，只舍不入",
      ])
  }

  private func writeLand(_ index: Int, _ row: inout Row) {
    writeIdentity(index, &row)
    row.text(scenario.projects[index].category)
    writeStage(index, &row)
    writeSupportedShare(index, &row)
    row.mu(land.applied[index])
    row.mu(land.need[index])
    row.mu(land.unsupplied[index])
    row.mu(land.idle[index])
    row.mu(land.provincial[index])
    row.mu(land.city[index])
    row.mu(land.county[index])
    row.mu(land.allotted[index])
    row.hectare(farmland.land[index])
    row.hectare(farmland.farmland[index])
    row.hectare(farmland.paddy[index])
    row.mu(land.need[index] - land.allotted[index])
    row.percent(
      FixedPoint.percent(ledger.projects[index].land, of: scenario.projects[index].landThisYear))
    row.list(landClauses(index))
    row.text(landRemark(index))
  }

  private func landClauses(_ index: Int) -> [String] {
    if let refusal = refusals[index] { return refusal.clauses }
    let level = scenario.projects[index].level
    let sources = ledger.projects[index].sources
    var clauses: [String] = []
    if sources.city > 0, level == .municipal { clauses.append("L-1") }
    if sources.stock > 0 { clauses.append("L-2") }
    if sources.provincial > 0 || sources.city > 0 && level == .provincial { clauses.append("L-4") }
    if sources.county > 0 { clauses.append("L-3") }
    if sources.city > 0, !level.isKey { clauses.append("R-2") }
    return clauses
  }

  private func landRemark(_ index: Int) -> String {
    if let refusal = refusals[index] { return "未支持：" + words.reason(refusal, index) }
    return ledger.projects[index].steps < scenario.projects[index].steps ? "可分项目部分支持" : ""
  }

  /// T02: quotas and stock lots with their use by level.
  var quotaTable: Table {
    let quota = quotaRows
    return table(
      "T02", "用地指标台账", units: "亩", receiver: "市国土资源局",
      [
        .text("来源"), .text("县区"), .text("年份"), .text("省级以上开发区"), .sum("下达或存量（亩）"),
        .sum("最低处置（亩）"), .sum("省重点（亩）"), .sum("市重点（亩）"), .sum("其他（亩）"), .sum("储备（亩）"),
        .sum("使用合计（亩）"), .sum("剩余（亩）"), .text("依据"),
      ], rows: quota + lotRows,
      grouping: Grouping(
        column: 1, order: ["省级指标", "市级指标", "县级指标"] + StockKind.allCases.map(\.rawValue),
        totalMark: "全市"),
      notes: ["使用合计=省重点+市重点+其他+储备", "剩余=下达或存量-使用合计", "各来源使用合计与用地安排表一致"])
  }

  /// Sums of printed amounts by level.
  private func byLevel(_ projects: some Sequence<Int>, _ amounts: [Int]) -> [Int] {
    var sums = [Int](repeating: 0, count: Level.allCases.count)
    for index in projects { sums[levelPosition(index)] += amounts[index] }
    return sums
  }

  private func levelPosition(_ index: Int) -> Int {
    levels.firstIndex(of: scenario.projects[index].level) ?? 0
  }

  private func useCells(_ levels: [Int], limit: Int?) -> [Cell] {
    let use = levels.reduce(0, +)
    return levels.map { .mu($0) } + [.mu(use), limit.map { .mu($0 - use) } ?? .empty]
  }

  private var quotaRows: [[Cell]] {
    let all = ledger.projects.indices
    var members = [[Int]](repeating: [], count: scenario.counties.count)
    for index in all { members[scenario.projects[index].county].append(index) }
    func row(
      _ source: String, _ place: String, _ projects: [Int], _ amounts: [Int], _ limit: Int?,
      _ clause: String
    ) -> [Cell] {
      [.text(source), .text(place), .text(""), .text(""), limit.map { .mu($0) } ?? .empty, .empty]
        + useCells(byLevel(projects, amounts), limit: limit) + [.text(clause)]
    }
    var rows: [[Cell]] = []
    let city = [
      ("省级指标", land.provincial, land.provincialQuota, "L-4"),
      ("市级指标", land.city, land.cityQuota, "L-1"),
    ]
    for (source, amounts, limit, clause) in city {
      rows.append(row(source, "全市", Array(all), amounts, limit, clause))
      for index in members.indices {
        rows.append(row(source, county(index), members[index], amounts, nil, clause))
      }
    }
    for index in members.indices {
      rows.append(
        row("县级指标", county(index), members[index], land.county, land.countyQuotas[index], "L-3"))
    }
    return rows
  }

  private var lotRows: [[Cell]] {
    var levels = ledger.lots.map { _ in [Int](repeating: 0, count: Level.allCases.count) }
    for index in ledger.projects.indices {
      for (draw, amount) in zip(ledger.projects[index].lotDraws, land.lotDraws[index]) {
        levels[draw.lot][levelPosition(index)] += amount
      }
    }
    return ledger.lots.indices.map { index in
      let lot = ledger.lots[index]
      return [
        .text(lot.kind.rawValue), .text(county(lot.county)), .text(String(lot.vintage)),
        .yesNo(lot.inDevelopmentZone), .mu(land.lotArea[index]), .mu(land.lotMinimum[index]),
      ] + useCells(levels[index], limit: land.lotArea[index]) + [.text("L-2")]
    }
  }
}
