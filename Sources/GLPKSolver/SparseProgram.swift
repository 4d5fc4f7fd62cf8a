internal import LinearProgram

/// An integer program in compressed rows and columns, each row divided by the common divisor of its coefficients.
struct SparseProgram {
  typealias Entry = SparseMatrix.Entry

  let columnCount: Int
  let rowCount: Int
  private(set) var lower: [Int]
  private(set) var upper: [Int]
  private(set) var rowLower: OptionalIntegers<Int>
  private(set) var rowUpper: OptionalIntegers<Int>
  private let rows: SparseMatrix
  private let columns: SparseMatrix

  init(_ program: IntegerProgram) { self.init(program, checkpoint: {}) }

  /// - Parameter checkpoint: asked often; what it throws ends the work.
  init<Stop: Error>(_ program: IntegerProgram, checkpoint: () throws(Stop) -> Void)
    throws(Stop)
  {
    lower = program.lowerBounds
    upper = program.upperBounds
    columnCount = lower.count
    rowCount = program.rowCount
    var divisors: [Int] = []
    divisors.reserveCapacity(rowCount)
    var (entries, largest) = (0, 0)
    try program.forEachRow { (terms, _, _) throws(Stop) in
      if divisors.count.isMultiple(of: SparseProgram.rowsPerCheckpoint) { try checkpoint() }
      let divisor = SparseProgram.commonDivisor(terms)
      for term in terms { largest = max(largest, abs(term.coefficient) / divisor) }
      entries += terms.count
      divisors.append(divisor)
    }
    var builder = SparseMatrix.Builder(lines: rowCount, entries: entries, largest: largest)
    var sides = (lower: OptionalIntegers<Int>(), upper: OptionalIntegers<Int>())
    var row = 0
    try program.forEachRow { (terms, lower, upper) throws(Stop) in
      if row.isMultiple(of: SparseProgram.rowsPerCheckpoint) { try checkpoint() }
      let divisor = divisors[row]
      row += 1
      // An integer combination of multiples of the divisor: bounds round inwards.
      sides.lower.append(lower.map { -floorDivide(-$0, divisor) })
      sides.upper.append(upper.map { floorDivide($0, divisor) })
      for term in terms { builder.add(term.column, term.coefficient / divisor) }
      builder.endLine()
    }
    (rowLower, rowUpper) = sides
    rows = builder.finished()
    try checkpoint()
    columns = rows.transposed(lineCount: columnCount)
  }

  /// Rows that a pass takes in some hundredths of a second.
  static var rowsPerCheckpoint: Int { 1 << 16 }

  private static func commonDivisor(_ terms: ArraySlice<IntegerProgram.Term>) -> Int {
    var divisor = 0
    for term in terms {
      divisor = greatestCommonDivisor(divisor, term.coefficient)
      if divisor == 1 { break }
    }
    return max(1, divisor)
  }

  /// The same program within other bounds.
  func within(_ lower: [Int], _ upper: [Int]) -> SparseProgram {
    var copy = self
    copy.lower = lower
    copy.upper = upper
    return copy
  }

  /// Some columns, and some rows over them, the other columns being put into the sides of the rows at their lower bounds.
  ///
  /// - Parameters:
  ///   - lower, upper: bounds of all columns of the whole program.
  ///   - position: new index of each column, −1 for one that is left out.
  ///   - checkpoint: asked often; what it throws ends the work.
  init<Stop: Error>(
    _ whole: SparseProgram, columns keptColumns: [Int32], rows keptRows: [Int32],
    position: [Int32], lower: [Int], upper: [Int], checkpoint: () throws(Stop) -> Void
  ) throws(Stop) {
    columnCount = keptColumns.count
    rowCount = keptRows.count
    self.lower = keptColumns.map { lower[Int($0)] }
    self.upper = keptColumns.map { upper[Int($0)] }
    var divisors: [Int] = []
    divisors.reserveCapacity(rowCount)
    var (entries, largest) = (0, 0)
    for row in keptRows {
      if divisors.count.isMultiple(of: SparseProgram.rowsPerCheckpoint) { try checkpoint() }
      var (divisor, most) = (0, 0)
      for entry in whole.rows[Int(row)] where position[entry.index] >= 0 {
        if divisor != 1 { divisor = greatestCommonDivisor(divisor, entry.coefficient) }
        most = max(most, abs(entry.coefficient))
        entries += 1
      }
      divisors.append(max(1, divisor))
      largest = max(largest, most / max(1, divisor))
    }
    var builder = SparseMatrix.Builder(lines: rowCount, entries: entries, largest: largest)
    rowLower = OptionalIntegers()
    rowUpper = OptionalIntegers()
    for (row, divisor) in zip(keptRows, divisors) {
      if rowLower.count.isMultiple(of: SparseProgram.rowsPerCheckpoint) { try checkpoint() }
      var fixed = 0
      for entry in whole.rows[Int(row)] {
        let new = position[entry.index]
        if new >= 0 {
          builder.add(Int(new), entry.coefficient / divisor)
        } else {
          fixed += entry.coefficient * lower[entry.index]
        }
      }
      builder.endLine()
      rowLower.append(whole.rowLower[Int(row)].map { -floorDivide(fixed - $0, divisor) })
      rowUpper.append(whole.rowUpper[Int(row)].map { floorDivide($0 - fixed, divisor) })
    }
    rows = builder.finished()
    try checkpoint()
    columns = rows.transposed(lineCount: columnCount)
  }

  func entries(ofRow row: Int) -> SparseMatrix.Line { rows[row] }

  func entries(ofColumn column: Int) -> SparseMatrix.Line { columns[column] }

  /// Values of all rows at a point, which must be known to fit (see ``reach(ofRow:)``).
  func activity(_ point: [Int]) -> [Int] {
    (0..<rowCount).map { row in
      var sum = 0
      for entry in entries(ofRow: row) { sum += entry.coefficient * point[entry.index] }
      return sum
    }
  }

  /// Largest magnitude that the terms of a row and its sides can add up to.
  func reach(ofRow row: Int) -> Int128 {
    var reach = Int128((rowLower[row] ?? 0).magnitude) + Int128((rowUpper[row] ?? 0).magnitude)
    for entry in entries(ofRow: row) {
      let size = max(lower[entry.index].magnitude, upper[entry.index].magnitude)
      reach += Int128(entry.coefficient.magnitude) * Int128(size)
    }
    return reach
  }

  /// What a point is worth, if it keeps all bounds and rows and is worth more than `floor`; exact.
  func value(of point: [Int], _ objective: [Int], above floor: Int?) -> Int? {
    guard point.count == columnCount else { return nil }
    var value: Int128 = 0
    for column in 0..<columnCount {
      guard lower[column] <= point[column], point[column] <= upper[column] else { return nil }
      value += Int128(objective[column]) * Int128(point[column])
    }
    guard let value = Int(exactly: value), floor.map({ value > $0 }) ?? true, keepsRows(point)
    else { return nil }
    return value
  }

  /// Whether a point keeps every row; exact.
  func keepsRows(_ point: [Int]) -> Bool {
    for row in 0..<rowCount {
      var activity: Int128 = 0
      for entry in entries(ofRow: row) {
        activity += Int128(entry.coefficient) * Int128(point[entry.index])
      }
      if let bound = rowLower[row], activity < Int128(bound) { return false }
      if let bound = rowUpper[row], activity > Int128(bound) { return false }
    }
    return true
  }
}

/// The whole number nearest to a value within bounds; the lower bound for what is no number.
func nearestWhole(_ value: Double, _ lower: Int, _ upper: Int) -> Int {
  let rounded = value.rounded()
  guard rounded > Double(lower) else { return lower }
  return rounded < Double(upper) ? max(lower, min(Int(rounded), upper)) : max(lower, upper)
}

/// Greatest common divisor of two integers, not negative.
func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  var (x, y) = (abs(a), abs(b))
  while y != 0 { (x, y) = (y, x % y) }
  return x
}

/// Quotient rounded down; the divisor must be positive.
func floorDivide(_ a: Int, _ b: Int) -> Int {
  if b == 1 { return a }
  let quotient = a / b
  return a % b < 0 ? quotient - 1 : quotient
}

/// Quotient rounded down; the divisor must be positive.
func floorDivide(_ a: Int128, _ b: Int128) -> Int128 {
  let quotient = a / b
  return a % b < 0 ? quotient - 1 : quotient
}
