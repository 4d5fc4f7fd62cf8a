import Certificate
import Policy
import ReferenceProver
import Testing

/// Certificates changed in one place, each with the right checksum: every change must be found.
@Suite("Corrupted certificates")
struct CorruptionTests {
  /// Kinds of changes that the certificates of a part must give occasion to.
  private static let kinds: [Set<String>] = [
    ["value", "name", "branch column", "branch value", "missing child", "swapped children"],
    ["value", "name", "scale", "slack", "multiplier", "row", "missing multiplier"],
    ["block", "block value", "missing block", "scale", "slack", "multiplier", "row"],
    ["block", "block value", "missing block", "swapped children", "branch value"],
    ["multiplier", "row", "slack", "swapped lines", "missing line", "doubled line"],
  ]

  @Test("no change goes through", arguments: 0..<5)
  func everyChange(part: Int) throws {
    var tried: [String: Int] = [:]
    for seed in part * 60..<(part + 1) * 60 {
      let small =
        part == 2 || part == 3
        ? SmallCase(blocksWithSeed: seed) : SmallCase(seed: 50_000 + seed, columns: 4)
      guard let best = small.best else { continue }
      let prover = ReferenceProver(RandomProofTests.means[part])
      let steps = small.steps(best, prover, withSelection: small.isSelectionUnique(best))
      let statement = small.statement(of: best)
      let text = try CertificateText(steps, proving: statement)
      try #require(text.unproved == [], "seed \(seed)")
      let original = EditableCertificate(text.bytes)
      try #require(original.bytes == text.bytes)
      for corruption in Corruption.all(of: original) {
        tried[corruption.kind, default: 0] += 1
        let report = CertificateReader.check(corruption.certificate.bytes, of: statement)
        let isFound = !report.isComplete
        #expect(isFound, "seed \(seed): \(corruption.kind), \(corruption.place)")
      }
    }
    print("part \(part):", tried.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })
    #expect(tried.values.reduce(0, +) > 5_000)
    #expect(Self.kinds[part].isSubset(of: tried.keys))
  }
}
