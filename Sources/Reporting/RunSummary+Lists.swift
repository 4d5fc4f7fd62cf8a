import Accounts
import Scenario

extension RunSummary {
  /// Cells of a bar.
  private static let barWidth = 20

  /// One bar per quota, pool and city cap.
  func quotaLines(_ book: Book) -> [String] {
    let lines = totals(book)
    let rows = lines.map { line -> [String] in
      let share = FixedPoint.percent(line.used, of: line.bound) ?? 0
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

  private typealias Use = (name: String, used: Int, bound: Int, unit: String, decimals: Int)

  private func totals(_ book: Book) -> [Use] {
    let land = book.land
    var lines: [Use] = [
      (say("省级指标", "provincial quota"), land.provincial.reduce(0, +), land.provincialQuota, "亩", 2),
      (say("市级指标", "city quota"), land.city.reduce(0, +), land.cityQuota, "亩", 2),
      (
        say("县级指标", "county quotas"), land.county.reduce(0, +), land.countyQuotas.reduce(0, +), "亩",
        2
      ),
      (say("存量土地", "stock land"), land.lotUse.reduce(0, +), land.lotArea.reduce(0, +), "亩", 2),
    ]
    let names = ["compensation: farmland", "compensation: paddy", "compensation: grain"]
    for bank in Bank.allCases {
      lines.append(
        (
          say("补充耕地" + bank.name, names[bank.rawValue]), book.banks.sum(bank, \.use),
          book.banks.sum(bank, \.circulating), bank.unit, bank == .grain ? 0 : 4
        ))
    }
    for (index, resource) in scenario.resources.enumerated() {
      guard let cap = resource.cityCap else { continue }
      lines.append(
        (
          resource.name, book.ledger.totals.charged[index], cap, resource.unit,
          FixedPoint.decimals(of: resource.unitsPerUnit)
        ))
    }
    return lines.filter { $0.bound > 0 || $0.used > 0 }
  }

  /// Who was left out, key projects first, one line each.
  func refusalLines(_ book: Book) -> [String] {
    let refused = book.refusals.indices.filter {
      book.refusals[$0].map { $0 != .needsNothing } ?? false
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
