import Scenario

extension Console {
  /// Index of the goal that is meant by an id or by a place in the order, from 1; ends the process where there is none.
  func goalIndex(_ name: String, of scenario: Scenario) throws -> Int {
    let goals = scenario.goals
    if let index = goals.firstIndex(where: { $0.id == name }) { return index }
    if let number = Int(name), goals.indices.contains(number - 1) { return number - 1 }
    let known = goals.enumerated().map { "\($0 + 1) \($1.id)" }.joined(separator: ", ")
    complain(
      language.text(
        "错误: 没有目标“\(name)”；方案的目标：\(known)",
        "error: no goal '\(name)'; goals of the scenario: \(known)"))
    throw ExitStatus.usage.code
  }
}
