public import Scenario

extension Allotment {
  /// The outcome with the values that the accounts of its plan give to goals that are not proved.
  ///
  /// The search leaves amounts that follow from a plan at any value that the rows allow until their goal is solved, so
  /// the plan may be better than the search knew; it is never worse: whoever publishes it checks that.
  public func accounted(by ledger: Ledger) -> Allotment {
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
