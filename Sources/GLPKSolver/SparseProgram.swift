internal import LinearProgram

/// An integer program in compressed rows and columns, each row divided by the common divisor of its coefficients.
struct SparseProgram {
  /// A coefficient and the row or column it belongs to.
  struct Entry {
    var index: Int
    var coefficient: Int
  }

  let columnCount: Int
  let rowCount: Int
  private(set) var lower: [Int]
  private(set) var upper: [Int]
  private(set) var rowLower: [Int?]
  private(set) var rowUpper: [Int?]
  private var rowStart: [Int]
  private var rowEntries: [Entry]
  private var columnStart: [Int]
  private var columnEntries: [Entry]

  init(_ program: IntegerProgram) {
    columnCount = program.columns.count
    rowCount = program.rows.count
    lower = program.columns.map(\.lower)
    upper = program.columns.map(\.upper)
    rowLower = []
    rowUpper = []
    rowStart = [0]
    rowEntries = []
    for row in program.rows {
      let divisor = max(1, row.terms.reduce(0) { greatestCommonDivisor($0, $1.coefficient) })
      // An integer combination of multiples of the divisor: bounds round inwards.
      rowLower.append(row.lower.map { -floorDivide(-$0, divisor) })
      rowUpper.append(row.upper.map { floorDivide($0, divisor) })
      rowEntries += row.terms.map {
        Entry(index: $0.column, coefficient: $0.coefficient / divisor)
      }
      rowStart.append(rowEntries.count)
    }
    (columnStart, columnEntries) = SparseProgram.transposed(rowStart, rowEntries, columnCount)
  }

  /// The same program within other bounds.
  func within(_ lower: [Int], _ upper: [Int]) -> SparseProgram {
    var copy = self
    copy.lower = lower
    copy.upper = upper
    return copy
  }

  private static func transposed(_ start: [Int], _ entries: [Entry], _ columnCount: Int) -> (
    [Int], [Entry]
  ) {
    var columnStart = Array(repeating: 0, count: columnCount + 1)
    for entry in entries { columnStart[entry.index + 1] += 1 }
    for column in 0..<columnCount { columnStart[column + 1] += columnStart[column] }
    var next = columnStart
    var result = Array(repeating: Entry(index: 0, coefficient: 0), count: entries.count)
    for row in 0..<(start.count - 1) {
      for entry in entries[start[row]..<start[row + 1]] {
        result[next[entry.index]] = Entry(index: row, coefficient: entry.coefficient)
        next[entry.index] += 1
      }
    }
    return (columnStart, result)
  }

  func entries(ofRow row: Int) -> ArraySlice<Entry> {
    rowEntries[rowStart[row]..<rowStart[row + 1]]
  }

  func entries(ofColumn column: Int) -> ArraySlice<Entry> {
    columnEntries[columnStart[column]..<columnStart[column + 1]]
  }

  /// Values of all rows at a point; the rows must be known to fit (see ``reachesFit``).
  func activity(_ point: [Int]) -> [Int] {
    (0..<rowCount).map { row in
      var sum = 0
      for entry in entries(ofRow: row) { sum += entry.coefficient * point[entry.index] }
      return sum
    }
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

/// Greatest common divisor of two integers, not negative.
func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  var (x, y) = (abs(a), abs(b))
  while y != 0 { (x, y) = (y, x % y) }
  return x
}

/// Quotient rounded down; the divisor must be positive.
func floorDivide(_ a: Int, _ b: Int) -> Int {
  let quotient = a / b
  return a % b < 0 ? quotient - 1 : quotient
}

/// Quotient rounded down; the divisor must be positive.
func floorDivide(_ a: Int128, _ b: Int128) -> Int128 {
  let quotient = a / b
  return a % b < 0 ? quotient - 1 : quotient
}
