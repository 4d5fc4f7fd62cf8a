import Scenario

extension TableBuilder {
  /// T16 条款对照.
  func clauses() -> ExpectedTable {
    let amount = Words("限值和使用取自 T02、T04、T05、T20 等表", "limit and use as in T02, T04, T05, T20")
    var table = ExpectedTable(
      .t16, keys: ["条款", "约束", "对象"],
      [
        Column("条款"), Column("标题"), Column("原文"), Column("约束"), Column("对象"), Column("关系"),
        Column("限值", amount), Column("使用", amount),
        Column("余量", Words("≤ 为限值 − 使用，≥ 为使用 − 限值", "limit − use for ≤, use − limit for ≥")),
        Column("单位"), Column("紧约束", Words("余量为0即为紧约束", "binding where 余量 is 0")),
        Column("说明", .plan),
      ])
    for clause in ClauseText.all {
      let head: [Expectation] = [.text(clause.id), .text(clause.title), .text(clause.quote)]
      let rows = clauseRows(clause.id)
      for row in rows { table.add(head + row.cells) }
      if rows.isEmpty {
        let reason = clause.reasonWithoutConstraint ?? "方案未设该项"
        table.add(head + Array(repeating: .empty, count: 8) + [.text(reason)])
      }
    }
    return table
  }

  private func clauseRows(_ clause: String) -> [ClauseRow] {
    switch clause {
    case "G-1": targetRows
    case "L-1": [guaranteeRow, quotaRow("市级指标", scenario.land.cityQuota, lands.city)]
    case "L-2":
      parameters.counties.compactMap { stockRow($0) }
        + parameters.counties.compactMap { minimumRow($0) }
    case "L-4": [quotaRow("省级指标", scenario.land.provincialQuota, lands.provincial)]
    case "L-3": parameters.counties.map { countyQuotaRow($0) }
    case "F-1": parameters.banks.exist ? Bank.allCases.map { poolRow($0) } : []
    case "F-3": parameters.banks.exist ? ringFenceRows : []
    case "E-2": scenario.resources.indices.flatMap { capRows($0) }
    case "S-1": scenario.land.developmentZoneReserve > 0 ? [reserveRow] : []
    default: gateRows(clause)
    }
  }

  private var targetRows: [ClauseRow] {
    guard let target = scenario.investmentTarget else { return [] }
    let use = parameters.competing.reduce(0) {
      $0 + parameters.projects[$1].investment * books.plan.steps[$1]
    }
    return [
      ClauseRow(
        name: "年度投资", relation: target.isHardFloor ? .atLeast : .expected, limit: target.amount,
        use: use, unit: "万元", decimals: 4)
    ]
  }

  private var guaranteeRow: ClauseRow {
    let eligible = parameters.landed.filter {
      parameters.level($0) == .municipal && parameters.gate($0) == nil
    }
    return ClauseRow(
      name: "市重点项目全额保障",
      relation: scenario.land.municipalGuarantee == .required ? .atLeast : .preferred,
      limit: eligible.count, use: eligible.filter { books.supports($0) }.count)
  }

  private func quotaRow(_ name: String, _ quota: Int, _ use: [[Int]]) -> ClauseRow {
    let sum = PrintedSources.whole(use).reduce(0, +)
    return ClauseRow(
      name: name, limit: max(Rounding.half(quota, Area.centimu), sum), use: sum, unit: "亩",
      decimals: 2)
  }

  private func countyQuotaRow(_ county: Int) -> ClauseRow {
    let sum = lands.county[county].reduce(0, +)
    return ClauseRow(
      name: "县级指标", place: scenario.counties[county],
      limit: max(Rounding.half(scenario.land.countyQuota(county), Area.centimu), sum), use: sum,
      unit: "亩", decimals: 2)
  }

  private func stockRow(_ county: Int) -> ClauseRow? {
    let lots = parameters.stock[county].lots.map { printedLot($0) }
    guard !lots.isEmpty else { return nil }
    return ClauseRow(
      name: "存量土地", place: scenario.counties[county], limit: lots.reduce(0) { $0 + $1.area },
      use: lots.reduce(0) { $0 + $1.use }, unit: "亩", decimals: 2)
  }

  private func minimumRow(_ county: Int) -> ClauseRow? {
    guard parameters.stock[county].minimum > 0 else { return nil }
    let lots = parameters.stock[county].lots.map { printedLot($0) }
    return ClauseRow(
      name: "最低处置", place: scenario.counties[county], relation: .atLeast,
      limit: lots.reduce(0) { $0 + $1.minimum }, use: lots.reduce(0) { $0 + $1.use }, unit: "亩",
      decimals: 2)
  }

  private func poolRow(_ bank: Bank) -> ClauseRow {
    bankRow(
      "可流转补充耕地", bank, limit: banks.pool(bank),
      use: banks.byProvincial[bank.rawValue] + banks.byOthers[bank.rawValue])
  }

  private var ringFenceRows: [ClauseRow] {
    let fence = scenario.farmland.ringFence
    let others = Bank.allCases.map { bank in
      bankRow(
        "统筹留存以外", bank, limit: banks.pool(bank) - banks.ringFence[bank.rawValue],
        use: banks.byOthers[bank.rawValue])
    }
    guard !fence.provincialMayUseRest else { return others }
    return others
      + Bank.allCases.filter { fence.covers($0) }.map { bank in
        bankRow(
          "省重点限用留存", bank, limit: banks.ringFence[bank.rawValue],
          use: banks.byProvincial[bank.rawValue])
      }
  }

  private func bankRow(_ name: String, _ bank: Bank, limit: Int, use: Int) -> ClauseRow {
    ClauseRow(
      name: name + bank.word, limit: limit, use: use, unit: bank.unit, decimals: bank.decimals)
  }

  private func capRows(_ index: Int) -> [ClauseRow] {
    let resource = scenario.resources[index]
    func row(_ place: String, _ cap: Int, _ use: Int) -> ClauseRow {
      ClauseRow(
        name: resource.name + "控制量", place: place, limit: cap, use: use, unit: resource.unit,
        decimals: resource.decimals)
    }
    let city = resource.cityCap.map { row("全市", $0, books.charged(index)) }
    let local = parameters.counties.compactMap { county in
      resource.countyCap(county).map {
        row(scenario.counties[county], $0, books.charged[index][county])
      }
    }
    return (city.map { [$0] } ?? []) + local
  }

  private var reserveRow: ClauseRow {
    let open = parameters.lots.indices.filter { parameters.lots[$0].inDevelopmentZone }
      .reduce(0) { $0 + printedLot($1).area - printedLot($1).use }
    return ClauseRow(
      name: "开发区储备用地", relation: .atLeast,
      limit: min(Rounding.half(scenario.land.developmentZoneReserve, Area.centimu), open),
      use: open, unit: "亩", decimals: 2)
  }
}
