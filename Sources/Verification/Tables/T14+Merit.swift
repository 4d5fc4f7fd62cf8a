import Scenario

extension TableBuilder {
  /// T14 亩均评价.
  func merit() -> ExpectedTable {
    var table = ExpectedTable(.t14, keys: ["项目编号"], meritColumns())
    let scored = parameters.projects.indices.filter { parameters.merits[$0] != nil }
    // Rank of a score: how many rows have a higher one.
    let totals = scored.map { parameters.score($0) }.sorted(by: >)
    var ranks: [Int: Int] = [:]
    for (place, total) in totals.enumerated() where ranks[total] == nil { ranks[total] = place + 1 }
    for project in scored {
      guard let merit = parameters.merits[project] else { continue }
      table.add(cells(project, merit, rank: ranks[merit.total] ?? 0))
    }
    return table
  }

  private func meritColumns() -> [Column] {
    let energy = scenario.merit?.energyResource.map { "（\(scenario.resources[$0].unit)/亩）" } ?? ""
    let emission =
      scenario.merit?.emissionResources.first.map { "（\(scenario.resources[$0].unit)/亩）" } ?? ""
    let points = Words("亩均考核得分（模型第5节）", "points of the indicator (section 5 of the model)")
    return Array(Self.identity[0..<4]) + [
      Column("用地总面积（亩）"), Column("亩均投入（万元/亩）"), Column("亩均产出（万元/亩）"),
      Column("亩均税收（万元/亩）"), Column("亩均能耗" + energy), Column("亩均排放" + emission),
      Column("投入得分", points), Column("产出得分", points), Column("税收得分", points),
      Column("能耗得分", points), Column("排放得分", points),
      Column("综合得分", identity: "投入得分 + 产出得分 + 税收得分 + 能耗得分 + 排放得分"),
      Column("位次", Words("1 + 综合得分更高的项目数", "1 + number of rows with a higher 综合得分")),
      Column("达到门槛", identity: "综合得分 ≥ 门槛"), Column("支持", .plan),
    ]
  }

  private func cells(_ project: Int, _ merit: Merit, rank: Int) -> [Expectation] {
    let land = scenario.projects[project].landTotal
    let threshold = scenario.merit?.threshold
    let reached = threshold.map { merit.total >= $0 ? "是" : "否" }
    return Array(identity(project)[0..<4])
      + [.mu(Rounding.half(land, Area.centimu))]
      + merit.amounts.indices.map { perMu($0, merit.amounts[$0], land: land) }
      + merit.points.map { .optional($0, 4) }
      + [
        .number(merit.total, 4), .whole(rank), .text(reached ?? "无门槛"),
        .yes(books.supports(project)),
      ]
  }

  /// An indicator per 亩 with four decimals of its unit; empty without the resource.
  private func perMu(_ indicator: Int, _ amount: Int, land: Int) -> Expectation {
    let resource: Resource?
    switch MeritRule.Indicator.allCases[indicator] {
    case .input, .output, .tax:
      return .money(Fraction(Int128(amount) * Int128(Area.mu), Int128(land)).nearest)
    case .energy: resource = scenario.merit?.energyResource.map { scenario.resources[$0] }
    case .emission:
      resource = scenario.merit?.emissionResources.first.map { scenario.resources[$0] }
    }
    guard let resource else { return .empty }
    let value = Fraction(
      Int128(amount) * Int128(Area.mu) * 10_000, Int128(land) * Int128(resource.unitsPerUnit))
    return .number(value.nearest, 4)
  }
}
