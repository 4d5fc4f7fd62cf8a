import Scenario

/// How the official style groups and sums a table.
struct OfficialGroups {
  /// Column whose values make the groups, and their order.
  let column: Int
  let order: [String]
  /// Column of levels, where each level gets a sum of its own.
  let levelColumn: Int?
  let hasTotal: Bool
  /// Columns that are added up.
  let sums: [Int]

  /// `nil` for a table without groups.
  init?(_ table: ExpectedTable, _ scenario: Scenario) {
    let header: String
    switch table.id {
    case .t01, .t11, .t12: (header, order) = ("县区", scenario.counties)
    case .t03: (header, order) = ("项目县区", scenario.counties)
    case .t02: (header, order) = ("来源", ["省级指标", "市级指标", "县级指标", "批而未供", "闲置"])
    case .t04: (header, order) = ("库", Bank.allCases.map(\.word))
    case .t06, .t07, .t08, .t09, .t10: (header, order) = ("资源编号", scenario.resources.map(\.id))
    case .t21: (header, order) = ("级别", Level.allCases.map(\.rawValue))
    default: return nil
    }
    guard let column = table.column(header) else { return nil }
    self.column = column
    let hasLevels = [.t01, .t03, .t11, .t12].contains(table.id)
    levelColumn = hasLevels ? table.column("级别") : nil
    hasTotal = hasLevels || table.id == .t02 || table.id == .t21
    // In T11 every row has the unit of its resource.
    sums = table.columns.indices.filter { place in
      let header = table.columns[place].header
      return Self.isAdded(header) && !(table.id == .t11 && header == "使用量")
    }
  }

  /// Amounts and numbers of projects may be added; shares, prices, ranks and coefficients may not.
  private static func isAdded(_ header: String) -> Bool {
    if header.hasSuffix("（%）") || header.hasPrefix("单价") { return false }
    if ["（亩）", "（公顷）", "（公斤）", "（万元）", "（元）"].contains(where: header.hasSuffix) { return true }
    let amounts: Set<String> = [
      "使用量", "计入控制量", "应替代", "已完成替代", "年初", "新增入库", "年度任务", "已承诺", "节余", "可流转节余",
      "本县区项目使用", "调出", "调入", "剩余", "公布项目数", "项目数", "参与分配", "支持", "未支持", "无需要素",
    ]
    return amounts.contains(header)
  }
}
