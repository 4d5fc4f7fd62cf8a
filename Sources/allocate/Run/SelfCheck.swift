import Accounts
import Reporting
import Scenario

extension Allotment {
  /// The outcome with the values that the accounts of its plan give to goals that are not proved.
  ///
  /// The search leaves amounts that follow from a plan at any value that the rows allow until their goal is solved, so
  /// the plan may be better than the search knew; it is never worse, which ``faults(in:)`` checks.
  func accounted(by ledger: Ledger) -> Allotment {
    var copy = self
    for (index, outcome) in goals.enumerated() where !outcome.isProved {
      guard let value = outcome.value else { continue }
      let accounted = ledger.value(of: outcome.goal)
      copy.goals[index].value =
        outcome.goal.sense == .maximize ? max(value, accounted) : min(value, accounted)
    }
    return copy
  }
}

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
