/// Walks over the rows of an effective table, whatever they come from.
struct TableReader {
  let context: ReadContext
  let table: EffectiveTable
  let layout: TableLayout
  /// A silent reader only looks for the names of rows and leaves all findings to the real reading.
  var isSilent = false

  /// Calls a closure with every row that holds: the base's rows, changed where overrides say so, then added ones.
  ///
  /// Rows that cannot be taken apart are reported and left out; returns whether there were any.
  @discardableResult
  func forEachRow(_ body: (TableRow) -> Void) -> Bool {
    var isWhole = true
    switch table.base {
    case .csv(let file): isWhole = readCSV(file, body)
    case .json(let array):
      if let rows = array.rows {
        isWhole = forEachRow(0..<rows.count, of: rows, in: array.document, body)
        if !rows.areChecked { rows.areChecked = true }
      } else {
        isWhole = readJSON(array, body)
      }
    case .none: isWhole = !context.log.hasErrors
    }
    forEachAddedRow(body)
    return isWhole
  }

  /// Calls a closure with every row that an override added.
  func forEachAddedRow(_ body: (TableRow) -> Void) {
    guard !table.added.isEmpty else { return }
    let filler = JSONRowFiller(context: context, layout: layout, isSilent: isSilent)
    let row = emptyRow(at: table.place)
    for (index, element) in table.added.enumerated() where !table.removed.contains(-1 - index) {
      deliver(element, number: -1 - index, row, filler, body)
    }
  }

  /// Calls a closure with some of the rows that were set aside, each changed where overrides say so.
  func forEachRow(
    _ range: Range<Int>, of rows: JSONRows, in document: JSONDocument, _ body: (TableRow) -> Void
  ) -> Bool {
    let filler = JSONRowFiller(context: context, layout: layout, isSilent: isSilent)
    let row = emptyRow(at: table.place)
    let reader = JSONRowReader(rows, of: document)
    for number in range {
      guard let element = reader.element(number) else {
        context.mustReadAgain = true
        return false
      }
      if !table.removed.contains(number) {
        deliver(element, number: number, row, filler, body)
      }
    }
    return true
  }

  private func emptyRow(at place: Place) -> TableRow {
    TableRow(slots: layout.slots.count, place: place)
  }

  private func readJSON(_ array: JSONElement, _ body: (TableRow) -> Void) -> Bool {
    let filler = JSONRowFiller(context: context, layout: layout, isSilent: isSilent)
    let row = emptyRow(at: table.place)
    var index = array.index + 1
    let document = array.document
    let end = Int(array.node.next)
    var number = 0
    var isWhole = true
    while index < end {
      let element = JSONElement(document: document, index: index)
      if element.kind != .object {
        isWhole = false
        if !isSilent, element.kind != .invalid {
          context.log.report(
            .wrongType, "表的一行应为对象 {…}", "a row of a table must be an object {…}",
            at: element.place)
        }
      } else if !table.removed.contains(number) {
        deliver(element, number: number, row, filler, body)
      }
      number += 1
      index = Int(document.nodes[index].next)
    }
    return isWhole
  }

  private func deliver(
    _ element: JSONElement, number: Int, _ row: TableRow, _ filler: JSONRowFiller,
    _ body: (TableRow) -> Void
  ) {
    let start = Int(element.node.start)
    row.place = Place(file: element.document.file, start: start, end: start + 1)
    row.number = number
    for slot in row.cells.indices { row.cells[slot] = .absent }
    filler.fill(row.cells, from: element)
    applyChanges(row, filler)
    checkRequired(row)
    body(row)
  }

  private func applyChanges(_ row: TableRow, _ filler: JSONRowFiller) {
    guard !table.changes.isEmpty, let changes = table.changes[row.number] else { return }
    for change in changes { filler.fill(row.cells, from: change) }
  }

  private func checkRequired(_ row: TableRow) {
    guard !isSilent else { return }
    for slot in layout.required where row.cells[slot].isAbsent {
      let key = layout.slots[slot].key
      if let name = row.names[slot] {
        context.log.report(
          .emptyText, "`\(name)` 不能为空", "`\(name)` must not be empty", at: row.place(slot))
      } else if row.cells[slot].end == 0, !isCSV {
        context.log.report(
          .missingKey, "这一行缺少 `\(key)`", "`\(key)` is missing in this row", at: row.place)
      }
    }
  }

  private var isCSV: Bool {
    if case .csv = table.base { true } else { false }
  }

  private func readCSV(_ file: Int, _ body: (TableRow) -> Void) -> Bool {
    var scanner = CSVScanner(context.texts[file])
    var fields: [CSVScanner.Field] = []
    guard scanner.next(into: &fields) else {
      if !isSilent {
        context.log.report(
          .emptyFile, "表里没有表头", "the table has no header",
          at: Place(file: file, start: 0, end: 0))
      }
      return false
    }
    let header = CSVHeader(
      fields: fields, file: file, layout: layout, context: context, isSilent: isSilent)
    let row = emptyRow(at: header.place)
    row.units = header.units
    row.names = header.names
    let filler = CSVRowFiller(context: context, file: file, header: header, isSilent: isSilent)
    let changes = JSONRowFiller(context: context, layout: layout, isSilent: isSilent)
    var number = -1
    var isWhole = true
    while true {
      let start = scanner.position
      guard scanner.next(into: &fields) else { break }
      row.place = Place(file: file, start: start, end: max(start + 1, fields[0].end))
      switch filler.fill(row.cells, from: fields, at: row.place) {
      case .blank: continue
      case .broken:
        number += 1
        isWhole = false
        continue
      case .filled: number += 1
      }
      if table.removed.contains(number) { continue }
      row.number = number
      applyChanges(row, changes)
      checkRequired(row)
      body(row)
    }
    if !isSilent { report(scanner.faults, in: file) }
    return isWhole && scanner.faults.isEmpty
  }

  private func report(_ faults: [CSVScanner.Fault], in file: Int) {
    for fault in faults {
      let place = Place(file: file, start: fault.start, end: fault.end)
      switch fault.kind {
      case .unclosedQuote:
        context.log.report(
          .csvQuotes, "从这里开始的引号没有结束", "the quote that starts here does not end", at: place)
      case .textAfterQuote:
        context.log.report(
          .csvQuotes, "引号结束之后还有文字", "text after a closing quote", at: place,
          help: Bilingual("单元格内的引号要写两遍：\"\"", "write a quote inside a cell twice: \"\""))
      case .strayQuote:
        context.log.report(
          .csvQuotes, "没有用引号括起的单元格里有引号", "a quote in a cell that is not quoted", at: place,
          help: Bilingual("把整个单元格用引号括起，其中的引号写两遍", "quote the whole cell and write its quotes twice")
        )
      }
    }
  }
}
