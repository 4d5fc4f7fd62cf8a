import Accounts
import Scenario

extension Book {
  /// T16: every clause with its constraints, or with the reason why it has none.
  var clauseTable: Table {
    let rows = ClauseText.all.flatMap { clause -> [[Cell]] in
      let head: [Cell] = [.text(clause.id), .text(clause.title), .text(clause.quote)]
      let lines = ledger.constraints.filter { $0.clause == clause.id }
      guard lines.isEmpty else { return lines.map { head + lineCells($0) } }
      let reason = clause.reasonWithoutConstraint ?? "方案未设该项"
      return [
        head + [.text(""), .text(""), .text(""), .empty, .empty, .empty, .text(""), .text("")] + [
          .text(reason)
        ]
      ]
    }
    return table(
      "T16", "条款对照", units: "见单位栏", receiver: "市政府督查室",
      [
        .text("条款"), .text("标题"), .text("原文"), .text("约束"), .text("对象"), .text("关系"), .number("限值"),
        .number("使用"), .number("余量"), .text("单位"), .text("紧约束"), .text("说明"),
      ], rows: rows, notes: ["余量：≤为限值-使用，≥为使用-限值", "紧约束：余量为0"])
  }

  private func lineCells(_ line: ConstraintLine) -> [Cell] {
    let printed = PrintedLine(line, book: self)
    if line.subject == .gate {
      return [
        .text(printed.name), .text("全市"), .text("="), .count(0), .count(line.used), .count(0),
        .text("项"), .yesNo(line.involved > 0), .text("涉及\(line.involved)项"),
      ]
    }
    func cell(_ value: Int) -> Cell { .number(value, decimals: printed.decimals) }
    return [
      .text(printed.name), .text(printed.entity), .text(relation(line)), cell(printed.bound),
      cell(printed.used), cell(printed.slack), .text(printed.unit), .yesNo(printed.slack == 0),
      .text(""),
    ]
  }

  private func relation(_ line: ConstraintLine) -> String {
    guard !line.isHard else { return line.relation.rawValue }
    return line.subject == .investment ? "≥（预期）" : "≥（优先）"
  }
}

/// A constraint in printed amounts, so that it ties with the ledgers.
struct PrintedLine {
  var name: String
  var entity = "全市"
  var bound: Int
  var used: Int
  var unit = "亩"
  var decimals = 2
  let isFloor: Bool

  var slack: Int { isFloor ? used - bound : bound - used }

  init(_ line: ConstraintLine, book: Book) {
    let (land, banks) = (book.land, book.banks)
    isFloor = line.relation == .atLeast
    (name, bound, used) = ("", line.bound, line.used)
    switch line.subject {
    case .investment: (name, unit, decimals) = ("年度投资", "万元", 4)
    case .municipalGuarantee: (name, unit, decimals) = ("市重点项目全额保障", "项", 0)
    case .gate: (name, unit, decimals) = (Self.gateName(line.clause), "项", 0)
    case .cityQuota: (name, bound, used) = ("市级指标", land.cityQuota, land.city.reduce(0, +))
    case .provincialQuota:
      (name, bound, used) = ("省级指标", land.provincialQuota, land.provincial.reduce(0, +))
    case .countyQuota(let county):
      (name, entity) = ("县级指标", book.county(county))
      (bound, used) = (land.countyQuotas[county], land.countyUse[county])
    case .stock(let county):
      (name, entity) = ("存量土地", book.county(county))
      (bound, used) = (Self.sum(land.lotArea, county, book), Self.sum(land.lotUse, county, book))
    case .minimumDisposal(let county):
      (name, entity) = ("最低处置", book.county(county))
      (bound, used) = (Self.sum(land.lotMinimum, county, book), Self.sum(land.lotUse, county, book))
    case .zoneReserve:
      name = "开发区储备用地"
      used = book.ledger.lots.indices.reduce(0) {
        $0 + (book.ledger.lots[$1].inDevelopmentZone ? land.lotArea[$1] - land.lotUse[$1] : 0)
      }
      bound = min(FixedPoint.half(line.bound, Area.centimu), used)
    case .pool(let bank):
      name = "可流转补充耕地" + bank.name
      (bound, used) = (banks.sum(bank, \.circulating), banks.sum(bank, \.use))
      (unit, decimals) = (bank.unit, bank == .grain ? 0 : 4)
    case .outsideRingFence(let bank):
      name = "统筹留存以外" + bank.name
      bound = banks.sum(bank, \.circulating) - banks.ringFence[bank.rawValue]
      used = banks.otherUse[bank.rawValue]
      (unit, decimals) = (bank.unit, bank == .grain ? 0 : 4)
    case .insideRingFence(let bank):
      name = "省重点限用留存" + bank.name
      (bound, used) = (banks.ringFence[bank.rawValue], banks.provincialUse[bank.rawValue])
      (unit, decimals) = (bank.unit, bank == .grain ? 0 : 4)
    case .resource(let index, let county):
      let resource = book.scenario.resources[index]
      name = resource.name + "控制量"
      entity = county.map { book.county($0) } ?? "全市"
      (unit, decimals) = (resource.unit, FixedPoint.decimals(of: resource.unitsPerUnit))
    }
  }

  private static func sum(_ amounts: [Int], _ county: Int, _ book: Book) -> Int {
    zip(book.ledger.lots, amounts).reduce(0) { $0 + ($1.0.county == county ? $1.1 : 0) }
  }

  private static func gateName(_ clause: String) -> String {
    switch clause {
    case "M-1": "亩均得分门槛"
    case "R-1": "符合规划"
    case "A-1": "要件齐备"
    case "A-2": "可分项目份数"
    case "A-3": "锁定"
    default: "前置和互斥"
    }
  }
}
