/// One cell of a table: text, a decimal number, or nothing.
public enum Cell: Sendable, Equatable {
  case text(String)
  /// `value ÷ 10^decimals`, printed with exactly `decimals` places.
  case number(Int, decimals: Int)
  /// A number that does not exist.
  case empty

  /// The cell as it is printed, before quoting.
  public var plainText: String {
    switch self {
    case .text(let text): text
    case .number(let value, let decimals): FixedPoint.text(value, decimals: decimals)
    case .empty: ""
    }
  }
}

/// One column of a table.
public struct Column: Sendable, Equatable {
  /// What a column holds.
  public enum Kind: Sendable, Equatable {
    case text
    case number
  }

  /// Header, with the unit where all rows share one.
  public var header: String
  public var kind: Kind
  /// Whether the official style adds it up.
  public var isSummed: Bool

  static func text(_ header: String) -> Column {
    Column(header: header, kind: .text, isSummed: false)
  }

  static func number(_ header: String) -> Column {
    Column(header: header, kind: .number, isSummed: false)
  }

  static func sum(_ header: String) -> Column {
    Column(header: header, kind: .number, isSummed: true)
  }
}

/// How the official style regroups a table and adds it up.
public struct Grouping: Sendable, Equatable {
  /// Column (index) whose text names the group.
  public var column: Int
  /// Names of the groups in print order.
  public var order: [String]
  /// Column (index) of the level, where there is a 小计 per level.
  public var levelColumn: Int?
  /// Whether there is a 合计.
  public var hasTotal: Bool
  /// Text in the column after the group's which marks a row that already sums up its group.
  public var totalMark: String?

  init(
    column: Int, order: [String], levelColumn: Int? = nil, hasTotal: Bool = true,
    totalMark: String? = nil
  ) {
    self.column = column
    self.order = order
    self.levelColumn = levelColumn
    self.hasTotal = hasTotal
    self.totalMark = totalMark
  }
}

/// A table as a bureau gets it; see `docs/tables.md` for every column.
public struct Table: Sendable {
  /// `T01` …
  public var id: String
  /// Title, e.g. 用地安排表.
  public var title: String
  /// Units named above the official table.
  public var units: String
  /// Bureau that acts on it.
  public var receiver: String
  public var columns: [Column]
  /// The rows, each made when it is needed: a table may have more of them than fit into memory.
  public var list: RowList
  public var grouping: Grouping?
  /// Identities of the columns (填表说明).
  public var notes: [String]
  /// Title of the scenario and plan year, for the official title.
  public var scenarioTitle: String
  public var year: Int
  public var isSampleData: Bool

  /// Cells of each row, as many as there are columns.
  public var rows: [[Cell]] {
    get { list.all }
    set { list = RowList(newValue) }
  }

  /// `T01-用地安排表.csv`.
  public var fileName: String { "\(id)-\(title).csv" }
}
