/// Puts the members of a JSON object into the slots of a row.
struct JSONRowFiller {
  let context: ReadContext
  let layout: TableLayout
  let isSilent: Bool

  /// Fills the slots of the keys the object has and leaves the others.
  func fill(_ cells: UnsafeMutableBufferPointer<Cell>, from element: JSONElement) {
    let document = element.document
    forEachMember(of: element.index, in: document) { key, value in
      switch target(of: key, in: document) {
      case .slot(let slot): cells[slot] = Cell(document.nodes[value], file: document.file)
      case .family(let family): fillFamily(cells, layout.families[family], value, document)
      case nil: reportUnknown(key, document)
      }
    }
  }

  private func forEachMember(
    of object: Int, in document: JSONDocument, _ body: (_ key: Int, _ value: Int) -> Void
  ) {
    var key = object + 1
    let end = Int(document.nodes[object].next)
    while key + 1 < end {
      body(key, key + 1)
      key = Int(document.nodes[key + 1].next)
    }
  }

  private func target(of key: Int, in document: JSONDocument) -> TableLayout.Target? {
    let node = document.nodes[key]
    guard node.isEscaped else {
      return layout.target(of: document.text, Int(node.start) + 1, Int(node.end) - 1)
    }
    let name = Array(document.string(key).utf8)
    return name.withUnsafeBufferPointer { layout.target(of: $0, 0, $0.count) }
  }

  private func reportUnknown(_ key: Int, _ document: JSONDocument) {
    guard !isSilent else { return }
    let name = document.string(key)
    let keys = layout.description.fields.map(\.key)
    context.log.report(
      .unknownKey, "未知的键 `\(ReadContext.short(name))`",
      "unknown key `\(ReadContext.short(name))`",
      at: JSONElement(document: document, index: key).place,
      help: Suggestion.help(for: name, among: keys))
  }

  /// Fills the slots of an object from resource ids to quantities.
  private func fillFamily(
    _ cells: UnsafeMutableBufferPointer<Cell>, _ family: TableLayout.Family, _ value: Int,
    _ document: JSONDocument
  ) {
    let node = document.nodes[value]
    guard node.kind == .object else {
      if !isSilent, node.kind != .invalid {
        context.log.report(
          .wrongType, "`\(family.key)` 应为对象 {资源: 数量}",
          "`\(family.key)` must be an object {resource: amount}",
          at: JSONElement(document: document, index: value).place)
      }
      return
    }
    forEachMember(of: value, in: document) { key, amount in
      if let resource = resource(of: key, in: document) {
        cells[family.first + resource] = Cell(document.nodes[amount], file: document.file)
      } else if !isSilent, context.knowsResources {
        reportUnknownResource(JSONElement(document: document, index: key))
      }
    }
  }

  private func resource(of key: Int, in document: JSONDocument) -> Int? {
    let node = document.nodes[key]
    if !node.isEscaped,
      let place = layout.resource(of: document.text, Int(node.start) + 1, Int(node.end) - 1)
    {
      return place
    }
    return layout.resourceIDs.firstIndex(of: document.string(key))
  }

  private func reportUnknownResource(_ key: JSONElement) {
    let id = key.string
    context.log.report(
      .unknownResource, "未知的资源 `\(ReadContext.short(id))`",
      "unknown resource `\(ReadContext.short(id))`", at: key.place,
      help: Suggestion.help(for: id, among: layout.resourceIDs))
  }
}
