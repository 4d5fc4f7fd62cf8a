import Scenario

extension TableBuilder {
  /// T04 补充耕地三库收支.
  func bankAccounts() -> ExpectedTable {
    var table = ExpectedTable(.t04, keys: ["县区", "库"], Self.bankColumns)
    for county in parameters.counties {
      for bank in Bank.allCases { table.add(cells(county, bank)) }
    }
    return table
  }

  private static let bankColumns = [
    Column("县区"), Column("库"), Column("单位"), Column("年初"), Column("新增入库"), Column("年度任务"),
    Column("已承诺"), Column("节余", identity: "年初 + 新增入库 − 年度任务 − 已承诺"),
    Column("任务完成"),
    Column(
      "可流转节余",
      Words("任务完成且节余为正时等于节余，否则为0", "节余 where 任务完成 is 是 and it is positive, else 0")),
    Column("本县区项目使用", identity: "Σ T03（项目县区 = 县区）"),
    Column("调出", identity: "Σ T03（指标县区 = 县区 ≠ 项目县区）"),
    Column("调入", identity: "Σ T03（项目县区 = 县区 ≠ 指标县区）"),
    Column("剩余", identity: "可流转节余 + 调入 − 调出 − 本县区项目使用"), Column("依据", .clauses),
  ]

  private func cells(_ county: Int, _ bank: Bank) -> [Expectation] {
    let account = banks.accounts[county][bank.rawValue]
    func amount(_ value: Int) -> Expectation { .number(value, bank.decimals) }
    let met = parameters.banks.taskMet[county].map { $0 ? "是" : "否" } ?? "无账户"
    return [
      .text(scenario.counties[county]), .text(bank.word), .text(bank.unit),
      amount(account.opening), amount(account.added), amount(account.task),
      amount(account.committed), amount(account.balance), .text(met), amount(account.circulating),
      amount(account.use), amount(account.outflow), amount(account.inflow),
      amount(account.rest), .text("F-1"),
    ]
  }
}
