import Scenario

/// One county's account of one bank as T04 prints it, in units of the last place.
struct PrintedAccount: Sendable {
  var opening = 0
  var added = 0
  var task = 0
  var committed = 0
  var balance = 0
  var circulating = 0
  /// Use by the county's own projects from its own surplus, and from wherever.
  var home = 0
  var use = 0
  var outflow = 0
  var inflow = 0

  var rest: Int { circulating + inflow - outflow - use }
}

/// The three banks as T04 and T05 print them.
struct PrintedBanks: Sendable {
  /// Per county and bank.
  var accounts: [[PrintedAccount]]
  /// Per bank: printed ring-fence, use by provincial key projects and by the others.
  var ringFence: [Int] = []
  var byProvincial = [0, 0, 0]
  var byOthers = [0, 0, 0]

  init(_ parameters: Parameters, _ books: Books, _ prints: PrintedAtoms) {
    accounts = parameters.counties.map { _ in Bank.allCases.map { _ in PrintedAccount() } }
    addDraws(parameters, books, prints)
    for county in parameters.counties {
      for bank in Bank.allCases { settle(county, bank, parameters) }
    }
    let fence = parameters.scenario.farmland.ringFence
    ringFence = Bank.allCases.map { bank in
      let place = bank.rawValue
      let kept = Rounding.half(parameters.banks.ringFence[bank], bank.place)
      let most = min(kept, pool(bank) - byOthers[place])
      let mustHold = !fence.provincialMayUseRest && fence.covers(bank)
      return mustHold ? max(most, byProvincial[place]) : most
    }
  }

  /// Printed city pool of a bank.
  func pool(_ bank: Bank) -> Int { accounts.reduce(0) { $0 + $1[bank.rawValue].circulating } }

  private mutating func addDraws(
    _ parameters: Parameters, _ books: Books, _ prints: PrintedAtoms
  ) {
    for project in parameters.projects.indices {
      let home = parameters.county(project)
      for (place, draw) in books.bankDraws[project].enumerated() {
        let printed = prints.draws[project][place]
        let amounts = [printed.quantity, printed.paddy, draw.amounts.grain]
        for bank in Bank.allCases.indices {
          accounts[home][bank].use += amounts[bank]
          if draw.donor == home {
            accounts[home][bank].home += amounts[bank]
          } else {
            accounts[draw.donor][bank].outflow += amounts[bank]
            accounts[home][bank].inflow += amounts[bank]
          }
          if parameters.level(project) == .provincial {
            byProvincial[bank] += amounts[bank]
          } else {
            byOthers[bank] += amounts[bank]
          }
        }
      }
    }
  }

  /// Rounds one account so that it adds up as printed and covers the draws on it.
  private mutating func settle(_ county: Int, _ bank: Bank, _ parameters: Parameters) {
    guard let account = parameters.banks.accounts[county] else { return }
    let exact = account.balance[bank]
    var printed = accounts[county][bank.rawValue]
    printed.balance = Rounding.half(exact, bank.place)
    let circulates = parameters.banks.taskMet[county] == true
    if circulates && exact > 0 {
      printed.balance = max(printed.balance, printed.home + printed.outflow)
    }
    printed.circulating = circulates ? max(0, printed.balance) : 0
    let parts = [
      account.opening[bank], account.added[bank], account.task[bank], account.committed[bank],
    ]
    let moved = Self.neighbours(of: parts, place: bank.place, balance: printed.balance)
    (printed.opening, printed.added) = (moved[0], moved[1])
    (printed.task, printed.committed) = (moved[2], moved[3])
    accounts[county][bank.rawValue] = printed
  }

  /// Neighbours of opening, added, task and committed that make the printed balance true.
  private static func neighbours(of exact: [Int], place: Int, balance: Int) -> [Int] {
    var printed = exact.enumerated().map { index, value in
      index < 2 ? Rounding.down(value, place) : Rounding.up(value, place)
    }
    let gains = exact.enumerated().map { index, value in abs(value - printed[index] * place) }
    let order = exact.indices.filter { gains[$0] > 0 }
      .sorted { gains[$0] != gains[$1] ? gains[$0] > gains[$1] : $0 < $1 }
    for index in order where printed[0] + printed[1] - printed[2] - printed[3] < balance {
      printed[index] += index < 2 ? 1 : -1
    }
    return printed
  }
}
