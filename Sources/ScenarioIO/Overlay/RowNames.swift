/// The names under which overrides and edits refer to the rows of a table.
struct RowNames {
  private let context: ReadContext
  let layout: TableLayout
  private let keySlots: [Int]
  private let zoneSlot: Int?
  private var numbers: [String: Int] = [:]
  private var cells: [Int: [Cell]] = [:]
  /// Units in the headers of a CSV table, by slot.
  private(set) var headerUnits: [ScenarioUnit?]
  /// Headers of a CSV table as written, by slot.
  private(set) var headers: [String?]

  init(context: ReadContext, description: ObjectDescription, resources: [ResourceColumns] = []) {
    self.context = context
    layout = TableLayout(description, resources: resources)
    keySlots = description.rowKey.compactMap { [layout] in layout.slot(key: $0) }
    zoneSlot = layout.slot(key: Format.StockColumn.developmentZone.field.key)
    headerUnits = Array(repeating: nil, count: layout.slots.count)
    headers = Array(repeating: nil, count: layout.slots.count)
  }

  /// Reads the names of all rows that a table holds, and the cells of those in `wanted`, or of all.
  mutating func collect(_ table: EffectiveTable, wanted: Set<String>?) {
    let reader = TableReader(context: context, table: table, layout: layout, isSilent: true)
    var numbers: [String: Int] = [:]
    var cells: [Int: [Cell]] = [:]
    var (units, headers) = (headerUnits, headers)
    reader.forEachRow { row in
      let name = name(of: row)
      if numbers[name] == nil { numbers[name] = row.number }
      guard wanted?.contains(name) ?? true else { return }
      cells[row.number] = Array(row.cells)
      // Rows that overrides add have no headers.
      if row.number >= 0 { (units, headers) = (row.units, row.names) }
    }
    self.numbers = numbers
    self.cells = cells
    headerUnits = units
    self.headers = headers
  }

  /// The name of a row: its keys, for a lot in a development zone with `zone` after them, else its number.
  func name(of row: TableRow) -> String {
    guard !keySlots.isEmpty else { return String(row.number) }
    var parts = keySlots.map { CellText.string(row.cells[$0], in: context) }
    if let zoneSlot {
      let cell = row.cells[zoneSlot]
      let isZone =
        cell.kind == .yes || (cell.kind == .csv && CellText.string(cell, in: context) == "是")
      if isZone { parts.append(Self.zone) }
    }
    return parts.joined(separator: "/")
  }

  private static let zone = "zone"

  /// The number of the row of a name.
  func number(of name: String) -> Int? { numbers[name] }

  /// The row of a name, which for a lot in a development zone may leave out the zone where no other lot is meant.
  func row(of name: String) -> (name: String, number: Int)? {
    for known in zoneSlot == nil ? [name] : [name, "\(name)/\(Self.zone)"] {
      if let number = numbers[known] { return (known, number) }
    }
    return nil
  }

  /// The cells of a row, none where they were not wanted.
  func cells(of row: Int) -> [Cell] {
    cells[row] ?? Array(repeating: .absent, count: layout.slots.count)
  }

  /// The cell a row has under a key.
  func cell(_ row: Int, _ key: String) -> Cell? {
    layout.slot(key: key).flatMap { cells[row]?[$0] }
  }

  var sortedNames: [String] { numbers.keys.sorted() }
}
