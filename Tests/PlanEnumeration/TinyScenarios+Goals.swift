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
    // Compensation is a cost: its columns are bounded from below only, and a goal may not reward it.
    let costs: [Goal.Measure] = [
      .farmland, .paddy, .grain, .transfer(.quantity), .transfer(.paddy), .transfer(.grain),
    ]
    let free: [Goal.Measure] =
      [.supported, .investment, .merit, .newLand, .stockLand]
      + scenario.resources.indices.map { .resource($0) }
    let terms = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      let measure = (free + costs).randomElement(using: &random) ?? .supported
      let size = Int.random(in: 1...3, using: &random)
      let isNegative =
        costs.contains(measure) ? isMaximised : chance(1, in: 4, &random)
      return Goal.Term(
        measure, weight: isNegative ? -size : size,
        filter: ownFilter(measure, scenario.counties.count, &random))
    }
    return Goal(
      id: "own_\(number)", title: "自定", sense: isMaximised ? .maximize : .minimize, terms: terms)
  }

  /// A filter that may cover everything; transfers belong to counties and can be filtered by them only.
  private static func ownFilter(
    _ measure: Goal.Measure, _ counties: Int, _ random: inout SeededGenerator
  ) -> Goal.Filter {
    guard chance(1, in: 2, &random) else { return Goal.Filter() }
    if case .transfer = measure {
      return Goal.Filter(counties: [Int.random(in: 0..<counties, using: &random)])
    }
    return filter(counties, &random)
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
