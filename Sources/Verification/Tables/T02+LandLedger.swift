import Scenario

extension TableBuilder {
  /// T02 用地指标台账.
  func landLedger() -> ExpectedTable {
    var table = ExpectedTable(
      .t02, keys: ["来源", "县区", "年份", "省级以上开发区"], Self.ledgerColumns)
    let land = scenario.land
    addCity("省级指标", "L-4", land.provincialQuota, lands.provincial, to: &table)
    addCity("市级指标", "L-1", land.cityQuota, lands.city, to: &table)
    for county in parameters.counties {
      let levels = lands.county[county]
      let quota = max(
        Rounding.half(land.countyQuota(county), Area.centimu), levels.reduce(0, +))
      table.add(
        [.text("县级指标"), .text(scenario.counties[county]), .empty, .empty, .mu(quota), .empty]
          + use(levels, of: quota) + [.text("L-3")])
    }
    for lot in parameters.lots.indices { table.add(lotCells(lot)) }
    return table
  }

  private static let ledgerColumns = [
    Column("来源"), Column("县区"), Column("年份"), Column("省级以上开发区"),
    Column("下达或存量（亩）", Words("指标或面积，不小于使用合计", "quota or area, at least 使用合计")),
    Column("最低处置（亩）", Words("最低处置，不大于使用合计", "minimum disposal, at most 使用合计")),
    Column("省重点（亩）", levelRule), Column("市重点（亩）", levelRule), Column("其他（亩）", levelRule),
    Column("储备（亩）", levelRule),
    Column("使用合计（亩）", identity: "省重点 + 市重点 + 其他 + 储备"),
    Column("剩余（亩）", identity: "下达或存量 − 使用合计"), Column("依据", .clauses),
  ]

  private static let levelRule = Words(
    "恒等式：各级别使用 = Σ T01 该来源、县区、级别的项目", "identity: use by level = Σ T01 of source, county and level",
    isIdentity: true)

  private func addCity(
    _ source: String, _ clause: String, _ quota: Int, _ use: [[Int]], to table: inout ExpectedTable
  ) {
    let whole = PrintedSources.whole(use)
    let printed = max(Rounding.half(quota, Area.centimu), whole.reduce(0, +))
    table.add(
      [.text(source), .text("全市"), .empty, .empty, .mu(printed), .empty]
        + self.use(whole, of: printed) + [.text(clause)])
    for county in parameters.counties {
      table.add(
        [.text(source), .text(scenario.counties[county]), .empty, .empty, .empty, .empty]
          + self.use(use[county], of: nil) + [.text(clause)])
    }
  }

  /// Use by level, its sum, and what is left of an amount.
  private func use(_ levels: [Int], of amount: Int?) -> [Expectation] {
    let sum = levels.reduce(0, +)
    return levels.map { .mu($0) } + [.mu(sum), .optional(amount.map { $0 - sum }, 2)]
  }

  /// Printed area and minimum of a lot, 0.01 亩.
  func printedLot(_ lot: Int) -> (area: Int, minimum: Int, use: Int) {
    let use = prints.lots[lot].reduce(0, +)
    let facts = parameters.lots[lot]
    return (
      max(Rounding.half(facts.area, Area.centimu), use),
      min(Rounding.half(facts.minimumDisposal, Area.centimu), use), use
    )
  }

  private func lotCells(_ lot: Int) -> [Expectation] {
    let key = parameters.lotKey(lot)
    let printed = printedLot(lot)
    let levels: [Expectation] = Level.allCases.map { level in
      .within(
        books.lotRange(lot, level: level, parameters), 2, printed: prints.lots[lot][level.place])
    }
    return key.map { .text($0) } + [.mu(printed.area), .mu(printed.minimum)] + levels
      + [.mu(printed.use), .mu(printed.area - printed.use), .text("L-2")]
  }
}
