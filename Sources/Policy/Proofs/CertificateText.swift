public import Certificate
internal import LinearProgram

/// The proofs of a search as the text of a certificate.
///
/// Every node is checked before it is written. What the search has recorded may be more than is needed: it did not yet know the
/// best value, so that its boxes were larger. Whatever lies in a box that is empty or a single point now is left out.
public struct CertificateText: Sendable {
  /// The whole text.
  public let bytes: [UInt8]
  /// Steps without a proof, in the order of the certificate.
  public let unproved: [CertificateCheck.Step]

  /// Writes the proofs of some steps as those of a statement about the same scenario.
  ///
  /// - Throws: ``ProofFault`` if a proof does not hold, or is about another program than the statement.
  public init(_ steps: [ProofStep], proving statement: Statement) throws(ProofFault) {
    var writer = ProofWriter(writer: try CertificateWriter(statement))
    for step in steps { try writer.write(step) }
    unproved = writer.writer.check.unproved
    bytes = writer.writer.finish()
  }
}

/// Writes proofs node by node.
private struct ProofWriter {
  var writer: CertificateWriter
  /// Numbers of the certificate's rows, by name: more than one only where names are the same.
  private var places: [String: [Int]] = [:]
  /// How many rows are in `places`.
  private var known = 0
  /// Number of each row of the program at hand.
  private var numbers: [Int?] = []

  init(writer: CertificateWriter) { self.writer = writer }

  mutating func write(_ step: ProofStep) throws(ProofFault) {
    switch step.subject {
    case .goal(let index): try writer.begin(.goal(index), value: Int128(step.value))
    case .choice(let index): try writer.begin(.choice(index), value: Int128(step.value))
    case .selection: try writer.beginSelection()
    }
    numberRows(step.rows)
    var isProved = step.proof != nil
    do throws(ProofFault) {
      if let proof = step.proof { try write(proof) }
    } catch {
      // A proof that is too large to be checked is none; a wrong one is a fault of the program.
      guard error == .overflow || error == .endless else { throw error }
      writer.restartStep()
      isProved = false
    }
    try writer.finishStep(isProved: isProved)
  }

  /// Looks up the rows of a program by their names; those of the same name come in the same order.
  private mutating func numberRows(_ names: [String]) {
    let rows = writer.check.rowNames
    for index in known..<rows.count { places[rows[index], default: []].append(index + 1) }
    known = rows.count
    var used: [String: Int] = [:]
    numbers = names.map { name in
      guard let all = places[name], all.count > 1 else { return places[name]?.first }
      used[name, default: -1] += 1
      let turn = used[name] ?? 0
      return turn < all.count ? all[turn] : nil
    }
  }

  /// What is still to be written of a proof.
  private enum Part {
    case proof(Proof)
    case block(Proof.BlockProof)
    case end
  }

  /// Writes a proof in preorder, without recursion: it may be deeper than the stack.
  private mutating func write(_ proof: Proof) throws(ProofFault) {
    var parts = [Part.proof(proof)]
    while let part = parts.popLast() {
      switch part {
      case .proof(let proof): parts += try writeNode(proof)
      case .block(let block):
        let node = ProofNode.block(block.block, value: block.value)
        if try attempt(node).isWritten { parts.append(.proof(block.proof)) }
      case .end: try writer.write(.end)
      }
    }
  }

  /// Writes the node at the top of a proof; returns what follows it, last part first.
  private mutating func writeNode(_ proof: Proof) throws(ProofFault) -> [Part] {
    if writer.check.isLeaf {
      try writer.write(.empty)
      return []
    }
    switch proof {
    case .empty:
      try writer.write(.empty)
      return []
    case .combination(let multipliers, let withObjective, let then):
      let scale = withObjective ? multipliers.scale : nil
      let slack = try attempt(.combination(scale: scale, try numbered(multipliers))).result
      // What closes the box needs nothing after it.
      return slack < 0 ? [] : [.proof(then ?? .empty)]
    case .branch(let column, let value, let below, let above):
      let range = writer.check.range(of: column)
      if value >= range.upper { return [.proof(below)] }
      if value < range.lower { return [.proof(above)] }
      try writer.write(.branch(column: column, value: value))
      return [.proof(above), .proof(below)]
    case .split(let multipliers, let blocks):
      try writer.write(.split(scale: multipliers.scale, try numbered(multipliers)))
      return [.end] + blocks.sorted { $0.block > $1.block }.map { .block($0) }
    }
  }

  /// Writes a node, unless it has no effect.
  private mutating func attempt(
    _ node: ProofNode
  ) throws(ProofFault) -> (isWritten: Bool, result: Int128) {
    do throws(ProofFault) {
      return (true, try writer.write(node) ?? 0)
    } catch {
      guard error == .idle else { throw error }
      return (false, 0)
    }
  }

  /// Multipliers by the certificate's numbers.
  private func numbered(_ multipliers: Proof.Multipliers) throws(ProofFault) -> [RowMultiplier] {
    var list: [RowMultiplier] = []
    for (row, multiplier) in multipliers.rows {
      guard numbers.indices.contains(row), let number = numbers[row] else {
        throw .number(row)
      }
      // A row that no point of the problem breaks only makes a sum larger.
      guard writer.check.hasRow(number) else { continue }
      list.append(RowMultiplier(row: number, multiplier: multiplier))
    }
    return list.sorted { $0.row < $1.row }
  }
}
