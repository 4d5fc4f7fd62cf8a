import SampleScenarios
import Scenario

extension TinyScenarios {
  /// The default goals, some of them in any order, or goals of the scenario's own.
  static func goals(_ scenario: Scenario, _ random: inout SeededGenerator) -> [Goal] {
    var goals =
      switch Int.random(in: 0..<4, using: &random) {
      case 0: Array(Goal.defaultOrder.shuffled(using: &random).prefix(4))
      case 1: (0..<3).map { ownGoal($0, scenario, &random) }
      default: Goal.defaultOrder
      }
    if scenario.baseline != nil { goals.append(.nearestToBaseline) }
    return goals
  }

  private static func ownGoal(
    _ number: Int, _ scenario: Scenario, _ random: inout SeededGenerator
  ) -> Goal {
    let isMaximised = chance(1, in: 2, &random)
    var measures: [Goal.Measure] = [
      .supported, .investment, .merit, .newLand, .stockLand,
    ]
    measures += scenario.resources.indices.map { .resource($0) }
    // Farmland and what crosses a boundary are costs: their columns are bounded from below only.
    if !isMaximised {
      measures += [
        .farmland, .paddy, .grain, .transfer(.quantity), .transfer(.paddy), .transfer(.grain),
      ]
    }
    let terms = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      Goal.Term(
        measures.randomElement(using: &random) ?? .supported,
        weight: Int.random(in: 1...3, using: &random),
        filter: chance(1, in: 2, &random)
          ? Goal.Filter() : filter(scenario.counties.count, &random))
    }
    return Goal(
      id: "own_\(number)", title: "自定", sense: isMaximised ? .maximize : .minimize, terms: terms)
  }

  private static func filter(_ counties: Int, _ random: inout SeededGenerator) -> Goal.Filter {
    var filter = Goal.Filter()
    switch Int.random(in: 0..<4, using: &random) {
    case 0: filter.levels = Level.allCases.filter { _ in chance(1, in: 2, &random) }
    case 1: filter.counties = [Int.random(in: 0..<counties, using: &random)]
    case 2: filter.categories = ["服务"]
    default: filter.stages = [.starting, .continuing]
    }
    return filter
  }
}
