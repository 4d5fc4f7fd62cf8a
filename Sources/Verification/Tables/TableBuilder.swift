import Scenario

/// Says what every table must hold, given the books and the printed atoms.
struct TableBuilder: Sendable {
  let parameters: Parameters
  let books: Books
  let prints: PrintedAtoms
  let banks: PrintedBanks
  let lands: PrintedSources
  /// Why each project without support has none.
  let reasons: [Reason?]
  /// Bounds of the goals as they are published; `nil` where none is.
  let bounds: [Int?]

  init(
    _ parameters: Parameters, _ books: Books, _ prints: PrintedAtoms, reasons: [Reason?],
    bounds: [Int?]
  ) {
    self.parameters = parameters
    self.books = books
    self.prints = prints
    self.reasons = reasons
    self.bounds = bounds
    banks = PrintedBanks(parameters, books, prints)
    lands = PrintedSources(parameters, books, prints)
  }

  var scenario: Scenario { parameters.scenario }

  /// What a table must hold, without the column that marks sample data.
  func table(_ id: TableID) -> ExpectedTable {
    switch id {
    case .t01: landArrangement()
    case .t02: landLedger()
    case .t03: compensation()
    case .t04: bankAccounts()
    case .t05: ringFence()
    case .t06: resourceUse(.t06, kind: .energy)
    case .t07: coal()
    case .t08: resourceUse(.t08, kind: .water)
    case .t09: resourceUse(.t09, kind: .emission)
    case .t10: resourceUse(.t10, kind: .other)
    case .t11: fees()
    case .t12: unsupported()
    case .t13: shortages()
    case .t14: merit()
    case .t15: exemptions()
    case .t16: clauses()
    case .t17: goals()
    case .t18: stewardship()
    case .t19: bulletin()
    case .t20: resourceLedger()
    case .t21: investment()
    }
  }
}

extension TableBuilder {
  /// Columns that say which project a row is about, and its cells.
  static let identity = [
    Column("项目编号"), Column("项目名称"), Column("级别"), Column("县区"), Column("类别"), Column("阶段"),
  ]

  func identity(_ project: Int) -> [Expectation] {
    let facts = scenario.projects[project]
    return [
      .text(facts.id), .text(facts.name), .text(facts.level.rawValue),
      .text(scenario.counties[facts.county]), .text(facts.category),
      .text(facts.stage?.rawValue ?? ""),
    ]
  }

  /// Supported steps of all steps.
  func share(_ project: Int) -> Expectation {
    .text("\(books.plan.steps[project])/\(parameters.projects[project].steps)")
  }

  /// This year's land and total land of a project as printed, 0.01 亩.
  func thisYear(_ project: Int) -> Int {
    max(
      Rounding.half(scenario.projects[project].landThisYear, Area.centimu),
      prints.land[project].allotted)
  }

  func total(_ project: Int) -> Int {
    max(Rounding.half(scenario.projects[project].landTotal, Area.centimu), thisYear(project))
  }
}

extension ExpectedTable {
  /// The table with one more column that holds the same words in every row.
  func marked(as words: String) -> ExpectedTable {
    var table = self
    table.columns.append(Column("数据说明", Words("示例数据的方案每行都注明", "every row of sample data says so")))
    for row in table.rows.indices { table.rows[row].append(.text(words)) }
    return table
  }
}
