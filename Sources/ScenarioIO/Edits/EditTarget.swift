/// A value that an edit gives to a node.
struct EditChange {
  let node: EditNode
  /// The value itself.
  let value: JSONValue
  /// Where its JSON stands in the file of edits.
  let range: Range<Int>
  /// The path as written.
  let keyPlace: Place
}

/// Puts the value of an edit into an effective scenario.
struct EditTarget {
  private let change: EditChange
  private let element: JSONElement
  private let context: ReadContext

  init(_ change: EditChange, _ file: Int, _ context: ReadContext) {
    self.change = change
    self.context = context
    let text = context.texts[file]
    var scanner = JSONScanner(text, in: change.range)
    scanner.run()
    element = JSONDocument(file: file, text: text, nodes: scanner.nodes).root
  }

  /// The JSON that changes a node: its value, or for a part of a row the row's override.
  static func json(_ value: JSONValue, for node: EditNode) -> JSONValue {
    guard let row = node.steps.lastIndex(where: { if case .row = $0 { true } else { false } })
    else { return value }
    return node.steps[(row + 1)...].reversed().reduce(value) { inner, step in
      if case .member(let key) = step { .object([JSONValue.Member(key, inner)]) } else { inner }
    }
  }

  func apply(to scenario: inout EffectiveObject) {
    set(change.node.steps[...], in: &scenario)
  }

  private func set(_ steps: ArraySlice<EditNode.Step>, in object: inout EffectiveObject) {
    guard case .member(let key)? = steps.first else { return }
    let old = object[key]
    object.set(
      EffectiveObject.Member(
        key: key, keyPlace: old?.keyPlace ?? change.keyPlace,
        value: changed(old?.value, steps.dropFirst())))
  }

  private func changed(
    _ value: EffectiveValue?, _ steps: ArraySlice<EditNode.Step>
  ) -> EffectiveValue {
    switch (steps.first, value) {
    case (nil, _):
      guard element.kind == .array else { return .scalar(element.cell) }
      return .array(element.children.map { .scalar($0.cell) }, element.place)
    case (.member, .object(var object)):
      set(steps, in: &object)
      return .object(object)
    case (.member, _):
      var object = EffectiveObject(place: change.keyPlace)
      set(steps, in: &object)
      return .object(object)
    case (.element(let index), .array(var elements, let place)):
      elements[index] = changed(elements[index], steps.dropFirst())
      return .array(elements, place)
    case (.row(let row), .table(var table)):
      table.changes[row, default: []].append(element)
      return .table(table)
    case (_, let other): return other ?? .scalar(element.cell)
    }
  }
}
