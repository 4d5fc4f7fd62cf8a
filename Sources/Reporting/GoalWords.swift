package import Scenario

/// Values of goals in words.
package struct GoalWords {
  package let scenario: Scenario

  package init(scenario: Scenario) { self.scenario = scenario }

  /// Smallest unit in which a goal's value is an integer; `nil` if its terms differ in unit.
  package func smallestUnit(_ goal: Goal) -> String? {
    guard let scale = GoalScale.of(goal, scenario), let measure = goal.terms.first?.measure else {
      return nil
    }
    switch measure {
    case .newLand, .stockLand, .farmland, .paddy, .transfer(.quantity), .transfer(.paddy):
      return "1/3 m²"
    case .investment: return "元"
    case .merit: return "0.0001 分"
    case .resource:
      return scale.decimals == 0
        ? scale.unit : FixedPoint.text(1, decimals: scale.decimals) + " " + scale.unit
    default: return scale.unit
    }
  }

  /// A value with its unit, e.g. `1234.50 亩`; `nil` if the terms differ in unit.
  package func text(_ value: Int, of goal: Goal) -> String? {
    GoalScale.of(goal, scenario).map {
      FixedPoint.text(FixedPoint.half(value, $0.divisor), decimals: $0.decimals) + " " + $0.unit
    }
  }

  /// A value in its table unit, as a number of units of its last decimal; as it is if the terms differ in unit.
  package func rounded(_ value: Int, of goal: Goal) -> (value: Int, decimals: Int) {
    guard let scale = GoalScale.of(goal, scenario) else { return (value, 0) }
    return (FixedPoint.half(value, scale.divisor), scale.decimals)
  }

  /// Whether a value stands in its table unit without rounding.
  package func isExact(_ value: Int, of goal: Goal) -> Bool {
    GoalScale.of(goal, scenario).map { value % $0.divisor == 0 } ?? true
  }

  /// Unit in which tables print a goal; `nil` if its terms differ in unit.
  package func tableUnit(_ goal: Goal) -> String? { GoalScale.of(goal, scenario)?.unit }

  /// English title of a default goal; the scenario's title of any other.
  package func englishTitle(_ goal: Goal) -> String {
    switch goal.id {
    case "municipal_guaranteed": "municipal projects guaranteed"
    case "provincial_supported": "provincial projects supported"
    case "investment": "investment of key projects"
    case "merit": "merit of key projects"
    case "others_merit": "merit of other projects"
    case "new_land": "new land, least"
    case "stock_land": "stock land, most"
    case "farmland": "farmland, least"
    case "paddy": "paddy, least"
    case "transfer_quantity": "transfers of quantity, least"
    case "transfer_paddy": "transfers of paddy, least"
    case "transfer_grain": "transfers of grain, least"
    case "baseline": "changes from the baseline"
    default: goal.title
    }
  }
}
