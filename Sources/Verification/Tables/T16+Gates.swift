import Scenario

extension TableBuilder {
  /// Rows of clauses that shut projects out, or hold for each of them by itself.
  func gateRows(_ clause: String) -> [ClauseRow] {
    func count(_ covers: (Int) -> Bool) -> Int { parameters.competing.filter(covers).count }
    let facts = scenario.projects
    return switch clause {
    case "M-1":
      scenario.merit?.threshold == nil
        ? [] : [.gate("亩均得分门槛", concerned: count { parameters.isBelowThreshold($0) })]
    case "R-1": [.gate("符合规划", concerned: count { !facts[$0].conformsToPlans })]
    case "A-1": [.gate("要件齐备", concerned: count { !facts[$0].isApproved })]
    case "A-2": [.gate("可分项目份数", concerned: count { facts[$0].division != nil })]
    case "A-3": [.gate("锁定", concerned: count { facts[$0].lock != .none })]
    case "A-4": [.gate("前置和互斥", concerned: relations)]
    default: []
    }
  }

  /// Requirements and unordered exclusions between competing projects.
  private var relations: Int {
    parameters.competing.reduce(0) { sum, project in
      let required = scenario.projects[project].requires.filter { parameters.projects[$0].competes }
      let rivals = parameters.rivals[project].filter {
        $0 > project && parameters.projects[$0].competes
      }
      return sum + required.count + rivals.count
    }
  }
}
