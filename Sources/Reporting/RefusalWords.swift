package import Accounts
import Scenario

/// A shortage in the amounts and words that are printed: rounded up, so that granting what is printed is enough.
package struct PrintedShortage {
  package let shortage: Shortage
  /// Name of the indicator, e.g. 新增建设用地 or 能耗（全市）.
  package let indicator: String
  package let english: String
  package let unit: String
  package let decimals: Int
  package let department: String
  /// In units of the last decimal.
  package let need: Int
  package let amount: Int

  package var left: Int { need - amount }
  package var amountText: String { FixedPoint.text(amount, decimals: decimals) }
}

/// Puts reasons and remedies into words; the wording is fixed by `docs/tables.md` section 3.
package struct RefusalWords: Sendable {
  private let ledger: Ledger
  private let scenario: Scenario

  package init(ledger: Ledger) {
    self.ledger = ledger
    scenario = ledger.scenario
  }

  /// Why a project is not supported, one sentence.
  package func reason(_ refusal: Refusal, _ index: Int) -> String {
    switch refusal {
    case .needsNothing: "当年不需要用地和其他要素，不参与分配"
    case .gate(.notConforming): "不符合规划（多规合一）"
    case .gate(.notApproved): "前期要件不齐"
    case .gate(.belowThreshold): "亩均综合得分\(score(index))分，低于门槛\(threshold)分"
    case .gate(.lockedOut): "方案锁定不安排"
    case .requirementMissing(let others): "前置项目\(ids(others))未支持"
    case .excluded(let others): "与已支持的项目\(ids(others))互斥"
    case .shortage(let shortages):
      shortages.map(printed).map { "\($0.indicator)缺\($0.amountText)\($0.unit)" }
        .joined(separator: "，")
    case .notChosen: "要素足够，按目标次序未安排"
    }
  }

  /// The cheapest change that would let it in.
  package func remedy(_ refusal: Refusal, _ index: Int) -> String {
    switch refusal {
    case .needsNothing: "无需补救"
    case .gate(.notConforming): "按规定权限和程序调整规划"
    case .gate(.notApproved): "补齐前期要件"
    case .gate(.belowThreshold): "提高亩均综合得分\(missingScore(index))分"
    case .gate(.lockedOut): "在方案中取消锁出"
    case .requirementMissing(let others): "先支持前置项目\(ids(others))"
    case .excluded(let others): "互斥项目\(ids(others))不再支持"
    case .shortage(let shortages):
      shortages.map { remedy(printed($0)) }.joined(separator: "，")
    case .notChosen: "在方案中锁入该项目"
    }
  }

  /// The remedy of one shortage.
  package func remedy(_ shortage: PrintedShortage) -> String {
    "增加\(shortage.indicator)\(shortage.amountText)\(shortage.unit)"
  }

  /// Why a project is not supported, one sentence in English.
  package func english(_ refusal: Refusal, _ index: Int) -> String {
    switch refusal {
    case .needsNothing: "needs neither land nor resources this year"
    case .gate(.notConforming): "does not conform to the plans"
    case .gate(.notApproved): "approvals are missing"
    case .gate(.belowThreshold): "merit \(score(index)) is below the threshold \(threshold)"
    case .gate(.lockedOut): "locked out by the scenario"
    case .requirementMissing(let others): "required project not supported: \(ids(others))"
    case .excluded(let others): "excluded by a supported project: \(ids(others))"
    case .shortage(let shortages):
      "short of "
        + shortages.map(printed).map { "\($0.english) \($0.amountText) \($0.unit)" }
        .joined(separator: ", ")
    case .notChosen: "nothing is short; the order of goals prefers the plan without it"
    }
  }

  /// A shortage in printed amounts.
  package func printed(_ shortage: Shortage) -> PrintedShortage {
    switch shortage.indicator {
    case .newLand:
      return make(shortage, ("新增建设用地", "new land"), ("亩", 2, Area.centimu), "市国土资源局")
    case .compensation(.grain):
      return make(shortage, ("补充耕地产能", "grain capacity"), ("公斤", 0, 1), "市国土资源局")
    case .compensation(let bank):
      let english = bank == .paddy ? "compensation paddy" : "compensation farmland"
      return make(
        shortage, ("补充耕地\(bank.name)", english), ("公顷", 4, Area.squareMetre), "市国土资源局")
    case .resource(let index, let county):
      let resource = scenario.resources[index]
      let place = county.map { scenario.counties[$0] } ?? "全市"
      return make(
        shortage, ("\(resource.name)（\(place)）", "\(resource.name) (\(place))"),
        (resource.unit, FixedPoint.decimals(of: resource.unitsPerUnit), 1),
        resource.department.isEmpty ? "未填" : resource.department)
    }
  }

  private func make(
    _ shortage: Shortage, _ name: (String, String), _ unit: (String, Int, Int), _ department: String
  ) -> PrintedShortage {
    PrintedShortage(
      shortage: shortage, indicator: name.0, english: name.1, unit: unit.0, decimals: unit.1,
      department: department, need: FixedPoint.ceiling(shortage.need, unit.2),
      amount: FixedPoint.ceiling(shortage.amount, unit.2))
  }

  private func ids(_ projects: [Int]) -> String {
    projects.map { scenario.projects[$0].id }.joined(separator: "、")
  }

  private func score(_ index: Int) -> String {
    FixedPoint.text(ledger.merit[index]?.total ?? 0, decimals: 4)
  }

  private var threshold: String { FixedPoint.text(scenario.merit?.threshold ?? 0, decimals: 4) }

  private func missingScore(_ index: Int) -> String {
    let missing = (scenario.merit?.threshold ?? 0) - (ledger.merit[index]?.total ?? 0)
    return FixedPoint.text(missing, decimals: 4)
  }
}
