import Accounts
import Reporting
import Scenario

extension Allotment {
  /// Where a plan differs from its own accounts; whatever differs is a fault of the program, and nothing may be published.
  func faults(in ledger: Ledger) -> [Phrase] {
    var faults = ledger.violations.map { violation in
      let place = "\(violation.clause) \(violation.entity): "
      return Phrase(place + violation.text, place + violation.english)
    }
    for outcome in goals {
      let accounted = ledger.value(of: outcome.goal)
      guard let value = outcome.value, value != accounted else { continue }
      faults.append(
        Phrase(
          "目标 \(outcome.goal.id)：求解 \(value)，核算 \(accounted)",
          "goal \(outcome.goal.id): solver \(value), accounts \(accounted)"))
    }
    return faults
  }
}

extension Console {
  /// Compares a plan with its own accounts; a plan that fails ends the process.
  func requireSound(_ allotment: Allotment, _ ledger: Ledger) throws {
    let faults = allotment.faults(in: ledger)
    if !faults.isEmpty { throw report(RunStop.unsound(faults)) }
  }
}
