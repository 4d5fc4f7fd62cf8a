import Scenario

extension TableBuilder {
  /// T03 占补平衡挂钩明细.
  func compensation() -> ExpectedTable {
    let atom = Words(
      "由方案和支持计划推算，取末位相邻值之一，并与 T01、T04、T05 相符",
      "follows from scenario and plan as one of the two neighbours in the last place, and ties to T01, T04, T05"
    )
    var table = ExpectedTable(
      .t03, keys: ["项目编号", "指标县区"],
      [
        Column("项目编号"), Column("项目名称"), Column("级别"), Column("项目县区"),
        Column("指标县区", .plan), Column("补充数量（公顷）", atom), Column("补充水田（公顷）", atom),
        Column("补充产能（公斤）", .plan), Column("是否跨县区", .plan), Column("依据", .clauses),
      ])
    for project in parameters.projects.indices {
      for (draw, printed) in zip(books.bankDraws[project], prints.draws[project]) {
        table.add(cells(project, draw, printed))
      }
    }
    return table
  }

  private func cells(_ project: Int, _ draw: Books.BankDraw, _ printed: PrintedAtoms.Draw)
    -> [Expectation]
  {
    let home = parameters.county(project)
    let clauses =
      switch parameters.level(project) {
      case .provincial: "F-1、F-2、F-3"
      case .municipal: "F-1、F-2"
      case .other, .reserve: "F-1"
      }
    return Array(identity(project)[0..<4]) + [
      .text(scenario.counties[draw.donor]),
      .within(
        Rounding.neighbours(draw.amounts.quantity, Area.squareMetre), 4, printed: printed.quantity),
      .within(Rounding.neighbours(draw.amounts.paddy, Area.squareMetre), 4, printed: printed.paddy),
      .whole(draw.amounts.grain), .yes(draw.donor != home), .text(clauses),
    ]
  }
}
