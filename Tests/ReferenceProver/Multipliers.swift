import LinearProgram

/// What is to be proved: no point of a box that keeps the rows has an objective above the claim, or (`nil`) none exists.
struct Aim {
  var columns: [Int]
  var objective: [Int]
  var claim: Int?
  var rows: [NormalProgram.Row]
  var block: Int?
}

/// Weights of rows that bring the bound of a weighted sum down, found one row at a time.
struct DualAscent {
  let aim: Aim
  let box: SimpleBox
  let scale: Int
  /// Rows that may have a weight.
  let usable: [NormalProgram.Row]
  private(set) var weights: [Int]

  init(_ aim: Aim, _ box: SimpleBox, scale: Int, usable: [NormalProgram.Row]) {
    (self.aim, self.box, self.scale, self.usable) = (aim, box, scale, usable)
    weights = usable.map { _ in 0 }
  }

  /// Coefficients of the columns with all rows taken away.
  var reduced: [Int] {
    var reduced = aim.objective.map { aim.claim == nil ? 0 : $0 << scale }
    for (row, weight) in zip(usable, weights) {
      for term in row.terms { reduced[term.column] -= weight * term.coefficient }
    }
    return reduced
  }

  /// Σ weight × side.
  var sides: Int {
    zip(usable, weights).reduce(0) { sum, pair in
      let side = pair.1 > 0 ? pair.0.upper : pair.0.lower
      return pair.1 == 0 ? sum : sum + pair.1 * (side ?? 0)
    }
  }

  /// What no point exceeds.
  var bound: Int {
    let reduced = reduced
    return sides
      + aim.columns.reduce(0) {
        $0 + max(reduced[$1] * box.lower[$1], reduced[$1] * box.upper[$1])
      }
  }

  /// By how much the box reaches beyond what the weights allow; negative: it is closed.
  var slack: Int { bound - (aim.claim.map { ($0 + 1) << scale } ?? 0) }

  /// Improves one weight after another, all but `kept`.
  mutating func improve(sweeps: Int, keeping kept: Int? = nil) {
    for _ in 0..<sweeps {
      for place in usable.indices where place != kept { improve(place) }
    }
  }

  private mutating func improve(_ place: Int) {
    let row = usable[place]
    let old = weights[place]
    weights[place] = 0
    let reduced = reduced
    // Only the row's own columns and its side depend on its weight.
    func part(_ weight: Int) -> Int? {
      guard let side = weight > 0 ? row.upper : row.lower else { return weight == 0 ? part0 : nil }
      return row.terms.reduce(weight * side) { sum, term in
        let coefficient = reduced[term.column] - weight * term.coefficient
        return sum
          + max(coefficient * box.lower[term.column], coefficient * box.upper[term.column])
      }
    }
    var part0: Int {
      row.terms.reduce(0) { sum, term in
        let coefficient = reduced[term.column]
        return sum
          + max(coefficient * box.lower[term.column], coefficient * box.upper[term.column])
      }
    }
    var candidates: Set = [0, old]
    for term in row.terms {
      let floor = floorDivide(
        term.coefficient > 0 ? reduced[term.column] : -reduced[term.column],
        abs(term.coefficient))
      candidates.formUnion([floor, floor + 1])
    }
    var best: (weight: Int, part: Int)?
    for weight in [old] + candidates.sorted() {
      guard let part = part(weight) else { continue }
      if part < best?.part ?? Int.max { best = (weight, part) }
    }
    weights[place] = best?.weight ?? old
  }

  mutating func set(_ place: Int, _ weight: Int) { weights[place] = weight }

  /// The weights as a proof writes them.
  var multipliers: Proof.Multipliers {
    Proof.Multipliers(
      rows: zip(usable, weights).filter { $1 != 0 }.map { ($0.index, $1) }
        .sorted { $0.0 < $1.0 }, scale: scale)
  }
}
