public import Scenario

/// The accounts of a plan: what every project gets, from where, and what is left, in exact integers.
///
/// Everything follows from the plan by the rules of `docs/model.md` section 7. The ledger accepts any plan, also an
/// illegal one: what it breaks is listed in ``violations``, and only a plan without any may be published.
public struct Ledger: Sendable {
  public let scenario: Scenario
  /// The plan, with amounts that cannot be accounted for (negative, beyond the need) cut to what can.
  public let plan: Plan
  /// One account per project, in the scenario's order.
  public let projects: [ProjectAccount]
  /// Stock lots in the order of drawing: county, vintage, 批而未供 before 闲置, outside zones before inside.
  public let lots: [StockLot]
  /// Stock land used per lot, 1/3 m²; as long as ``lots``.
  public let lotUse: [Int]
  /// The three banks per county, and the ring-fence.
  public let banks: BankAccounts
  /// Merit per project; `nil` for a project without a score.
  public let merit: [MeritScore?]
  /// Every instance of a constraint, in the order of the clauses.
  public let constraints: [ConstraintLine]
  /// Every clause that the plan breaks; empty for a legal plan.
  public let violations: [Violation]

  /// Accounts for a plan of a scenario.
  public init(scenario: Scenario, plan: Plan) {
    let (plan, misfits) = PlanCheck(scenario: scenario, plan: plan).normalised()
    var accounts = ProjectAccounts(scenario: scenario, plan: plan)
    accounts.assignLots()
    accounts.assignQuotas()
    let banks = BankAccounts(scenario: scenario, projects: accounts.projects)
    accounts.assignDonors(surplus: banks.surplus)
    let merit = MeritScore.scores(of: scenario)
    let competing = scenario.projects.indices.filter { !scenario.projects[$0].needsNothing }
    self.scenario = scenario
    self.competing = competing
    self.plan = plan
    self.projects = accounts.projects
    self.lots = accounts.lots
    self.lotUse = accounts.lotUse
    self.banks = banks
    self.merit = merit
    let totals = UseTotals(scenario: scenario, accounts: accounts)
    self.totals = totals
    let lines = ConstraintLines(
      scenario: scenario, accounts: accounts, banks: banks, merit: merit, totals: totals,
      competing: competing)
    self.constraints = lines.all
    self.violations = misfits + lines.violations()
  }

  /// Use of quotas, stock and resources, summed up; exact.
  public let totals: UseTotals

  /// Indices of the projects that compete, ascending.
  public let competing: [Int]
}
