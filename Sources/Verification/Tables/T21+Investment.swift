import Scenario

extension TableBuilder {
  /// T21 项目与投资.
  func investment() -> ExpectedTable {
    var table = ExpectedTable(
      .t21, keys: ["级别", "阶段"],
      [
        Column("级别"), Column("阶段"), Column("公布项目数"), Column("项目数", identity: "支持 + 未支持 + 无需要素"),
        Column("参与分配", identity: "支持 + 未支持"), Column("支持", .plan), Column("未支持", .plan),
        Column("无需要素"),
        Column("年度投资（万元）", identity: "支持投资 + 未支持投资 + 无需要素投资"),
        Column("支持投资（万元）", .plan), Column("未支持投资（万元）", .plan), Column("无需要素投资（万元）"),
      ])
    let stages: [Stage?] = Stage.allCases + [nil]
    for level in Level.allCases {
      for stage in stages { table.add(cells(level, stage)) }
    }
    return table
  }

  private func cells(_ level: Level, _ stage: Stage?) -> [Expectation] {
    let expected = scenario.expectedCounts.first { $0.level == level && $0.stage == stage }
    var (competing, supported, idle) = (0, 0, 0)
    var (money, paid, idleMoney) = (0, 0, 0)
    for (project, facts) in scenario.projects.enumerated()
    where facts.level == level && facts.stage == stage {
      money += facts.investmentThisYear
      guard parameters.projects[project].competes else {
        (idle, idleMoney) = (idle + 1, idleMoney + facts.investmentThisYear)
        continue
      }
      competing += 1
      supported += books.supports(project) ? 1 : 0
      paid += parameters.projects[project].investment * books.plan.steps[project]
    }
    return [
      .text(level.rawValue), .text(stage?.rawValue ?? "未填"), .optional(expected?.count, 0),
      .whole(competing + idle), .whole(competing), .whole(supported), .whole(competing - supported),
      .whole(idle), .money(money), .money(paid), .money(money - paid - idleMoney),
      .money(idleMoney),
    ]
  }
}
