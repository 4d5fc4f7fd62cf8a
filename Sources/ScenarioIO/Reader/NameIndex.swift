/// Finds the number of a name in a cell, whatever bytes it is written in.
struct NameIndex {
  /// All names, also those that stand there twice.
  let names: [String]
  /// The first number of each name.
  private let numbers: [String: Int]
  /// The names by their bytes, which is the quick road, and the number of each.
  private let table: NameTable
  private let numbersInTable: [Int]

  init(_ names: [String]) {
    self.names = names
    let numbers = Dictionary(zip(names, names.indices)) { first, _ in first }
    let table = NameTable(names)
    self.numbers = numbers
    self.table = table
    numbersInTable = table.names.map { numbers[$0] ?? 0 }
  }

  /// The number of a known name.
  func number(of name: String) -> Int? { numbers[name] }

  /// The number of the name in a cell; `nil` where it is not known.
  func number(of cell: Cell, in context: ReadContext) -> Int? {
    if !cell.isEscaped,
      let found = table.number(of: context.texts[Int(cell.file)], cell.start, cell.end)
    {
      return numbersInTable[found]
    }
    return numbers[CellText.string(cell, in: context)]
  }
}

/// Keeps a text once however many rows hold it.
struct TextPool {
  private var table = NameTable()

  /// All texts that are kept.
  var texts: [String] { table.names }

  /// The text in a cell where it is kept already.
  func text(_ cell: Cell, in context: ReadContext) -> String? {
    guard !cell.isEscaped,
      let number = table.number(of: context.texts[Int(cell.file)], cell.start, cell.end)
    else { return nil }
    return table.names[number]
  }

  /// The text, kept from now on.
  mutating func keep(_ text: String) -> String {
    let number = table.add(text)
    return table.names[number]
  }
}
