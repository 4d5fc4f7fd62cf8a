import Certificate
import ReferenceSolver

/// Tries to prove the step at hand by nodes drawn at random, among those that the check lets pass.
struct RandomProver {
  var random: SeededGenerator
  /// Nodes that were let pass.
  private(set) var accepted = 0

  init(seed: Int) { random = SeededGenerator(seed: seed) }

  /// Whether a proof was found with at most so many nodes.
  mutating func proves(_ start: CertificateCheck, nodes: Int) -> Bool {
    var check = start
    for _ in 0..<nodes {
      if check.isStepProved { return true }
      for _ in 0..<8 {
        // A node that does not hold may leave the check in any state.
        var next = check
        do {
          _ = try next.take(draw(check))
          accepted += 1
          check = next
          break
        } catch { continue }
      }
    }
    return check.isStepProved
  }

  private mutating func draw(_ check: CertificateCheck) -> ProofNode {
    if check.isLeaf { return .empty }
    let columns = check.statement.program.columns.indices
    let column = Int.random(in: columns, using: &random)
    let range = check.range(of: column)
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return .empty
    case 1...4:
      let spread = max(range.lower, range.upper - 1)
      return .branch(column: column, value: Int.random(in: range.lower...spread, using: &random))
    case 5: return .split(scale: Int.random(in: 0...2, using: &random), multipliers(check))
    case 6: return .block(Int.random(in: 0...2, using: &random), value: Int128(number(-30...30)))
    case 7: return .end
    case 8: return .combination(scale: nil, multipliers(check))
    default: return .combination(scale: Int.random(in: 0...3, using: &random), multipliers(check))
    }
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func multipliers(_ check: CertificateCheck) -> [RowMultiplier] {
    check.rowNames.indices.compactMap { row in
      guard check.hasRow(row + 1), number(0...2) == 0 else { return nil }
      let multiplier = number(-12...12)
      return multiplier == 0 ? nil : RowMultiplier(row: row + 1, multiplier: multiplier)
    }
  }
}
