import Certificate
import Policy
import ReferenceProver
import ReferenceSolver
import Testing

/// Whatever the bytes are, the reader comes to an end with a report.
@Suite("Certificates of random bytes")
struct FuzzTests {
  private static let words = [
    "empty", "branch", "combine", "split", "block", "end", "goal", "tie", "selection", "unproved",
    "row", "column", "checksum", "allocate-certificate", "-", "0", "1", "-1", "62", "63",
    "9223372036854775807", "-9223372036854775808", "170141183460469231731687303715884105727",
    "-170141183460469231731687303715884105728", "x[0]", "g0", "", "0000000000000000",
  ]

  private static func sample(_ seed: Int) throws -> (statement: Statement, bytes: [UInt8])? {
    let small = SmallCase(blocksWithSeed: seed)
    guard let best = small.best else { return nil }
    let steps = small.steps(best, ReferenceProver(), withSelection: small.isSelectionUnique(best))
    let statement = small.statement(of: best)
    return (statement, try CertificateText(steps, proving: statement).bytes)
  }

  @Test("random bytes")
  func bytes() throws {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...300, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(CertificateReader.check(bytes, of: Hand.fund).fault != nil)
    }
  }

  @Test("certificates cut off anywhere")
  func truncated() throws {
    let (statement, bytes) = try #require(try Self.sample(3))
    for length in bytes.indices {
      #expect(CertificateReader.check(Array(bytes[..<length]), of: statement).fault != nil)
    }
  }

  @Test("random words in the place of others, with the right checksum")
  func wordsReplaced() throws {
    var random = SeededGenerator(seed: 2)
    for seed in 0..<40 {
      guard let (statement, bytes) = try Self.sample(seed) else { continue }
      let original = EditableCertificate(bytes)
      for _ in 0..<100 {
        var changed = original
        for _ in 0...Int.random(in: 0...3, using: &random) {
          let line = Int.random(in: original.lines.indices, using: &random)
          let word = Int.random(in: original.lines[line].indices, using: &random)
          changed.lines[line][word] = Self.words.randomElement(using: &random) ?? ""
        }
        guard changed != original else { continue }
        let report = CertificateReader.check(changed.bytes, of: statement)
        #expect(!report.isComplete, "seed \(seed)")
      }
    }
  }

  @Test("random lines, with the right checksum")
  func lines() throws {
    var random = SeededGenerator(seed: 3)
    guard let (statement, bytes) = try Self.sample(5) else { return }
    let head = EditableCertificate(bytes).lines.prefix {
      ["allocate-certificate", "column", "row"].contains($0[0])
    }
    for _ in 0..<3_000 {
      var certificate = EditableCertificate(bytes)
      certificate.lines = Array(head)
      for _ in 0...Int.random(in: 0...20, using: &random) {
        certificate.lines.append(
          (0...Int.random(in: 0...6, using: &random)).map { _ in
            Self.words.randomElement(using: &random) ?? ""
          })
      }
      let report = CertificateReader.check(certificate.bytes, of: statement)
      #expect(!report.isComplete)
    }
  }
}
