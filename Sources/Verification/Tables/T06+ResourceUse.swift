import Scenario

extension TableBuilder {
  static let useColumns = [
    Column("资源编号"), Column("资源"), Column("单位"), Column("项目编号"), Column("项目名称"), Column("级别"),
    Column("县区"), Column("类别"), Column("行业"), Column("支持份额", .plan), Column("使用量", .plan),
    Column("系数", Words("三个系数之积", "product of the three coefficients")),
  ]

  /// T06, T08, T09, T10: resources of a kind.
  func resourceUse(_ id: TableID, kind: ResourceKind) -> ExpectedTable {
    var table = ExpectedTable(
      id, keys: ["资源编号", "项目编号"],
      Self.useColumns + [
        Column("计入控制量", Words("使用量 × 系数，按份进整", "use × coefficient, rounded up per step")),
        Column("是否无偿"), Column("依据", .clauses),
      ])
    forEachUse(of: kind) { index, project in
      let resource = scenario.resources[index]
      let charged = parameters.projects[project].charged[index] * books.plan.steps[project]
      let isFree = resource.isFree(for: scenario.projects[project])
      table.add(
        useCells(index, project) + [
          .number(charged, resource.decimals), .yes(isFree), .text(isFree ? "E-1、E-2" : "E-2"),
        ])
    }
    return table
  }

  /// Supported projects with a demand, resource by resource.
  func forEachUse(of kind: ResourceKind, _ body: (_ resource: Int, _ project: Int) -> Void) {
    for (index, resource) in scenario.resources.enumerated() where resource.kind == kind {
      for project in parameters.projects.indices
      where books.supports(project) && scenario.projects[project].demands[index] > 0 {
        body(index, project)
      }
    }
  }

  /// The cells that the tables of resources have in common.
  func useCells(_ index: Int, _ project: Int) -> [Expectation] {
    let (resource, facts) = (scenario.resources[index], scenario.projects[project])
    return [
      .text(resource.id), .text(resource.name), .text(resource.unit), .text(facts.id),
      .text(facts.name), .text(facts.level.rawValue), .text(scenario.counties[facts.county]),
      .text(facts.category), .text(facts.sector), share(project),
      .number(use(index, project), resource.decimals), .text(resource.charge(on: facts).text),
    ]
  }

  /// Use before coefficients in smallest units.
  func use(_ index: Int, _ project: Int) -> Int {
    parameters.projects[project].demands[index] * books.plan.steps[project]
  }
}
