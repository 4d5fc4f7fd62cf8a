import Accounts
import Scenario

extension Book {
  /// T12: every project that is not supported, and why.
  var refusalTable: Table {
    let refused = refusals.indices.filter { refusals[$0] != nil }
    return table(
      "T12", "未支持项目及原因", units: "亩、万元", receiver: "市发展和改革委员会",
      Self.identity + [
        .text("类别"), .text("阶段"), .sum("年度投资（万元）"), .sum("本年用地（亩）"), .text("原因代码"),
        .text("原因"), .text("依据"), .text("补救措施"),
      ], list: RowList(of: refused) { self.writeRefusal($0, &$1) }, grouping: byCounty(3, level: 2),
      notes: ["要素不足的项目，补足所列全部缺口即可支持，且不影响其他项目", "可分项目按最低份数计算"])
  }

  private func writeRefusal(_ index: Int, _ row: inout Row) {
    guard let refusal = refusals[index] else { return }
    writeIdentity(index, &row)
    row.text(scenario.projects[index].category)
    writeStage(index, &row)
    row.wanYuan(scenario.projects[index].investmentThisYear)
    row.mu(land.need[index])
    row.text(refusal.code)
    row.text(words.reason(refusal, index))
    row.list(refusal.clauses)
    row.text(words.remedy(refusal, index))
  }

  /// T13: one row per shortage, for the department that answers for it (E-2).
  var shortageTable: Table {
    let short = refusals.indices.flatMap { index -> [(project: Int, shortage: Shortage)] in
      guard case .shortage(let shortages) = refusals[index] else { return [] }
      return shortages.map { (index, $0) }
    }
    return table(
      "T13", "要素缺口协调清单", units: "见单位栏", receiver: "责任部门和县区政府",
      Self.identity + [
        .text("类别"), .text("指标"), .text("单位"), .number("需要"), .number("剩余"), .number("缺口"),
        .text("责任部门"), .text("依据"), .text("补救措施"),
      ],
      list: RowList(of: short) { self.write(self.words.printed($0.shortage), of: $0.project, &$1) },
      notes: ["缺口=需要-剩余，需要和缺口按最后一位进一", "需要按项目最低份数计算，其他项目保持不变"])
  }

  private func write(_ shortage: PrintedShortage, of index: Int, _ row: inout Row) {
    writeIdentity(index, &row)
    row.text(scenario.projects[index].category)
    row.text(shortage.indicator)
    row.text(shortage.unit)
    row.number(shortage.need, decimals: shortage.decimals)
    row.number(shortage.left, decimals: shortage.decimals)
    row.number(shortage.amount, decimals: shortage.decimals)
    row.text(shortage.department)
    row.text(shortage.shortage.clause)
    row.text(words.remedy(shortage))
  }

  /// T15: who stays off the list of heavy-pollution control (H-1).
  var exemptionTable: Table {
    let keys = supported.filter { scenario.projects[$0].level.isKey }
    return table(
      "T15", "不列入管控清单", units: "项", receiver: "市大气污染防治工作领导小组办公室",
      Self.identity + [
        .text("市政府批准文号"), .text("大气办备案号"), .text("扬尘治理到位"), .text("结论"), .text("未满足条件"),
      ], list: RowList(of: keys) { self.writeExemption($0, &$1) },
      notes: ["市政府批准、大气办备案、扬尘治理措施三项齐备的不列入管控清单"])
  }

  private func writeExemption(_ index: Int, _ row: inout Row) {
    let evidence = scenario.projects[index].exemption
    var missing: [String] = []
    if evidence.cityApproval.isEmpty { missing.append("市政府批准") }
    if evidence.airOfficeFiling.isEmpty { missing.append("大气办备案") }
    if !evidence.dustControlInPlace { missing.append("扬尘治理措施") }
    writeIdentity(index, &row)
    row.text(evidence.cityApproval)
    row.text(evidence.airOfficeFiling)
    row.yesNo(evidence.dustControlInPlace)
    row.text(missing.isEmpty ? "不列入管控清单" : "列入管控清单")
    row.list(missing)
  }

  private static let stewardshipTitles = ["包联领导", "责任部门", "工作班子", "工期计划", "联系人"]

  /// T18: who answers for each key project.
  var stewardshipTable: Table {
    let keys = scenario.projects.indices.filter { scenario.projects[$0].level.isKey }
    return table(
      "T18", "六个一包联", units: "项", receiver: "市发展和改革委员会",
      Self.identity + [.text("阶段")] + Self.stewardshipTitles.map { .text($0) } + [.text("缺项")],
      list: RowList(of: keys) { self.writeStewardship($0, &$1) },
      notes: ["一个项目、一名包联领导、一个责任部门、一个工作班子、一个工期计划、一抓到底"])
  }

  private func writeStewardship(_ index: Int, _ row: inout Row) {
    let own = scenario.projects[index].stewardship
    let fields = [own.leader, own.department, own.team, own.schedule, own.contact]
    writeIdentity(index, &row)
    writeStage(index, &row)
    for field in fields { row.text(field) }
    let missing = zip(Self.stewardshipTitles, fields).filter { $0.1.isEmpty }.map(\.0)
    row.list(missing.isEmpty ? ["无"] : missing)
  }

  /// T21: projects and investment per level and stage (G-1).
  var investmentTable: Table {
    let rows = ledger.investmentAccounts().map { account -> [Cell] in
      [
        .text(account.level.rawValue), .text(account.stage?.rawValue ?? "未填"),
        account.announced.map { .count($0) } ?? .empty, .count(account.projects),
        .count(account.competing), .count(account.supported), .count(account.refused),
        .count(account.needingNothing), .wanYuan(account.investment),
        .wanYuan(account.supportedInvestment), .wanYuan(account.refusedInvestment),
        .wanYuan(account.unassistedInvestment),
      ]
    }
    let target = scenario.investmentTarget.map {
      ["年度投资目标\(FixedPoint.text($0.amount, decimals: 4))万元"]
    }
    return table(
      "T21", "项目与投资", units: "项、万元", receiver: "市发展和改革委员会",
      [
        .text("级别"), .text("阶段"), .sum("公布项目数"), .sum("项目数"), .sum("参与分配"), .sum("支持"),
        .sum("未支持"), .sum("无需要素"), .sum("年度投资（万元）"), .sum("支持投资（万元）"), .sum("未支持投资（万元）"),
        .sum("无需要素投资（万元）"),
      ], rows: rows, grouping: Grouping(column: 1, order: levelNames),
      notes: ["项目数=支持+未支持+无需要素", "年度投资=支持投资+未支持投资+无需要素投资"] + (target ?? []))
  }
}
