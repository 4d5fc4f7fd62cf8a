import Accounts
import Scenario

/// Areas in 0.0001 公顷 as they are printed: compensation by donor, and total land; chosen once so that all tables tie.
struct PrintedFarmland {
  /// Per project, one amount per draw of its account (none where the scenario has no banks): quantity.
  private(set) var quantityDraws: [[Int]]
  /// The same for paddy.
  private(set) var paddyDraws: [[Int]]
  /// Per project: farmland, paddy and total land.
  let farmland: [Int]
  let paddy: [Int]
  let land: [Int]

  private static let unit = Area.squareMetre

  init(_ ledger: Ledger) {
    let exact = ledger.projects.map(\.compensation)
    if ledger.banks.exist {
      let quantity = Cells(ledger, .quantity).rounded(ledger, classes: true)
      farmland = quantity.map { $0.reduce(0, +) }
      var paddyCells = Cells(ledger, .paddy)
      paddyCells.lower(below: farmland, ledger: ledger)
      paddyDraws = paddyCells.rounded(ledger, classes: false)
      paddy = paddyDraws.map { $0.reduce(0, +) }
      quantityDraws = quantity
    } else {
      let farmland = Self.runningSums(of: exact.map(\.quantity), ledger)
      let paddy = zip(Self.runningSums(of: exact.map(\.paddy), ledger), farmland).map {
        min($0, $1)
      }
      quantityDraws = exact.map { _ in [] }
      paddyDraws = exact.map { _ in [] }
      self.farmland = farmland
      self.paddy = paddy
    }
    land = zip(Self.runningSums(of: ledger.projects.map(\.land), ledger), farmland)
      .map { max($0, $1) }
  }

  /// Amounts of the projects, rounded so that their sums in the order of counties, then of ids, are always the nearest.
  private static func runningSums(of amounts: [Int], _ ledger: Ledger) -> [Int] {
    var members = ledger.scenario.counties.map { _ in [Int]() }
    for index in amounts.indices where amounts[index] != 0 {
      members[ledger.scenario.projects[index].county].append(index)
    }
    var printed = [Int](repeating: 0, count: amounts.count)
    var exact = 0
    for index in members.joined() {
      let before = FixedPoint.half(exact, unit)
      exact += amounts[index]
      printed[index] = FixedPoint.half(exact, unit) - before
    }
    return printed
  }

  /// What each project draws on each donor in one bank, before rounding.
  private struct Cells {
    let bank: Bank
    var draws: [[DonorDraw]]

    init(_ ledger: Ledger, _ bank: Bank) {
      self.bank = bank
      draws = ledger.projects.map { $0.draws[bank.rawValue] }
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
      for index in draws.indices where isOpen(index) {
        let need = ledger.projects[index].compensation
        let home = ledger.scenario.projects[index].county
        let kind =
          (need.paddy == need.quantity ? 1 : 0)
          + (need.quantity == ledger.projects[index].land ? 2 : 0)
        let row = rounding.node(under: rows[home][classes ? kind : 0])
        for draw in draws[index] {
          let column = columns[draw.county][draw.county == home ? 0 : 1]
          rounding.cell(row: row, column: column, amount: draw.amount)
        }
      }
      var values = rounding.rounded(to: unit)[...]
      return draws.indices.map { index in
        let isOpen = isOpen(index)
        return draws[index].map { isOpen ? values.removeFirst() : $0.amount / unit }
      }
    }

    /// Whether rounding leaves a choice for a draw of a project.
    private func isOpen(_ index: Int) -> Bool {
      draws[index].contains { $0.amount % unit != 0 }
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
}
