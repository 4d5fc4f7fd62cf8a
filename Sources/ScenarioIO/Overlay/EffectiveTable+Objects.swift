extension EffectiveTable {
  /// The rows of a table that is no CSV file as objects, with the changes of overrides merged in.
  func objects(_ description: ObjectDescription, _ context: ReadContext) -> [EffectiveObject] {
    var elements: [(element: JSONElement, number: Int)] = []
    if case .json(let array) = base {
      elements = array.children.enumerated().map { ($1, $0) }
    }
    elements += added.enumerated().map { ($1, -1 - $0) }
    // Paths stand at the top level only, so that the merger needs no file here.
    let merger = Merger(context: context, file: "")
    return elements.compactMap { element, number in
      guard !removed.contains(number) else { return nil }
      guard element.kind == .object else {
        if element.kind != .invalid {
          context.log.report(
            .wrongType, "这里应为对象 {…}", "this must be an object {…}", at: element.place)
        }
        return nil
      }
      let object = merger.object(element, description, over: nil)
      return (changes[number] ?? []).reduce(object) { merger.object($1, description, over: $0) }
    }
  }
}
