import Scenario

/// Text laid out in terminal cells, so that Chinese and Latin columns line up.
enum CellText {
  /// Columns padded to their widest cell and two spaces apart; the last column is not padded.
  static func aligned(_ rows: [[String]], right: Set<Int>) -> [String] {
    var widths: [Int] = []
    for row in rows {
      for (column, text) in row.enumerated() {
        let width = displayWidth(of: text)
        if column < widths.count {
          widths[column] = max(widths[column], width)
        } else {
          widths.append(width)
        }
      }
    }
    return rows.map { row in
      row.enumerated().map { column, text in
        let pad = String(repeating: " ", count: widths[column] - displayWidth(of: text))
        if right.contains(column) { return pad + text }
        return column == row.count - 1 ? text : text + pad
      }.joined(separator: "  ")
    }
  }

  /// A list in lines of at most `width` cells, broken after semicolons only; an item that is wider stands alone.
  static func folded(_ text: String, to width: Int) -> [String] {
    var items = [""]
    for character in text {
      if character == " ", items[items.count - 1].hasSuffix(";") {
        items.append("")
        continue
      }
      items[items.count - 1].append(character)
      if character == "；" { items.append("") }
    }
    var lines: [String] = []
    for item in items where !item.isEmpty {
      let space = lines.last?.hasSuffix(";") ?? false ? " " : ""
      if let last = lines.last, displayWidth(of: last + space + item) <= width {
        lines[lines.count - 1] += space + item
      } else {
        lines.append(item)
      }
    }
    return lines
  }

  /// Text of at most `width` cells, with `…` where something was cut.
  static func cut(_ text: String, to width: Int) -> String {
    guard displayWidth(of: text) > width else { return text }
    var output = ""
    var used = 1
    for character in text {
      let cells = displayWidth(of: String(character))
      guard used + cells <= width else { break }
      output.append(character)
      used += cells
    }
    return output + "…"
  }
}
