package import Accounts
package import Scenario

/// How a line of the accounts (a quota, cap, bank, target) is named, and in which unit it is printed.
package struct LimitWords {
  package let name: Phrase
  /// The county it belongs to; 全市 where it is the city's.
  package let place: Phrase
  package let unit: String
  package let decimals: Int
  /// Smallest units in one unit of the last decimal.
  package let divisor: Int

  package init(_ line: ConstraintLine, _ scenario: Scenario) {
    (name, unit, decimals, divisor) = Self.words(line, scenario)
    let county: Int? =
      switch line.subject {
      case .stock(let county), .minimumDisposal(let county), .countyQuota(let county): county
      case .resource(_, let county): county
      default: nil
      }
    place = county.map { Phrase(scenario.counties[$0]) } ?? Phrase("全市", "city")
  }

  /// An amount, rounded half up to the last decimal.
  package func rounded(_ amount: Int) -> Int { FixedPoint.half(amount, divisor) }

  private static func words(
    _ line: ConstraintLine, _ scenario: Scenario
  ) -> (Phrase, String, Int, Int) {
    func land(_ chinese: String, _ english: String) -> (Phrase, String, Int, Int) {
      (Phrase(chinese, english), "亩", 2, Area.centimu)
    }
    func bank(_ bank: Bank, _ chinese: String, _ english: String) -> (Phrase, String, Int, Int) {
      let isGrain = bank == .grain
      return (
        Phrase(chinese + bank.name, english + bank.englishName), bank.unit, isGrain ? 0 : 4,
        isGrain ? 1 : Area.squareMetre
      )
    }
    func count(_ chinese: String, _ english: String) -> (Phrase, String, Int, Int) {
      (Phrase(chinese, english), "项", 0, 1)
    }
    switch line.subject {
    case .investment: return (Phrase("年度投资", "investment of the year"), "万元", 4, 1)
    case .municipalGuarantee: return count("市重点项目全额保障", "municipal projects guaranteed")
    case .gate: return gate(line.clause, count)
    case .cityQuota: return land("市级指标", "city quota")
    case .provincialQuota: return land("省级指标", "provincial quota")
    case .countyQuota: return land("县级指标", "county quota")
    case .stock: return land("存量土地", "stock land")
    case .minimumDisposal: return land("最低处置", "least disposal")
    case .zoneReserve: return land("开发区储备用地", "zone reserve")
    case .pool(let kind): return bank(kind, "可流转补充耕地", "compensation pool: ")
    case .outsideRingFence(let kind): return bank(kind, "统筹留存以外", "outside the ring-fence: ")
    case .insideRingFence(let kind): return bank(kind, "省重点限用留存", "ring-fence: ")
    case .resource(let index, _):
      let resource = scenario.resources[index]
      return (
        Phrase(resource.name + "控制量", "cap of " + resource.name), resource.unit,
        FixedPoint.decimals(of: resource.unitsPerUnit), 1
      )
    }
  }

  private static func gate(
    _ clause: String, _ count: (String, String) -> (Phrase, String, Int, Int)
  ) -> (Phrase, String, Int, Int) {
    switch clause {
    case "M-1": count("亩均得分门槛", "merit threshold")
    case "R-1": count("符合规划", "conforming to the plans")
    case "A-1": count("要件齐备", "approvals complete")
    case "A-2": count("可分项目份数", "steps of divisible projects")
    case "A-3": count("锁定", "locks")
    default: count("前置和互斥", "requirements and exclusions")
    }
  }
}

extension Bank {
  fileprivate var englishName: String {
    switch self {
    case .quantity: "farmland"
    case .paddy: "paddy"
    case .grain: "grain"
    }
  }
}
