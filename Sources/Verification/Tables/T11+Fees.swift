import Scenario

extension TableBuilder {
  /// T11 费用与减免.
  func fees() -> ExpectedTable {
    let rule = Words(
      "单价 × 使用量，四舍五入到元；无偿的列为减免", "price × use, half up to 1 元; forgone where it is free")
    var table = ExpectedTable(
      .t11, keys: ["项目编号", "资源编号"],
      [
        Column("项目编号"), Column("项目名称"), Column("级别"), Column("县区"), Column("类别"),
        Column("资源编号"), Column("资源"), Column("单位"), Column("使用量", .plan), Column("单价（元）"),
        Column("是否无偿"), Column("应缴（元）", rule), Column("减免（元）", rule), Column("依据", .clauses),
      ])
    for project in parameters.projects.indices where books.supports(project) {
      for (index, resource) in scenario.resources.enumerated()
      where resource.price.numerator > 0 && scenario.projects[project].demands[index] > 0 {
        table.add(cells(project, index, resource))
      }
    }
    return table
  }

  private func cells(_ project: Int, _ index: Int, _ resource: Resource) -> [Expectation] {
    let use = use(index, project)
    let price = Fraction(resource.price)
    let fee = (price * Fraction(Int128(use), Int128(resource.unitsPerUnit))).nearest
    let isFree = resource.isFree(for: scenario.projects[project])
    return Array(identity(project)[0..<5]) + [
      .text(resource.id), .text(resource.name), .text(resource.unit),
      .number(use, resource.decimals), .text(price.text), .yes(isFree), .whole(isFree ? 0 : fee),
      .whole(isFree ? fee : 0), .text(isFree ? "E-1" : ""),
    ]
  }
}
