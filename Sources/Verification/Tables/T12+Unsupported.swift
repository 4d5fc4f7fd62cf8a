import Scenario

extension TableBuilder {
  /// T12 未支持项目及原因.
  func unsupported() -> ExpectedTable {
    let reason = Words("模型第8节中第一个成立的原因", "the first reason of section 8 of the model that holds")
    var table = ExpectedTable(
      .t12, keys: ["项目编号"],
      Self.identity + [
        Column("年度投资（万元）"), Column("本年用地（亩）", identity: "T01 本年用地"),
        Column("原因代码", reason), Column("原因", reason), Column("依据", reason),
        Column("补救措施", reason),
      ])
    for project in parameters.projects.indices {
      guard let reason = reasons[project] else { continue }
      table.add(
        identity(project) + [
          .money(scenario.projects[project].investmentThisYear), .mu(thisYear(project)),
          .text(reason.code), .text(reason.text), .text(reason.clauses), .text(reason.remedy),
        ])
    }
    return table
  }
}
