import Scenario

extension TableBuilder {
  /// T19 月度通报.
  func bulletin() -> ExpectedTable {
    let months = Words(
      "连续月份中数值最小的县区，并列均为末位", "months in a row in which the county is last; ties are all last")
    var table = ExpectedTable(
      .t19, keys: ["指标", "县区"],
      [
        Column("月份"), Column("指标"), Column("县区"), Column("数值"), Column("单位"),
        Column("位次", Words("1 + 同月同指标数值更大的县区数", "1 + number of counties with a larger value")),
        Column("上月"), Column("连续末位月数", months), Column("约谈", identity: "连续末位月数 ≥ 3"),
      ])
    var indicators: [String: MonthlyValues] = [:]
    for value in scenario.bulletin {
      indicators[value.indicator, default: MonthlyValues()].add(value)
    }
    let names = indicators.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for name in names {
      guard let values = indicators[name] else { continue }
      for county in parameters.counties { add(county, name, values, to: &table) }
    }
    addGuaranteed(to: &table)
    return table
  }

  private func add(
    _ county: Int, _ name: String, _ values: MonthlyValues, to table: inout ExpectedTable
  ) {
    guard let month = values.latest, let value = values.value(county, in: month) else { return }
    let run = values.monthsLast(county, upTo: month)
    table.add([
      .text(month.text), .text(name), .text(scenario.counties[county]), .number(value, 2),
      .text("%"), .whole(1 + values.counties(above: value, in: month)),
      .optional(values.value(county, in: month.previous), 2), .whole(run), .yes(run >= 3),
    ])
  }

  private func addGuaranteed(to table: inout ExpectedTable) {
    var counts = parameters.counties.map { _ in 0 }
    for project in parameters.landed
    where parameters.level(project) == .municipal && books.supports(project) {
      counts[parameters.county(project)] += 1
    }
    for county in parameters.counties {
      table.add([
        .text("\(scenario.year)年"), .text("市重点项目土地保障数量"), .text(scenario.counties[county]),
        .whole(counts[county]), .text("项"),
        .whole(1 + counts.filter { $0 > counts[county] }.count), .empty, .empty, .empty,
      ])
    }
  }
}

/// A month, counted from the year 0.
struct Month: Hashable, Comparable {
  let number: Int
  let text: String

  init(_ text: String) {
    let parts = text.split(separator: "-").map { Int($0) ?? 0 }
    number = (parts.first ?? 0) * 12 + (parts.count > 1 ? parts[1] : 1) - 1
    self.text = text
  }

  private init(number: Int) {
    self.number = number
    text = ""
  }

  var previous: Month { Month(number: number - 1) }

  static func == (a: Month, b: Month) -> Bool { a.number == b.number }

  static func < (a: Month, b: Month) -> Bool { a.number < b.number }

  func hash(into hasher: inout Hasher) { hasher.combine(number) }
}

/// Values of one indicator per month and county.
struct MonthlyValues {
  private var months: [Month: [Int: Int]] = [:]

  mutating func add(_ value: BulletinValue) {
    months[Month(value.month), default: [:]][value.county] = value.value
  }

  var latest: Month? { months.keys.max() }

  func value(_ county: Int, in month: Month) -> Int? { months[month]?[county] }

  func counties(above value: Int, in month: Month) -> Int {
    months[month, default: [:]].values.filter { $0 > value }.count
  }

  /// Number of months in a row, up to one, in which a county has the least value and another one more.
  func monthsLast(_ county: Int, upTo month: Month) -> Int {
    var (count, at) = (0, month)
    while let values = months[at], let value = values[county], value == values.values.min(),
      values.values.contains(where: { $0 > value })
    {
      (count, at) = (count + 1, at.previous)
    }
    return count
  }
}
