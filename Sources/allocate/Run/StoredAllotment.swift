import Scenario
import ScenarioIO

/// The outcome that `result.json` of a verified run states.
struct StoredAllotment {
  let allotment: Allotment

  /// Reads it; `nil` if it is not one of this scenario.
  init?(_ bytes: [UInt8], _ scenario: Scenario) {
    guard let file = try? LongJSON(parsing: bytes), let projects = file.elements(of: "projects"),
      projects.count == scenario.projects.count,
      let status = file.value["status"]?.text.flatMap(Allotment.Status.init(rawValue:)),
      let goals = file.value["goals"]?.elements, goals.count == scenario.goals.count
    else { return nil }
    var plan = Plan(
      steps: [], stockLand: [],
      countyQuotaUse: Array(repeating: [:], count: scenario.counties.count))
    for (index, entry) in projects.enumerated() {
      let project = scenario.projects[index]
      func land(_ key: String) -> Int { entry["land"]?[key]?.integer ?? 0 }
      plan.steps.append(entry["steps"]?.integer ?? 0)
      plan.stockLand.append(land("unsupplied") + land("idle"))
      if land("county") > 0 {
        plan.countyQuotaUse[project.county][project.level, default: 0] += land("county")
      }
    }
    allotment = Allotment(
      status: status, stop: file.value["stop"]?.text.flatMap(Allotment.Stop.init(rawValue:)),
      goals: zip(scenario.goals, goals).map {
        GoalOutcome(goal: $0, value: $1["value"]?.integer, bound: $1["bound"]?.integer)
      },
      isTieBreakProved: file.value["tie_break"]?["proved"] == .bool(true), plan: plan)
  }
}
