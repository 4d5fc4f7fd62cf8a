import Scenario

/// What the farmland banks hold for this year: surplus per county, city pool, ring-fence (F-1, F-3).
struct BankParameters: Sendable {
  /// The account of each county; `nil` where it has none.
  let accounts: [CountyBank?]
  /// Whether the county has met its task in all three banks; `nil` without an account.
  let taskMet: [Bool?]
  /// Circulating surplus per county.
  let surplus: [BankAmounts]
  /// City pool and the part of it that is kept for provincial key projects.
  let pool: BankAmounts
  let ringFence: BankAmounts
  /// Whether the scenario has banks at all.
  let exist: Bool

  init(_ scenario: Scenario) {
    let rules = scenario.farmland
    let accounts = scenario.counties.indices.map { county in
      rules.banks.first { $0.county == county }
    }
    let taskMet = accounts.map { account in
      account.map { account in Bank.allCases.allSatisfy { account.added[$0] >= account.task[$0] } }
    }
    let surplus = zip(accounts, taskMet).map { account, isMet in
      guard let account, isMet == true else { return BankAmounts() }
      return account.balance.mapped { max(0, $0) }
    }
    var (pool, kept) = (BankAmounts(), BankAmounts())
    for bank in Bank.allCases {
      pool[bank] = surplus.reduce(0) { $0 + $1[bank] }
      guard rules.ringFence.covers(bank) else { continue }
      let base =
        switch rules.ringFence.base {
        case .circulating: pool[bank]
        case .task: rules.banks.reduce(0) { $0 + $1.task[bank] }
        case .balance: rules.banks.reduce(0) { $0 + $1.opening[bank] + $1.added[bank] }
        }
      kept[bank] = min(pool[bank], Rounding.up(rules.ringFence.share * base, 10_000))
    }
    self.accounts = accounts
    self.taskMet = taskMet
    self.surplus = surplus
    self.pool = pool
    self.ringFence = kept
    self.exist = !rules.banks.isEmpty
  }
}

extension RingFence {
  /// Whether the ring-fence applies to a bank.
  func covers(_ bank: Bank) -> Bool { scope == .eachBank || bank == .quantity }
}

extension CountyBank {
  /// Opening + added − task − committed; may be negative.
  var balance: BankAmounts {
    var balance = BankAmounts()
    for bank in Bank.allCases {
      balance[bank] = opening[bank] + added[bank] - task[bank] - committed[bank]
    }
    return balance
  }
}

extension BankAmounts {
  func mapped(_ transform: (Int) -> Int) -> BankAmounts {
    BankAmounts(
      quantity: transform(quantity), paddy: transform(paddy), grain: transform(grain))
  }

  static func += (a: inout BankAmounts, b: BankAmounts) {
    for bank in Bank.allCases { a[bank] += b[bank] }
  }

  static func - (a: BankAmounts, b: BankAmounts) -> BankAmounts {
    BankAmounts(
      quantity: a.quantity - b.quantity, paddy: a.paddy - b.paddy, grain: a.grain - b.grain)
  }

  var isZero: Bool { quantity == 0 && paddy == 0 && grain == 0 }
}
