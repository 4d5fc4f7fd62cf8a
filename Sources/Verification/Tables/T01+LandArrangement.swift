import Scenario

extension TableBuilder {
  /// T01 用地安排表.
  func landArrangement() -> ExpectedTable {
    var table = ExpectedTable(.t01, keys: ["项目编号"], Self.identity + Self.landColumns)
    for project in parameters.landed {
      table.add(identity(project) + landCells(project))
    }
    return table
  }

  private static let atom = Words(
    "由方案和支持计划推算，取末位相邻值之一，并与合计、T02、T03 相符",
    "follows from scenario and plan as one of the two neighbours in the last place, and ties to 合计, T02, T03"
  )

  private static let running = Words(
    "按县区、编号次序累计取整之差，不小于其中占耕地", "difference of rounded running sums by county and id, at least 其中占耕地"
  )

  private static let landColumns = [
    Column("支持份额", .plan),
    Column("申请用地（亩）", Words("用地总面积，不小于本年用地", "total land, at least this year's")),
    Column("本年用地（亩）", Words("本年用地，不小于合计", "land of this year, at least 合计")),
    Column("批而未供（亩）", atom), Column("闲置（亩）", atom), Column("省级新增（亩）", atom),
    Column("市级新增（亩）", atom), Column("县级新增（亩）", atom),
    Column("合计（亩）", identity: "批而未供 + 闲置 + 省级新增 + 市级新增 + 县级新增"),
    Column("合计（公顷）", running), Column("其中占耕地（公顷）", identity: "Σ T03 补充数量"),
    Column("其中水田（公顷）", identity: "Σ T03 补充水田"),
    Column("缺口（亩）", identity: "本年用地 − 合计"),
    Column("保障率（%）", .plan), Column("依据", .clauses), Column("备注", .plan),
  ]

  private func landCells(_ project: Int) -> [Expectation] {
    let ranges = books.landRanges(project, parameters)
    let printed = prints.land[project]
    let exact = parameters.projects[project].land * books.plan.steps[project]
    return [share(project), .mu(total(project)), .mu(thisYear(project))]
      + zip(ranges, printed.parts).map { .within($0, 2, printed: $1) }
      + [.mu(printed.allotted), .hectare(printed.hectares)]
      + [.hectare(printed.farmland), .hectare(printed.paddy)]
      + [
        .mu(thisYear(project) - printed.allotted),
        .number(Rounding.share(exact, of: scenario.projects[project].landThisYear), 2),
        .text(reasons[project]?.clauses ?? landClauses(project)), .text(remark(project)),
      ]
  }

  /// The clauses of what a supported project takes, each if its exact amount is positive.
  private func landClauses(_ project: Int) -> String {
    let level = parameters.level(project)
    let city = books.cityQuota[project] > 0
    var clauses: [String] = []
    if city && level == .municipal { clauses.append("L-1") }
    if books.plan.stock[project] > 0 { clauses.append("L-2") }
    if books.provincialQuota[project] > 0 || (city && level == .provincial) {
      clauses.append("L-4")
    }
    if books.countyQuota[project] > 0 { clauses.append("L-3") }
    if city && !level.isKey { clauses.append("R-2") }
    return clauses.joined(separator: "、")
  }

  private func remark(_ project: Int) -> String {
    if let reason = reasons[project] { return "未支持：" + reason.text }
    return books.plan.steps[project] < parameters.projects[project].steps ? "可分项目部分支持" : ""
  }
}
