public import Accounts
public import Scenario

/// A scenario with what came out of its search, and the accounts of the plan.
public struct AccountedCase: Sendable {
  public let scenario: Scenario
  /// The outcome, with the values of its goals as accounted.
  public let allotment: Allotment
  /// Accounts of the plan; `nil` where there is none.
  public let ledger: Ledger?

  /// Accounts for the plan of an outcome.
  public init(_ scenario: Scenario, _ allotment: Allotment) {
    let ledger = allotment.plan.map { Ledger(scenario: scenario, plan: $0) }
    self.init(scenario, ledger.map(allotment.accounted) ?? allotment, ledger)
  }

  /// A case whose plan is accounted for already.
  public init(_ scenario: Scenario, _ allotment: Allotment, _ ledger: Ledger?) {
    self.scenario = scenario
    self.allotment = allotment
    self.ledger = ledger
  }
}
