/// Integer coefficients line by line, where lines are rows or columns; compact, and shared by all that hold it.
final class SparseMatrix {
  /// A coefficient and the column or row it belongs to.
  struct Entry {
    var index: Int
    var coefficient: Int
  }

  /// The entries of one line.
  struct Line: RandomAccessCollection {
    fileprivate let matrix: SparseMatrix
    let startIndex: Int
    let endIndex: Int

    subscript(position: Int) -> Entry {
      Entry(
        index: Int(matrix.index.at[position]), coefficient: matrix.coefficient(at: position))
    }
  }

  private let start: Buffer<Int>
  private let index: Buffer<Int32>
  /// Coefficients, in 32 bits where all of them fit.
  private let narrow: Buffer<Int32>?
  private let wide: Buffer<Int>?

  var lineCount: Int { start.count - 1 }
  var entryCount: Int { start.at[lineCount] }

  private init(lines: Int, entries: Int, isWide: Bool) {
    start = Buffer(lines + 1, filledWith: 0)
    index = Buffer(entries, filledWith: 0)
    narrow = isWide ? nil : Buffer(entries, filledWith: 0)
    wide = isWide ? Buffer(entries, filledWith: 0) : nil
  }

  @inline(__always)
  private func coefficient(at position: Int) -> Int {
    if let narrow { return Int(narrow.at[position]) }
    return wide?.at[position] ?? 0
  }

  @inline(__always)
  private func put(_ position: Int, _ index: Int, _ coefficient: Int) {
    self.index.at[position] = Int32(index)
    if let narrow {
      narrow.at[position] = Int32(coefficient)
    } else {
      wide?.at[position] = coefficient
    }
  }

  subscript(line: Int) -> Line {
    precondition(line >= 0 && line < lineCount, "no such line")
    return Line(matrix: self, startIndex: start.at[line], endIndex: start.at[line + 1])
  }

  /// Collects lines whose number, entries and size are known.
  struct Builder {
    private let matrix: SparseMatrix
    private var line = 0
    private var position = 0

    /// `largest`: magnitude of the largest coefficient.
    init(lines: Int, entries: Int, largest: Int) {
      matrix = SparseMatrix(lines: lines, entries: entries, isWide: largest > Int(Int32.max))
    }

    mutating func add(_ index: Int, _ coefficient: Int) {
      precondition(position < matrix.index.count, "more entries than announced")
      matrix.put(position, index, coefficient)
      position += 1
    }

    mutating func endLine() {
      line += 1
      matrix.start.at[line] = position
    }

    func finished() -> SparseMatrix {
      precondition(line == matrix.lineCount && position == matrix.index.count)
      return matrix
    }
  }

  /// The same coefficients with rows and columns exchanged.
  func transposed(lineCount: Int) -> SparseMatrix {
    let result = SparseMatrix(lines: lineCount, entries: entryCount, isWide: wide != nil)
    for position in 0..<entryCount { result.start.at[Int(index.at[position]) + 1] += 1 }
    for line in 0..<lineCount { result.start.at[line + 1] += result.start.at[line] }
    let next = Buffer<Int>(lineCount, filledWith: 0)
    for line in 0..<lineCount { next.at[line] = result.start.at[line] }
    for line in 0..<self.lineCount {
      for position in start.at[line]..<start.at[line + 1] {
        let target = Int(index.at[position])
        result.put(next.at[target], line, coefficient(at: position))
        next.at[target] += 1
      }
    }
    return result
  }
}
