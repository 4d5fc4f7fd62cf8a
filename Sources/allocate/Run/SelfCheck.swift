import Accounts
import Scenario

extension Console {
  /// Compares a plan with its own accounts; whatever differs is a fault of the program, and nothing may be published.
  func requireSound(_ allotment: Allotment, _ ledger: Ledger) throws {
    var faults = ledger.violations.map { violation in
      "\(violation.clause) \(violation.entity): " + language.text(violation.text, violation.english)
    }
    for outcome in allotment.goals {
      let accounted = ledger.value(of: outcome.goal)
      guard let value = outcome.value, value != accounted else { continue }
      faults.append(
        language.text(
          "目标 \(outcome.goal.id)：求解 \(value)，核算 \(accounted)",
          "goal \(outcome.goal.id): solver \(value), accounts \(accounted)"))
    }
    if faults.isEmpty { return }
    complain(
      language.text(
        "错误: 方案未通过自检，未发布任何结果；请报告此问题：",
        "error: the plan failed the program's own check, nothing was published; please report this:"
      ))
    for fault in faults { complain("  \(fault)") }
    throw ExitStatus.selfCheckFailed.code
  }
}
