/// One thing to prove, in the normal form that proofs refer to: no point of a box that keeps some rows has an objective above a claim.
///
/// The normal form is made once, before the first node: ranges propagated until nothing follows; columns with one value put into
/// the sides; every row divided by the greatest common divisor of its coefficients, its sides rounded inwards; rows that the ranges
/// cannot break left out; and the objective likewise, so that a claim of integers is as strong as can be.
struct Problem: Sendable {
  /// The normal rows and the ranges.
  let box: Box
  /// Columns with more than one value.
  let open: [Int]
  /// The open columns of each block.
  let openOfBlock: [Int: [Int]]
  /// Normal coefficient per column; 0 where it has none.
  let objective: [Int128]
  /// "No point has an objective above this."
  let claim: Int128
  /// Place in the system of each normal row, by its number.
  let place: [Int: Int]
  /// Block per column.
  let blocks: [Int?]

  /// Brings a problem into normal form.
  ///
  /// - Parameters:
  ///   - base: rows and ranges, propagated.
  ///   - blocks: block of each column.
  ///   - gain: objective, to be made as large as possible.
  ///   - limit: the claim for it.
  init(_ base: Box, blocks: [Int?], gain: Expression, limit: Int128) throws(ProofFault) {
    let columns = base.lower.indices
    let open = base.isEmpty ? [] : columns.filter { !base.isFixed($0) }
    var rows = RowSystem(columns: columns.count)
    var isContradiction = base.isEmpty
    for row in base.system.rows where !base.isEmpty {
      let normal = try NormalRow(row, in: base)
      if normal.isContradiction { isContradiction = true }
      guard try normal.canBreak(in: base) else { continue }
      rows.add(
        number: row.number, normal.terms, lower: normal.lower, upper: normal.upper,
        block: Self.block(of: normal.terms, blocks))
    }
    var box = Box(rows, lower: base.lower, upper: base.upper)
    if isContradiction { box.makeEmpty() }
    let goal = try NormalObjective(gain, limit: limit, in: base)
    self.box = box
    self.open = open
    self.blocks = blocks
    openOfBlock = Dictionary(
      grouping: open.filter { blocks[$0] != nil }, by: { blocks[$0] ?? 0 })
    objective = goal.coefficients
    claim = goal.claim
    place = Dictionary(uniqueKeysWithValues: rows.rows.enumerated().map { ($1.number, $0) })
  }

  /// The block in which all columns of a row lie; `nil` if it links several, or columns that stand alone.
  private static func block(
    of terms: [(column: Int, coefficient: Int)], _ blocks: [Int?]
  ) -> Int? {
    guard let first = terms.first, let block = blocks[first.column] else { return nil }
    return terms.allSatisfy { blocks[$0.column] == block } ? block : nil
  }
}

/// A row over its open columns, divided by the greatest common divisor of its coefficients.
private struct NormalRow {
  var terms: [(column: Int, coefficient: Int)] = []
  var lower: Int128?
  var upper: Int128?

  init(_ row: RowSystem.Row, in base: Box) throws(ProofFault) {
    var fixed: Int128 = 0
    var divisor: UInt = 0
    for entry in row.run {
      let (column, coefficient) = base.system.entries[entry]
      if base.isFixed(column) {
        fixed = try Exact.sum(fixed, Exact.wide(coefficient, base.lower[column]))
      } else {
        terms.append((column, coefficient))
        divisor = Exact.commonDivisor(divisor, coefficient.magnitude)
      }
    }
    let unit = Int(max(divisor, 1))
    for index in terms.indices { terms[index].coefficient /= unit }
    if let side = row.lower {
      lower = Exact.ceiling(try Exact.difference(side, fixed), Int128(unit))
    }
    if let side = row.upper {
      upper = Exact.floor(try Exact.difference(side, fixed), Int128(unit))
    }
  }

  /// Whether rounding has left no room between the sides.
  var isContradiction: Bool {
    guard let lower, let upper else { return false }
    return lower > upper
  }

  /// Whether some values within the ranges break the row.
  func canBreak(in base: Box) throws(ProofFault) -> Bool {
    var (least, most): (Int128, Int128) = (0, 0)
    for (column, coefficient) in terms {
      let ends = (
        Exact.wide(coefficient, base.lower[column]), Exact.wide(coefficient, base.upper[column])
      )
      least = try Exact.sum(least, min(ends.0, ends.1))
      most = try Exact.sum(most, max(ends.0, ends.1))
    }
    return lower.map { least < $0 } ?? false || upper.map { most > $0 } ?? false
  }
}

/// An objective over the open columns, divided by the greatest common divisor of its coefficients, and the claim for it.
private struct NormalObjective {
  var coefficients: [Int128]
  var claim: Int128

  init(_ gain: Expression, limit: Int128, in base: Box) throws(ProofFault) {
    coefficients = Array(repeating: 0, count: base.lower.count)
    var constant = gain.constant
    var divisor: UInt = 0
    for term in gain.terms {
      let coefficient = try Exact.narrow(term.coefficient)
      if base.isFixed(term.column) {
        constant = try Exact.sum(constant, Exact.wide(coefficient, base.lower[term.column]))
      } else {
        coefficients[term.column] = Int128(coefficient)
        divisor = Exact.commonDivisor(divisor, coefficient.magnitude)
      }
    }
    let unit = Int128(max(divisor, 1))
    for index in coefficients.indices { coefficients[index] /= unit }
    claim = Exact.floor(try Exact.difference(limit, constant), unit)
  }
}
