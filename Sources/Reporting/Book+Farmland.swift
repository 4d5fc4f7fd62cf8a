import Accounts
import Scenario

extension Book {
  /// T03: which project uses whose compensation.
  var donorTable: Table {
    table(
      "T03", "占补平衡挂钩明细", units: "公顷、公斤", receiver: "市国土资源局",
      [
        .text("项目编号"), .text("项目名称"), .text("级别"), .text("项目县区"), .text("指标县区"),
        .sum("补充数量（公顷）"), .sum("补充水田（公顷）"), .sum("补充产能（公斤）"), .text("是否跨县区"), .text("依据"),
      ], list: RowList(of: donations) { self.writeDonor($0, &$1) }, grouping: byCounty(3, level: 2),
      notes: ["各项目补充数量、补充水田之和等于用地安排表的占耕地、水田", "先用本县区指标，再按县区次序使用其他县区指标"])
  }

  /// A project and a county whose banks it draws on.
  private struct Donation {
    var project: Int
    var donor: Int
  }

  private var donations: [Donation] {
    guard ledger.banks.exist else { return [] }
    var donations: [Donation] = []
    for project in ledger.projects.indices {
      var donors: [Int] = []
      for draws in ledger.projects[project].draws {
        for draw in draws where !donors.contains(draw.county) { donors.append(draw.county) }
      }
      donations += donors.sorted().map { Donation(project: project, donor: $0) }
    }
    return donations
  }

  private func writeDonor(_ donation: Donation, _ row: inout Row) {
    let (project, donor) = (donation.project, donation.donor)
    func amount(_ bank: Bank) -> Int {
      let draws = ledger.projects[project].draws[bank.rawValue]
      guard let place = draws.firstIndex(where: { $0.county == donor }) else { return 0 }
      return PrintedBanks.draws(project, bank, ledger, farmland)[place]
    }
    writeIdentity(project, &row)
    row.text(county(donor))
    row.hectare(amount(.quantity))
    row.hectare(amount(.paddy))
    row.count(amount(.grain))
    row.yesNo(donor != scenario.projects[project].county)
    row.text(donorClauses(scenario.projects[project].level))
  }

  private func donorClauses(_ level: Level) -> String {
    switch level {
    case .provincial: "F-1、F-2、F-3"
    case .municipal: "F-1、F-2"
    case .other, .reserve: "F-1"
    }
  }

  /// T04: income and use of the three banks per county.
  var bankTable: Table {
    let rows = scenario.counties.indices.flatMap { county in
      Bank.allCases.map { bankRow(county, $0) }
    }
    return table(
      "T04", "补充耕地三库收支", units: "公顷、公斤", receiver: "市国土资源局",
      [
        .text("县区"), .text("库"), .text("单位"), .sum("年初"), .sum("新增入库"), .sum("年度任务"), .sum("已承诺"),
        .sum("节余"), .text("任务完成"), .sum("可流转节余"), .sum("本县区项目使用"), .sum("调出"), .sum("调入"),
        .sum("剩余"), .text("依据"),
      ], rows: rows,
      grouping: Grouping(column: 2, order: Bank.allCases.map(\.name), hasTotal: false),
      notes: [
        "节余=年初+新增入库-年度任务-已承诺", "任务完成：三库新增入库均不少于年度任务；未完成的，可流转节余为0",
        "剩余=可流转节余+调入-调出-本县区项目使用", "各库调入合计=调出合计",
      ])
  }

  private func bankRow(_ index: Int, _ bank: Bank) -> [Cell] {
    let account = banks.accounts[index][bank.rawValue]
    let hasAccount = BankAccounts.hasAccount(index, in: scenario)
    let met = BankAccounts.hasMetTask(index, in: scenario)
    func cell(_ value: Int) -> Cell { .bank(value, bank) }
    return [
      .text(county(index)), .text(bank.name), .text(bank.unit), cell(account.opening),
      cell(account.added), cell(account.task), cell(account.committed), cell(account.net),
      hasAccount ? .yesNo(met) : .text("无账户"), cell(account.circulating), cell(account.use),
      cell(account.outflow), cell(account.inflow), cell(account.left), .text("F-1"),
    ]
  }

  /// T05: the ring-fence for provincial key projects, per bank.
  var ringFenceTable: Table {
    table(
      "T05", "省重点统筹留存", units: "公顷、公斤", receiver: "市国土资源局",
      [
        .text("库"), .text("单位"), .number("可流转节余"), .text("留存基数类型"), .number("留存基数"),
        .number("留存比例（%）"), .number("统筹留存"), .number("省重点使用"), .number("其中使用留存"),
        .number("其他项目使用"), .number("留存未用"), .number("其余可用"), .text("依据"),
      ], rows: Bank.allCases.map(ringFenceRow),
      notes: [
        "统筹留存=留存基数×留存比例（按未取整数据进一），不超过可流转节余", "其中使用留存=统筹留存与省重点使用中的较小者",
        "留存未用=统筹留存-其中使用留存，年末仍予留存", "其余可用=可流转节余-统筹留存-（省重点使用-其中使用留存）-其他项目使用",
        "留存未用+其余可用=三库收支剩余合计",
      ])
  }

  private func ringFenceRow(_ bank: Bank) -> [Cell] {
    let rule = scenario.farmland.ringFence
    let applies = bank == .quantity || rule.scope == .eachBank
    let pool = banks.sum(bank, \.circulating)
    let (kind, base) =
      switch rule.base {
      case .circulating: ("可流转节余", pool)
      case .task: ("年度任务", banks.sum(bank, \.task))
      case .balance: ("年初加新增", banks.sum(bank, \.opening) + banks.sum(bank, \.added))
      }
    let fence = banks.ringFence[bank.rawValue]
    let provincial = banks.provincialUse[bank.rawValue]
    let other = banks.otherUse[bank.rawValue]
    let fenced = min(fence, provincial)
    func cell(_ value: Int) -> Cell { .bank(value, bank) }
    return [
      .text(bank.name), .text(bank.unit), cell(pool), .text(applies ? kind : "不适用"),
      cell(applies ? base : 0), .percent(applies ? rule.share : 0), cell(fence), cell(provincial),
      cell(fenced), cell(other), cell(fence - fenced),
      cell(pool - fence - (provincial - fenced) - other), .text("F-3"),
    ]
  }
}
