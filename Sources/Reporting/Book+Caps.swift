import Accounts
import Scenario

extension Book {
  /// T20: caps, use and what is left, per resource in the city and each county.
  var resourceTable: Table {
    table(
      "T20", "资源台账", units: "见单位栏", receiver: "有关主管部门",
      [
        .text("资源编号"), .text("资源"), .text("类型"), .text("单位"), .text("县区"), .number("控制量"),
        .number("省重点"), .number("市重点"), .number("其他"), .number("储备"), .number("计入控制量"),
        .number("剩余"), .number("使用量"), .text("责任部门"), .text("依据"),
      ], rows: scenario.resources.indices.flatMap(capRows),
      notes: ["计入控制量=省重点+市重点+其他+储备", "剩余=控制量-计入控制量；未设控制量的为空"])
  }

  /// What is charged per level and used, in one place.
  private struct PlaceUse {
    var levels = [Int](repeating: 0, count: Level.allCases.count)
    var used = 0

    mutating func add(level: Int, charged: Int, used: Int) {
      levels[level] += charged
      self.used += used
    }
  }

  private func capRows(_ index: Int) -> [[Cell]] {
    let resource = scenario.resources[index]
    var city = PlaceUse()
    var counties = scenario.counties.map { _ in PlaceUse() }
    for project in supported {
      let level = levels.firstIndex(of: scenario.projects[project].level) ?? 0
      let charged = ledger.projects[project].charged[index]
      let used = ledger.projects[project].used[index]
      city.add(level: level, charged: charged, used: used)
      counties[scenario.projects[project].county].add(level: level, charged: charged, used: used)
    }
    return [capRow(resource, "全市", resource.cityCap, city)]
      + counties.indices.map {
        capRow(resource, county($0), resource.countyCap($0), counties[$0])
      }
  }

  private func capRow(_ resource: Resource, _ place: String, _ cap: Int?, _ use: PlaceUse) -> [Cell]
  {
    let charged = use.levels.reduce(0, +)
    let head: [Cell] = [
      .text(resource.id), .text(resource.name), .text(resource.kind.title), .text(resource.unit),
      .text(place), cap.map { .amount($0, resource) } ?? .empty,
    ]
    return head + use.levels.map { .amount($0, resource) } + [
      .amount(charged, resource), cap.map { .amount($0 - charged, resource) } ?? .empty,
      .amount(use.used, resource), .text(resource.department), .text("E-2"),
    ]
  }
}
