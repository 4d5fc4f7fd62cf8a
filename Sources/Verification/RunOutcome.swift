import Scenario

/// Everything that was worked out of a run's files, kept so that a change of one file costs little.
struct RunOutcome: Sendable {
  private let planFaults: [VerificationFault]
  private let clauses: ClauseOutcome
  private let prints: PrintedAtoms
  private let bounds: [Int?]
  private let rounding: (faults: [VerificationFault], count: Int)
  private let expected: [TableID: ExpectedTable]
  private var tables: [TableID: TableOutcome]
  private let result: (faults: [VerificationFault], count: Int)

  /// Works out a run.
  ///
  /// Of an earlier outcome from which one table (`nil`: `result.json`) differs, what did not change is taken over.
  /// What the tables must hold is forgotten table by table where nothing will be changed.
  init(
    _ parameters: Parameters, _ files: RunFiles, known: RunOutcome? = nil,
    changed: TableID? = nil, keepsTables: Bool = true
  ) {
    let rows = files.rows
    let published = files.result.map { PublishedPlan($0, parameters) }
    let recovery = PlanRecovery(parameters, sheets: rows, published: published)
    planFaults = recovery.faults
    if let known, known.clauses.books.plan == recovery.plan {
      clauses = known.clauses
    } else {
      clauses = ClauseOutcome(parameters, recovery.plan)
    }
    let books = clauses.books
    prints = PrintedAtoms(parameters, books, sheets: rows)
    bounds = GoalBounds.read(parameters, books, rows[.t17] ?? [], published: published)
    let builder = TableBuilder(
      parameters, books, prints, reasons: clauses.reasons, bounds: bounds)
    let same = known.flatMap {
      $0.isSame(plan: books.plan, prints: builder.prints, bounds: builder.bounds) ? $0 : nil
    }
    if let same {
      (expected, rounding, tables) = (same.expected, same.rounding, same.tables)
      if let changed, let table = expected[changed] {
        tables[changed] = TableOutcome(table, files.sheets[changed], parameters.scenario)
      }
    } else {
      let sums = RoundingCheck(builder)
      rounding = (sums.faults, sums.count)
      var (expected, tables): ([TableID: ExpectedTable], [TableID: TableOutcome]) = ([:], [:])
      for id in TableID.allCases {
        let table = builder.table(id)
        tables[id] = TableOutcome(table, files.sheets[id], parameters.scenario)
        if keepsTables { expected[id] = table }
      }
      (self.expected, self.tables) = (expected, tables)
    }
    // T17 is the one table that `result.json` is held against directly.
    if let same, let changed, changed != .t17 {
      result = same.result
    } else {
      let check = files.result.map { ResultCheck($0, builder, goalRows: rows[.t17] ?? []) }
      result = (check?.faults ?? [], check?.count ?? 0)
    }
  }

  private func isSame(plan: RecoveredPlan, prints: PrintedAtoms, bounds: [Int?]) -> Bool {
    clauses.books.plan == plan && self.prints == prints && self.bounds == bounds
  }

  /// The outcome with another sheet for a table from which nothing is read back; `nil` for any other table.
  func changing(_ table: TableID, to sheet: Sheet?) -> RunOutcome? {
    let sources: Set<TableID> = [
      .t01, .t02, .t03, .t06, .t07, .t08, .t09, .t10, .t12, .t17,
    ]
    guard !sources.contains(table), let expected = expected[table] else { return nil }
    var outcome = self
    outcome.tables[table] = TableOutcome(expected, sheet, clauses.scenario)
    return outcome
  }

  /// All faults in order: files, plan, clauses, then table by table, then `result.json`.
  func report(_ files: RunFiles) -> VerificationReport {
    guard planFaults.isEmpty else {
      return VerificationReport(
        faults: files.faults + planFaults, tables: files.sheets.count, cells: 0, identities: 0,
        clauses: 0, resultValues: 0)
    }
    var faults = files.faults + clauses.faults
    for id in TableID.allCases {
      faults += tables[id]?.faults ?? []
      faults += rounding.faults.filter { $0.file == id.file }
    }
    return VerificationReport(
      faults: faults + result.faults, tables: files.sheets.count,
      cells: tables.values.reduce(0) { $0 + $1.cells },
      identities: tables.values.reduce(0) { $0 + $1.identities } + rounding.count,
      clauses: clauses.count, resultValues: result.count)
  }
}

/// What follows from a plan alone.
struct ClauseOutcome: Sendable {
  let scenario: Scenario
  let books: Books
  let faults: [VerificationFault]
  let count: Int
  let reasons: [Reason?]

  init(_ parameters: Parameters, _ plan: RecoveredPlan) {
    let books = Books(parameters, plan: plan)
    let check = ClauseCheck(parameters, books)
    scenario = parameters.scenario
    self.books = books
    faults = check.faults
    count = check.count
    reasons = parameters.projects.indices.map { project in
      books.supports(project) ? nil : Reason(project, books, parameters)
    }
  }
}
