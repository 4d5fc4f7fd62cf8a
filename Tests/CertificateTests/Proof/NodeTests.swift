import Certificate
import Testing

/// Every node by hand: what it proves, and what it is refused for.
@Suite("Nodes of a proof")
struct NodeTests {
  private let fund = Hand.fund

  @Test("the proof of the page: a sum makes the box smaller until one point is left")
  func combination() throws {
    // 4·(10, 7, 5) − 7·(5, 4, 3) = (5, 0, −1), at most 5, at least 4·13 − 7·7 = 3.
    let (results, isProved) = try Hand.results(fund, .combine(2, 1, 7), .empty)
    #expect(results == [2, nil] && isProved)
  }

  @Test("the other proof of the page: a branch, a sum without rows, a single point")
  func branch() throws {
    let (results, isProved) = try Hand.results(
      fund, .branch(column: 0, value: 0), .combine(0), .empty)
    #expect(results == [nil, -1, nil] && isProved)
  }

  @Test("a box with a point that counts is not empty")
  func notEmpty() throws {
    #expect(try Hand.fault(fund, .empty) == .notEmpty)
    // With x0 = 0 the 7 of x1 alone do not count against a claim of 10, but 7 + 5 do.
    var wrong = fund
    wrong.point = [1, 0, 0]
    let fault = try Hand.fault(
      wrong, .branch(column: 0, value: 0), .branch(column: 1, value: 0), .combine(0),
      .branch(column: 2, value: 0), .empty, .empty)
    #expect(fault == .notEmpty)
  }

  @Test("in a box that is empty or one point nothing but empty may stand")
  func leaf() throws {
    // 4x1 + 3x2 ≥ 8 is out of reach.
    let program = Hand.program([0...1, 0...1, 0...1], [([5, 4, 3], 8, nil)])
    let statement = Hand.statement(program, [-1, 0, 0], at: [1, 1, 0])
    let branch = ProofNode.branch(column: 0, value: 0)
    // Everything but x0 = 1 is empty at once.
    #expect(try Hand.results(statement, .combine(0)).isProved)
    #expect(try Hand.fault(statement, branch) == .branch(column: 0))
    let loose = Hand.statement(
      Hand.program([0...1, 0...1, 0...1], [([1, 1, 1], nil, 1), ([1, 2, 2], 2, nil)]), [1, 0, 0],
      at: [0, 1, 0])
    #expect(try Hand.fault(loose, branch, .combine(0), .combine(0)) == .leaf)
    #expect(try Hand.fault(fund, .combine(2, 1, 7), .combine(0)) == .leaf)
    #expect(try Hand.results(loose, branch, .combine(0), .empty).isProved)
  }

  @Test("a branch must cut the range of its column in two")
  func branchOutside() throws {
    for value in [-1, 1, 5] {
      let fault = try Hand.fault(fund, .branch(column: 1, value: value))
      #expect(fault == .branch(column: 1))
    }
    #expect(try Hand.fault(fund, .branch(column: 3, value: 0)) == .branch(column: 3))
    #expect(try Hand.fault(fund, .branch(column: -1, value: 0)) == .branch(column: -1))
  }

  @Test("a multiplier needs a row, its side, an order, and must not be 0")
  func multipliers() throws {
    #expect(try Hand.fault(fund, .combine(2, 1, -7)) == .multiplier(row: 1))
    #expect(try Hand.fault(fund, .combine(2, 2, 7)) == .multiplier(row: 2))
    #expect(try Hand.fault(fund, .combine(2, 0, 7)) == .multiplier(row: 0))
    #expect(try Hand.fault(fund, .combine(2, 1, 0)) == .multiplier(row: 1))
    #expect(try Hand.fault(fund, .combine(2, 1, 3, 1, 4)) == .multiplier(row: 1))
  }

  @Test("a row that its ranges cannot break has no multiplier")
  func idleRow() throws {
    let program = Hand.program([0...1, 0...1, 0...1], [([5, 4, 3], nil, 7), ([1, 1, 1], 0, 3)])
    let statement = Hand.statement(program, [10, 7, 5], at: [0, 1, 1])
    #expect(try Hand.fault(statement, .combine(2, 1, 7, 2, 1)) == .multiplier(row: 2))
    #expect(try Hand.results(statement, .combine(2, 1, 7), .empty).isProved)
  }

  @Test("a sum that changes nothing is refused")
  func idleSum() throws {
    #expect(try Hand.fault(fund, .combine(nil, 1, 1)) == .idle)
    #expect(try Hand.fault(fund, .combine(nil)) == .idle)
  }

  @Test("nothing follows a proof that is finished")
  func closed() throws {
    #expect(try Hand.fault(fund, .combine(2, 1, 7), .empty, .empty) == .closedProof)
  }

  @Test("rows alone can close a box")
  func rowsAlone() throws {
    // Pairs add up to 4 at most, all three to 6; x3 asks for 7, which no row alone knows to be too much.
    let pairs = [[1, 1, 0, 0], [0, 1, 1, 0], [1, 0, 1, 0]]
    let program = Hand.program(
      [0...4, 0...4, 0...4, 0...1],
      pairs.map { ($0, nil, 4) } + [([1, 1, 1, -7], 0, nil)])
    let statement = Hand.statement(program, [0, 0, 0, 1], at: [2, 2, 2, 0])
    let (results, isProved) = try Hand.results(
      statement, .branch(column: 3, value: 0), .combine(0), .combine(nil, 1, 1, 2, 1, 3, 1, 4, -2))
    #expect(results == [nil, -1, -2] && isProved)
  }

  @Test("normal form: divided, rounded, with fixed columns in the sides")
  func normalForm() throws {
    // x2 = 1 is fixed: 6x0 + 4x1 ≤ 13 − 2 becomes 3x0 + 2x1 ≤ 5; 4x0 + 6x1 + 1 > 11 becomes 2x0 + 3x1 > 5.
    let program = Hand.program([0...3, 0...3, 1...1], [([6, 4, 2], nil, 13)])
    let statement = Hand.statement(program, [4, 6, 1], at: [1, 1, 1])
    // 2·(2, 3) − 3·(3, 2) = (−5, 0), at most 0; at least 2·6 − 3·5 = −3: x0 may be 0 only.
    let results = try Hand.results(statement, .combine(1, 1, 3)).results
    #expect(results == [3])
    // Then 2x1 ≤ 5: x1 = 2, with 3·2 = 6 more than the claim of 5: this claim is false.
    #expect(try Hand.fault(statement, .combine(1, 1, 3), .combine(0), .empty) == .notEmpty)
  }
}
