import Accounts
import Scenario

/// One county's account of one bank as it is printed, in 0.0001 公顷 or 公斤.
struct PrintedBank {
  var opening = 0
  var added = 0
  var task = 0
  var committed = 0
  /// 可流转节余.
  var circulating = 0
  /// Use by the county's own projects, from its own bank and others.
  var use = 0
  var outflow = 0
  var inflow = 0

  /// 节余.
  var net: Int { opening + added - task - committed }
  /// 剩余.
  var left: Int { circulating + inflow - outflow - use }
}

/// The banks of all counties and the ring-fence as they are printed.
struct PrintedBanks {
  /// Per county and bank.
  private(set) var accounts: [[PrintedBank]]
  /// Use by provincial key projects, and by all others, per bank.
  private(set) var provincialUse = [0, 0, 0]
  private(set) var otherUse = [0, 0, 0]
  /// R_k per bank.
  private(set) var ringFence = [0, 0, 0]

  init(_ ledger: Ledger, _ farmland: PrintedFarmland) {
    accounts = ledger.scenario.counties.map { _ in Bank.allCases.map { _ in PrintedBank() } }
    addDraws(ledger, farmland)
    for account in ledger.scenario.farmland.banks {
      for bank in Bank.allCases { follow(account, bank, ledger) }
    }
    for bank in Bank.allCases { followRingFence(bank, ledger) }
  }

  /// Sum over the counties of one column of a bank.
  func sum(_ bank: Bank, _ column: KeyPath<PrintedBank, Int>) -> Int {
    accounts.reduce(0) { $0 + $1[bank.rawValue][keyPath: column] }
  }

  /// Printed amounts of a project's draws on one bank, in the order of its account.
  static func draws(_ index: Int, _ bank: Bank, _ ledger: Ledger, _ farmland: PrintedFarmland)
    -> [Int]
  {
    guard ledger.banks.exist else { return [] }
    switch bank {
    case .quantity: return farmland.quantityDraws[index]
    case .paddy: return farmland.paddyDraws[index]
    case .grain: return ledger.projects[index].draws[bank.rawValue].map(\.amount)
    }
  }

  private mutating func addDraws(_ ledger: Ledger, _ farmland: PrintedFarmland) {
    for index in ledger.projects.indices {
      let county = ledger.scenario.projects[index].county
      let isProvincial = ledger.scenario.projects[index].level == .provincial
      for bank in Bank.allCases {
        let k = bank.rawValue
        let amounts = Self.draws(index, bank, ledger, farmland)
        for (draw, amount) in zip(ledger.projects[index].draws[k], amounts) {
          accounts[county][k].use += amount
          if draw.county != county {
            accounts[county][k].inflow += amount
            accounts[draw.county][k].outflow += amount
          }
          if isProvincial { provincialUse[k] += amount } else { otherUse[k] += amount }
        }
      }
    }
  }

  /// Chooses the neighbours of a county's four amounts that make its surplus true as printed.
  private mutating func follow(_ account: CountyBank, _ bank: Bank, _ ledger: Ledger) {
    let unit = bank == .grain ? 1 : Area.squareMetre
    let k = bank.rawValue
    let exact = [
      account.opening[bank], account.added[bank], account.task[bank], account.committed[bank],
    ]
    let drawn = accounts[account.county][k]
    let hasMet = BankAccounts.hasMetTask(account.county, in: ledger.scenario)
    let surplus = exact[0] + exact[1] - exact[2] - exact[3]
    var net = FixedPoint.half(surplus, unit)
    if hasMet, surplus > 0 { net = max(net, drawn.use - drawn.inflow + drawn.outflow) }
    // Lowest surplus first: what adds to it rounded down, what lowers it rounded up; then those with most to gain move.
    var amounts = zip(exact, 0...).map { amount, place in
      place < 2 ? FixedPoint.floor(amount, unit) : FixedPoint.ceiling(amount, unit)
    }
    let gains = zip(exact, amounts).map { abs($0 - $1 * unit) }
    let order = gains.indices.filter { gains[$0] > 0 }.sorted {
      gains[$0] != gains[$1] ? gains[$0] > gains[$1] : $0 < $1
    }
    let open = net - (amounts[0] + amounts[1] - amounts[2] - amounts[3])
    for place in order.prefix(max(0, open)) { amounts[place] += place < 2 ? 1 : -1 }
    accounts[account.county][k].opening = amounts[0]
    accounts[account.county][k].added = amounts[1]
    accounts[account.county][k].task = amounts[2]
    accounts[account.county][k].committed = amounts[3]
    accounts[account.county][k].circulating =
      hasMet ? max(0, accounts[account.county][k].net) : 0
  }

  private mutating func followRingFence(_ bank: Bank, _ ledger: Ledger) {
    let rule = ledger.scenario.farmland.ringFence
    let k = bank.rawValue
    guard ledger.banks.exist, bank == .quantity || rule.scope == .eachBank else { return }
    let unit = bank == .grain ? 1 : Area.squareMetre
    var fence = FixedPoint.half(ledger.banks.ringFence[bank], unit)
    fence = min(fence, sum(bank, \.circulating) - otherUse[k])
    if !rule.provincialMayUseRest { fence = max(fence, provincialUse[k]) }
    ringFence[k] = fence
  }
}
