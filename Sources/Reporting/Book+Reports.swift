import Accounts
import Scenario

extension Book {
  /// T14: the five per-mu indicators and the score (M-1).
  var meritTable: Table {
    let rule = scenario.merit
    let energy = rule?.energyResource.map { scenario.resources[$0] }
    let emission = rule?.emissionResources.first.map { scenario.resources[$0] }
    let scored = scenario.projects.indices.filter { ledger.merit[$0] != nil }
    let totals = scored.compactMap { ledger.merit[$0]?.total }.sorted(by: >)
    return table(
      "T14", "亩均评价", units: "亩、万元/亩、分", receiver: "市国土资源局、市发展和改革委员会",
      Self.identity + [
        .number("用地总面积（亩）"), .number("亩均投入（万元/亩）"), .number("亩均产出（万元/亩）"),
        .number("亩均税收（万元/亩）"), .number(energy.map { "亩均能耗（\($0.unit)/亩）" } ?? "亩均能耗"),
        .number(emission.map { "亩均排放（\($0.unit)/亩）" } ?? "亩均排放"), .number("投入得分"),
        .number("产出得分"), .number("税收得分"), .number("能耗得分"), .number("排放得分"), .number("综合得分"),
        .number("位次"), .text("达到门槛"), .text("支持"),
      ],
      list: RowList(of: scored) {
        self.writeMerit($0, totals: totals, energy: energy, emission: emission, &$1)
      },
      notes: ["综合得分=投入得分+产出得分+税收得分+能耗得分+排放得分", "亩均值和得分按未取整数据计算，四舍五入到四位小数"])
  }

  private func writeMerit(
    _ index: Int, totals: [Int], energy: Resource?, emission: Resource?, _ row: inout Row
  ) {
    guard let rule = scenario.merit, let score = ledger.merit[index] else { return }
    let project = scenario.projects[index]
    func writeValue(_ indicator: MeritRule.Indicator, in resource: Resource? = nil) {
      guard let amount = MeritScore.amount(of: indicator, project, rule: rule) else {
        return row.empty()
      }
      // Money is in 元 and printed in 万元: the four decimals are the factor between them.
      let factor: Int128 = resource == nil ? 1 : 10_000
      let perUnit = Int128(resource?.unitsPerUnit ?? 1)
      row.number(
        FixedPoint.half(
          amount, times: Int128(Area.mu) * factor, over: Int128(project.landTotal) * perUnit),
        decimals: 4)
    }
    writeIdentity(index, &row)
    row.mu(FixedPoint.half(project.landTotal, Area.centimu))
    writeValue(.input)
    writeValue(.output)
    writeValue(.tax)
    writeValue(.energy, in: energy)
    writeValue(.emission, in: emission)
    for indicator in MeritRule.Indicator.allCases {
      if let points = score.points(of: indicator, in: rule) {
        row.number(points, decimals: 4)
      } else {
        row.empty()
      }
    }
    let total = score.total
    row.number(total, decimals: 4)
    row.count(1 + Self.count(above: total, in: totals))
    if let threshold = rule.threshold { row.yesNo(total >= threshold) } else { row.text("无门槛") }
    row.yesNo(ledger.projects[index].isSupported)
  }

  /// Number of elements greater than a value, in a descending array.
  private static func count(above value: Int, in descending: [Int]) -> Int {
    var (low, high) = (0, descending.count)
    while low < high {
      let middle = (low + high) / 2
      if descending[middle] > value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// T17: every goal with its value and what is proved of it.
  var goalTable: Table {
    let rows = allotment.goals.map { outcome -> [Cell] in
      let scale = GoalScale.of(outcome.goal, scenario)
      return [
        .text(outcome.goal.id), .text(outcome.goal.title), .text(outcome.goal.clause),
        .text(outcome.goal.sense == .maximize ? "最大" : "最小"),
        outcome.value.map { .count($0) } ?? .empty, outcome.bound.map { .count($0) } ?? .empty,
        .yesNo(outcome.isProved),
        scale.flatMap { scale in
          outcome.value.map {
            .number(FixedPoint.half($0, scale.divisor), decimals: scale.decimals)
          }
        } ?? .empty, .text(scale?.unit ?? ""),
      ]
    }
    return table(
      "T17", "目标", units: "见单位栏", receiver: "市发展和改革委员会",
      [
        .text("目标"), .text("名称"), .text("条款"), .text("方向"), .number("数值（最小单位）"),
        .number("界（最小单位）"), .text("是否证明"), .number("数值"), .text("单位"),
      ], rows: rows, notes: ["目标依次求解，前一目标的数值锁定后再求下一目标", "是否证明：数值等于已证明的界"])
  }

  /// T19: the monthly bulletin with ranks and summons (D-1, D-2).
  var bulletinTable: Table {
    let lines = ledger.bulletin().map { line -> [Cell] in
      [
        .text(line.month), .text(line.indicator), .text(county(line.county)), .percent(line.value),
        .text("%"), .count(line.rank), .percent(line.previous), .count(line.monthsLast),
        .yesNo(line.isSummoned),
      ]
    }
    let counts = ledger.landGuarantees()
    let guarantees = counts.indices.map { index -> [Cell] in
      [
        .text("\(scenario.year)年"), .text("市重点项目土地保障数量"), .text(county(index)),
        .count(counts[index]), .text("项"), .count(1 + counts.count { $0 > counts[index] }), .empty,
        .empty, .text(""),
      ]
    }
    return table(
      "T19", "月度通报", units: "见单位栏", receiver: "市政府办公室",
      [
        .text("月份"), .text("指标"), .text("县区"), .number("数值"), .text("单位"), .number("位次"),
        .number("上月"), .number("连续末位月数"), .text("约谈"),
      ], rows: lines + guarantees,
      notes: ["并列末位的均计为末位，全部相同的不计末位", "同一指标连续3个月末位的标记约谈，各项指标分别计算"])
  }
}

/// Unit in which a goal is printed.
struct GoalScale: Equatable {
  let unit: String
  let decimals: Int
  /// Smallest units in one unit of the last decimal.
  let divisor: Int

  /// Unit of a measure.
  static func of(_ measure: Goal.Measure, _ scenario: Scenario) -> GoalScale {
    switch measure {
    case .supported, .baselineChanges: GoalScale(unit: "项", decimals: 0, divisor: 1)
    case .investment: GoalScale(unit: "万元", decimals: 4, divisor: 1)
    case .merit: GoalScale(unit: "分", decimals: 4, divisor: 1)
    case .newLand, .stockLand: GoalScale(unit: "亩", decimals: 2, divisor: Area.centimu)
    case .farmland, .paddy, .transfer(.quantity), .transfer(.paddy):
      GoalScale(unit: "公顷", decimals: 4, divisor: Area.squareMetre)
    case .grain, .transfer(.grain): GoalScale(unit: "公斤", decimals: 0, divisor: 1)
    case .resource(let index):
      GoalScale(
        unit: scenario.resources[index].unit,
        decimals: FixedPoint.decimals(of: scenario.resources[index].unitsPerUnit), divisor: 1)
    }
  }

  /// Unit of a goal; `nil` if its terms differ in unit.
  static func of(_ goal: Goal, _ scenario: Scenario) -> GoalScale? {
    let scales = goal.terms.map { of($0.measure, scenario) }
    guard let first = scales.first, scales.allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}
