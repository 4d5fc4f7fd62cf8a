import Scenario

extension TableBuilder {
  /// T07 煤炭.
  func coal() -> ExpectedTable {
    var table = ExpectedTable(
      .t07, keys: ["资源编号", "项目编号"],
      Self.useColumns + [
        Column("应替代", Words("使用量 × 系数，按份进整", "use × coefficient, rounded up per step")),
        Column("已完成替代"), Column("完成比例（%）", identity: "已完成替代 ÷ 应替代"), Column("门槛（%）"),
        Column("是否达到", Words("已完成替代 ≥ 门槛 × 应替代", "已完成替代 ≥ 门槛 × 应替代")),
        Column("依据", .clauses),
      ])
    forEachUse(of: .coal) { index, project in
      table.add(useCells(index, project) + replacement(index, project))
    }
    return table
  }

  private func replacement(_ index: Int, _ project: Int) -> [Expectation] {
    let (resource, facts) = (scenario.resources[index], scenario.projects[project])
    let due = parameters.projects[project].charged[index] * books.plan.steps[project]
    let done = facts.retired[index]
    let thresholds = resource.retirementThresholds
    let threshold = thresholds[facts.sector] ?? thresholds[""]
    let met = threshold.map { Int128(done) * 10_000 >= Int128($0) * Int128(due) ? "是" : "否" }
    return [
      .number(due, resource.decimals), .number(done, resource.decimals),
      .number(Rounding.share(done, of: due), 2), .optional(threshold, 2), .text(met ?? "无要求"),
      .text("E-2"),
    ]
  }
}
