import Certificate
import Testing

/// Numbers and proofs of any size end in an answer, never in a crash.
@Suite("Limits of the check")
struct LimitTests {
  /// The least number that does not pass for one of the program.
  private static let large = 1 << 62

  @Test("coefficients and bounds of 62 bits are too large")
  func largeProgram() throws {
    let coefficients = Hand.program([0...1, 0...1], [([Self.large, 1], nil, 1)])
    #expect(throws: ProofFault.overflow) {
      try CertificateCheck(Hand.statement(coefficients, [1, 1], at: [0, 1]))
    }
    let bounds = Hand.program([0...Self.large, 0...1], [])
    #expect(throws: ProofFault.overflow) {
      try CertificateCheck(Hand.statement(bounds, [1, 1], at: [0, 1]))
    }
    let objective = Hand.statement(Hand.program([0...1, 0...1], []), [Self.large, 1], at: [1, 1])
    #expect(throws: ProofFault.overflow) { try Hand.check(objective) }
  }

  @Test("sums that do not fit in 128 bits are no proof")
  func largeSums() throws {
    let most = Self.large - 1
    let program = Hand.program(
      [-most...most, 0...most, 0...most], [([most, most, 1], nil, most), ([1, 1, 1], nil, most)])
    let statement = Hand.statement(program, [0, 0, 1], at: [0, 0, most])
    for node: ProofNode in [
      .combine(0, 1, .max, 2, 1), .combine(0, 1, .max, 2, .max), .combine(62, 2, .min + 1),
      .combine(nil, 1, .max), .split(62, 1, .max, 2, .max), .combine(63), .combine(-1),
      .combine(.max), .split(.min), .combine(0, 2, .min), .combine(nil, 1, .min),
    ] {
      let fault = try Hand.fault(statement, node)
      #expect(fault != nil, "\(node)")
    }
    #expect(try Hand.fault(statement, .combine(63)) == .overflow)
    // A proof goes through all the same.
    #expect(try Hand.results(statement, .combine(0)).isProved)
  }

  @Test("ranges that creep towards one another are given up")
  func endless() throws {
    // x0 ≤ x1 and x1 ≤ x0 − 1, 2^40 steps until nothing is left; the point itself is fixed by a third column.
    let program = Hand.program(
      [0...(1 << 40), 0...(1 << 40), 0...1],
      [([1, -1, 0], nil, 0), ([-1, 1, -(1 << 41)], nil, -1)])
    let statement = Hand.statement(program, [0, 0, -1], at: [0, 0, 1])
    let fault = try Hand.fault(statement, .branch(column: 2, value: 0))
    #expect(fault == .endless)
  }

  @Test("a tree of any depth")
  func deep() throws {
    let depth = 200_000
    let program = Hand.program([0...depth, 0...1], [([1, 2, 0], nil, depth)])
    let statement = Hand.statement(program, [1, 1], at: [depth, 0])
    var writer = try CertificateWriter(statement)
    try writer.begin(.goal(0), value: Int128(depth))
    for value in 0..<depth - 1 {
      try writer.write(.branch(column: 0, value: value))
      try writer.write(.combine(0))
    }
    try writer.write(.combine(0, 1, 1))
    #expect(writer.check.isStepProved)
    try writer.finishStep(isProved: true)
    let report = CertificateReader.check(writer.finish(), of: statement)
    #expect(report.isComplete)
    #expect(report.outcomes.first?.nodes == 2 * depth - 1)
  }

  @Test("a tree that is deep on the lower side")
  func deepBelow() throws {
    let depth = 100_000
    let program = Hand.program([0...depth, 0...1], [([1, 2, 0], 0, nil)])
    let statement = Hand.statement(program, [-1, 0], at: [0, 0])
    var check = try Hand.check(statement)
    for value in (1..<depth).reversed() { _ = try check.take(.branch(column: 0, value: value)) }
    // x0 is 0 or 1 now; nothing is better than 0 in any of the boxes.
    _ = try check.take(.combine(0))
    for _ in 1..<depth { _ = try check.take(.combine(0)) }
    #expect(check.isStepProved)
  }
}
