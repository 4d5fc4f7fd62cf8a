import Scenario

/// A public knapsack case as an allotment: a project for each item, a resource for each row, investment for profit.
struct KnapsackCase {
  let optimum: Int
  let scenario: Scenario

  /// Reads `n m optimum`, n profits, m rows of n weights, m capacities; `nil` if numbers are missing.
  init?(_ text: String) {
    var numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }[...]
    func take(_ count: Int) -> [Int] {
      defer { numbers = numbers.dropFirst(count) }
      return Array(numbers.prefix(count))
    }
    let head = take(3)
    guard head.count == 3, numbers.count >= head[0] * (head[1] + 1) + head[1] else { return nil }
    let (items, rows) = (head[0], head[1])
    optimum = head[2]
    let profits = take(items)
    let weights = (0..<rows).map { _ in take(items) }
    let capacities = take(rows)
    let places = String(items).count
    let projects = (0..<items).map { item in
      let number = String(item + 1)
      return Project(
        id: "P" + String(repeating: "0", count: places - number.count) + number, name: "项目",
        level: .municipal, county: 0, investmentThisYear: profits[item],
        demands: weights.map { $0[item] })
    }
    scenario = Scenario(
      title: "背包", year: 2018, counties: ["甲县"], projects: projects,
      resources: zip(1..., capacities).map {
        Resource(id: "r\($0)", name: "资源\($0)", unit: "吨", cityCap: $1)
      },
      goals: [
        Goal(id: "profit", title: "收益", sense: .maximize, terms: [Goal.Term(.investment)])
      ])
  }
}
