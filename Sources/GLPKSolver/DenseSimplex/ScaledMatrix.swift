/// The coefficients of a small program by columns, each column measured by its range and each row by its largest coefficient.
///
/// Scales are powers of two, so that nothing is rounded. A column that is added later is measured in its own units, and changes no row.
struct ScaledMatrix {
  /// What one scaled unit of a column is.
  private(set) var columnScale: [Double]
  /// Scaled units of a row per unit of its activity.
  private(set) var rowScale: [Double]
  private var starts = [0]
  private var rows: [Int] = []
  private var values: [Double] = []

  init(_ model: LinearModel) {
    let (rowCount, columnCount) = (model.rowLower.count, model.lower.count)
    columnScale = zip(model.lower, model.upper).map { lower, upper in
      let range = upper - lower
      return range.isFinite && range > 0 ? powerOfTwo(below: range) : 1
    }
    var largest = Array(repeating: 0.0, count: rowCount)
    var entries: [[Int]] = Array(repeating: [], count: columnCount)
    for index in model.entryRow.indices {
      let (row, column) = (Int(model.entryRow[index]), Int(model.entryColumn[index]))
      largest[row] = max(largest[row], abs(model.entryValue[index]) * columnScale[column])
      entries[column].append(index)
    }
    rowScale = largest.map { $0 > 0 ? 1 / powerOfTwo(below: $0) : 1 }
    for column in 0..<columnCount {
      for index in entries[column] {
        let row = Int(model.entryRow[index])
        rows.append(row)
        values.append(model.entryValue[index] * columnScale[column] * rowScale[row])
      }
      starts.append(rows.count)
    }
  }

  mutating func addColumn(rows newRows: [Int32], values newValues: [Double]) {
    columnScale.append(1)
    for (row, value) in zip(newRows, newValues) {
      rows.append(Int(row))
      values.append(value * rowScale[Int(row)])
    }
    starts.append(rows.count)
  }

  /// A row vector times a column.
  func product(_ column: Int, _ vector: UnsafePointer<Double>) -> Double {
    var sum = 0.0
    for index in starts[column]..<starts[column + 1] {
      sum += values[index] * vector[rows[index]]
    }
    return sum
  }

  /// Calls a function with the row and the value of every entry of a column.
  @inline(__always)
  func forEachEntry(of column: Int, _ body: (_ row: Int, _ value: Double) -> Void) {
    for index in starts[column]..<starts[column + 1] { body(rows[index], values[index]) }
  }
}

/// The largest power of two that a positive number reaches.
func powerOfTwo(below value: Double) -> Double {
  Double(sign: .plus, exponent: Int(value.exponent), significand: 1)
}
