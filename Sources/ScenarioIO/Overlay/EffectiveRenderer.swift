/// Turns the effective scenario into JSON.
struct EffectiveRenderer {
  typealias Part = RenderedValue.Part

  let context: ReadContext
  let resources: [ResourceColumns]

  /// An object with its keys in the order of the format; the scenario's `base` has done its work and is left out.
  func object(_ object: EffectiveObject, _ description: ObjectDescription) -> RenderedValue {
    .object(
      description.fields.compactMap { field in
        let isChain = field.key == "base" && description.name == Format.scenario.name
        guard !isChain, let member = object[field.key] else { return nil }
        return Part(name: field.key, value: value(member.value, field.type))
      })
  }

  private func value(_ value: EffectiveValue, _ type: FieldType) -> RenderedValue {
    switch (value, type) {
    case (.scalar(let cell), _): return leaf(cell, type, headerUnit: nil)
    case (.object(let inner), .object(let description)),
      (.object(let inner), .goal(let description)):
      return object(inner, description)
    case (.object(let inner), .map(_, let type)):
      return .object(
        inner.members.map { Part(name: $0.key, value: self.value($0.value, type)) })
    case (.array(let elements, _), .list(let inner)):
      return .array(
        elements.enumerated().map { Part(name: String($0), value: self.value($1, inner)) })
    case (.array(let elements, _), .records(let description)):
      return .array(
        elements.enumerated().map {
          Part(name: String($0), value: self.value($1, .object(description)))
        })
    case (.table(let table), .records(let description)):
      return .array(
        table.objects(description, context).enumerated().map { index, row in
          Part(
            name: rowName(row, description) ?? String(index), value: object(row, description))
        })
    case (.table(let table), .table(let description)): return rows(table, description)
    default: return .leaf(.null, value.place)
    }
  }

  private func rowName(_ object: EffectiveObject, _ description: ObjectDescription) -> String? {
    guard let key = description.rowKey.first, case .scalar(let cell)? = object[key]?.value else {
      return nil
    }
    return CellText.string(cell, in: context)
  }

  private func rows(_ table: EffectiveTable, _ description: ObjectDescription) -> RenderedValue {
    let layout = TableLayout(description, resources: resources)
    let reader = TableReader(context: context, table: table, layout: layout, isSilent: true)
    let names = RowNames(context: context, description: description)
    var rendered: [Part] = []
    reader.forEachRow { row in
      rendered.append(Part(name: names.name(of: row), value: self.row(row, layout)))
    }
    return .array(rendered)
  }

  private func row(_ row: TableRow, _ layout: TableLayout) -> RenderedValue {
    func cell(_ slot: Int) -> RenderedValue {
      guard
        case .leaf(let value, _) = leaf(
          row.cells[slot], layout.slots[slot].type, headerUnit: row.unit(slot))
      else { return .leaf(.null, row.place(slot)) }
      return .leaf(value, row.place(slot))
    }
    let count = layout.families.first?.first ?? layout.slots.count
    var members = (0..<count).filter { !row.cells[$0].isAbsent }.map {
      Part(name: layout.slots[$0].key, value: cell($0))
    }
    for family in layout.families {
      let slots = (family.first..<family.first + layout.resourceIDs.count).filter {
        !row.cells[$0].isAbsent
      }
      if !slots.isEmpty {
        members.append(
          Part(
            name: family.key,
            value: .object(slots.map { Part(name: layout.slots[$0].key, value: cell($0)) })))
      }
    }
    return .object(members)
  }

  /// One JSON cell as it is written.
  private func json(_ cell: Cell) -> JSONValue {
    switch cell.kind {
    case .yes: .bool(true)
    case .no: .bool(false)
    case .number: .number(CellText.string(cell, in: context))
    case .string: .string(CellText.string(cell, in: context))
    case .array, .object: context.element(of: cell).map { JSONValue($0) } ?? .null
    case .absent, .csv, .null, .invalid: .null
    }
  }

  /// One cell as the JSON that means the same.
  private func leaf(_ cell: Cell, _ type: FieldType, headerUnit: ScenarioUnit?) -> RenderedValue {
    guard cell.kind == .csv else { return .leaf(json(cell), cell.place()) }
    let text = CellText.string(cell, in: context)
    let value: JSONValue =
      switch type {
      case .flag: .bool(text == "是")
      case .integer: .number(text)
      case .list:
        .array(
          text.split { $0 == ";" || $0 == "；" }.map { .string(String($0).trimmingSpaces) }
            .filter { $0 != .string("") })
      case .quantity:
        .string(
          text.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
            ? headerUnit.map { "\(text) \($0.name)" } ?? text : text)
      default: .string(text)
      }
    return .leaf(value, cell.place())
  }
}
