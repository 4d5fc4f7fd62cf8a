extension Merger {
  /// A table given as an array, a file, or changes to the base's rows.
  func table(
    _ element: JSONElement, _ description: ObjectDescription, over base: EffectiveTable?,
    mayBeFile: Bool
  ) -> EffectiveValue {
    switch element.kind {
    case .array:
      return .table(EffectiveTable(place: element.place, base: .json(element)))
    case .object:
      let keys = element.members.map(\.key.string)
      if mayBeFile, keys.contains("file") { return tableFile(element) }
      if !keys.isEmpty, keys.allSatisfy({ ["change", "add", "remove"].contains($0) }) {
        return patch(element, description, over: base)
      }
      reportShape(element, mayBeFile: mayBeFile)
      return .table(EffectiveTable(place: element.place, base: .none))
    default: return .scalar(element.cell)
    }
  }

  private func tableFile(_ element: JSONElement) -> EffectiveValue {
    for (key, _) in element.members where key.string != "file" {
      log.report(
        .unknownKey, "`file` 旁边不能有 `\(key.string)`", "`\(key.string)` cannot stand beside `file`",
        at: key.place)
    }
    let none = EffectiveValue.table(EffectiveTable(place: element.place, base: .none))
    guard let path = element["file"] else { return none }
    guard path.kind == .string, !path.string.isEmpty else {
      log.report(.wrongType, "`file` 应为文件路径", "`file` must be a path", at: path.place)
      return none
    }
    let resolved = FilePath.resolve(path.string, from: self.file)
    guard let file = context.readTable(resolved, namedAt: path.place) else { return none }
    return .table(EffectiveTable(place: path.place, base: .csv(file)))
  }

  private func reportShape(_ element: JSONElement, mayBeFile: Bool) {
    let keys = ["change", "add", "remove"] + (mayBeFile ? ["file"] : [])
    let wrong = element.members.first { !keys.contains($0.key.string) }?.key
    log.report(
      .patchShape, "表应为数组\(mayBeFile ? "、{\"file\": …}" : "")或 {\"change\", \"add\", \"remove\"}",
      "a table must be an array\(mayBeFile ? ", {\"file\": …}" : "") or {\"change\", \"add\", \"remove\"}",
      at: wrong?.place ?? element.place,
      help: wrong.flatMap { Suggestion.help(for: $0.string, among: keys, listing: false) })
  }

  private func patch(
    _ element: JSONElement, _ description: ObjectDescription, over base: EffectiveTable?
  ) -> EffectiveValue {
    guard var table = base else {
      log.report(
        .patchWithoutBase, "没有可修改的表：基准文件里没有它", "there is no table to change: no base has it",
        at: element.place,
        help: Bilingual("写成数组，或先写 \"base\"", "write an array, or name a \"base\""))
      return .table(EffectiveTable(place: element.place, base: .none))
    }
    guard !description.rowKey.isEmpty else {
      log.report(
        .patchShape, "这张表只能整体替换", "this table can only be replaced as a whole",
        at: element.place)
      return .table(table)
    }
    var rows = RowNames(context: context, description: description)
    rows.collect(
      table, wanted: Set(element["change"]?.members.map(\.key.string) ?? []))
    for (key, value) in element.members {
      switch key.string {
      case "change": change(&table, value, rows, description)
      case "remove": remove(&table, value, rows)
      default: add(&table, value)
      }
    }
    return .table(table)
  }

  private func change(
    _ table: inout EffectiveTable, _ element: JSONElement, _ rows: RowNames,
    _ description: ObjectDescription
  ) {
    guard element.kind == .object else { return reportPatchType("change", "{…}", element) }
    for (key, value) in element.members {
      guard let row = find(key, rows) else { continue }
      guard value.kind == .object else {
        reportPatchType(key.string, "{…}", value)
        continue
      }
      let keys = value.members.map(\.key).filter { description.rowKey.contains($0.string) }
      for field in keys {
        log.report(
          .patchKey, "`\(field.string)` 是行的键，不能修改",
          "`\(field.string)` names the row and cannot be changed", at: field.place,
          help: Bilingual("用 remove 和 add 换掉这一行", "use remove and add to replace the row"))
      }
      guard keys.isEmpty else { continue }
      // Resources are merged as objects when they are read, which tells of every value without effect.
      if description.name != Format.resource.name { reportUnchanged(value, rows, row) }
      table.changes[row, default: []].append(value)
    }
  }

  /// Warns of values that the row has already.
  private func reportUnchanged(
    _ change: JSONElement, _ rows: RowNames, _ row: Int
  ) {
    for (field, value) in change.members {
      guard let old = rows.cell(row, field.string), value.kind != .array, value.kind != .object,
        old.kind == .string || old.kind == .number || old.kind == .yes || old.kind == .no
          || old.kind == .csv,
        CellText.same(old, value.cell, in: context)
      else { continue }
      reportNoEffect(field.string, value, .scalar(old))
    }
  }

  private func remove(_ table: inout EffectiveTable, _ element: JSONElement, _ rows: RowNames) {
    guard element.kind == .array else { return reportPatchType("remove", "[…]", element) }
    for name in element.children {
      guard name.kind == .string else {
        reportPatchType("remove", "\"…\"", name)
        continue
      }
      if let row = find(name, rows) { table.removed.insert(row) }
    }
  }

  private func add(_ table: inout EffectiveTable, _ element: JSONElement) {
    guard element.kind == .array else { return reportPatchType("add", "[…]", element) }
    for row in element.children {
      if row.kind == .object {
        table.added.append(row)
      } else {
        reportPatchType("add", "{…}", row)
      }
    }
  }

  private func find(_ name: JSONElement, _ rows: RowNames) -> Int? {
    if let row = rows.number(of: name.string) { return row }
    log.report(
      .patchUnknownRow, "没有名为 `\(ReadContext.short(name.string))` 的行",
      "there is no row `\(ReadContext.short(name.string))`", at: name.place,
      help: Suggestion.nearest(to: name.string, among: rows.sortedNames).map {
        Bilingual("是否想写 `\($0)`？", "did you mean `\($0)`?")
      })
    return nil
  }

  private func reportPatchType(_ key: String, _ expected: String, _ element: JSONElement) {
    guard element.kind != .invalid else { return }
    log.report(
      .patchShape, "`\(key)` 这里应为 \(expected)", "`\(key)` must be \(expected) here",
      at: element.place)
  }
}
