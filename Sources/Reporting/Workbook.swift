public import Accounts
public import Scenario

/// All tables of one run, made from its accounts; the printed amounts are chosen once, so that they tie.
public struct Workbook: Sendable {
  let book: Book

  /// Chooses the amounts that are printed for a plan's ledger and the outcome of the search.
  public init(ledger: Ledger, allotment: Allotment) {
    book = Book(ledger: ledger, allotment: allotment)
  }

  /// T01 to T21, in order; their rows are made when they are written.
  public var tables: [Table] {
    [book.landTable, book.quotaTable, book.donorTable, book.bankTable, book.ringFenceTable]
      + book.resourceTables + [
        book.feeTable, book.refusalTable, book.shortageTable, book.meritTable,
        book.exemptionTable, book.clauseTable, book.goalTable, book.stewardshipTable,
        book.bulletinTable, book.resourceTable, book.investmentTable,
      ]
  }
}

/// What the tables are made from.
final class Book: Sendable {
  let scenario: Scenario
  let ledger: Ledger
  let allotment: Allotment
  let land: PrintedLand
  let farmland: PrintedFarmland
  let banks: PrintedBanks
  let refusals: [Refusal?]
  let words: RefusalWords
  /// Indices of the supported projects, in id order.
  let supported: [Int]

  init(ledger: Ledger, allotment: Allotment) {
    scenario = ledger.scenario
    self.ledger = ledger
    self.allotment = allotment
    land = PrintedLand(ledger)
    farmland = PrintedFarmland(ledger)
    banks = PrintedBanks(ledger, farmland)
    refusals = ledger.refusals()
    words = RefusalWords(ledger: ledger)
    supported = ledger.projects.indices.filter { ledger.projects[$0].isSupported }
  }

  func county(_ index: Int) -> String { scenario.counties[index] }

  /// A table of this run; rows are numbered here.
  func table(
    _ id: String, _ title: String, units: String, receiver: String, _ columns: [Column],
    rows: [[Cell]], grouping: Grouping? = nil, notes: [String] = []
  ) -> Table {
    table(
      id, title, units: units, receiver: receiver, columns, list: RowList(rows),
      grouping: grouping, notes: notes)
  }

  /// A table of this run whose rows are made when they are written.
  func table(
    _ id: String, _ title: String, units: String, receiver: String, _ columns: [Column],
    list: RowList, grouping: Grouping? = nil, notes: [String] = []
  ) -> Table {
    Table(
      id: id, title: title, units: units, receiver: receiver,
      columns: [.text("序号")] + columns, list: list.numbered, grouping: grouping, notes: notes,
      scenarioTitle: scenario.title, year: scenario.year, isSampleData: scenario.isSampleData)
  }

  /// Groups by county, found in a column (counted without 序号).
  func byCounty(_ column: Int, level: Int? = nil) -> Grouping {
    Grouping(column: column + 1, order: scenario.counties, levelColumn: level.map { $0 + 1 })
  }

  static let identity: [Column] = [
    .text("项目编号"), .text("项目名称"), .text("级别"), .text("县区"),
  ]

  /// 项目编号, 项目名称, 级别, 县区.
  func writeIdentity(_ index: Int, _ row: inout Row) {
    row.text(scenario.projects[index].id)
    row.text(scenario.projects[index].name)
    row.text(scenario.projects[index].level.rawValue)
    row.text(scenario.counties[scenario.projects[index].county])
  }

  func writeStage(_ index: Int, _ row: inout Row) {
    row.text(scenario.projects[index].stage?.rawValue ?? "")
  }

  func writeSupportedShare(_ index: Int, _ row: inout Row) {
    let (steps, all) = (ledger.projects[index].steps, scenario.projects[index].steps)
    if all == 1, steps < 2 {
      row.text(steps == 1 ? "1/1" : "0/1")
    } else {
      row.text("\(steps)/\(all)")
    }
  }
}

let levels = Level.allCases
let levelNames = levels.map(\.rawValue)

extension Cell {
  /// 亩, from 0.01 亩.
  static func mu(_ value: Int) -> Cell { .number(value, decimals: 2) }
  /// 公顷, from 0.0001 公顷.
  static func hectare(_ value: Int) -> Cell { .number(value, decimals: 4) }
  /// 万元, from 元.
  static func wanYuan(_ value: Int) -> Cell { .number(value, decimals: 4) }
  static func count(_ value: Int) -> Cell { .number(value, decimals: 0) }
  static func percent(_ value: Int?) -> Cell { value.map { .number($0, decimals: 2) } ?? .empty }
  static func yesNo(_ value: Bool) -> Cell { .text(value ? "是" : "否") }

  /// An amount of a bank: 公顷 from 0.0001 公顷, or 公斤.
  static func bank(_ value: Int, _ bank: Bank) -> Cell {
    .number(value, decimals: bank == .grain ? 0 : 4)
  }

  /// An amount of a resource, from its resolution.
  static func amount(_ value: Int, _ resource: Resource) -> Cell {
    .number(value, decimals: FixedPoint.decimals(of: resource.unitsPerUnit))
  }
}

extension Bank {
  /// Unit in tables.
  var unit: String { self == .grain ? "公斤" : "公顷" }
}
