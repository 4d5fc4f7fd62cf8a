import Scenario

extension TableBuilder {
  /// T13 要素缺口协调清单.
  func shortages() -> ExpectedTable {
    let amount = Words("最低份数的需要与剩余之差，进整", "need of the least steps less what is left, rounded up")
    var table = ExpectedTable(
      .t13, keys: ["项目编号", "指标"],
      [
        Column("项目编号"), Column("项目名称"), Column("级别"), Column("县区"), Column("类别"),
        Column("指标", .plan), Column("单位"), Column("需要", amount),
        Column("剩余", identity: "需要 − 缺口"), Column("缺口", amount), Column("责任部门"),
        Column("依据", .clauses), Column("补救措施", .plan),
      ])
    for project in parameters.projects.indices {
      for shortage in reasons[project]?.shortages ?? [] {
        table.add(Array(identity(project)[0..<5]) + cells(shortage))
      }
    }
    return table
  }

  private func cells(_ shortage: ShortageText) -> [Expectation] {
    [
      .text(shortage.indicator), .text(shortage.unit), .number(shortage.need, shortage.decimals),
      .number(shortage.need - shortage.missing, shortage.decimals),
      .number(shortage.missing, shortage.decimals), .text(shortage.department),
      .text(shortage.clause), .text(shortage.remedy),
    ]
  }
}
