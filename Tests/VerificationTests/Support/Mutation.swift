/// A table as plain rows of cells, to be changed in one place and written again.
struct EditableTable {
  var rows: [[String]]
  private let lineEnd = "\r\n"

  /// Splits a table that the program wrote.
  init(_ bytes: [UInt8]) {
    rows = []
    var (row, cell, isQuoted, before) = ([String](), [UInt8](), false, UInt8(0))
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    for byte in bytes {
      switch (byte, isQuoted) {
      case (UInt8(ascii: "\""), _):
        isQuoted.toggle()
        // A doubled quote closes and opens again: the quote belongs to the cell.
        if isQuoted && before == byte { cell.append(byte) }
      case (UInt8(ascii: ","), false):
        row.append(text(cell))
        cell = []
      case (13, false): break
      case (10, false):
        row.append(text(cell))
        cell = []
        rows.append(row)
        row = []
      default: cell.append(byte)
      }
      before = byte
    }
  }

  var bytes: [UInt8] {
    Array(
      rows.map { row in row.map(Self.quoted).joined(separator: ",") + lineEnd }.joined().utf8)
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { [34, 44, 13, 10].contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}

/// Ways to change the text of one cell.
enum Mutation {
  /// Single changes of a cell: each digit one up and (unless `upOnly`) one down, 是 to 否, one letter, something into
  /// nothing.
  static func variants(of cell: String, upOnly: Bool = false) -> [String] {
    if cell.isEmpty { return ["1"] }
    if cell == "是" { return ["否", ""] }
    if cell == "否" { return ["是", ""] }
    let characters = Array(cell)
    let digits = characters.indices.filter { characters[$0].isASCII && characters[$0].isNumber }
    guard !digits.isEmpty else { return [cell + "甲", String(cell.dropLast())] }
    return digits.flatMap { place in
      (upOnly ? [1] : [1, 9]).map { step in
        var changed = characters
        let digit = characters[place].wholeNumberValue ?? 0
        changed[place] = Character("\((digit + step) % 10)")
        return String(changed)
      }
    }
  }
}
