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
    let rows = resources.flatMap { resource in
      supported.filter { ledger.projects[$0].used[resource] > 0 }
        .map { useRow($0, resource, isCoal: kind == .coal) }
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
      ] + own + [.text("依据")], rows: rows,
      grouping: Grouping(
        column: 1, order: resources.map { scenario.resources[$0].id }, hasTotal: false),
      notes: useNotes(kind))
  }

  private func useNotes(_ kind: ResourceKind) -> [String] {
    kind == .coal
      ? ["应替代=使用量×系数，每份按最小单位进一", "完成比例=已完成替代÷应替代，只舍不入", "是否达到：已完成替代不少于门槛×应替代"]
      : ["计入控制量=使用量×系数，每份按最小单位进一", "无偿配置的项目仍计入控制量"]
  }

  private func useRow(_ index: Int, _ resourceIndex: Int, isCoal: Bool) -> [Cell] {
    let project = scenario.projects[index]
    let account = ledger.projects[index]
    let resource = scenario.resources[resourceIndex]
    let charged = account.charged[resourceIndex]
    let isFree = ResourceCharge.isFree(project, resource)
    let head: [Cell] =
      [.text(resource.id), .text(resource.name), .text(resource.unit)] + identity(project) + [
        .text(project.category), .text(project.sector), supportedShare(index),
        .amount(account.used[resourceIndex], resource),
        .text(ResourceTerms.coefficient(project, resource)), .amount(charged, resource),
      ]
    guard isCoal else {
      return head + [.yesNo(isFree), .text(isFree ? "E-1、E-2" : "E-2")]
    }
    let retired = project.retired[resourceIndex]
    let threshold =
      resource.retirementThresholds[project.sector] ?? resource.retirementThresholds[""]
    let isReached = threshold.map {
      Int128(retired) * 10_000 >= Int128($0) * Int128(charged) ? "是" : "否"
    }
    return head + [
      .amount(retired, resource), .percent(FixedPoint.percent(retired, of: charged)),
      .percent(threshold), .text(isReached ?? "无要求"), .text("E-2"),
    ]
  }

  /// T11: fees and what is forgone.
  var feeTable: Table {
    let rows = supported.flatMap { index in ledger.projects[index].fees.map { feeRow(index, $0) } }
    return table(
      "T11", "费用与减免", units: "元", receiver: "市财政局",
      Self.identity + [
        .text("类别"), .text("资源编号"), .text("资源"), .text("单位"), .number("使用量"), .text("单价（元）"),
        .text("是否无偿"), .sum("应缴（元）"), .sum("减免（元）"), .text("依据"),
      ], rows: rows, grouping: byCounty(3, level: 2),
      notes: ["应缴或减免=单价×使用量，四舍五入到元", "鼓励类重点项目的用能、用水无偿配置，所免费用列入减免"])
  }

  private func feeRow(_ index: Int, _ fee: Fee) -> [Cell] {
    let project = scenario.projects[index]
    let resource = scenario.resources[fee.resource]
    let price = resource.price
    return identity(project) + [
      .text(project.category), .text(resource.id), .text(resource.name), .text(resource.unit),
      .amount(ledger.projects[index].used[fee.resource], resource),
      .text(FixedPoint.exact(Int128(price.numerator), over: Int128(price.denominator))),
      .yesNo(fee.isFree), .count(fee.due), .count(fee.forgone), .text(fee.isFree ? "E-1" : ""),
    ]
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
