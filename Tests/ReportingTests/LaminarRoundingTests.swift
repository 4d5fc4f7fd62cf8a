import Reporting
import SampleScenarios
import Testing

@Suite struct LaminarRoundingTests {
  /// Rounds a matrix in which rows and columns are printed with their totals.
  private func rounded(_ matrix: [[Int]], unit: Int) -> [[Int]] {
    var rounding = LaminarRounding()
    let columns = (matrix.first ?? []).map { _ in
      rounding.node(under: LaminarRounding.columnRoot)
    }
    for row in matrix {
      let node = rounding.node(under: LaminarRounding.rowRoot)
      for (column, amount) in zip(columns, row) {
        rounding.cell(row: node, column: column, amount: amount)
      }
    }
    var values = rounding.rounded(to: unit)[...]
    return matrix.map { $0.map { _ in values.removeFirst() } }
  }

  private func isNeighbour(_ printed: Int, of exact: Int, unit: Int) -> Bool {
    printed == exact / unit || exact % unit != 0 && printed == exact / unit + 1
  }

  @Test func threeParcelsMakeTheirTotal() {
    // Three times 12.3403 公顷 are 185.1045 亩 each and 555.3135 together.
    let printed = rounded([[370_209], [370_209], [370_209]], unit: 20).map { $0[0] }
    #expect(printed.sorted() == [18_510, 18_510, 18_511])
  }

  @Test func aTableThatTiesStaysAsItIs() {
    // 71.7221 公顷 = 9.4705 + 62.2516, printed as 142.06 and 933.77 in 1075.83 亩.
    let printed = rounded([[284_115, 1_867_548]], unit: 20)
    #expect(printed == [[14_206, 93_377]])
    #expect(rounded([[40, 60], [0, 20]], unit: 20) == [[2, 3], [0, 1]])
  }

  @Test(arguments: [1, 2, 3])
  func randomMatrices(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<1_000 {
      let (rows, columns) = (
        Int.random(in: 1...9, using: &generator), Int.random(in: 1...6, using: &generator)
      )
      let unit = [3, 7, 20].randomElement(using: &generator) ?? 20
      let matrix = (0..<rows).map { _ in
        (0..<columns).map { _ in
          Int.random(in: 0...3, using: &generator) == 0
            ? 0 : Int.random(in: 0...200, using: &generator)
        }
      }
      let printed = rounded(matrix, unit: unit)
      var wrong = 0
      for (exact, own) in zip(matrix, printed) {
        wrong += zip(exact, own).count { !isNeighbour($1, of: $0, unit: unit) }
        if !isNeighbour(own.reduce(0, +), of: exact.reduce(0, +), unit: unit) { wrong += 1 }
      }
      for column in 0..<columns {
        let (exact, own) = (matrix.map { $0[column] }, printed.map { $0[column] })
        if !isNeighbour(own.reduce(0, +), of: exact.reduce(0, +), unit: unit) { wrong += 1 }
      }
      let (total, all) = (matrix.joined().reduce(0, +), printed.joined().reduce(0, +))
      if !isNeighbour(all, of: total, unit: unit) { wrong += 1 }
      #expect(wrong == 0)
    }
  }

  @Test func longTables() {
    var generator = SeededGenerator(seed: 5)
    let matrix = (0..<5_000).map { _ in
      (0..<4).map { _ in Int.random(in: 0...100_000, using: &generator) }
    }
    let printed = rounded(matrix, unit: 20)
    let (total, all) = (matrix.joined().reduce(0, +), printed.joined().reduce(0, +))
    #expect(isNeighbour(all, of: total, unit: 20))
    #expect(printed == rounded(matrix, unit: 20))
  }
}
