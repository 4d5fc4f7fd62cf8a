import Accounts
import Reporting
import SampleScenarios
import Scenario
import Testing

/// All tables of a run print sums of the same amounts.
@Suite struct TieTests {
  private static let sources = ["批而未供", "闲置", "省级新增", "市级新增", "县级新增"]
  private static let ledgerNames = ["批而未供", "闲置", "省级指标", "市级指标", "县级指标"]

  @Test(arguments: 0..<60)
  func landTableTies(seed: Int) {
    let run = SampleRun.random[seed]
    let land = run.reader("T01")
    var wrong = 0
    for row in land.table.rows {
      let parts = Self.sources.reduce(0) { $0 + (land.number(row, "\($1)（亩）") ?? 0) }
      if parts != land.number(row, "合计（亩）") { wrong += 1 }
      let gap = (land.number(row, "本年用地（亩）") ?? 0) - parts
      if gap != land.number(row, "缺口（亩）") || gap < 0 { wrong += 1 }
      let areas = ["其中水田（公顷）", "其中占耕地（公顷）", "合计（公顷）"].compactMap { land.number(row, $0) }
      if areas.count != 3 || areas[0] > areas[1] || areas[1] > areas[2] { wrong += 1 }
      if land.number(row, "申请用地（亩）") ?? 0 < land.number(row, "本年用地（亩）") ?? 0 { wrong += 1 }
    }
    #expect(wrong == 0)
  }

  @Test(arguments: 0..<60)
  func atomsAreNeighboursOfTheirExactValues(seed: Int) {
    let run = SampleRun.random[seed]
    let land = run.reader("T01")
    var wrong = 0
    func check(_ printed: Int?, _ exact: Int, _ unit: Int) {
      guard let printed else {
        wrong += 1
        return
      }
      if abs(printed * unit - exact) >= unit { wrong += 1 }
    }
    for row in land.table.rows {
      let id = land.text(row, "项目编号")
      guard let index = run.ledger.scenario.projects.firstIndex(where: { $0.id == id }) else {
        wrong += 1
        continue
      }
      let account = run.ledger.projects[index]
      check(land.number(row, "批而未供（亩）"), account.sources.unsupplied, 20)
      check(land.number(row, "市级新增（亩）"), account.sources.city, 20)
      check(land.number(row, "合计（亩）"), account.land, 20)
      check(land.number(row, "合计（公顷）"), account.land, 3)
      check(land.number(row, "其中占耕地（公顷）"), account.compensation.quantity, 3)
      check(land.number(row, "其中水田（公顷）"), account.compensation.paddy, 3)
    }
    check(land.sum("合计（亩）"), run.ledger.projects.reduce(0) { $0 + $1.land }, 20)
    check(land.sum("市级新增（亩）"), run.ledger.totals.city, 20)
    check(land.sum("其中占耕地（公顷）"), run.ledger.banks.use(.quantity), 3)
    #expect(wrong == 0)
  }

  @Test(arguments: 0..<60)
  func quotaLedgerTiesWithLandTable(seed: Int) {
    let run = SampleRun.random[seed]
    let (land, quota) = (run.reader("T01"), run.reader("T02"))
    var wrong = 0
    for (source, name) in zip(Self.sources, Self.ledgerNames) {
      for county in run.ledger.scenario.counties {
        let own = ["县区": county, "来源": name]
        let all = land.sum("\(source)（亩）", ["县区": county])
        if quota.sum("使用合计（亩）", own) != all { wrong += 1 }
        for level in Level.allCases.map(\.rawValue)
        where quota.sum("\(level)（亩）", own)
          != land.sum("\(source)（亩）", ["县区": county, "级别": level])
        { wrong += 1 }
      }
    }
    for row in quota.table.rows {
      let levels = ["省重点", "市重点", "其他", "储备"].reduce(0) {
        $0 + (quota.number(row, "\($1)（亩）") ?? 0)
      }
      let use = quota.number(row, "使用合计（亩）")
      if use != levels { wrong += 1 }
      guard let limit = quota.number(row, "下达或存量（亩）") else { continue }
      if quota.number(row, "剩余（亩）") != limit - levels || limit < levels { wrong += 1 }
    }
    #expect(wrong == 0)
    #expect(
      quota.sum("使用合计（亩）", ["来源": "市级指标", "县区": "全市"]) == land.sum("市级新增（亩）"))
  }

  @Test(arguments: 0..<60)
  func banksTieWithDonors(seed: Int) {
    let run = SampleRun.random[seed]
    let (land, donors, banks) = (run.reader("T01"), run.reader("T03"), run.reader("T04"))
    let columns = ["补充数量（公顷）", "补充水田（公顷）", "补充产能（公斤）"]
    var wrong = 0
    for row in land.table.rows {
      let id = ["项目编号": land.text(row, "项目编号")]
      if donors.sum(columns[0], id) != land.number(row, "其中占耕地（公顷）") { wrong += 1 }
      if donors.sum(columns[1], id) != land.number(row, "其中水田（公顷）") { wrong += 1 }
    }
    for (bank, column) in zip(["数量", "水田", "产能"], columns) {
      if banks.sum("调入", ["库": bank]) != banks.sum("调出", ["库": bank]) { wrong += 1 }
      if banks.sum("本县区项目使用", ["库": bank]) != donors.sum(column) { wrong += 1 }
      for row in banks.table.rows where banks.text(row, "库") == bank {
        let county = banks.text(row, "县区")
        func cell(_ header: String) -> Int { banks.number(row, header) ?? -1 }
        if cell("节余") != cell("年初") + cell("新增入库") - cell("年度任务") - cell("已承诺") { wrong += 1 }
        let circulating = banks.text(row, "任务完成") == "是" ? max(0, cell("节余")) : 0
        if cell("可流转节余") != circulating { wrong += 1 }
        let left = circulating + cell("调入") - cell("调出") - cell("本县区项目使用")
        if cell("剩余") != left || left < 0 { wrong += 1 }
        if donors.sum(column, ["项目县区": county]) != cell("本县区项目使用") { wrong += 1 }
        if donors.sum(column, ["指标县区": county, "是否跨县区": "是"]) != cell("调出") { wrong += 1 }
        if donors.sum(column, ["项目县区": county, "是否跨县区": "是"]) != cell("调入") { wrong += 1 }
      }
    }
    #expect(wrong == 0)
  }

  @Test(arguments: 0..<60)
  func bankInputsAreNeighboursOfTheScenario(seed: Int) {
    let run = SampleRun.random[seed]
    let banks = run.reader("T04")
    var wrong = 0
    for account in run.ledger.scenario.farmland.banks {
      let county = run.ledger.scenario.counties[account.county]
      for bank in Bank.allCases {
        let unit = bank == .grain ? 1 : 3
        let filter = ["县区": county, "库": bank.name]
        let pairs = [
          ("年初", account.opening[bank]), ("新增入库", account.added[bank]),
          ("年度任务", account.task[bank]), ("已承诺", account.committed[bank]),
        ]
        let net = pairs[0].1 + pairs[1].1 - pairs[2].1 - pairs[3].1
        if abs(banks.sum("节余", filter) * unit - net) >= unit { wrong += 1 }
        for (header, exact) in pairs where abs(banks.sum(header, filter) * unit - exact) >= unit {
          wrong += 1
        }
      }
    }
    #expect(wrong == 0)
  }

  @Test(arguments: 0..<60)
  func sumsOfCompensationAreNeighboursOfTheirExactValues(seed: Int) {
    let run = SampleRun.random[seed]
    let banks = run.reader("T04")
    let scenario = run.ledger.scenario
    var wrong = 0
    for (county, name) in scenario.counties.enumerated() {
      let own = scenario.projects.indices.filter { scenario.projects[$0].county == county }
      let use = own.reduce(0) { $0 + run.ledger.projects[$1].compensation.quantity }
      let printed = banks.sum("本县区项目使用", ["县区": name, "库": "数量"])
      if abs(printed * 3 - use) >= 3 { wrong += 1 }
      for bank in [Bank.quantity, .paddy] {
        let drawn = scenario.projects.indices.reduce(0) {
          $0 + run.ledger.projects[$1].draw(bank, from: county)
        }
        let filter = ["县区": name, "库": bank.name]
        let donor =
          banks.sum("本县区项目使用", filter) - banks.sum("调入", filter) + banks.sum("调出", filter)
        if donor * 3 - drawn >= 3 || bank == .quantity && drawn - donor * 3 >= 3 { wrong += 1 }
      }
    }
    #expect(wrong == 0)
  }

  @Test(arguments: 0..<60)
  func ringFenceTiesWithBanks(seed: Int) {
    let run = SampleRun.random[seed]
    let (fence, banks) = (run.reader("T05"), run.reader("T04"))
    var wrong = 0
    for row in fence.table.rows {
      let bank = ["库": fence.text(row, "库")]
      func cell(_ header: String) -> Int { fence.number(row, header) ?? -1 }
      if cell("可流转节余") != banks.sum("可流转节余", bank) { wrong += 1 }
      if cell("省重点使用") + cell("其他项目使用") != banks.sum("本县区项目使用", bank) { wrong += 1 }
      if cell("其中使用留存") != min(cell("统筹留存"), cell("省重点使用")) { wrong += 1 }
      if cell("留存未用") + cell("其余可用") != banks.sum("剩余", bank) { wrong += 1 }
      if cell("留存未用") < 0 || cell("其余可用") < 0 { wrong += 1 }
    }
    #expect(wrong == 0)
  }

  @Test(arguments: 0..<60)
  func clausesResourcesAndInvestmentTie(seed: Int) {
    let run = SampleRun.random[seed]
    var wrong = 0
    let clauses = run.reader("T16")
    for row in clauses.table.rows {
      guard let bound = clauses.number(row, "限值"), let used = clauses.number(row, "使用") else {
        if clauses.text(row, "说明").isEmpty { wrong += 1 }
        continue
      }
      let isFloor = clauses.text(row, "关系").hasPrefix("≥")
      let slack = isFloor ? used - bound : bound - used
      if clauses.number(row, "余量") != slack { wrong += 1 }
      if slack < 0, !clauses.text(row, "关系").contains("（") { wrong += 1 }
    }
    let resources = run.reader("T20")
    for row in resources.table.rows {
      let levels = ["省重点", "市重点", "其他", "储备"].reduce(0) {
        $0 + (resources.number(row, $1) ?? 0)
      }
      if resources.number(row, "计入控制量") != levels { wrong += 1 }
    }
    let investment = run.reader("T21")
    let parts = ["支持投资（万元）", "未支持投资（万元）", "无需要素投资（万元）"].reduce(0) {
      $0 + investment.sum($1)
    }
    if parts != investment.sum("年度投资（万元）") { wrong += 1 }
    #expect(wrong == 0)
    #expect(investment.sum("项目数") == run.ledger.projects.count)
    #expect(investment.sum("支持") + run.reader("T12").table.rows.count == run.ledger.projects.count)
  }

  @Test func hectaresThatDisagreeWithMuBothTie() {
    var scenario = SampleScenarios.empty
    scenario.land.cityQuota = 3 * 370_209
    scenario.projects = (1...3).map {
      Project(
        id: "P-\($0)", name: "项目", level: .municipal, county: 0, landTotal: 370_209,
        landThisYear: 370_209)
    }
    let plan = Plan(steps: [1, 1, 1], stockLand: [0, 0, 0], countyQuotaUse: [[:], [:]])
    let land = SampleRun(scenario, plan).reader("T01")
    let mu = land.table.rows.compactMap { land.number($0, "合计（亩）") }
    #expect(mu.sorted() == [18_510, 18_510, 18_511])
    #expect(
      land.table.rows.compactMap { land.number($0, "合计（公顷）") } == [123_403, 123_403, 123_403])
  }
}
