/// Puts the members of a JSON object into the slots of a row.
///
/// Rows of one table mostly have the same keys in the same order, so the slot of a key is guessed from the row before.
struct JSONRowFiller {
  let context: ReadContext
  let layout: TableLayout
  let isSilent: Bool
  private var guesses: [(start: Int, end: Int, slot: Int)] = []
  private var guessFile = -1

  init(context: ReadContext, layout: TableLayout, isSilent: Bool) {
    self.context = context
    self.layout = layout
    self.isSilent = isSilent
  }

  /// Fills the slots of the keys the object has and leaves the others.
  mutating func fill(_ cells: UnsafeMutableBufferPointer<Cell>, from element: JSONElement) {
    let document = element.document
    if guessFile != document.file {
      guesses.removeAll()
      guessFile = document.file
    }
    var key = element.index + 1
    let end = Int(element.node.next)
    var position = 0
    while key + 1 < end {
      let value = key + 1
      let slot = slot(of: key, at: position, in: document)
      if slot >= 0 {
        cells[slot] = Cell(document.nodes[value], index: value, file: document.file)
      } else {
        fillOther(cells, key, value, document)
      }
      position += 1
      key = Int(document.nodes[value].next)
    }
  }

  private mutating func slot(
    of key: Int, at position: Int, in document: JSONDocument
  ) -> Int {
    let node = document.nodes[key]
    let (start, end) = (Int(node.start), Int(node.end))
    if position < guesses.count {
      let guess = guesses[position]
      if guess.end - guess.start == end - start,
        document.text[guess.start..<guess.end].elementsEqual(document.text[start..<end])
      {
        return guess.slot
      }
    }
    let slot = layout.slot(key: document.string(key)) ?? -1
    if position < guesses.count {
      guesses[position] = (start, end, slot)
    } else if position == guesses.count, position < 64 {
      guesses.append((start, end, slot))
    }
    return slot
  }

  /// A key that is no slot: demands or retired, or a mistake.
  private func fillOther(
    _ cells: UnsafeMutableBufferPointer<Cell>, _ key: Int, _ value: Int, _ document: JSONDocument
  ) {
    let name = document.string(key)
    let element = JSONElement(document: document, index: value)
    if let family = layout.families.first(where: { $0.key == name }) {
      fillFamily(cells, family, element)
    } else if !isSilent {
      let keys = layout.description.fields.map(\.key)
      context.log.report(
        .unknownKey, "未知的键 `\(ReadContext.short(name))`",
        "unknown key `\(ReadContext.short(name))`",
        at: JSONElement(document: document, index: key).place,
        help: Suggestion.help(for: name, among: keys))
    }
  }

  private func fillFamily(
    _ cells: UnsafeMutableBufferPointer<Cell>, _ family: TableLayout.Family, _ element: JSONElement
  ) {
    guard element.kind == .object else {
      if !isSilent, element.kind != .invalid {
        context.log.report(
          .wrongType, "`\(family.key)` 应为对象 {资源: 数量}",
          "`\(family.key)` must be an object {resource: amount}", at: element.place)
      }
      return
    }
    for (key, value) in element.members {
      let id = key.string
      if let resource = layout.resourceIDs.firstIndex(of: id) {
        cells[family.first + resource] = value.cell
      } else if !isSilent, context.knowsResources {
        context.log.report(
          .unknownResource, "未知的资源 `\(ReadContext.short(id))`",
          "unknown resource `\(ReadContext.short(id))`", at: key.place,
          help: Suggestion.help(for: id, among: layout.resourceIDs))
      }
    }
  }
}
