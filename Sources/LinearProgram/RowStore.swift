/// The rows of a program in pages, so that a copy of the program shares all but the page it goes on writing.
struct RowStore: Sendable {
  /// Some rows that follow one another, their terms side by side.
  private struct Page: Sendable {
    /// Index of the first row.
    let first: Int
    /// Where the terms of each row end.
    var ends: [Int] = []
    var terms: [IntegerProgram.Term] = []
    /// Sides of each row; the extremes stand for none.
    var lower: [Int] = []
    var upper: [Int] = []

    init(first: Int) { self.first = first }

    func row(_ index: Int) -> (terms: ArraySlice<IntegerProgram.Term>, lower: Int?, upper: Int?) {
      let place = index - first
      let start = place == 0 ? 0 : ends[place - 1]
      return (
        terms[start..<ends[place]], lower[place] == Int.min ? nil : lower[place],
        upper[place] == Int.max ? nil : upper[place]
      )
    }

    mutating func add(_ terms: ArraySlice<IntegerProgram.Term>, lower: Int?, upper: Int?) {
      self.terms.append(contentsOf: terms)
      ends.append(self.terms.count)
      self.lower.append(lower ?? Int.min)
      self.upper.append(upper ?? Int.max)
    }

    /// Whether a row of so many terms must begin another page: a long row has one of its own.
    func isFull(before terms: Int) -> Bool {
      ends.count >= 1 << 12 || self.terms.count + terms > 1 << 16
    }

    /// Gives back the memory that was set aside for growing.
    mutating func close() {
      terms = terms.withUnsafeBufferPointer { Array($0) }
    }
  }

  private var pages: [Page] = []
  private(set) var count = 0

  mutating func add(_ terms: ArraySlice<IntegerProgram.Term>, lower: Int?, upper: Int?) {
    var last = pages.count - 1
    if last < 0 || pages[last].isFull(before: terms.count) {
      if last >= 0 { pages[last].close() }
      pages.append(Page(first: count))
      last += 1
    }
    pages[last].add(terms, lower: lower, upper: upper)
    count += 1
  }

  /// Calls back for every row, page by page.
  func forEach<Failure: Error>(
    _ body: (_ terms: ArraySlice<IntegerProgram.Term>, _ lower: Int?, _ upper: Int?)
      throws(Failure) -> Void
  ) throws(Failure) {
    for page in pages {
      for index in page.first..<page.first + page.ends.count {
        let row = page.row(index)
        try body(row.terms, row.lower, row.upper)
      }
    }
  }

  subscript(index: Int) -> (terms: ArraySlice<IntegerProgram.Term>, lower: Int?, upper: Int?) {
    precondition(index >= 0 && index < count, "no such row")
    // The last page that starts at the row or before it.
    var (low, high) = (0, pages.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if pages[middle].first <= index { low = middle } else { high = middle - 1 }
    }
    return pages[low].row(index)
  }
}
