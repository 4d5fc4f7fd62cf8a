import Certificate
import ReferenceProver
import Testing

/// The text of a certificate: one spelling for everything, all names, in order.
@Suite("The text of a certificate")
struct CertificateReaderTests {
  private static let text = """
    allocate-certificate 1
    column 1 x0
    column 2 x1
    column 3 x2
    row 1 r1
    goal 12 value
    unproved
    row 2 goal:value
    tie 0 x0
    unproved
    row 3 tie:x0
    tie 1 x1
    unproved
    row 4 tie:x1
    tie 1 x2
    unproved
    row 5 tie:x2
    """

  private static func fault(_ change: (inout String) -> Void) -> ProofFault? {
    var text = text
    change(&text)
    return CertificateReader.check(EditableCertificate(text).bytes, of: Hand.fund).fault?.fault
  }

  private static func replace(_ old: String, _ new: String) -> ProofFault? {
    fault { text in
      let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
      text = parts.joined(separator: new)
    }
  }

  @Test("the text as it is")
  func asItIs() { #expect(Self.fault { _ in } == nil) }

  @Test("the first line, and the last")
  func ends() {
    #expect(Self.replace("certificate 1", "certificate 2") == .header)
    #expect(Self.replace("allocate-certificate 1\n", "") == .header)
    let bytes = EditableCertificate(Self.text).bytes
    for change in [
      Array(bytes.dropLast()), Array(bytes.dropFirst()), bytes + [10], Array(bytes.dropLast(26)),
      [], [10], Array("checksum cbf29ce484222325\n".utf8),
    ] {
      #expect(!CertificateReader.check(change, of: Hand.fund).isComplete)
      #expect(CertificateReader.check(change, of: Hand.fund).fault != nil)
    }
  }

  @Test("every change of one byte is found by the checksum")
  func bytes() {
    let bytes = EditableCertificate(Self.text).bytes
    for place in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[place] ^= 1 << bit
        #expect(CertificateReader.check(changed, of: Hand.fund).fault != nil)
      }
    }
  }

  @Test("numbers have one spelling")
  func spelling() {
    for (old, new) in [
      ("goal 12", "goal 012"), ("goal 12", "goal +12"), ("goal 12", "goal  12"),
      ("goal 12", "goal 12.0"), ("tie 0", "tie -0"), ("tie 0", "tie "), ("tie 0", "tie"),
      ("value\n", "value \n"), ("goal 12", "Goal 12"), ("goal 12", "goal 1e1"),
      ("goal 12", "goal 12\t"), ("row 1", "row 01"), ("unproved", "unproved "),
      ("unproved", "unproved\n"), ("unproved", "\u{FEFF}unproved"),
    ] {
      #expect(Self.replace(old, new) != nil, "\(old) → \(new)")
    }
    let many = String(repeating: "9", count: 40)
    #expect(Self.replace("goal 12", "goal \(many)") == .overflow)
    #expect(Self.replace("goal 12", "goal -\(many)") == .overflow)
    let largest = "170141183460469231731687303715884105727"
    #expect(
      Self.replace("goal 12", "goal \(largest)") == .value(claimed: .max, plan: 12))
  }

  @Test("all columns in order, all rows in any")
  func lists() {
    #expect(Self.replace("column 3 x2\n", "") == .name("x2"))
    #expect(Self.replace("column 2 x1", "column 2 x2") == .name("x2"))
    #expect(Self.replace("column 2 x1\ncolumn 3 x2", "column 2 x2\ncolumn 3 x1") == .name("x2"))
    #expect(Self.replace("column 3", "column 4") == .line)
    #expect(Self.replace("column 3 x2", "column 3 x2\ncolumn 4 x3") == .name("x3"))
    #expect(Self.replace("row 1 r1\n", "") == .name("r1"))
    #expect(Self.replace("row 1 r1", "row 1 r1\nrow 2 r1") == .name("r1"))
    #expect(Self.replace("row 1 r1", "row 1 r2") == .name("r2"))
  }

  @Test("rows are numbered as they are listed")
  func rowOrder() throws {
    var statement = Hand.fund
    statement.program.addRow(
      Program.Row("two", Hand.expression([1, 1, 1]), upper: 2))
    statement.program.addRow(Program.Row("two", Hand.expression([1, 1, 0]), lower: 0, upper: 1))
    let rows = "row 1 two\nrow 2 r1\nrow 3 two"
    var text = Self.text.replacing("row 1 r1", with: rows)
    for number in (2...5).reversed() {
      text = text.replacing("row \(number) goal", with: "row \(number + 2) goal")
      text = text.replacing("row \(number) tie", with: "row \(number + 2) tie")
    }
    let report = CertificateReader.check(EditableCertificate(text).bytes, of: statement)
    #expect(report.fault == nil)
  }

  @Test("steps in order, each with the row it brings")
  func steps() {
    #expect(Self.replace("goal 12 value", "goal 12 other") == .step("goal value"))
    #expect(Self.replace("goal 12 value\nunproved\nrow 2 goal:value\n", "") == .step("goal value"))
    #expect(Self.replace("tie 0 x0", "goal 0 x0") == .step("tie x0"))
    #expect(Self.replace("tie 1 x1", "tie 1 x2") == .step("tie x1"))
    #expect(Self.replace("row 3 tie:x0\n", "") == .line)
    #expect(Self.replace("row 3 tie:x0", "row 4 tie:x0") == .line)
    #expect(Self.replace("row 3 tie:x0", "row 3 tie:x1") == .line)
    #expect(Self.replace("\nrow 5 tie:x2", "") == .line)
    #expect(Self.replace("\nunproved\nrow 5 tie:x2", "") == .openProof)
    #expect(Self.replace("row 5 tie:x2", "row 5 tie:x2\ntie 1 x2") == .step("checksum"))
    #expect(Self.replace("unproved", "unproved\nunproved") == .line)
  }

  @Test("the line of a fault")
  func lines() {
    let bytes = EditableCertificate(Self.text.replacing("tie 1 x1", with: "tie 0 x1")).bytes
    let report = CertificateReader.check(bytes, of: Hand.fund)
    #expect(report.fault?.line == 12)
    #expect(report.outcomes.count == 2)
  }
}
