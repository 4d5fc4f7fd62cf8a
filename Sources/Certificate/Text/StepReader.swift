/// Reads the steps of a certificate and has every line checked.
struct StepReader {
  private(set) var check: CertificateCheck
  /// Column of the program for every number, from 1.
  private let columns: [Int]
  /// Rows that are there and have not been named; a step names the rows it brings.
  private var rowsToName: ArraySlice<String> = []

  init(_ check: CertificateCheck, columns: [Int]) {
    self.check = check
    self.columns = columns
  }

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
    var claimed: Int128?
    let node: ProofNode
    switch line.keyword {
    case "empty": node = .empty
    case "branch": node = try branch(&line)
    case "combine":
      let scale = line.skip("-") ? nil : try line.smallInteger()
      claimed = try line.integer()
      node = .combination(scale: scale, try line.multipliers())
    case "split": node = .split(scale: try line.smallInteger(), try line.multipliers())
    case "block":
      let number = try line.smallInteger()
      guard number > 0 else { throw .number(number) }
      node = .block(number - 1, value: try line.integer())
    case "end":
      claimed = try line.integer()
      node = .end
    default: throw .line
    }
    try line.finish()
    let found = try check.take(node)
    if let claimed, let found, claimed != found { throw .slack(claimed: claimed, found: found) }
  }

  /// A column with the ends of both halves of its range, so that a wrong branch shows.
  private func branch(_ line: inout CertificateLine) throws(ProofFault) -> ProofNode {
    let column = try column(line.smallInteger())
    let ends = (try line.smallInteger(), try line.smallInteger())
    let next = (try line.smallInteger(), try line.smallInteger())
    let range = check.range(of: column)
    guard ends.0 == range.lower, next.1 == range.upper, next.0 > ends.1, next.0 - 1 == ends.1
    else { throw .branch(column: column) }
    return .branch(column: column, value: ends.1)
  }

  /// The program's column of a number in the list.
  private func column(_ number: Int) throws(ProofFault) -> Int {
    guard columns.indices.contains(number - 1) else { throw .number(number) }
    return columns[number - 1]
  }
}
