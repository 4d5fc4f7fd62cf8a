/// The names under which overrides refer to the rows of a table.
struct RowNames {
  private let context: ReadContext
  private let layout: TableLayout
  private let keySlots: [Int]
  private let zoneSlot: Int?
  private var numbers: [String: Int] = [:]
  private var cells: [Int: [Cell]] = [:]

  init(context: ReadContext, description: ObjectDescription) {
    self.context = context
    layout = TableLayout(description)
    keySlots = description.rowKey.compactMap { [layout] in layout.slot(key: $0) }
    zoneSlot = layout.slot(key: Format.StockColumn.developmentZone.field.key)
  }

  /// Reads the names of all rows that a table holds, and the cells of those in `wanted`.
  mutating func collect(_ table: EffectiveTable, wanted: Set<String>) {
    let reader = TableReader(context: context, table: table, layout: layout, isSilent: true)
    var numbers: [String: Int] = [:]
    var cells: [Int: [Cell]] = [:]
    reader.forEachRow { row in
      let name = name(of: row)
      if numbers[name] == nil { numbers[name] = row.number }
      if wanted.contains(name) { cells[row.number] = Array(row.cells) }
    }
    self.numbers = numbers
    self.cells = cells
  }

  private func name(of row: TableRow) -> String {
    var parts = keySlots.map { CellText.string(row.cells[$0], in: context) }
    if let zoneSlot {
      let cell = row.cells[zoneSlot]
      let isZone =
        cell.kind == .yes || (cell.kind == .csv && CellText.string(cell, in: context) == "是")
      if isZone { parts.append("zone") }
    }
    return parts.joined(separator: "/")
  }

  /// The number of the row of a name.
  func number(of name: String) -> Int? { numbers[name] }

  /// The cell a row has under a key.
  func cell(_ row: Int, _ key: String) -> Cell? {
    layout.slot(key: key).flatMap { cells[row]?[$0] }
  }

  var sortedNames: [String] { numbers.keys.sorted() }
}
