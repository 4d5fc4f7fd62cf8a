import Accounts
import Scenario

extension RunSummary {
  /// Cells of a bar.
  private static let barWidth = 20

  /// One bar per quota, pool and city cap.
  func quotaLines(_ book: Book) -> [String] {
    let lines = totals(book)
    let rows = lines.map { line -> [String] in
      let share = line.share ?? 0
      let used = FixedPoint.text(line.used, decimals: line.decimals)
      let bound = FixedPoint.text(line.bound, decimals: line.decimals)
      return [
        line.name, bar(share), FixedPoint.text(share, decimals: 2) + " %", "\(used) / \(bound)",
        line.unit,
      ]
    }
    return CellText.aligned(rows, right: [2, 3]).enumerated().map { index, line in
      let isFull = lines[index].used >= lines[index].bound
      return paint("  " + CellText.cut(line, to: width - 2), isFull ? "33" : "0")
    }
  }

  private func bar(_ share: Int) -> String {
    let filled = min(max(share * Self.barWidth / 10_000, share > 0 ? 1 : 0), Self.barWidth)
    return String(repeating: "█", count: filled)
      + String(repeating: "░", count: Self.barWidth - filled)
  }

  /// One quota with its printed amounts, and the exact share that is used.
  private struct Use {
    var name: String
    var used: Int
    var bound: Int
    var unit = "亩"
    var decimals = 2
    /// Hundredths of a per cent, from exact amounts.
    var share: Int?
  }

  private func totals(_ book: Book) -> [Use] {
    (landTotals(book) + bankTotals(book) + resourceTotals(book)).filter {
      $0.bound > 0 || $0.used > 0
    }
  }

  private func landTotals(_ book: Book) -> [Use] {
    let (land, rules, totals) = (book.land, scenario.land, book.ledger.totals)
    func sum(_ amounts: [Int]) -> Int { amounts.reduce(0, +) }
    return [
      Use(
        name: say("省级指标", "provincial quota"), used: sum(land.provincial),
        bound: land.provincialQuota,
        share: FixedPoint.percent(totals.provincial, of: rules.provincialQuota)),
      Use(
        name: say("市级指标", "city quota"), used: sum(land.city), bound: land.cityQuota,
        share: FixedPoint.percent(totals.city, of: rules.cityQuota)),
      Use(
        name: say("县级指标", "county quotas"), used: sum(land.county), bound: sum(land.countyQuotas),
        share: FixedPoint.percent(sum(totals.county), of: sum(rules.countyQuotas))),
      Use(
        name: say("存量土地", "stock land"), used: sum(land.lotUse), bound: sum(land.lotArea),
        share: FixedPoint.percent(
          sum(totals.stockInside) + sum(totals.stockOutside), of: sum(rules.stock.map(\.area)))),
    ]
  }

  private func bankTotals(_ book: Book) -> [Use] {
    let names = ["compensation: farmland", "compensation: paddy", "compensation: grain"]
    let exact = book.ledger.banks
    return Bank.allCases.map { bank in
      Use(
        name: say("补充耕地" + bank.name, names[bank.rawValue]), used: book.banks.sum(bank, \.use),
        bound: book.banks.sum(bank, \.circulating), unit: bank.unit,
        decimals: bank == .grain ? 0 : 4,
        share: FixedPoint.percent(exact.use(bank), of: exact.pool[bank]))
    }
  }

  private func resourceTotals(_ book: Book) -> [Use] {
    scenario.resources.enumerated().compactMap { index, resource in
      resource.cityCap.map { cap in
        let charged = book.ledger.totals.charged[index]
        return Use(
          name: resource.name, used: charged, bound: cap, unit: resource.unit,
          decimals: FixedPoint.decimals(of: resource.unitsPerUnit),
          share: FixedPoint.percent(charged, of: cap))
      }
    }
  }

  /// Who was left out, key projects first, one line each.
  func refusalLines(_ book: Book) -> [String] {
    let refused = book.refusals.indices.filter {
      switch book.refusals[$0] {
      case nil, .needsNothing: false
      default: true
      }
    }
    let ordered = Level.allCases.flatMap { level in
      refused.filter { scenario.projects[$0].level == level }
    }
    guard !ordered.isEmpty else { return [] }
    let rows = ordered.prefix(listLimit).map { index -> [String] in
      let project = scenario.projects[index]
      guard let refusal = book.refusals[index] else { return [] }
      return [
        project.id, CellText.cut(project.name, to: 30), project.level.rawValue,
        refusal.clauses.joined(separator: "、"),
        say(book.words.reason(refusal, index), book.words.english(refusal, index)),
      ]
    }
    let lines = CellText.aligned(rows, right: []).map { "  " + CellText.cut($0, to: width - 2) }
    let more = ordered.count - rows.count
    let rest =
      more > 0 ? [say("  另有\(more)项，见T12未支持项目及原因", "  and \(more) more, see T12")] : []
    return ["", paint(say("未支持的项目（\(ordered.count)项）", "Left out (\(ordered.count))"), "1")]
      + lines + rest
  }
}
