/// Reads the steps of a certificate and has every line checked.
struct StepReader {
  private(set) var check: CertificateCheck
  /// Rows that are there and have not been named; a step names the rows it brings.
  private var rowsToName: ArraySlice<String> = []

  init(_ check: CertificateCheck) { self.check = check }

  /// Takes the next line.
  mutating func take(_ line: CertificateLine) throws(ProofFault) {
    var line = line
    if let name = rowsToName.popFirst() {
      let number = check.rowNames.count - rowsToName.count
      guard line.keyword == "row", try line.smallInteger() == number,
        try line.name().elementsEqual(name.utf8)
      else { throw .line }
      return
    }
    let known = check.rowNames.count
    switch (line.keyword, check.step) {
    case ("selection", nil): try check.beginSelection()
    case ("goal", nil), ("tie", nil): try begin(&line)
    case (_, nil): throw .step(check.name(of: check.next))
    case ("unproved", _): try check.finish(isProved: false)
    default:
      try readNode(&line)
      if check.isStepProved { try check.finish(isProved: true) }
    }
    try line.finish()
    rowsToName = check.rowNames[known...]
  }

  /// Ends the text.
  func finish() throws(ProofFault) {
    if check.step != nil { throw .openProof }
    if !rowsToName.isEmpty { throw .line }
  }

  private mutating func begin(_ line: inout CertificateLine) throws(ProofFault) {
    let value = try line.integer()
    let name = try line.name()
    guard let next = check.next, let objective = check.objective(of: next),
      line.keyword == next.keyword, name.elementsEqual(objective.name.utf8)
    else { throw .step(check.name(of: check.next)) }
    try check.begin(next, value: value)
  }

  private mutating func readNode(_ line: inout CertificateLine) throws(ProofFault) {
    let read = try node(&line)
    try line.finish()
    if let mark = read.mark, !mark.elementsEqual(check.mark(of: read.node).text.utf8) {
      throw .mark
    }
    let found = try check.take(read.node)
    if let claimed = read.result, let found, claimed != found {
      throw .slack(claimed: claimed, found: found)
    }
  }

  /// A node as a line says it, with the result it claims and its mark.
  private struct Node {
    var node: ProofNode
    var result: Int128?
    var mark: ArraySlice<UInt8>?
  }

  private func node(_ line: inout CertificateLine) throws(ProofFault) -> Node {
    switch line.keyword {
    case "empty": return Node(node: .empty)
    case "branch":
      let (number, value) = (try line.smallInteger(), try line.smallInteger())
      return Node(
        node: .branch(column: try index(number), value: value), mark: try line.word())
    case "combine":
      let scale = line.skip("-") ? nil : try line.smallInteger()
      let (slack, mark) = (try line.integer(), try line.word())
      return Node(
        node: .combination(scale: scale, try line.multipliers()), result: slack, mark: mark)
    case "split":
      let (scale, mark) = (try line.smallInteger(), try line.word())
      return Node(node: .split(scale: scale, try line.multipliers()), mark: mark)
    case "block":
      let (number, value) = (try line.smallInteger(), try line.integer())
      return Node(node: .block(try index(number), value: value), mark: try line.word())
    case "end": return Node(node: .end, result: try line.integer())
    default: throw .line
    }
  }

  /// The program's column, or block, of a number.
  private func index(_ number: Int) throws(ProofFault) -> Int {
    guard number > 0 else { throw .number(number) }
    return number - 1
  }
}
