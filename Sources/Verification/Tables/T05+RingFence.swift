import Scenario

extension TableBuilder {
  /// T05 省重点统筹留存.
  func ringFence() -> ExpectedTable {
    var table = ExpectedTable(
      .t05, keys: ["库"],
      [
        Column("库"), Column("单位"), Column("可流转节余", identity: "Σ T04 可流转节余"),
        Column("留存基数类型"), Column("留存基数", Words("按留存基数类型取 T04 的合计", "sum of T04 by kind of base")),
        Column("留存比例（%）"), Column("统筹留存", Words("留存比例 × 留存基数，进整", "share of the base, rounded up")),
        Column("省重点使用", identity: "Σ T03（省重点）"),
        Column("其中使用留存", identity: "min(统筹留存, 省重点使用)"),
        Column("其他项目使用", identity: "Σ T03（其他级别）"),
        Column("留存未用", identity: "统筹留存 − 其中使用留存"),
        Column("其余可用", identity: "可流转节余 − 统筹留存 − (省重点使用 − 其中使用留存) − 其他项目使用"),
        Column("依据", .clauses),
      ])
    for bank in Bank.allCases { table.add(cells(bank)) }
    return table
  }

  private func cells(_ bank: Bank) -> [Expectation] {
    let fence = scenario.farmland.ringFence
    let covered = fence.covers(bank)
    let (pool, kept) = (banks.pool(bank), banks.ringFence[bank.rawValue])
    let (key, others) = (banks.byProvincial[bank.rawValue], banks.byOthers[bank.rawValue])
    let fromKept = min(kept, key)
    func amount(_ value: Int) -> Expectation { .number(value, bank.decimals) }
    let kind =
      switch fence.base {
      case .circulating: "可流转节余"
      case .task: "年度任务"
      case .balance: "年初加新增"
      }
    return [
      .text(bank.word), .text(bank.unit), amount(pool), .text(covered ? kind : "不适用"),
      amount(covered ? base(bank, fence.base) : 0), .number(covered ? fence.share : 0, 2),
      amount(kept), amount(key), amount(fromKept), amount(others), amount(kept - fromKept),
      amount(pool - kept - (key - fromKept) - others), .text("F-3"),
    ]
  }

  private func base(_ bank: Bank, _ base: RingFence.Base) -> Int {
    switch base {
    case .circulating: banks.pool(bank)
    case .task: banks.accounts.reduce(0) { $0 + $1[bank.rawValue].task }
    case .balance:
      banks.accounts.reduce(0) { $0 + $1[bank.rawValue].opening + $1[bank.rawValue].added }
    }
  }
}
