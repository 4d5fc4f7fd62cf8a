import Certificate
import Testing

/// A split by hand: two blocks with a row each, and a row that links them.
@Suite("Splits of a proof")
struct SplitTests {
  /// 2x0 + 2x1 ≤ 3 and 2x2 + 2x3 ≤ 3 allow one of each pair, x0 + x1 + x2 + x3 + x4 ≤ 2 links them; x4 stands alone.
  ///
  /// The objective 3x0 + 3x1 + 2x2 + 2x3 + x4 is at most 5: one of each pair.
  private static let statement = Hand.statement(
    Hand.program(
      [0...1, 0...1, 0...1, 0...1, 0...1], blocks: [0, 0, 1, 1, nil],
      [([3, 2, 0, 0, 0], nil, 4), ([0, 0, 3, 2, 0], nil, 4), ([1, 1, 1, 1, 1], nil, 2)]),
    [3, 3, 2, 2, 1], at: [1, 0, 1, 0, 0])

  /// The link priced at 3/2: 2·(3, 3, 2, 2, 1) − 3·(1, 1, 1, 1, 1) = (3, 3, 1, 1, −1).
  private static let split = ProofNode.split(1, 3, 3)

  @Test("blocks, columns without a block and priced rows add up")
  func proof() throws {
    // Block 1: 3 at most; block 2: 1 at most; x4: 0; 3·2 for the row: 10 in all, against 2·6.
    let (results, isProved) = try Hand.results(
      Self.statement, Self.split, .block(0, value: 3), .branch(column: 0, value: 0), .combine(0),
      .empty, .block(1, value: 1), .branch(column: 2, value: 0), .combine(0), .empty, .end)
    #expect(results.last == -2 && isProved)
  }

  @Test("a block that is not listed counts with its ranges")
  func unlisted() throws {
    // Block 2: 1 + 1 by its ranges.
    let results = try Hand.results(
      Self.statement, Self.split, .block(0, value: 3), .branch(column: 0, value: 0), .combine(0),
      .empty, .end)
    #expect(results.results.last == -1 && results.isProved)
    #expect(try Hand.fault(Self.statement, Self.split, .end) == .openSplit)
  }

  @Test("a block's claim must be proved")
  func falseBlock() throws {
    let fault = try Hand.fault(
      Self.statement, Self.split, .block(0, value: 2), .branch(column: 0, value: 0), .combine(0),
      .empty)
    #expect(fault == .notEmpty)
    let point = try Hand.fault(
      Self.statement, Self.split, .block(0, value: 2), .branch(column: 0, value: 0),
      .branch(column: 1, value: 0), .empty, .empty)
    #expect(point == .notEmpty)
  }

  @Test("blocks exist, come in order, and claim less than their ranges give")
  func blocks() throws {
    #expect(try Hand.fault(Self.statement, Self.split, .block(2, value: 0)) == .block(2))
    #expect(try Hand.fault(Self.statement, Self.split, .block(0, value: 6)) == .idle)
    let proof: [ProofNode] = [.branch(column: 2, value: 0), .combine(0), .empty]
    var check = try Hand.check(Self.statement)
    for node in [Self.split, .block(1, value: 1)] + proof { _ = try check.take(node) }
    for block in [0, 1] {
      var next = check
      #expect(throws: ProofFault.block(block)) { try next.take(.block(block, value: 0)) }
    }
  }

  @Test("rows of a block are not priced, and linking rows are not used in a block")
  func rows() throws {
    #expect(try Hand.fault(Self.statement, .split(1, 1, 1)) == .multiplier(row: 1))
    let linking = try Hand.fault(
      Self.statement, Self.split, .block(0, value: 3), .combine(0, 3, 1))
    #expect(linking == .multiplier(row: 3))
    let other = try Hand.fault(
      Self.statement, Self.split, .block(0, value: 3), .combine(0, 2, 1))
    #expect(other == .multiplier(row: 2))
    let column = try Hand.fault(
      Self.statement, Self.split, .block(0, value: 3), .branch(column: 2, value: 0))
    #expect(column == .branch(column: 2))
  }

  @Test("splits, blocks and ends stand where they belong")
  func places() throws {
    #expect(try Hand.fault(Self.statement, .block(0, value: 3)) == .split)
    #expect(try Hand.fault(Self.statement, .end) == .split)
    #expect(try Hand.fault(Self.statement, Self.split, .empty) == .split)
    #expect(try Hand.fault(Self.statement, Self.split, Self.split) == .split)
    let nested = try Hand.fault(
      Self.statement, Self.split, .block(0, value: 3), .split(0))
    #expect(nested == .split)
  }
}
