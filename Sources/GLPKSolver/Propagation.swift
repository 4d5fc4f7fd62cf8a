/// Tightens integer bounds by the rows until nothing follows any more; exact.
struct Propagation {
  private let program: SparseProgram
  /// Rows whose activity cannot overflow; the others are left to the simplex.
  private let isSafe: [Bool]
  private var isQueued: [Bool]
  private var queue: [Int] = []

  init(_ program: SparseProgram) {
    self.program = program
    isQueued = Array(repeating: false, count: program.rowCount)
    isSafe = (0..<program.rowCount).map { row in
      program.reach(ofRow: row) < Int128(1) << 61
    }
  }

  /// Tightens the bounds; `changed` names the columns to start from (`nil`: all rows). Returns false if there is no point.
  mutating func run(_ lower: inout [Int], _ upper: inout [Int], changed: [Int]?) -> Bool {
    run(&lower, &upper, changed: changed, checkpoint: {})
  }

  /// The same for a program so large that it takes its time.
  ///
  /// - Parameter checkpoint: asked often; what it throws ends the work.
  mutating func run<Stop: Error>(
    _ lower: inout [Int], _ upper: inout [Int], changed: [Int]?,
    checkpoint: () throws(Stop) -> Void
  ) throws(Stop) -> Bool {
    defer {
      for row in queue { isQueued[row] = false }
      queue.removeAll(keepingCapacity: true)
    }
    if let changed {
      for column in changed { enqueueRows(of: column) }
    } else {
      for row in 0..<program.rowCount { enqueue(row) }
    }
    var next = 0
    // Long chains of tiny steps on wide columns are cut off; stopping early is always allowed.
    let limit = 20 * program.rowCount + 100
    while next < queue.count, next < limit {
      let row = queue[next]
      next += 1
      if next.isMultiple(of: SparseProgram.rowsPerCheckpoint) { try checkpoint() }
      isQueued[row] = false
      guard tighten(row, &lower, &upper) else { return false }
    }
    return true
  }

  private mutating func enqueue(_ row: Int) {
    guard isSafe[row], !isQueued[row] else { return }
    isQueued[row] = true
    queue.append(row)
  }

  private mutating func enqueueRows(of column: Int) {
    for entry in program.entries(ofColumn: column) { enqueue(entry.index) }
  }

  private mutating func tighten(_ row: Int, _ lower: inout [Int], _ upper: inout [Int]) -> Bool {
    var least = 0
    var most = 0
    for entry in program.entries(ofRow: row) {
      let (a, l, u) = (entry.coefficient, lower[entry.index], upper[entry.index])
      least += a > 0 ? a * l : a * u
      most += a > 0 ? a * u : a * l
    }
    let floor = program.rowLower[row]
    let ceiling = program.rowUpper[row]
    if let ceiling, least > ceiling { return false }
    if let floor, most < floor { return false }
    let ceilingMatters = ceiling.map { most > $0 } ?? false
    let floorMatters = floor.map { least < $0 } ?? false
    guard ceilingMatters || floorMatters else { return true }
    for entry in program.entries(ofRow: row) {
      let (column, a) = (entry.index, entry.coefficient)
      let (l, u) = (lower[column], upper[column])
      if l == u { continue }
      // Slack that the other columns leave: how far this one may move from the end that serves the row best.
      var newLower = l
      var newUpper = u
      if ceilingMatters, let ceiling {
        let room = floorDivide(ceiling - least, abs(a))
        if a > 0 { newUpper = min(newUpper, l + room) } else { newLower = max(newLower, u - room) }
      }
      if floorMatters, let floor {
        let room = floorDivide(most - floor, abs(a))
        if a > 0 { newLower = max(newLower, u - room) } else { newUpper = min(newUpper, l + room) }
      }
      guard newLower <= newUpper else { return false }
      if newLower != l || newUpper != u {
        lower[column] = newLower
        upper[column] = newUpper
        enqueueRows(of: column)
      }
    }
    return true
  }
}
