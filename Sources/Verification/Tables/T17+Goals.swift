import Scenario

extension TableBuilder {
  /// T17 目标.
  func goals() -> ExpectedTable {
    let value = Words("按支持计划重新计算的目标值", "the goal's value, worked out again from the plan")
    var table = ExpectedTable(
      .t17, keys: ["目标"],
      [
        Column("目标"), Column("名称"), Column("条款"), Column("方向"), Column("数值（最小单位）", value),
        Column(
          "界（最小单位）",
          Words("与 result.json 一致；已证明时等于数值", "as in result.json; equal to the value where proved")),
        Column("是否证明", Words("数值等于界即为已证明", "proved where the value equals the bound")),
        Column("数值", value), Column("单位"),
      ])
    for (place, goal) in scenario.goals.enumerated() {
      table.add(cells(goal, bound: bounds[place]))
    }
    return table
  }

  private func cells(_ goal: Goal, bound: Int?) -> [Expectation] {
    let value = books.value(of: goal, parameters)
    let unit = GoalUnit(goal, scenario)
    return [
      .text(goal.id), .text(goal.title), .text(goal.clause),
      .text(goal.sense == .maximize ? "最大" : "最小"), .whole(value), .optional(bound, 0),
      .yes(bound == value),
      unit.map { .number(Rounding.half(value, $0.place), $0.decimals) } ?? .empty,
      .text(unit?.name ?? ""),
    ]
  }
}

/// Unit in which a goal's value is printed.
struct GoalUnit: Sendable, Equatable {
  let name: String
  let decimals: Int
  /// Smallest units in the last place.
  let place: Int

  /// The one unit of all terms; `nil` where they differ.
  init?(_ goal: Goal, _ scenario: Scenario) {
    let units = goal.terms.map { GoalUnit($0.measure, scenario) }
    guard let first = units.first, units.allSatisfy({ $0 == first }) else { return nil }
    self = first
  }

  private init(_ measure: Goal.Measure, _ scenario: Scenario) {
    switch measure {
    case .supported, .baselineChanges: (name, decimals, place) = ("项", 0, 1)
    case .investment: (name, decimals, place) = ("万元", 4, 1)
    case .merit: (name, decimals, place) = ("分", 4, 1)
    case .newLand, .stockLand: (name, decimals, place) = ("亩", 2, Area.centimu)
    case .farmland, .paddy: (name, decimals, place) = ("公顷", 4, Area.squareMetre)
    case .grain: (name, decimals, place) = ("公斤", 0, 1)
    case .transfer(let bank): (name, decimals, place) = (bank.unit, bank.decimals, bank.place)
    case .resource(let index):
      let resource = scenario.resources[index]
      (name, decimals, place) = (resource.unit, resource.decimals, 1)
    }
  }
}
