public import Scenario

/// The three farmland banks: surplus per county, ring-fence and use (F-1 to F-3).
public struct BankAccounts: Sendable, Equatable {
  /// Circulating surplus A per county.
  public let surplus: [BankAmounts]
  /// City pool: the sum of ``surplus``.
  public let pool: BankAmounts
  /// Ring-fence R for provincial key projects.
  public let ringFence: BankAmounts
  /// Compensation used by provincial key projects.
  public let provincialUse: BankAmounts
  /// Compensation used by all others.
  public let otherUse: BankAmounts
  /// Compensation that crosses into each county: use of its projects beyond its own surplus.
  public let inflow: [BankAmounts]
  /// Whether the scenario has banks at all; without them compensation is not limited.
  public let exist: Bool

  init(scenario: Scenario, projects: [ProjectAccount]) {
    let surplus = scenario.counties.indices.map { Self.surplus(of: $0, in: scenario) }
    var useOf = [BankAmounts](repeating: BankAmounts(), count: surplus.count)
    var (pool, provincial, other) = (BankAmounts(), BankAmounts(), BankAmounts())
    for bank in Bank.allCases {
      pool[bank] = Exact.sum(surplus.lazy.map { $0[bank] })
      for index in projects.indices {
        let use = projects[index].compensation[bank]
        if use == 0 { continue }
        useOf[scenario.projects[index].county][bank] += use
        if scenario.projects[index].level == .provincial {
          provincial[bank] += use
        } else {
          other[bank] += use
        }
      }
    }
    self.surplus = surplus
    self.pool = pool
    ringFence = Self.ringFence(of: scenario, pool: pool)
    provincialUse = provincial
    otherUse = other
    let exist = !scenario.farmland.banks.isEmpty
    self.exist = exist
    inflow = zip(useOf, surplus).map { use, own in
      // Without banks nobody keeps accounts, and nothing crosses a boundary.
      guard exist else { return BankAmounts() }
      return BankAmounts(
        quantity: max(0, use.quantity - own.quantity), paddy: max(0, use.paddy - own.paddy),
        grain: max(0, use.grain - own.grain))
    }
  }

  /// Compensation used by all projects.
  public func use(_ bank: Bank) -> Int { provincialUse[bank] + otherUse[bank] }

  /// Whether a county has an account.
  public static func hasAccount(_ county: Int, in scenario: Scenario) -> Bool {
    account(of: county, in: scenario) != nil
  }

  /// The account of a county; the accounts stand in the order of counties.
  private static func account(of county: Int, in scenario: Scenario) -> CountyBank? {
    let banks = scenario.farmland.banks
    var (low, high) = (0, banks.count)
    while low < high {
      let middle = (low + high) / 2
      if banks[middle].county < county { low = middle + 1 } else { high = middle }
    }
    return low < banks.count && banks[low].county == county ? banks[low] : nil
  }

  /// Whether a county has met its annual task in all three banks; true without an account.
  public static func hasMetTask(_ county: Int, in scenario: Scenario) -> Bool {
    guard let account = account(of: county, in: scenario) else { return true }
    return Bank.allCases.allSatisfy { account.added[$0] >= account.task[$0] }
  }

  /// Circulating surplus of a county: what is left over task and commitments, if the task is met (F-1).
  static func surplus(of county: Int, in scenario: Scenario) -> BankAmounts {
    var surplus = BankAmounts()
    guard let account = account(of: county, in: scenario), hasMetTask(county, in: scenario)
    else { return surplus }
    for bank in Bank.allCases {
      let net =
        account.opening[bank] + account.added[bank] - account.task[bank] - account.committed[bank]
      surplus[bank] = max(0, net)
    }
    return surplus
  }

  /// Ring-fence per bank: the share of its base, rounded up, at most the pool (F-3).
  private static func ringFence(of scenario: Scenario, pool: BankAmounts) -> BankAmounts {
    let rule = scenario.farmland.ringFence
    let accounts = scenario.farmland.banks
    var fence = BankAmounts()
    for bank in Bank.allCases where bank == .quantity || rule.scope == .eachBank {
      let base =
        switch rule.base {
        case .circulating: pool[bank]
        case .task: Exact.sum(accounts.lazy.map { $0.task[bank] })
        case .balance: Exact.sum(accounts.lazy.map { $0.opening[bank] + $0.added[bank] })
        }
      let share = Exact.productCeiling(
        UInt128(max(base, 0)), UInt128(max(rule.share, 0)), over: 10_000)
      fence[bank] = min(pool[bank], share ?? Int.max)
    }
    return fence
  }
}
