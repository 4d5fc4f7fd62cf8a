/// The header row of a CSV table, matched to the slots of its layout.
struct CSVHeader {
  /// Slot of each column; −1 where it has none.
  private(set) var slotOfColumn: [Int] = []
  /// Per slot, the unit its header states.
  private(set) var units: [ScenarioUnit?]
  /// Per slot, the header as written; `nil` where the table has no such column.
  private(set) var names: [String?]
  /// The headers as written, per column.
  private(set) var columnNames: [String] = []
  /// Where the header row stands.
  let place: Place

  /// Matches a header; findings are reported only where `log` is given.
  init(
    fields: [CSVScanner.Field], file: Int, layout: TableLayout, context: ReadContext, isSilent: Bool
  ) {
    units = Array(repeating: nil, count: layout.slots.count)
    names = Array(repeating: nil, count: layout.slots.count)
    place = Place(
      file: file, start: fields.first?.start ?? 0, end: fields.last?.end ?? 0)
    let text = context.texts[file]
    var places: [Int: Place] = [:]
    for field in fields {
      let name = CSVScanner.string(text, field.start, field.end, isEscaped: field.isEscaped)
        .trimmingSpaces
      let place = Place(file: file, start: field.start, end: field.end, column: name)
      columnNames.append(name)
      let match = name.isEmpty ? nil : Self.match(name, layout)
      slotOfColumn.append(match?.slot ?? -1)
      guard let match else {
        let isUnknown = context.knowsResources || layout.families.isEmpty
        if !name.isEmpty, !isSilent, isUnknown {
          Self.reportUnknown(name, place, layout, context.log)
        }
        continue
      }
      if let earlier = places[match.slot] {
        if !isSilent {
          context.log.report(
            .repeatedColumn, "列 `\(name)` 与前面的列重复",
            "the column `\(name)` repeats an earlier one", at: place,
            notes: [(Bilingual("第一次在这里", "first here"), earlier)])
        }
        slotOfColumn[slotOfColumn.count - 1] = -1
        continue
      }
      places[match.slot] = place
      names[match.slot] = name
      if let unit = match.unit {
        units[match.slot] = layout.slots[match.slot].units?.unit(named: unit)
        if units[match.slot] == nil, !isSilent {
          UnitFindings.reportUnit(
            unit, of: layout.slots[match.slot].units, at: place, in: context.log)
          units[match.slot] = layout.slots[match.slot].units?.units.first
        }
      }
    }
    if !isSilent { reportMissing(layout, context.log) }
  }

  private static func match(_ name: String, _ layout: TableLayout) -> (slot: Int, unit: String?)? {
    if let slot = layout.slot(header: name) { return (slot, nil) }
    guard let split = HeaderText.splitUnit(name), let slot = layout.slot(header: split.name),
      layout.slots[slot].units != nil
    else { return nil }
    return (slot, split.unit)
  }

  private static func reportUnknown(
    _ name: String, _ place: Place, _ layout: TableLayout, _ log: FindingLog
  ) {
    let bare = HeaderText.splitUnit(name)?.name ?? name
    let candidates = layout.headers
    let near =
      Suggestion.nearest(to: name, among: candidates)
      ?? Suggestion.nearest(to: bare, among: candidates)
    log.report(
      .unknownColumn, "未知的列 `\(ReadContext.short(name))`",
      "unknown column `\(ReadContext.short(name))`", at: place,
      help: near.map { Bilingual("是否想写 `\($0)`？", "did you mean `\($0)`?") }
        ?? Bilingual("删去这一列，或在 resources 里声明这种资源", "delete it, or declare the resource it is for"))
  }

  private func reportMissing(_ layout: TableLayout, _ log: FindingLog) {
    for (index, slot) in layout.slots.enumerated() where slot.isRequired && names[index] == nil {
      let header = slot.headers.first ?? slot.key
      log.report(
        .missingColumn, "缺少列 `\(header)`", "the column `\(header)` is missing", at: place)
    }
  }
}

extension String {
  /// The text without spaces of any width at its ends.
  var trimmingSpaces: String {
    var text = self[...]
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
