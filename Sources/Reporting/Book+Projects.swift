import Accounts
import Scenario

extension Book {
  /// T12: every project that is not supported, and why.
  var refusalTable: Table {
    let rows = refusals.indices.compactMap { index in
      refusals[index].map { refusalRow(index, $0) }
    }
    return table(
      "T12", "未支持项目及原因", units: "亩、万元", receiver: "市发展和改革委员会",
      Self.identity + [
        .text("类别"), .text("阶段"), .sum("年度投资（万元）"), .sum("本年用地（亩）"), .text("原因代码"),
        .text("原因"), .text("依据"), .text("补救措施"),
      ], rows: rows, grouping: byCounty(3, level: 2),
      notes: ["要素不足的项目，补足所列全部缺口即可支持，且不影响其他项目", "可分项目按最低份数计算"])
  }

  private func refusalRow(_ index: Int, _ refusal: Refusal) -> [Cell] {
    let project = scenario.projects[index]
    return identity(project) + [
      .text(project.category), stage(project), .wanYuan(project.investmentThisYear),
      .mu(land.need[index]), .text(refusal.code), .text(words.reason(refusal, index)),
      .text(refusal.clauses.joined(separator: "、")), .text(words.remedy(refusal, index)),
    ]
  }

  /// T13: one row per shortage, for the department that answers for it (E-2).
  var shortageTable: Table {
    let rows = refusals.indices.flatMap { index -> [[Cell]] in
      guard case .shortage(let shortages) = refusals[index] else { return [] }
      return shortages.map { shortageRow(index, words.printed($0)) }
    }
    return table(
      "T13", "要素缺口协调清单", units: "见单位栏", receiver: "责任部门和县区政府",
      Self.identity + [
        .text("类别"), .text("指标"), .text("单位"), .number("需要"), .number("剩余"), .number("缺口"),
        .text("责任部门"), .text("依据"), .text("补救措施"),
      ], rows: rows, notes: ["缺口=需要-剩余，需要和缺口按最后一位进一", "需要按项目最低份数计算，其他项目保持不变"])
  }

  private func shortageRow(_ index: Int, _ shortage: PrintedShortage) -> [Cell] {
    let project = scenario.projects[index]
    func cell(_ value: Int) -> Cell { .number(value, decimals: shortage.decimals) }
    return identity(project) + [
      .text(project.category), .text(shortage.indicator), .text(shortage.unit),
      cell(shortage.need), cell(shortage.left), cell(shortage.amount), .text(shortage.department),
      .text(shortage.shortage.clause), .text(words.remedy(shortage)),
    ]
  }

  /// T15: who stays off the list of heavy-pollution control (H-1).
  var exemptionTable: Table {
    let rows = supported.filter { scenario.projects[$0].level.isKey }.map { index -> [Cell] in
      let project = scenario.projects[index]
      let evidence = project.exemption
      let missing = [
        ("市政府批准", evidence.cityApproval.isEmpty), ("大气办备案", evidence.airOfficeFiling.isEmpty),
        ("扬尘治理措施", !evidence.dustControlInPlace),
      ].filter(\.1).map(\.0)
      return identity(project) + [
        .text(evidence.cityApproval), .text(evidence.airOfficeFiling),
        .yesNo(evidence.dustControlInPlace), .text(missing.isEmpty ? "不列入管控清单" : "列入管控清单"),
        .text(missing.joined(separator: "、")),
      ]
    }
    return table(
      "T15", "不列入管控清单", units: "项", receiver: "市大气污染防治工作领导小组办公室",
      Self.identity + [
        .text("市政府批准文号"), .text("大气办备案号"), .text("扬尘治理到位"), .text("结论"), .text("未满足条件"),
      ], rows: rows, notes: ["市政府批准、大气办备案、扬尘治理措施三项齐备的不列入管控清单"])
  }

  /// T18: who answers for each key project.
  var stewardshipTable: Table {
    let titles = ["包联领导", "责任部门", "工作班子", "工期计划", "联系人"]
    let rows = scenario.projects.filter(\.level.isKey).map { project -> [Cell] in
      let own = project.stewardship
      let fields = [own.leader, own.department, own.team, own.schedule, own.contact]
      let missing = zip(titles, fields).filter { $0.1.isEmpty }.map(\.0)
      return identity(project) + [stage(project)] + fields.map { .text($0) } + [
        .text(missing.isEmpty ? "无" : missing.joined(separator: "、"))
      ]
    }
    return table(
      "T18", "六个一包联", units: "项", receiver: "市发展和改革委员会",
      Self.identity + [.text("阶段")] + titles.map { .text($0) } + [.text("缺项")], rows: rows,
      notes: ["一个项目、一名包联领导、一个责任部门、一个工作班子、一个工期计划、一抓到底"])
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
