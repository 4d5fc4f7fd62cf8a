/// Reads the text of a certificate and checks it.
public enum CertificateReader {
  /// Checks the bytes of a certificate of a statement; whatever they are, the outcome is a report.
  public static func check(_ bytes: [UInt8], of statement: Statement) -> CertificateReport {
    var report = CertificateReport()
    var lines = CertificateLines(bytes)
    var steps: StepReader?
    do throws(ProofFault) {
      try lines.begin()
      var lists = NameLists(statement)
      var line = lines.next()
      while let read = line, try lists.take(read) { line = lines.next() }
      steps = StepReader(try CertificateCheck(lists.numberedStatement()))
      while let read = line {
        try steps?.take(read)
        line = lines.next()
      }
      try steps?.finish()
    } catch {
      report.fault = .init(line: lines.number, fault: error)
    }
    guard let steps else { return report }
    report.outcomes = steps.check.outcomes
    if report.fault == nil { report.missing = steps.check.unproved }
    return report
  }
}

/// The lines of a certificate between its first and its last.
struct CertificateLines {
  private let bytes: [UInt8]
  /// Where the last line begins.
  private var end = 0
  private var position = 0
  /// Number of the line at hand, from 1; `nil` before the first.
  private(set) var number: Int?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Compares the checksum, and reads the first line.
  mutating func begin() throws(ProofFault) {
    let length = "checksum 0123456789abcdef\n".utf8.count
    guard bytes.count > length, bytes[bytes.count - length - 1] == UInt8(ascii: "\n") else {
      throw .checksum
    }
    end = bytes.count - length
    var sum = Checksum()
    sum.add(bytes[..<end])
    guard bytes[end...].elementsEqual("checksum \(sum.text)\n".utf8) else { throw .checksum }
    let header = nextRange().map { bytes[$0].elementsEqual(CertificateWriter.header.utf8) }
    guard header == true else { throw .header }
  }

  /// The next line; `nil` at the last.
  mutating func next() -> CertificateLine? { nextRange().map { CertificateLine(bytes, $0) } }

  private mutating func nextRange() -> Range<Int>? {
    number = (number ?? 0) + 1
    guard position < end else { return nil }
    let start = position
    let stop = bytes[start..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
    position = stop + 1
    return start..<stop
  }
}
