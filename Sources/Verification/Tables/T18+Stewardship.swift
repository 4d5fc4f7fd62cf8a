import Scenario

extension TableBuilder {
  /// T18 六个一包联.
  func stewardship() -> ExpectedTable {
    let fields = ["包联领导", "责任部门", "工作班子", "工期计划", "联系人"]
    var table = ExpectedTable(
      .t18, keys: ["项目编号"],
      Array(Self.identity[0..<4]) + [Column("阶段")] + fields.map { Column($0) } + [Column("缺项")])
    for project in parameters.projects.indices where parameters.level(project).isKey {
      let who = scenario.projects[project].stewardship
      let values = [who.leader, who.department, who.team, who.schedule, who.contact]
      let missing = zip(fields, values).filter { $0.1.isEmpty }.map(\.0)
      let cells = identity(project)
      table.add(
        Array(cells[0..<4]) + [cells[5]] + values.map { .text($0) }
          + [.text(missing.isEmpty ? "无" : missing.joined(separator: "、"))])
    }
    return table
  }
}
