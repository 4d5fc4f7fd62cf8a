import Accounts
import Reporting
import SampleScenarios
import Scenario
import Testing

@Suite struct WorkbookTests {
  let run = SampleRun.accounts

  private func lines(_ id: String) -> [String] {
    guard let table = run.tables.first(where: { $0.id == id }) else { return [] }
    return CSVWriter().text(of: table).split(separator: "\r\n").map { String($0) }
  }

  @Test func thereAre21TablesInOrder() {
    #expect(
      run.tables.map(\.fileName) == [
        "T01-用地安排表.csv", "T02-用地指标台账.csv", "T03-占补平衡挂钩明细.csv", "T04-补充耕地三库收支.csv",
        "T05-省重点统筹留存.csv", "T06-用能.csv", "T07-煤炭.csv", "T08-用水.csv", "T09-污染物排放.csv",
        "T10-其他资源.csv", "T11-费用与减免.csv", "T12-未支持项目及原因.csv", "T13-要素缺口协调清单.csv",
        "T14-亩均评价.csv", "T15-不列入管控清单.csv", "T16-条款对照.csv", "T17-目标.csv", "T18-六个一包联.csv",
        "T19-月度通报.csv", "T20-资源台账.csv", "T21-项目与投资.csv",
      ])
    #expect(
      run.tables.allSatisfy { table in table.rows.allSatisfy { $0.count == table.columns.count } })
    #expect(run.tables.allSatisfy { !$0.receiver.isEmpty })
  }

  @Test func landTable() {
    let lines = lines("T01")
    #expect(
      lines[0]
        == "序号,项目编号,项目名称,级别,县区,类别,阶段,支持份额,申请用地（亩）,本年用地（亩）,批而未供（亩）,闲置（亩）,省级新增（亩）,市级新增（亩）,县级新增（亩）,合计（亩）,合计（公顷）,其中占耕地（公顷）,其中水田（公顷）,缺口（亩）,保障率（%）,依据,备注"
    )
    #expect(
      lines[1]
        == "1,A-1,省道,省重点,甲县,,计划开工,1/1,40.00,25.00,2.00,0.00,10.00,13.00,0.00,25.00,1.6667,1.2000,0.4000,0.00,100.00,L-2、L-4,"
    )
    #expect(
      lines[4]
        == "4,C-1,市场,其他,甲县,,,3/4,12.00,12.00,0.00,0.00,0.00,0.00,9.00,9.00,0.6000,0.0000,0.0000,3.00,75.00,L-3,可分项目部分支持"
    )
    #expect(
      lines[5].hasSuffix(
        "40.00,0.00,R-2、F-1、E-2,未支持：新增建设用地缺36.00亩，补充耕地数量缺1.9334公顷，补充耕地产能缺22479公斤，能耗（全市）缺665.62吨标准煤")
    )
    #expect(lines.count == 6)
  }

  @Test func quotaLedger() {
    let lines = lines("T02")
    #expect(lines[1] == "1,省级指标,全市,,,10.00,,10.00,0.00,0.00,0.00,10.00,0.00,L-4")
    #expect(lines[4] == "4,市级指标,全市,,,60.00,,13.00,43.00,0.00,0.00,56.00,4.00,L-1")
    #expect(lines[5] == "5,市级指标,甲县,,,,,13.00,13.00,0.00,0.00,26.00,,L-1")
    #expect(lines[7] == "7,县级指标,甲县,,,12.00,,0.00,0.00,9.00,0.00,9.00,3.00,L-3")
    #expect(lines[9] == "9,闲置,甲县,2015,是,5.00,0.00,0.00,0.00,0.00,0.00,0.00,5.00,L-2")
    #expect(lines[10] == "10,批而未供,甲县,2016,否,10.00,2.00,2.00,6.00,0.00,0.00,8.00,2.00,L-2")
  }

  @Test func farmlandTables() {
    #expect(lines("T03")[1] == "1,A-1,省道,省重点,甲县,甲县,1.2000,0.4000,7200,否,F-1、F-2、F-3")
    #expect(lines("T03").count == 4)
    // 30 + 10 − 5 − 5 亩 in 公顷: 2.0000 + 0.6667 − 0.3333 − 0.3334 or the like, but 2.0000 as printed.
    #expect(
      lines("T04")[1]
        == "1,甲县,数量,公顷,2.0000,0.6667,0.3333,0.3334,2.0000,是,2.0000,1.9333,0.0000,0.0000,0.0667,F-1")
    #expect(lines("T04")[6] == "6,乙县,产能,公斤,9000,0,0,0,9000,是,9000,3001,0,0,5999,F-1")
    #expect(
      lines("T05")[1]
        == "1,数量,公顷,3.3333,可流转节余,3.3333,15.00,0.5000,1.2000,0.5000,1.4000,0.0000,0.7333,F-3")
    #expect(lines("T05")[3] == "3,产能,公斤,22000,可流转节余,22000,15.00,3300,7200,3300,7279,0,7521,F-3")
  }

  @Test func resourceAndFeeTables() {
    #expect(
      lines("T06")[1]
        == "1,energy,能耗,吨标准煤,B-1,园区,市重点,甲县,现代服务业,,1/1,10.01,1.2,12.02,是,E-1、E-2")
    #expect(lines("T06")[2] == "2,energy,能耗,吨标准煤,B-2,工厂,市重点,乙县,钢铁,,1/1,500.00,1.5,750.00,否,E-2")
    #expect(lines("T11")[1] == "1,B-1,园区,市重点,甲县,现代服务业,energy,能耗,吨标准煤,10.01,3.5,是,0,35,E-1")
    #expect(lines("T11")[3] == "3,C-1,市场,其他,甲县,,energy,能耗,吨标准煤,3.00,3.5,否,11,0,")
    #expect(
      lines("T20")[1]
        == "1,energy,能耗,能源,吨标准煤,全市,1000.00,0.00,762.02,3.60,0.00,765.62,234.38,513.01,市发改委,E-2")
    #expect(lines("T20")[2] == "2,energy,能耗,能源,吨标准煤,甲县,,0.00,12.02,3.60,0.00,15.62,,13.01,市发改委,E-2")
  }

  @Test func coalTable() throws {
    var scenario = SampleScenarios.accounts
    scenario.resources[0].kind = .coal
    scenario.resources[0].retirementThresholds = ["": 3_500]
    scenario.projects[1].retired = [421]
    scenario.projects[2].retired = [26_249]
    let run = SampleRun(scenario, SampleScenarios.accountsPlan)
    let coal = run.reader("T07")
    // 35 % of 12.02 is 4.207; of 750 it is 262.5.
    #expect(coal.table.rows.map { coal.text($0, "是否达到") } == ["是", "否", "否"])
    #expect(coal.table.rows.map { coal.text($0, "完成比例（%）") } == ["35.02", "34.99", "0.00"])
    #expect(coal.table.rows.map { coal.text($0, "门槛（%）") } == ["35.00", "35.00", "35.00"])
  }

  @Test func refusalAndShortageTables() {
    #expect(
      lines("T12")[1].hasSuffix(
        ",shortage,新增建设用地缺36.00亩，补充耕地数量缺1.9334公顷，补充耕地产能缺22479公斤，能耗（全市）缺665.62吨标准煤,R-2、F-1、E-2,增加新增建设用地36.00亩，增加补充耕地数量1.9334公顷，增加补充耕地产能22479公斤，增加能耗（全市）665.62吨标准煤"
      ))
    #expect(
      lines("T12")[2]
        == "2,E-1,前期,市重点,乙县,,前期,100.0000,0.00,needs_nothing,当年不需要用地和其他要素，不参与分配,G-1,无需补救")
    #expect(
      lines("T13")[1] == "1,D-1,储备厂,储备,乙县,,新增建设用地,亩,40.00,4.00,36.00,市国土资源局,R-2,增加新增建设用地36.00亩")
    #expect(
      lines("T13")[2]
        == "2,D-1,储备厂,储备,乙县,,补充耕地数量,公顷,2.6667,0.7333,1.9334,市国土资源局,F-1,增加补充耕地数量1.9334公顷")
    #expect(
      lines("T13")[4]
        == "4,D-1,储备厂,储备,乙县,,能耗（全市）,吨标准煤,900.00,234.38,665.62,市发改委,E-2,增加能耗（全市）665.62吨标准煤")
  }

  @Test func everyClauseHasARow() {
    let clauses = run.reader("T16")
    let ids = clauses.table.rows.map { clauses.text($0, "条款") }
    #expect(Set(ids) == Set(ClauseText.all.map(\.id)))
    #expect(ids == ClauseText.all.flatMap { clause in ids.filter { $0 == clause.id } })
    let rows = clauses.table.rows.filter { clauses.text($0, "条款") == "L-1" }
    #expect(rows.map { clauses.text($0, "关系") } == ["≥（优先）", "≤"])
    #expect(rows.map { clauses.text($0, "余量") } == ["0", "4.00"])
    #expect(rows.map { clauses.text($0, "紧约束") } == ["是", "否"])
    #expect(clauses.table.rows.allSatisfy { !clauses.text($0, "原文").isEmpty })
  }

  @Test func goalTable() {
    #expect(lines("T17")[1] == "1,municipal_guaranteed,市重点项目用地全额保障,L-1,最大,2,2,是,2,项")
    #expect(lines("T17")[6] == "6,new_land,新增建设用地最少,L-2,最小,150000,150000,是,75.00,亩")
    #expect(lines("T17")[3] == "3,investment,重点项目年度投资,G-1,最大,220000000,220000000,是,22000.0000,万元")
  }

  @Test func exemptionStewardshipAndBulletin() {
    var scenario = SampleScenarios.accounts
    scenario.projects[0].exemption = ExemptionEvidence(
      cityApproval: "政批1", airOfficeFiling: "气备2", dustControlInPlace: true)
    scenario.projects[1].exemption = ExemptionEvidence(airOfficeFiling: "气备3")
    scenario.projects[0].stewardship = Stewardship(
      leader: "甲", department: "乙", team: "丙", schedule: "丁", contact: "戊")
    let run = SampleRun(scenario, SampleScenarios.accountsPlan)
    let list = run.reader("T15")
    #expect(list.table.rows.map { list.text($0, "结论") } == ["不列入管控清单", "列入管控清单", "列入管控清单"])
    #expect(list.text(list.table.rows[1], "未满足条件") == "市政府批准、扬尘治理措施")
    let stewards = run.reader("T18")
    #expect(stewards.table.rows.map { stewards.text($0, "缺项") }.first == "无")
    #expect(stewards.table.rows.count == 4)
    #expect(lines("T19")[1] == "1,2018年,市重点项目土地保障数量,甲县,1,项,1,,,")
  }

  @Test func meritTable() {
    var scenario = SampleScenarios.accounts
    scenario.merit = MeritRule(
      form: .benchmark,
      terms: [.init(indicator: .input, weight: 50, benchmark: Ratio(3_000_000))], energyResource: 0)
    scenario.projects[1].totalInvestment = 60_000_001
    let run = SampleRun(scenario, SampleScenarios.accountsPlan)
    let merit = run.reader("T14")
    let row = merit.table.rows[1]
    #expect(merit.text(row, "亩均投入（万元/亩）") == "300.0000")
    #expect(merit.text(row, "亩均能耗（吨标准煤/亩）") == "0.5005")
    #expect(merit.text(row, "亩均排放") == "" && merit.text(row, "能耗得分") == "")
    #expect(merit.text(row, "综合得分") == "50.0000" && merit.text(row, "位次") == "1")
    #expect(merit.table.rows.map { merit.text($0, "位次") } == ["2", "1", "2", "2", "2"])
    #expect(merit.text(row, "达到门槛") == "无门槛")
  }

  @Test func anEmptyScenarioHasEveryTable() {
    let run = SampleRun(SampleScenarios.empty, SampleScenarios.nothing(in: SampleScenarios.empty))
    #expect(run.tables.count == 21)
    #expect(run.reader("T04").table.rows.count == 6)
    #expect(run.reader("T04").text(run.reader("T04").table.rows[0], "任务完成") == "无账户")
    #expect(run.reader("T21").table.rows.count == 20)
  }
}
