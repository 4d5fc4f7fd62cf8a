import Scenario

extension EditTree {
  /// The objects below the scenario whose keys may be named without them.
  var sections: [EditNode] {
    var found: [EditNode] = []
    func visit(_ node: EditNode) {
      guard case .object(let object, let description) = node.content else { return }
      if !node.path.isEmpty { found.append(node) }
      for field in description.fields {
        if case .object = field.type { visit(member(field, object, of: node)) }
      }
    }
    visit(root)
    return found
  }

  /// The tables whose rows may be named without them.
  var namedTables: [EditNode] {
    guard case .object(let object, let description) = root.content else { return [] }
    return ["resources", "projects"].compactMap { key in
      description[key].map { member($0, object, of: root) }
    }
  }

  /// The keys that an object with free keys may have; `nil` where they are any.
  func keys(of key: FieldType.MapKey) -> [String]? {
    switch key {
    case .county: counties
    case .resource: resources.map(\.id)
    case .level: Level.allCases.map(\.rawValue)
    case .sector: nil
    }
  }

  /// The place in a list of a number, or of an object by what names it.
  func index(of name: String, _ elements: [EffectiveValue]) -> Int? {
    if let number = Int(name) { return elements.indices.contains(number) ? number : nil }
    let named = elements.indices.filter { index in
      guard case .object(let object) = elements[index] else { return false }
      return ["id", "indicator", "measure"].contains { key in
        guard case .scalar(let cell)? = object[key]?.value else { return false }
        return CellText.string(cell, in: context) == name
      }
    }
    return named.count == 1 ? named.first : nil
  }

  /// The nodes below a node, at most so many; of a table the rows whose paths fit a beginning.
  func children(of node: EditNode, limit: Int, startingWith prefix: String = "") -> [EditNode] {
    func fits(_ path: String) -> Bool { path.hasPrefix(prefix) || prefix.hasPrefix(path) }
    switch node.content {
    case .object(let object, let description):
      let members = description.fields.map { member($0, object, of: node) }
      return Array(members.filter { fits($0.path) }.prefix(limit))
    case .map(let object, let key, let type):
      let names = keys(of: key) ?? object?.members.map(\.key) ?? []
      let members = names.map { member($0, type, object, of: node) }
      return Array(members.filter { fits($0.path) }.prefix(limit))
    case .list(let elements, let type):
      let all = elements.indices.map { element($0, elements, type, of: node) }
      return Array(all.filter { fits($0.path) }.prefix(limit))
    case .table(let table, let description):
      guard let table else { return [] }
      let names = rowNames(table, description, node.path).sortedNames.lazy
      return names.filter { fits("\(node.path)[\($0)]") }.prefix(limit).compactMap {
        row($0, table, description, of: node)
      }
    case .row(let row):
      let fields = row.layout.families.first?.first ?? row.layout.slots.count
      let cells = (0..<fields).map { cell($0, row, of: node) }
      let families = row.layout.families.indices.map { family($0, row, of: node) }
      return Array((cells + families).filter { fits($0.path) }.prefix(limit))
    case .family(let row, let family):
      let first = row.layout.families[family].first
      let cells = row.layout.resourceIDs.indices.map { cell(first + $0, row, of: node) }
      return Array(cells.filter { fits($0.path) }.prefix(limit))
    case .value: return []
    }
  }

  /// What stands for a whole row: its name, or else its id, where the row begins.
  func title(of row: EditNode) -> EditNode.Present? {
    let parts = children(of: row, limit: .max)
    let named = parts.first { $0.name == "name" && !($0.present?.isDefault ?? true) }
    let key = parts.first { $0.isRowKey } ?? parts.first
    guard var present = (named ?? key)?.present else { return nil }
    present.place = key?.present?.place ?? present.place
    return present
  }

  /// A child's path without that of its parent.
  func path(_ child: EditNode, below node: EditNode) -> String {
    let rest = child.path.dropFirst(node.path.count)
    return String(rest.first == "." ? rest.dropFirst() : rest)
  }
}
