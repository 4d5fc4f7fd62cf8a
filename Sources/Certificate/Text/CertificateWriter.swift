/// Writes a certificate, checking every line as it goes: what does not hold is never written.
public struct CertificateWriter: Sendable {
  /// Words that begin the first line; the version of the format is its last.
  static let header = "allocate-certificate 1"

  /// The check, one node ahead of whoever writes.
  public private(set) var check: CertificateCheck
  private var text: [UInt8] = []
  /// Where the proof of the step at hand begins.
  private var proofStart = 0

  /// Begins the certificate of a statement with the lists of its columns and rows.
  public init(_ statement: Statement) throws(ProofFault) {
    check = try CertificateCheck(statement)
    line(Self.header)
    for (index, column) in statement.program.columns.enumerated() {
      line("column \(index + 1) \(column.name)")
    }
    for index in statement.program.rows.indices { lineOfRow(index) }
  }

  /// Begins a goal or a choice of the tie-break with the value that the search found.
  public mutating func begin(_ step: CertificateCheck.Step, value: Int128) throws(ProofFault) {
    try check.begin(step, value: value)
    guard let objective = check.objective(of: step) else { return }
    line("\(step.keyword) \(value) \(objective.name)")
    proofStart = text.count
  }

  /// Begins the selection.
  public mutating func beginSelection() throws(ProofFault) {
    let known = check.rowNames.count
    try check.beginSelection()
    line("selection")
    for index in known..<check.rowNames.count { lineOfRow(index) }
    proofStart = text.count
  }

  /// Takes back what was written of the step's proof.
  public mutating func restartStep() {
    check.restartStep()
    text.removeSubrange(proofStart...)
  }

  /// Writes the next node of the step's proof; returns the slack of a combination and the excess of a split's end.
  @discardableResult
  public mutating func write(_ node: ProofNode) throws(ProofFault) -> Int128? {
    let mark = check.mark(of: node).text
    let result = try check.take(node)
    line(node.text(result: result, mark: mark))
    return result
  }

  /// Ends the step; without a proof the certificate says so.
  public mutating func finishStep(isProved: Bool) throws(ProofFault) {
    let known = check.rowNames.count
    try check.finish(isProved: isProved)
    if !isProved { line("unproved") }
    for index in known..<check.rowNames.count { lineOfRow(index) }
  }

  /// The whole text, with its checksum.
  public consuming func finish() -> [UInt8] {
    var sum = Checksum()
    sum.add(text)
    line("checksum \(sum.text)")
    return text
  }

  private mutating func line(_ words: String) {
    text += words.utf8
    text.append(UInt8(ascii: "\n"))
  }

  private mutating func lineOfRow(_ index: Int) {
    line("row \(index + 1) \(check.rowNames[index])")
  }
}

extension ProofNode {
  /// The node's line, with the slack or excess that was worked out.
  func text(result: Int128?, mark: String) -> String {
    switch self {
    case .empty: "empty"
    case .branch(let column, let value): "branch \(column + 1) \(value) \(mark)"
    case .combination(let scale, let multipliers):
      "combine \(scale.map { "\($0)" } ?? "-") \(result ?? 0) \(mark)" + Self.text(multipliers)
    case .split(let scale, let multipliers): "split \(scale) \(mark)" + Self.text(multipliers)
    case .block(let block, let value): "block \(block + 1) \(value) \(mark)"
    case .end: "end \(result ?? 0)"
    }
  }

  private static func text(_ multipliers: [RowMultiplier]) -> String {
    multipliers.reduce(into: "") { $0 += " \($1.row) \($1.multiplier)" }
  }
}
