import Accounts
import Scenario

extension Book {
  /// T06 to T10: use of each kind of resource by the supported projects.
  var resourceTables: [Table] {
    [
      useTable("T06", "用能", .energy, receiver: "市发展和改革委员会"),
      useTable("T07", "煤炭", .coal, receiver: "市发展和改革委员会"),
      useTable("T08", "用水", .water, receiver: "市水务局"),
      useTable("T09", "污染物排放", .emission, receiver: "市环境保护局"),
      useTable("T10", "其他资源", .other, receiver: "有关主管部门"),
    ]
  }

  private func useTable(
    _ id: String, _ title: String, _ kind: ResourceKind, receiver: String
  ) -> Table {
    let resources = scenario.resources.indices.filter { scenario.resources[$0].kind == kind }
    let uses = resources.flatMap { resource in
      supported.filter { ledger.projects[$0].used[resource] > 0 }
        .map { Use(project: $0, resource: resource) }
    }
    let own: [Column] =
      kind == .coal
      ? [.sum("应替代"), .sum("已完成替代"), .number("完成比例（%）"), .number("门槛（%）"), .text("是否达到")]
      : [.sum("计入控制量"), .text("是否无偿")]
    let units = resources.map { scenario.resources[$0].unit }.reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return table(
      id, title, units: units.joined(separator: "、"), receiver: receiver,
      [
        .text("资源编号"), .text("资源"), .text("单位"), .text("项目编号"), .text("项目名称"), .text("级别"),
        .text("县区"), .text("类别"), .text("行业"), .text("支持份额"), .sum("使用量"), .text("系数"),
      ] + own + [.text("依据")],
      list: RowList(of: uses) { self.write($0, isCoal: kind == .coal, &$1) },
      grouping: Grouping(
        column: 1, order: resources.map { scenario.resources[$0].id }, hasTotal: false),
      notes: useNotes(kind))
  }

  /// A project and a resource that it uses.
  private struct Use {
    var project: Int
    var resource: Int
  }

  private func useNotes(_ kind: ResourceKind) -> [String] {
    kind == .coal
      ? ["应替代=使用量×系数，每份按最小单位进一", "完成比例=已完成替代÷应替代，只舍不入", "是否达到：已完成替代不少于门槛×应替代"]
      : ["计入控制量=使用量×系数，每份按最小单位进一", "无偿配置的项目仍计入控制量"]
  }

  private func write(_ use: Use, isCoal: Bool, _ row: inout Row) {
    let (index, place) = (use.project, use.resource)
    let resource = scenario.resources[place]
    let decimals = FixedPoint.decimals(of: resource.unitsPerUnit)
    let charged = ledger.projects[index].charged[place]
    row.text(resource.id)
    row.text(resource.name)
    row.text(resource.unit)
    writeIdentity(index, &row)
    row.text(scenario.projects[index].category)
    row.text(scenario.projects[index].sector)
    writeSupportedShare(index, &row)
    row.number(ledger.projects[index].used[place], decimals: decimals)
    row.text(ResourceTerms.coefficient(scenario.projects[index], resource))
    row.number(charged, decimals: decimals)
    guard isCoal else {
      let isFree = ResourceCharge.isFree(scenario.projects[index], resource)
      row.yesNo(isFree)
      return row.text(isFree ? "E-1、E-2" : "E-2")
    }
    let retired = scenario.projects[index].retired[place]
    let thresholds = resource.retirementThresholds
    let threshold = thresholds[scenario.projects[index].sector] ?? thresholds[""]
    let isReached = threshold.map {
      Int128(retired) * 10_000 >= Int128($0) * Int128(charged) ? "是" : "否"
    }
    row.number(retired, decimals: decimals)
    row.percent(FixedPoint.percent(retired, of: charged))
    row.percent(threshold)
    row.text(isReached ?? "无要求")
    row.text("E-2")
  }

  /// T11: fees and what is forgone.
  var feeTable: Table {
    let fees = supported.flatMap { index in
      ledger.projects[index].fees.indices.map { (project: index, place: $0) }
    }
    return table(
      "T11", "费用与减免", units: "元", receiver: "市财政局",
      Self.identity + [
        .text("类别"), .text("资源编号"), .text("资源"), .text("单位"), .number("使用量"), .text("单价（元）"),
        .text("是否无偿"), .sum("应缴（元）"), .sum("减免（元）"), .text("依据"),
      ], list: RowList(of: fees) { self.writeFee($0.project, $0.place, &$1) },
      grouping: byCounty(3, level: 2),
      notes: ["应缴或减免=单价×使用量，四舍五入到元", "鼓励类重点项目的用能、用水无偿配置，所免费用列入减免"])
  }

  private func writeFee(_ index: Int, _ place: Int, _ row: inout Row) {
    let fee = ledger.projects[index].fees[place]
    let resource = scenario.resources[fee.resource]
    let price = resource.price
    writeIdentity(index, &row)
    row.text(scenario.projects[index].category)
    row.text(resource.id)
    row.text(resource.name)
    row.text(resource.unit)
    row.number(
      ledger.projects[index].used[fee.resource],
      decimals: FixedPoint.decimals(of: resource.unitsPerUnit))
    row.text(FixedPoint.exact(Int128(price.numerator), over: Int128(price.denominator)))
    row.yesNo(fee.isFree)
    row.count(fee.due)
    row.count(fee.forgone)
    row.text(fee.isFree ? "E-1" : "")
  }
}

/// Terms under which a project gets a resource, as they are printed.
enum ResourceTerms {
  /// Product of the coefficients as text.
  static func coefficient(_ project: Project, _ resource: Resource) -> String {
    var (n, d): (Int128, Int128) = (1, 1)
    for ratio in ResourceCharge.coefficients(project, resource) {
      let (a, overflowA) = n.multipliedReportingOverflow(by: Int128(ratio.numerator))
      let (b, overflowB) = d.multipliedReportingOverflow(by: Int128(ratio.denominator))
      guard !overflowA, !overflowB else { return "" }
      (n, d) = (a, b)
    }
    var (x, y) = (n, d)
    while y != 0 { (x, y) = (y, x % y) }
    return FixedPoint.exact(n / max(x, 1), over: d / max(x, 1))
  }
}

extension ResourceKind {
  /// Name in tables.
  var title: String {
    switch self {
    case .energy: "能源"
    case .coal: "煤炭"
    case .water: "用水"
    case .emission: "排放"
    case .other: "其他"
    }
  }
}
