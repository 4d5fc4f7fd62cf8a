import Accounts
import Scenario

/// Areas in 0.0001 公顷 as they are printed: compensation by donor, and total land; chosen once so that all tables tie.
struct PrintedFarmland {
  /// Per project, one amount per draw of its account (one for all where the scenario has no banks): quantity.
  private(set) var quantityDraws: [[Int]]
  /// The same for paddy.
  private(set) var paddyDraws: [[Int]]
  /// Per project: farmland, paddy and total land.
  let farmland: [Int]
  let paddy: [Int]
  let land: [Int]

  private static let unit = Area.squareMetre

  init(_ ledger: Ledger) {
    let quantity = Cells(ledger, .quantity).rounded(ledger, classes: true)
    let farmland = quantity.map { $0.reduce(0, +) }
    var paddyCells = Cells(ledger, .paddy)
    paddyCells.lower(below: farmland, ledger: ledger)
    let paddy = paddyCells.rounded(ledger, classes: false)
    self.farmland = farmland
    self.paddy = paddy.map { $0.reduce(0, +) }
    quantityDraws = quantity
    paddyDraws = paddy
    land = Self.land(ledger, above: farmland)
  }

  /// What each project draws on each donor in one bank, before rounding.
  private struct Cells {
    let bank: Bank
    var draws: [[DonorDraw]]

    init(_ ledger: Ledger, _ bank: Bank) {
      self.bank = bank
      draws = ledger.projects.map { account in
        if ledger.banks.exist { return account.draws[bank.rawValue] }
        let need = account.compensation[bank]
        return need > 0 ? [DonorDraw(county: 0, amount: need)] : []
      }
    }

    func need(_ index: Int) -> Int { draws[index].reduce(0) { $0 + $1.amount } }

    /// Rows: county, class (which amounts of a project are equal), project. Columns: donor, own use or out-flow.
    func rounded(_ ledger: Ledger, classes: Bool) -> [[Int]] {
      var rounding = LaminarRounding()
      let counties = ledger.scenario.counties.indices
      let rows = counties.map { _ -> [Int] in
        let county = rounding.node(under: LaminarRounding.rowRoot)
        return classes ? (0..<4).map { _ in rounding.node(under: county) } : [county]
      }
      let columns = counties.map { _ -> [Int] in
        let donor = rounding.node(under: LaminarRounding.columnRoot)
        return [rounding.node(under: donor), rounding.node(under: donor)]
      }
      for (index, project) in ledger.scenario.projects.enumerated() where !draws[index].isEmpty {
        let account = ledger.projects[index]
        let need = account.compensation
        let kind = (need.paddy == need.quantity ? 1 : 0) + (need.quantity == account.land ? 2 : 0)
        let row = rounding.node(under: rows[project.county][classes ? kind : 0])
        for draw in draws[index] {
          let column = columns[draw.county][draw.county == project.county ? 0 : 1]
          rounding.cell(row: row, column: column, amount: draw.amount)
        }
      }
      var values = rounding.rounded(to: unit)[...]
      return draws.map { $0.map { _ in values.removeFirst() } }
    }

    /// Moves paddy to its lower neighbour where printed farmland asks for it; other projects of the donor make up for it.
    mutating func lower(below farmland: [Int], ledger: Ledger) {
      var lost = [Int](repeating: 0, count: ledger.scenario.counties.count)
      var isFixed = [Bool](repeating: false, count: draws.count)
      for index in draws.indices {
        let paddy = need(index)
        guard paddy % unit != 0, paddy / unit == farmland[index] else { continue }
        isFixed[index] = true
        var open = paddy % unit
        for place in draws[index].indices {
          let amount = min(open, draws[index][place].amount % unit)
          draws[index][place].amount -= amount
          lost[draws[index][place].county] += amount
          open -= amount
        }
      }
      // First those whose farmland was moved up and is all paddy, then any other.
      for isFirst in [true, false] {
        for index in draws.indices where !isFixed[index] {
          let paddy = need(index)
          guard paddy % unit != 0,
            !isFirst || paddy == ledger.projects[index].compensation.quantity
          else { continue }
          raise(index, by: unit - paddy % unit, lost: &lost)
        }
      }
    }

    private mutating func raise(_ index: Int, by room: Int, lost: inout [Int]) {
      var room = room
      for place in draws[index].indices {
        let draw = draws[index][place]
        guard draw.amount % unit != 0 else { continue }
        let amount = min(room, unit - draw.amount % unit, lost[draw.county])
        draws[index][place].amount += amount
        lost[draw.county] -= amount
        room -= amount
      }
    }
  }

  /// Total land per project: moved to its upper neighbour where printed farmland asks for it, others make up for it.
  private static func land(_ ledger: Ledger, above farmland: [Int]) -> [Int] {
    var amounts = ledger.projects.map(\.land)
    let counties = ledger.scenario.projects.map(\.county)
    var excess = [Int](repeating: 0, count: ledger.scenario.counties.count)
    var isFixed = [Bool](repeating: false, count: amounts.count)
    for index in amounts.indices
    where amounts[index] % unit != 0 && farmland[index] > amounts[index] / unit {
      let amount = unit - amounts[index] % unit
      amounts[index] += amount
      excess[counties[index]] += amount
      isFixed[index] = true
    }
    for isFirst in [true, false] {
      for index in amounts.indices where !isFixed[index] {
        let isEqual = ledger.projects[index].compensation.quantity == amounts[index]
        guard !isFirst || isEqual else { continue }
        let amount = min(amounts[index] % unit, excess[counties[index]])
        amounts[index] -= amount
        excess[counties[index]] -= amount
      }
    }
    var rounding = LaminarRounding()
    let rows = excess.map { _ in rounding.node(under: LaminarRounding.rowRoot) }
    for index in amounts.indices {
      rounding.cell(
        row: rows[counties[index]], column: LaminarRounding.columnRoot, amount: amounts[index])
    }
    return rounding.rounded(to: unit)
  }
}
