import Scenario

/// One line of the monthly bulletin: a county's value of an indicator, its rank and its history (D-1, D-2).
public struct BulletinLine: Sendable, Equatable {
  /// Month as `YYYY-MM`.
  public var month: String
  public var indicator: String
  /// Index of the county.
  public var county: Int
  /// Value in hundredths of a per cent.
  public var value: Int
  /// 1 + number of counties with a larger value.
  public var rank: Int
  /// Value of the preceding calendar month; `nil` if there is none.
  public var previous: Int?
  /// Number of consecutive months, up to this one, in which the county was last (ties: all are last).
  public var monthsLast: Int

  /// Months in last place after which D-2 summons a county.
  public static let summonsAfter = 3

  /// Whether the county is summoned (约谈).
  public var isSummoned: Bool { monthsLast >= Self.summonsAfter }
}

extension Ledger {
  /// The latest month of each indicator (in byte order), one line per county that has a value.
  public func bulletin() -> [BulletinLine] {
    var history: [String: [String: [Int: Int]]] = [:]
    for entry in scenario.bulletin {
      history[entry.indicator, default: [:]][entry.month, default: [:]][entry.county] = entry.value
    }
    let indicators = history.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return indicators.flatMap { indicator -> [BulletinLine] in
      let months = history[indicator] ?? [:]
      guard let latest = months.keys.max() else { return [] }
      let values = months[latest] ?? [:]
      return values.keys.sorted().map { county in
        let value = values[county] ?? 0
        return BulletinLine(
          month: latest, indicator: indicator, county: county, value: value,
          rank: 1 + values.values.count { $0 > value },
          previous: Self.month(before: latest).flatMap { months[$0]?[county] },
          monthsLast: Self.monthsLast(of: county, upTo: latest, in: months))
      }
    }
  }

  /// Number of municipal key projects with land need that are supported, per county (市重点项目土地保障数量).
  public func landGuarantees() -> [Int] {
    var counts = [Int](repeating: 0, count: scenario.counties.count)
    for index in projects.indices
    where projects[index].isSupported && scenario.projects[index].level == .municipal
      && scenario.projects[index].landThisYear > 0
    {
      counts[scenario.projects[index].county] += 1
    }
    return counts
  }

  private static func monthsLast(
    of county: Int, upTo latest: String, in months: [String: [Int: Int]]
  ) -> Int {
    var count = 0
    var month: String? = latest
    while let current = month, let values = months[current], let value = values[county],
      value == values.values.min(), value != values.values.max()
    {
      count += 1
      month = Self.month(before: current)
    }
    return count
  }

  /// The calendar month before `YYYY-MM`; `nil` for text of another form.
  private static func month(before month: String) -> String? {
    let parts = month.split(separator: "-")
    guard parts.count == 2, let year = Int(parts[0]), let number = Int(parts[1]),
      (1...12).contains(number)
    else { return nil }
    let (y, m) = number == 1 ? (year - 1, 12) : (year, number - 1)
    return "\(y)-" + (m < 10 ? "0\(m)" : "\(m)")
  }
}
