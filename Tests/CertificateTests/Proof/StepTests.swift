import Certificate
import Testing

/// Goals, the selection and the tie-break: their order, what they establish, and what is missing.
@Suite("Steps of a certificate")
struct StepTests {
  private static let proofs: [[ProofNode]] = [
    [.combine(2, 1, 7), .empty], [.branch(column: 0, value: 0), .empty, .empty], [.empty],
    [.empty],
  ]

  /// The certificate of the page, some of its steps without a proof.
  private static func certificate(
    of statement: Statement = Hand.fund, without unproved: Set<Int> = [], steps: Int = 4
  ) throws -> [UInt8] {
    var writer = try CertificateWriter(statement)
    for place in 0..<steps {
      let step: CertificateCheck.Step = place == 0 ? .goal(0) : .choice(place - 1)
      let objective = place == 0 ? statement.goals[0] : statement.tieBreak[place - 1]
      try writer.begin(step, value: objective.expression.value(at: statement.point))
      if !unproved.contains(place) {
        for node in proofs[place] { try writer.write(node) }
      }
      try writer.finishStep(isProved: !unproved.contains(place))
    }
    return writer.finish()
  }

  @Test("all steps proved")
  func complete() throws {
    let report = CertificateReader.check(try Self.certificate(), of: Hand.fund)
    #expect(report.isComplete && report.fault == nil)
    #expect(report.outcomes.map(\.nodes) == [2, 3, 1, 1])
    #expect(report.outcomes.map(\.combinations) == [1, 0, 0, 0])
    #expect(report.outcomes.map(\.step) == [.goal(0), .choice(0), .choice(1), .choice(2)])
  }

  @Test("steps without a proof are named, and what follows stands on them")
  func unproved() throws {
    for place in 0..<4 {
      let report = CertificateReader.check(
        try Self.certificate(without: [place]), of: Hand.fund)
      #expect(report.fault == nil && !report.isComplete)
      #expect(report.missing == [place == 0 ? .goal(0) : .choice(place - 1)])
    }
  }

  @Test("a certificate that ends early names what it does not come to")
  func early() throws {
    for steps in 0..<4 {
      let report = CertificateReader.check(try Self.certificate(steps: steps), of: Hand.fund)
      let all: [CertificateCheck.Step] = [.goal(0), .choice(0), .choice(1), .choice(2)]
      #expect(report.fault == nil && report.missing == Array(all.dropFirst(steps)))
    }
  }

  @Test("a value must be the plan's")
  func values() throws {
    var check = try CertificateCheck(Hand.fund)
    #expect(throws: ProofFault.value(claimed: 11, plan: 12)) {
      try check.begin(.goal(0), value: 11)
    }
    #expect(throws: ProofFault.step("goal value")) { try check.begin(.choice(0), value: 0) }
    #expect(throws: ProofFault.step("goal value")) { try check.beginSelection() }
  }

  @Test("a point that breaks the program is not best")
  func points() {
    var statement = Hand.fund
    statement.point = [1, 1, 0]
    #expect(throws: ProofFault.point("r1")) { try CertificateCheck(statement) }
    statement.point = [0, 1, 2]
    #expect(throws: ProofFault.point("x2")) { try CertificateCheck(statement) }
    statement.point = [0, 1]
    #expect(throws: ProofFault.point("")) { try CertificateCheck(statement) }
  }

  @Test("the selection stands on what was established before the last goal, and fixes its columns")
  func selection() throws {
    var check = try CertificateCheck(Hand.fund)
    try check.begin(.goal(0), value: 12)
    #expect(throws: ProofFault.openProof) { try check.finish(isProved: true) }
    for node in Self.proofs[0] { _ = try check.take(node) }
    try check.finish(isProved: true)
    try check.beginSelection()
    #expect(check.rowNames == ["r1", "goal:value", "selection:other"])
    // No more than 11: x0 = 1 leaves nothing for the others; with x0 = 0 one of the others is left out, so 7 is the most.
    for node: ProofNode in [
      .branch(column: 0, value: 0), .branch(column: 1, value: 0), .combine(0), .empty, .empty,
    ] {
      _ = try check.take(node)
    }
    try check.finish(isProved: true)
    #expect(throws: ProofFault.step("tie x0")) { try check.beginSelection() }
    for (choice, value) in [0, 1, 1].enumerated() {
      try check.begin(.choice(choice), value: Int128(value))
      _ = try check.take(.empty)
      try check.finish(isProved: true)
    }
    #expect(check.next == nil && check.unproved == [])
    #expect(throws: ProofFault.step("checksum")) { try check.begin(.choice(0), value: 0) }
  }

  @Test("a goal to be minimised is proved from below")
  func minimised() throws {
    let statement = Statement(
      program: Hand.program([0...9, 0...9], [([2, 3], 10, nil)]),
      goals: [.init("cost", Hand.expression([2, 2]), isMaximised: false)], selection: [],
      tieBreak: [], point: [2, 2])
    // 2·(−1, −1) + (2, 3) = (0, 1): at most 9, at least 2·(−3) + 10 = 4, so that x1 ≥ 4; then −4 is the most.
    let (results, isProved) = try Hand.results(statement, .combine(1, 1, -1), .combine(0))
    #expect(results == [5, -1] && isProved)
    #expect(try Hand.fault(statement, .combine(1, 1, 1)) == .multiplier(row: 1))
  }

  @Test("a goal without columns needs no rows")
  func constant() throws {
    var statement = Hand.fund
    statement.goals.insert(.init("nothing", Expression(constant: 5), isMaximised: true), at: 1)
    var check = try CertificateCheck(statement)
    try check.begin(.goal(0), value: 12)
    try check.finish(isProved: false)
    try check.begin(.goal(1), value: 5)
    #expect(try check.take(.combine(0)) == -1)
    try check.finish(isProved: true)
    // The selection is about the goal before it.
    try check.beginSelection()
    #expect(check.step == .selection)
  }
}
