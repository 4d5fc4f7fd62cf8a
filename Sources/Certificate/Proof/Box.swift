/// A range for every column, made smaller by rows until nothing follows any more, and back to what it was.
///
/// Whatever makes a range smaller takes away values that no point of the box has, given the rows, so that a box without values has no
/// points that keep the rows.
struct Box: Sendable {
  /// Rows that one propagation may look at; a proof that needs more is given up, so that every check ends.
  static let mostVisits = 1_000_000

  private(set) var system: RowSystem
  private(set) var lower: [Int]
  private(set) var upper: [Int]
  /// Whether it was found that no point is left.
  private(set) var isEmpty = false
  /// The block whose rows alone are used; `nil` for all rows.
  var scope: Int?
  /// What ranges were before they were changed, to undo it.
  private var trail: [(column: Int, lower: Int, upper: Int)] = []
  /// Rows to look at, each at most once; those before `head` are done.
  private var queue: [Int] = []
  private var head = 0
  private var isQueued: [Bool] = []

  init(_ system: RowSystem, lower: [Int], upper: [Int]) {
    self.system = system
    self.lower = lower
    self.upper = upper
    isQueued = Array(repeating: false, count: system.rows.count)
  }

  /// Whether a column has one value only.
  func isFixed(_ column: Int) -> Bool { lower[column] == upper[column] }

  // MARK: Changes

  /// Adds a row, to be looked at by the next propagation.
  mutating func add(
    number: Int, _ terms: [(column: Int, coefficient: Int)], lower: Int128?, upper: Int128?
  ) {
    isQueued.append(false)
    system.add(number: number, terms, lower: lower, upper: upper)
    enqueue(system.rows.count - 1)
  }

  /// Has the next propagation look at every row.
  mutating func enqueueAll() {
    for row in system.rows.indices { enqueue(row) }
  }

  /// Makes the range of a column smaller, never larger; an empty range empties the box.
  mutating func restrict(_ column: Int, to range: (lower: Int, upper: Int)) {
    let (low, high) = (max(lower[column], range.lower), min(upper[column], range.upper))
    if low == lower[column] && high == upper[column] { return }
    trail.append((column, lower[column], upper[column]))
    (lower[column], upper[column]) = (low, high)
    if low > high { isEmpty = true }
    for row in system.rowsOfColumn[column] { enqueue(row) }
  }

  /// The state to come back to.
  var mark: Int { trail.count }

  /// Takes back everything since the mark, at which the box was not empty.
  mutating func undo(to mark: Int) {
    while trail.count > mark, let last = trail.popLast() {
      (lower[last.column], upper[last.column]) = (last.lower, last.upper)
    }
    isEmpty = false
  }

  /// Empties the box for a reason of the caller's.
  mutating func makeEmpty() { isEmpty = true }

  private mutating func enqueue(_ row: Int) {
    guard !isQueued[row], scope == nil || system.rows[row].block == scope else { return }
    isQueued[row] = true
    queue.append(row)
  }

  // MARK: Propagation

  /// Tightens ranges by the rows until nothing follows any more, or the box is empty.
  mutating func propagate() throws(ProofFault) {
    while !isEmpty, head < queue.count {
      if head == Self.mostVisits { throw .endless }
      let row = queue[head]
      head += 1
      isQueued[row] = false
      try tighten(by: system.rows[row])
    }
    for row in queue[head...] { isQueued[row] = false }
    queue.removeAll(keepingCapacity: true)
    head = 0
  }

  private mutating func tighten(by row: RowSystem.Row) throws(ProofFault) {
    if let side = row.upper {
      let slack = try Exact.difference(side, extreme(of: row, largest: false))
      for entry in row.run { move(system.entries[entry], within: slack) }
    }
    if let side = row.lower, !isEmpty {
      let slack = try Exact.difference(extreme(of: row, largest: true), side)
      for entry in row.run {
        let (column, coefficient) = system.entries[entry]
        move((column, -coefficient), within: slack)
      }
    }
  }

  /// The least or largest value of a row in the box.
  func extreme(of row: RowSystem.Row, largest: Bool) throws(ProofFault) -> Int128 {
    var sum: Int128 = 0
    for entry in row.run {
      let (column, coefficient) = system.entries[entry]
      let end = (coefficient > 0) == largest ? upper[column] : lower[column]
      sum = try Exact.sum(sum, Exact.wide(coefficient, end))
    }
    return sum
  }

  /// Of a sum that is `slack` below its limit with every column at the end where the sum is least: how far one column may go from there.
  ///
  /// A column with a positive coefficient stands at its lower end and may rise by ⌊slack ÷ coefficient⌋; one with a negative
  /// coefficient stands at its upper end and may fall likewise. A negative slack means that the limit is out of reach.
  private mutating func move(_ term: (column: Int, coefficient: Int), within slack: Int128) {
    move(term.column, Int128(term.coefficient), within: slack)
  }

  /// The same with a coefficient of any size.
  mutating func move(_ column: Int, _ coefficient: Int128, within slack: Int128) {
    if slack < 0 { isEmpty = true }
    if isEmpty || coefficient == 0 { return }
    let quotient = slack.magnitude / coefficient.magnitude
    // Compared first, so that what is added fits.
    guard quotient < UInt128(upper[column] - lower[column]) else { return }
    let step = Int(quotient)
    if coefficient > 0 {
      restrict(column, to: (lower[column], lower[column] + step))
    } else {
      restrict(column, to: (upper[column] - step, upper[column]))
    }
  }
}
