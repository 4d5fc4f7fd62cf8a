import Certificate
import LinearProgram
import Policy
import ReferenceProver
import ReferenceSolver
import Testing

/// What is not true cannot be proved, whatever is written.
@Suite("False claims")
struct FalseClaimTests {
  /// A point that is not best, with the check at the first step in which it is worse than the best.
  private static func wrong(_ small: SmallCase, seed: Int) throws -> CertificateCheck? {
    guard let best = small.best, small.points.count > 1 else { return nil }
    var random = SeededGenerator(seed: seed)
    let others = small.points.filter { $0 != best }
    guard let point = others.randomElement(using: &random) else { return nil }
    var check = try CertificateCheck(small.statement(of: point))
    while let next = check.next, let objective = check.objective(of: next) {
      let value = try objective.expression.value(at: point)
      try check.begin(next, value: value)
      if try value != objective.expression.value(at: best) { return check }
      try check.finish(isProved: false)
    }
    return nil
  }

  /// The check at the first step, where the point is best.
  private static func right(_ small: SmallCase) throws -> CertificateCheck? {
    guard let best = small.best else { return nil }
    var check = try CertificateCheck(small.statement(of: best))
    guard let next = check.next, let objective = check.objective(of: next) else { return nil }
    try check.begin(next, value: objective.expression.value(at: best))
    return check
  }

  private static func small(_ seed: Int) -> SmallCase {
    seed % 3 == 0 ? SmallCase(blocksWithSeed: seed) : SmallCase(seed: 90_000 + seed, columns: 4)
  }

  @Test("random proofs prove what is true, and nothing else", arguments: 0..<8)
  func randomProofs(part: Int) throws {
    var counts = (wrong: 0, right: 0, proved: 0, nodes: 0)
    for seed in part * 300..<(part + 1) * 300 {
      let small = Self.small(seed)
      var prover = RandomProver(seed: seed)
      if let check = try Self.wrong(small, seed: seed) {
        counts.wrong += 1
        let isProved = prover.proves(check, nodes: 200)
        #expect(!isProved, "seed \(seed)")
      }
      counts.nodes += prover.accepted
      guard let check = try Self.right(small) else { continue }
      counts.right += 1
      counts.proved += prover.proves(check, nodes: 200) ? 1 : 0
    }
    print("part \(part): \(counts)")
    // The same way of guessing proves most of what is true.
    #expect(counts.wrong > 150 && counts.proved * 2 > counts.right)
  }

  @Test("proofs by a liar are refused", arguments: 0..<5)
  func lies(part: Int) throws {
    var refused = 0
    for seed in part * 300..<(part + 1) * 300 {
      let small = Self.small(seed)
      guard let check = try Self.wrong(small, seed: seed) else { continue }
      let point = check.statement.point
      let prover = ReferenceProver(RandomProofTests.means[part], lies: true)
      let steps = small.steps(point, prover, withSelection: seed % 2 == 0)
      #expect(throws: ProofFault.self, "seed \(seed)") {
        _ = try CertificateText(steps, proving: small.statement(of: point))
      }
      refused += 1
    }
    #expect(refused > 150)
  }

  @Test("proofs of the true optimum do not prove a value below it", arguments: 0..<4)
  func borrowedProofs(part: Int) throws {
    var tried = 0
    for seed in part * 300..<(part + 1) * 300 {
      let small = Self.small(seed)
      guard let best = small.best, let wrong = try Self.wrong(small, seed: seed) else { continue }
      let prover = ReferenceProver(RandomProofTests.means[part])
      let borrowed = small.steps(best, prover, withSelection: false)
      let own = small.steps(wrong.statement.point, prover, withSelection: false)
      let steps = zip(own, borrowed).map { step, other in
        ProofStep(
          subject: step.subject, value: step.value, rows: step.rows,
          proof: step.proof ?? other.proof)
      }
      #expect(throws: ProofFault.self, "seed \(seed)") {
        _ = try CertificateText(steps, proving: wrong.statement)
      }
      tried += 1
    }
    #expect(tried > 150)
  }

  @Test("a selection that is not the only one is not proved")
  func selections() throws {
    var tried = 0
    for seed in 0..<2_000 {
      let small = SmallCase(seed: 700_000 + seed)
      guard let best = small.best, !small.isSelectionUnique(best) else { continue }
      var check = try CertificateCheck(small.statement(of: best))
      while case .goal(let goal)? = check.next {
        let value = small.goals[goal].expression.value(at: best)
        try check.begin(.goal(goal), value: Int128(value))
        try check.finish(isProved: false)
      }
      guard (try? check.beginSelection()) != nil else { continue }
      tried += 1
      var prover = RandomProver(seed: seed)
      let isProved = prover.proves(check, nodes: 200)
      #expect(!isProved, "seed \(seed)")
    }
    #expect(tried > 100)
  }
}
