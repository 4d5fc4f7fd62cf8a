import Scenario

extension TableBuilder {
  /// T20 资源台账.
  func resourceLedger() -> ExpectedTable {
    let level = Words(
      "恒等式：各级别 = Σ T06–T10 计入控制量（应替代）", "identity: use by level = Σ T06–T10 计入控制量 (应替代)",
      isIdentity: true)
    var table = ExpectedTable(
      .t20, keys: ["资源编号", "县区"],
      [
        Column("资源编号"), Column("资源"), Column("类型"), Column("单位"), Column("县区"), Column("控制量"),
        Column("省重点", level), Column("市重点", level), Column("其他", level), Column("储备", level),
        Column("计入控制量", identity: "省重点 + 市重点 + 其他 + 储备"),
        Column("剩余", identity: "控制量 − 计入控制量"),
        Column("使用量", identity: "Σ T06–T10 使用量"), Column("责任部门"), Column("依据", .clauses),
      ])
    for index in scenario.resources.indices { addRows(index, to: &table) }
    return table
  }

  private func addRows(_ index: Int, to table: inout ExpectedTable) {
    let zeros = Level.allCases.map { _ in 0 }
    var charged = parameters.counties.map { _ in zeros }
    var used = parameters.counties.map { _ in 0 }
    for project in parameters.projects.indices where books.supports(project) {
      let county = parameters.county(project)
      charged[county][parameters.level(project).place] +=
        parameters.projects[project].charged[index] * books.plan.steps[project]
      used[county] += use(index, project)
    }
    let resource = scenario.resources[index]
    let whole = Level.allCases.map { level in charged.reduce(0) { $0 + $1[level.place] } }
    table.add(ledger(resource, "全市", resource.cityCap, whole, used.reduce(0, +)))
    for county in parameters.counties {
      table.add(
        ledger(
          resource, scenario.counties[county], resource.countyCap(county), charged[county],
          used[county]))
    }
  }

  private func ledger(
    _ resource: Resource, _ place: String, _ cap: Int?, _ levels: [Int], _ used: Int
  ) -> [Expectation] {
    let kinds: [ResourceKind: String] = [
      .energy: "能源", .coal: "煤炭", .water: "用水", .emission: "排放", .other: "其他",
    ]
    let sum = levels.reduce(0, +)
    func amount(_ value: Int) -> Expectation { .number(value, resource.decimals) }
    return [
      .text(resource.id), .text(resource.name), .text(kinds[resource.kind] ?? ""),
      .text(resource.unit), .text(place), .optional(cap, resource.decimals),
    ] + levels.map(amount) + [
      amount(sum), .optional(cap.map { $0 - sum }, resource.decimals), amount(used),
      .text(resource.department), .text("E-2"),
    ]
  }
}
