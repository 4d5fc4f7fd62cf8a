import Scenario

/// Everything that was worked out of a run's files, kept so that a change of one file costs little.
struct RunOutcome: Sendable {
  /// What the comparison of one table gave.
  struct TableOutcome: Sendable {
    var faults: [VerificationFault] = []
    var cells = 0
    var identities = 0
    var lines: [String: Int] = [:]
  }

  private let planFaults: [VerificationFault]
  private let clauses: ClauseOutcome
  private let prints: PrintedAtoms
  private let bounds: [Int?]
  private let rounding: (faults: [VerificationFault], count: Int)
  private var tables: [TableID: TableOutcome]
  private let result: (faults: [VerificationFault], count: Int)

  init(
    _ parameters: Parameters, _ files: RunFiles, known: RunOutcome? = nil, changed: [String] = []
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
    if let known, known.isSame(plan: books.plan, prints: builder.prints, bounds: builder.bounds) {
      (tables, rounding) = (known.tables, known.rounding)
      for id in TableID.allCases where changed.contains(id.file) {
        tables[id] = TableOutcome(builder.table(id), files.sheets[id])
      }
    } else {
      let sums = RoundingCheck(builder)
      rounding = (sums.faults, sums.count)
      tables = [:]
      for id in TableID.allCases {
        tables[id] = TableOutcome(builder.table(id), files.sheets[id])
      }
    }
    let check = files.result.map { ResultCheck($0, builder, goalRows: rows[.t17] ?? []) }
    result = (check?.faults ?? [], check?.count ?? 0)
  }

  private func isSame(plan: RecoveredPlan, prints: PrintedAtoms, bounds: [Int?]) -> Bool {
    clauses.books.plan == plan && self.prints == prints && self.bounds == bounds
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
  let books: Books
  let faults: [VerificationFault]
  let count: Int
  let reasons: [Reason?]

  init(_ parameters: Parameters, _ plan: RecoveredPlan) {
    let books = Books(parameters, plan: plan)
    let check = ClauseCheck(parameters, books)
    self.books = books
    faults = check.faults
    count = check.count
    reasons = parameters.projects.indices.map { project in
      books.supports(project) ? nil : Reason(project, books, parameters)
    }
  }
}

/// Bounds of the goals, which no table but T17 has.
enum GoalBounds {
  /// Those of `result.json`; without it those of T17, as far as they can be true.
  static func read(
    _ parameters: Parameters, _ books: Books, _ rows: [Sheet.Row], published: PublishedPlan?
  ) -> [Int?] {
    if let published { return published.bounds }
    let cells = CellIndex(rows, keys: [1])
    return parameters.scenario.goals.map { goal in
      let value = books.value(of: goal, parameters)
      guard let text = cells.text([goal.id], 6), !text.isEmpty else { return nil }
      guard let bound = NumberText.parse(text, decimals: 0) else { return value }
      let isPossible = goal.sense == .maximize ? bound >= value : bound <= value
      return isPossible ? bound : value
    }
  }
}

extension RunOutcome.TableOutcome {
  /// Compares one table; none where it could not be read.
  init(_ expected: ExpectedTable, _ sheet: Sheet?) {
    guard let sheet else { return }
    let header = sheet.rows.first
    let wanted = expected.columns.map(\.header)
    if let fault = Self.headerFault(header, wanted, expected.id) { faults.append(fault) }
    let comparison = SheetComparison(expected, rows: Array(sheet.rows.dropFirst()))
    faults += comparison.faults
    cells = comparison.cells + wanted.count
    let tied = expected.columns.filter { $0.rule.english.hasPrefix("identity") }.count
    identities = tied * expected.rows.count
  }

  private static func headerFault(
    _ row: Sheet.Row?, _ wanted: [String], _ id: TableID
  ) -> VerificationFault? {
    let found = row?.cells ?? []
    let words = Words("表头与 docs/tables.md 一致", "the header is the one of docs/tables.md")
    guard found.count == wanted.count else {
      return VerificationFault(
        .layout, file: id.file, line: 1, found: "\(found.count)", expected: "\(wanted.count)", words)
    }
    for (a, b) in zip(found, wanted) where !a.utf8.elementsEqual(b.utf8) {
      return VerificationFault(
        .layout, file: id.file, line: 1, column: b, found: a, expected: b, words)
    }
    return nil
  }
}
