/// Finds the number of a name from its bytes, quickly where neighbouring rows hold the same name.
struct NameIndex {
  private(set) var names: [String]
  private var numbers: [String: Int] = [:]
  private var last = 0

  init(_ names: [String]) {
    self.names = names
    for (index, name) in names.enumerated() where numbers[name] == nil { numbers[name] = index }
  }

  /// The number of a known name.
  func number(of name: String) -> Int? { numbers[name] }

  /// The number of the name in a cell; `nil` where it is not known.
  mutating func number(of cell: Cell, in context: ReadContext) -> Int? {
    let text = context.texts[Int(cell.file)]
    if last < names.count, !cell.isEscaped, text.equals(names[last], cell.start, cell.end) {
      return last
    }
    if names.count <= 12, !cell.isEscaped {
      for index in names.indices where text.equals(names[index], cell.start, cell.end) {
        last = index
        return index
      }
    }
    guard let number = numbers[CellText.string(cell, in: context)] else { return nil }
    last = number
    return number
  }

  /// The name in a cell itself, kept once however many rows hold it.
  mutating func intern(_ name: String) -> String {
    if let number = numbers[name] {
      last = number
      return names[number]
    }
    last = names.count
    numbers[name] = last
    names.append(name)
    return name
  }

  /// The name in a cell where it is the one looked up last.
  func repeated(_ cell: Cell, in context: ReadContext) -> String? {
    guard last < names.count, !cell.isEscaped,
      context.texts[Int(cell.file)].equals(names[last], cell.start, cell.end)
    else { return nil }
    return names[last]
  }
}
