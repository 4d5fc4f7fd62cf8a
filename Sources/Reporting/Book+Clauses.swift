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
  let name: String
  let entity: String
  var bound: Int
  var used: Int
  let unit: String
  let decimals: Int
  let isFloor: Bool

  var slack: Int { isFloor ? used - bound : bound - used }

  init(_ line: ConstraintLine, book: Book) {
    let (land, banks) = (book.land, book.banks)
    let words = LimitWords(line, book.scenario)
    isFloor = line.relation == .atLeast
    (name, entity) = (words.name.chinese, words.place.chinese)
    (unit, decimals) = (words.unit, words.decimals)
    (bound, used) = (line.bound, line.used)
    switch line.subject {
    case .investment, .municipalGuarantee, .gate, .resource: break
    case .cityQuota: (bound, used) = (land.cityQuota, land.city.reduce(0, +))
    case .provincialQuota: (bound, used) = (land.provincialQuota, land.provincial.reduce(0, +))
    case .countyQuota(let county):
      (bound, used) = (land.countyQuotas[county], land.countyUse[county])
    case .stock(let county):
      (bound, used) = (Self.sum(land.lotArea, county, book), Self.sum(land.lotUse, county, book))
    case .minimumDisposal(let county):
      (bound, used) = (Self.sum(land.lotMinimum, county, book), Self.sum(land.lotUse, county, book))
    case .zoneReserve:
      used = book.ledger.lots.indices.reduce(0) {
        $0 + (book.ledger.lots[$1].inDevelopmentZone ? land.lotArea[$1] - land.lotUse[$1] : 0)
      }
      bound = min(FixedPoint.half(line.bound, Area.centimu), used)
    case .pool(let bank):
      (bound, used) = (banks.sum(bank, \.circulating), banks.sum(bank, \.use))
    case .outsideRingFence(let bank):
      bound = banks.sum(bank, \.circulating) - banks.ringFence[bank.rawValue]
      used = banks.otherUse[bank.rawValue]
    case .insideRingFence(let bank):
      (bound, used) = (banks.ringFence[bank.rawValue], banks.provincialUse[bank.rawValue])
    }
  }

  private static func sum(_ amounts: [Int], _ county: Int, _ book: Book) -> Int {
    zip(book.ledger.lots, amounts).reduce(0) { $0 + ($1.0.county == county ? $1.1 : 0) }
  }
}
