import Certificate
import LinearProgram
import Policy
import ReferenceProver
import Testing

/// Proofs of random small programs, by means that the check knows nothing of.
@Suite("Proofs of random programs")
struct RandomProofTests {
  /// What proofs may be made of.
  static let means: [ReferenceProver.Means] = [
    .init(combines: false, tightens: false, splits: false), .init(splits: false), .init(),
    .init(tightens: false), .init(combines: false, tightens: true, splits: false),
  ]

  @Test("every true claim that the prover proves is accepted", arguments: 0..<5)
  func trueClaims(part: Int) throws {
    var counts = (certificates: 0, selections: 0, kinds: Set<String>())
    for seed in part * 400..<(part + 1) * 400 {
      let small = SmallCase(seed: seed)
      guard let best = small.best else { continue }
      let isUnique = small.isSelectionUnique(best)
      let steps = small.steps(best, ReferenceProver(Self.means[part]), withSelection: isUnique)
      let statement = small.statement(of: best)
      let text = try CertificateText(steps, proving: statement)
      let report = CertificateReader.check(text.bytes, of: statement)
      #expect(report.fault == nil, "seed \(seed)")
      #expect(report.missing == text.unproved, "seed \(seed)")
      #expect(text.unproved == [], "seed \(seed)")
      counts.certificates += 1
      counts.selections += report.outcomes.contains { $0.step == .selection } ? 1 : 0
      counts.kinds.formUnion(Self.keywords(text.bytes))
    }
    print("means \(part): \(counts)")
    #expect(counts.certificates > 200 && counts.selections > 50)
  }

  /// First words of the lines.
  private static func keywords(_ bytes: [UInt8]) -> Set<String> {
    Set(
      String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        .compactMap { $0.split(separator: " ").first.map(String.init) })
  }
}
