/// Puts the cells of a CSV record into the slots of a row.
struct CSVRowFiller {
  enum Outcome {
    case filled
    /// All cells are empty, as spreadsheets leave them below a table.
    case blank
    /// Another number of cells than the header.
    case broken
  }

  private let log: FindingLog
  private let text: UnsafeBufferPointer<UInt8>
  private let file: Int
  private let header: CSVHeader
  private let isSilent: Bool

  init(context: ReadContext, file: Int, header: CSVHeader, isSilent: Bool) {
    log = context.log
    text = context.texts[file]
    self.file = file
    self.header = header
    self.isSilent = isSilent
  }

  /// Fills the slots; cells that are empty become absent ones that keep their place.
  func fill(
    _ cells: UnsafeMutableBufferPointer<Cell>, from fields: [CSVScanner.Field], at place: Place
  ) -> Outcome {
    if isBlank(fields) { return .blank }
    guard fields.count == header.slotOfColumn.count else {
      if !isSilent { reportCount(fields.count, at: place) }
      return .broken
    }
    for slot in cells.indices { cells[slot] = .absent }
    for column in fields.indices {
      let field = fields[column]
      let (start, end) = trimmed(field)
      let slot = header.slotOfColumn[column]
      guard slot >= 0 else {
        if start < end, header.columnNames[column].isEmpty, !isSilent {
          log.report(
            .unknownColumn, "这一列没有表头", "this column has no header",
            at: Place(file: file, start: start, end: end))
        }
        continue
      }
      cells[slot] = Cell(
        kind: start == end ? .absent : .csv, isEscaped: field.isEscaped, file: Int32(file),
        start: start, end: end)
    }
    return .filled
  }

  private func isBlank(_ fields: [CSVScanner.Field]) -> Bool {
    for field in fields {
      let (start, end) = trimmed(field)
      if start < end { return false }
    }
    return true
  }

  /// The content without ASCII and full-width spaces at its ends.
  @inline(__always)
  private func trimmed(_ field: CSVScanner.Field) -> (Int, Int) {
    var (start, end) = (field.start, field.end)
    while start < end {
      if text[start] == 0x20 || text[start] == 0x09 {
        start += 1
      } else if start + 3 <= end, isWideSpace(start) {
        start += 3
      } else {
        break
      }
    }
    while end > start {
      if text[end - 1] == 0x20 || text[end - 1] == 0x09 {
        end -= 1
      } else if end - 3 >= start, isWideSpace(end - 3) {
        end -= 3
      } else {
        break
      }
    }
    return (start, end)
  }

  private func isWideSpace(_ index: Int) -> Bool {
    text[index] == 0xE3 && text[index + 1] == 0x80 && text[index + 2] == 0x80
  }

  private func reportCount(_ count: Int, at place: Place) {
    let expected = header.slotOfColumn.count
    log.report(
      .cellCount, "这一行有 \(count) 个单元格，表头有 \(expected) 个",
      "this row has \(count) cells, the header has \(expected)", at: place,
      help: Bilingual("含逗号的单元格要加引号", "a cell with a comma in it needs quotes"))
  }
}
