/// All that can be set in a scenario, as nodes with children; what is not written is known from the format.
final class EditTree {
  let context: ReadContext
  var resources: [ResourceColumns] { effective.resources }
  var counties: [String] { effective.counties }
  private let effective: EffectiveScenario
  /// Names of rows whose cells are wanted; `nil` for all.
  private let wanted: Set<String>?
  private var names: [String: RowNames] = [:]

  init(_ effective: EffectiveScenario, wanted: Set<String>? = nil) {
    // What is found once more is no news.
    context = effective.context.copy(log: FindingLog())
    self.effective = effective
    self.wanted = wanted
  }

  var root: EditNode {
    EditNode(
      path: "", steps: [], name: "", type: .object(Format.scenario),
      content: .object(effective.root, Self.settable))
  }

  /// The scenario without the keys that belong to its file.
  private static let settable = ObjectDescription(
    Format.scenario.name, Format.scenario.fields.filter { !["format", "base"].contains($0.key) })

  // MARK: Children

  /// The part of an object under a key.
  func member(_ field: FieldDescription, _ object: EffectiveObject?, of node: EditNode) -> EditNode
  {
    var member = make(
      field.type, object?[field.key]?.value, standard: field.defaultText,
      path: node.path.isEmpty ? field.key : "\(node.path).\(field.key)",
      steps: node.steps + [.member(field.key)], name: field.key, units: node.units)
    if case .object(_, let description) = node.content {
      member.isRowKey = description.rowKey.contains(field.key)
    }
    // A resolution is stated in billionths and less; it defines the others' units.
    if case .quantity(.resource) = field.type, field.key == "resolution" { member.units = nil }
    return member
  }

  /// The value of a free key.
  func member(
    _ key: String, _ type: FieldType, _ object: EffectiveObject?, of node: EditNode
  ) -> EditNode {
    make(
      type, object?[key]?.value, standard: type.standardInMap, path: "\(node.path).\(key)",
      steps: node.steps + [.member(key)], name: key, units: node.units)
  }

  func element(_ index: Int, _ elements: [EffectiveValue], _ type: FieldType, of node: EditNode)
    -> EditNode
  {
    make(
      type, elements[index], standard: nil, path: "\(node.path)[\(index)]",
      steps: node.steps + [.element(index)], name: String(index), units: node.units)
  }

  /// The value in a slot of a row.
  func cell(_ slot: Int, _ row: EditRow, of node: EditNode) -> EditNode {
    let description = row.layout.slots[slot]
    let cell = row.cells[slot]
    let field = row.layout.description[description.key]
    var present: EditNode.Present?
    if !cell.isAbsent {
      present = EditNode.Present(
        text: text(cell), headerUnit: cell.kind == .csv ? row.units[slot] : nil,
        place: cell.place(column: cell.kind == .csv ? row.headers[slot] : nil))
    } else {
      present = standard(
        isResource(slot, row.layout) ? "0" : field?.defaultText,
        description.type, description.units)
    }
    return EditNode(
      path: "\(node.path).\(description.key)",
      steps: node.steps + [.member(description.key)], name: description.key,
      type: description.type, content: .value, present: present, units: description.units,
      isRowKey: row.layout.description.rowKey.contains(description.key)
        && !isResource(slot, row.layout))
  }

  func family(_ index: Int, _ row: EditRow, of node: EditNode) -> EditNode {
    let key = row.layout.families[index].key
    return EditNode(
      path: "\(node.path).\(key)", steps: node.steps + [.member(key)], name: key,
      type: row.layout.description[key]?.type ?? node.type, content: .family(row, index))
  }

  private func isResource(_ slot: Int, _ layout: TableLayout) -> Bool {
    layout.families.first.map { slot >= $0.first } ?? false
  }

  /// The row of a name that overrides would use, or of a number in a table whose rows have no names.
  func row(
    _ name: String, _ table: EffectiveTable?, _ description: ObjectDescription, of node: EditNode
  ) -> EditNode? {
    guard let table else { return nil }
    let names = rowNames(table, description, node.path)
    guard let (name, number) = names.row(of: name) else { return nil }
    let path = "\(node.path)[\(name)]"
    let steps = node.steps + [.row(number)]
    if description.name == Format.resource.name {
      let object = table.object(number, description, context)
      let units = resources.first { $0.id == name }?.units
      return EditNode(
        path: path, steps: steps, name: name, type: .object(description),
        content: .object(object, description), units: units)
    }
    return EditNode(
      path: path, steps: steps, name: name, type: .object(description),
      content: .row(
        EditRow(
          number: number, layout: names.layout, cells: names.cells(of: number),
          units: names.headerUnits, headers: names.headers)))
  }

  /// The names of a table's rows.
  func rowNames(
    _ table: EffectiveTable, _ description: ObjectDescription, _ path: String
  ) -> RowNames {
    if let known = names[path] { return known }
    var rows = RowNames(context: context, description: description, resources: resources)
    rows.collect(table, wanted: wanted)
    names[path] = rows
    return rows
  }

  // MARK: Nodes

  private func make(
    _ type: FieldType, _ value: EffectiveValue?, standard: String?, path: String,
    steps: [EditNode.Step], name: String, units: UnitSet?
  ) -> EditNode {
    var object: EffectiveObject?
    if case .object(let written) = value { object = written }
    var units = units
    if case .quantity(let kind) = type { units = kind.units ?? units }
    let content: EditNode.Content
    var present: EditNode.Present?
    switch type {
    case .object(let description): content = .object(object, description)
    case .goal(let description) where object != nil: content = .object(object, description)
    case .map(let key, let inner): content = .map(object, key, inner)
    case .list(let inner):
      content = .list(elements(value), inner)
      if case .array(let elements, let place) = value {
        present = EditNode.Present(text: text(elements), place: place)
      } else {
        present = self.standard(standard, type, units)
      }
    case .records(let description) where description.rowKey.isEmpty:
      content = .list(elements(value), .object(description))
    case .records(let description), .table(let description):
      var table: EffectiveTable?
      if case .table(let written) = value { table = written }
      content = .table(table, description)
    default:
      if case .scalar(let cell) = value {
        present = EditNode.Present(text: text(cell), place: cell.place())
      } else {
        present = self.standard(standard, type, units)
      }
      content = .value
    }
    return EditNode(
      path: path, steps: steps, name: name, type: type, content: content, present: present,
      units: units)
  }

  private func text(_ elements: [EffectiveValue]) -> String {
    elements.map { element in
      switch element {
      case .scalar(let cell): return text(cell)
      case .object(let object):
        guard case .scalar(let cell)? = object["id"]?.value else { return "" }
        return text(cell)
      default: return ""
      }
    }.joined(separator: ";")
  }

  private func elements(_ value: EffectiveValue?) -> [EffectiveValue] {
    if case .array(let elements, _) = value { elements } else { [] }
  }

  /// A default as the present value; the unit of a resource's zero is the first of its units.
  private func standard(_ text: String?, _ type: FieldType, _ units: UnitSet?) -> EditNode.Present?
  {
    guard let text else { return nil }
    if case .quantity(.resource) = type {
      guard let unit = units?.units.first else { return nil }
      return EditNode.Present(text: "\(text) \(unit.name)")
    }
    return EditNode.Present(text: text)
  }

  private func text(_ cell: Cell) -> String {
    switch cell.kind {
    case .yes: return "true"
    case .no: return "false"
    case .array:
      let elements = context.element(of: cell)?.children ?? []
      return elements.map(\.string).joined(separator: ";")
    default: return CellText.string(cell, in: context)
    }
  }
}

extension FieldType {
  /// What holds for a key of an object with free keys that is not written.
  var standardInMap: String? {
    switch self {
    case .quantity(.area): "0 亩"
    case .coefficient: "1"
    default: nil
    }
  }
}
