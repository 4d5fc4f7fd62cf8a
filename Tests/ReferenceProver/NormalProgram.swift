import LinearProgram

/// A program in the normal form of proofs (docs/certificate.md), worked out in the plainest way.
struct NormalProgram {
  struct Row {
    /// Index in the program.
    var index: Int
    var terms: [IntegerProgram.Term]
    var lower: Int?
    var upper: Int?
    /// The one block of its columns; `nil` for a linking row.
    var block: Int?
  }

  /// Ranges, all of them propagated; `nil` where no point is left.
  var box: SimpleBox?
  var rows: [Row] = []
  /// Columns with more than one value.
  var open: [Int] = []
  var blocks: [Int?]

  init(_ program: IntegerProgram) {
    blocks = program.columns.map(\.block)
    let start = SimpleBox(
      lower: program.columns.map(\.lower), upper: program.columns.map(\.upper))
    let raw = program.rows.enumerated().map { index, row in
      Row(index: index, terms: row.terms, lower: row.lower, upper: row.upper)
    }
    guard let box = start.propagated(by: raw) else { return }
    self.box = box
    open = program.columns.indices.filter { box.lower[$0] < box.upper[$0] }
    for row in raw {
      let normal = normalized(row, in: box)
      if let lower = normal.lower, let upper = normal.upper, lower > upper {
        self.box = nil
        return
      }
      let (least, most) = (box.least(normal.terms), box.most(normal.terms))
      if normal.lower.map({ least < $0 }) ?? false || normal.upper.map({ most > $0 }) ?? false {
        rows.append(normal)
      }
    }
  }

  private func normalized(_ row: Row, in box: SimpleBox) -> Row {
    var normal = row
    normal.terms = row.terms.filter { box.lower[$0.column] < box.upper[$0.column] }
    let fixed = row.terms.filter { box.lower[$0.column] == box.upper[$0.column] }
      .reduce(0) { $0 + $1.coefficient * box.lower[$1.column] }
    let unit = max(1, normal.terms.reduce(0) { divisor($0, $1.coefficient) })
    for place in normal.terms.indices { normal.terms[place].coefficient /= unit }
    normal.lower = row.lower.map { -floorDivide(fixed - $0, unit) }
    normal.upper = row.upper.map { floorDivide($0 - fixed, unit) }
    let places = Set(normal.terms.map { blocks[$0.column] })
    normal.block = places.count == 1 ? places.first ?? nil : nil
    return normal
  }
}

/// A range per column.
struct SimpleBox {
  var lower: [Int]
  var upper: [Int]

  func least(_ terms: [IntegerProgram.Term]) -> Int {
    terms.reduce(0) {
      $0 + $1.coefficient * ($1.coefficient > 0 ? lower[$1.column] : upper[$1.column])
    }
  }

  func most(_ terms: [IntegerProgram.Term]) -> Int {
    terms.reduce(0) {
      $0 + $1.coefficient * ($1.coefficient > 0 ? upper[$1.column] : lower[$1.column])
    }
  }

  /// The box after every row has been looked at until nothing changes; `nil` if it is empty.
  func propagated(by rows: [NormalProgram.Row]) -> SimpleBox? {
    var box = self
    guard zip(lower, upper).allSatisfy(<=) else { return nil }
    var changed = true
    while changed {
      changed = false
      for row in rows {
        if let side = row.upper {
          let slack = side - box.least(row.terms)
          guard slack >= 0, box.tighten(row.terms, slack, &changed) else { return nil }
        }
        if let side = row.lower {
          let slack = box.most(row.terms) - side
          let turned = row.terms.map { IntegerProgram.Term($0.column, -$0.coefficient) }
          guard slack >= 0, box.tighten(turned, slack, &changed) else { return nil }
        }
      }
    }
    return box
  }

  /// Moves every column at most slack ÷ coefficient away from the end at which the terms are least; false if one is left without values.
  mutating func tighten(
    _ terms: [IntegerProgram.Term], _ slack: Int, _ changed: inout Bool
  ) -> Bool {
    for term in terms where term.coefficient != 0 {
      let step = slack / abs(term.coefficient)
      if term.coefficient > 0, lower[term.column] + step < upper[term.column] {
        upper[term.column] = lower[term.column] + step
        changed = true
      } else if term.coefficient < 0, upper[term.column] - step > lower[term.column] {
        lower[term.column] = upper[term.column] - step
        changed = true
      }
      if lower[term.column] > upper[term.column] { return false }
    }
    return true
  }
}

func divisor(_ a: Int, _ b: Int) -> Int {
  var (a, b) = (abs(a), abs(b))
  while b != 0 { (a, b) = (b, a % b) }
  return a
}

func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((-a + b - 1) / b) }
