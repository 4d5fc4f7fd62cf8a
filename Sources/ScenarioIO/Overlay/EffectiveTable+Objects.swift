extension EffectiveTable {
  /// The rows of a table that is no CSV file as objects, with the changes of overrides merged in.
  func objects(_ description: ObjectDescription, _ context: ReadContext) -> [EffectiveObject] {
    numberedRows.compactMap { object($0.element, $0.number, description, context) }
  }

  /// The row of a number as an object.
  func object(
    _ number: Int, _ description: ObjectDescription, _ context: ReadContext
  ) -> EffectiveObject? {
    numberedRows.first { $0.number == number }.flatMap {
      object($0.element, number, description, context)
    }
  }

  private var numberedRows: [(element: JSONElement, number: Int)] {
    var elements: [(element: JSONElement, number: Int)] = []
    if case .json(let array) = base {
      elements = array.children.enumerated().map { ($1, $0) }
    }
    return elements + added.enumerated().map { ($1, -1 - $0) }
  }

  private func object(
    _ element: JSONElement, _ number: Int, _ description: ObjectDescription,
    _ context: ReadContext
  ) -> EffectiveObject? {
    guard !removed.contains(number) else { return nil }
    guard element.kind == .object else {
      if element.kind != .invalid {
        context.log.report(
          .wrongType, "这里应为对象 {…}", "this must be an object {…}", at: element.place)
      }
      return nil
    }
    // Paths stand at the top level only, so that the merger needs no file here.
    let merger = Merger(context: context, file: "")
    let object = merger.object(element, description, over: nil)
    return (changes[number] ?? []).reduce(object) { merger.object($1, description, over: $0) }
  }
}
