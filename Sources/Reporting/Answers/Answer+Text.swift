import Scenario

extension Answer {
  /// The answer for a terminal, with a line end after every line.
  ///
  /// - Parameter width: cells in a line; longer lines are cut, or continue in a further block where the section says so.
  public func text(
    _ language: RunSummary.Language, isColoured: Bool = false, width: Int = 100
  ) -> String {
    let mark = isSampleData && !title.chinese.contains("示例数据") ? "（示例数据）" : ""
    var lines = [bold(title.text(language) + mark, isColoured)]
    lines += facts.map { fact in
      let name = fact.title.text(language)
      return name.isEmpty
        ? fact.value.text(language)
        : name + (language == .chinese ? "：" : ": ") + fact.value.text(language)
    }
    for section in sections where !section.isSilent {
      lines += ["", bold(section.title.text(language), isColoured)]
      lines += section.lines(language, width: width - 2).map { $0.isEmpty ? "" : "  " + $0 }
      lines += section.notes.flatMap { note in
        CellText.folded(note.text(language), to: width - 2).map { "  " + $0 }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func bold(_ text: String, _ isColoured: Bool) -> String {
    isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }
}

extension AnswerSection {
  /// Whether the screen has nothing to show of it: no rows, or rows for programs only.
  fileprivate var isSilent: Bool { (shown ?? rows.count) == 0 && notes.isEmpty }

  /// Header and rows, aligned; none without rows.
  fileprivate func lines(_ language: RunSummary.Language, width: Int) -> [String] {
    guard !rows.prefix(shown ?? rows.count).isEmpty else { return [] }
    let places = columns.indices.filter { columns[$0].isOnScreen }
    guard let repeated else { return block(places, language, width) }
    var blocks: [[Int]] = [[]]
    for place in places {
      let current = blocks[blocks.count - 1]
      if current.count > repeated, needed(current + [place], language) > width {
        blocks.append(Array(places.prefix(repeated)))
      }
      blocks[blocks.count - 1].append(place)
    }
    return Array(blocks.map { block($0, language, width) }.joined(separator: [""]))
  }

  /// Width of a block with these columns.
  private func needed(_ places: [Int], _ language: RunSummary.Language) -> Int {
    let widths = places.map { column in
      cells(column, language).map { displayWidth(of: $0) }.max() ?? 0
    }
    return widths.reduce(0, +) + 2 * (places.count - 1)
  }

  /// Header of a column on the screen, then its cells.
  private func cells(_ column: Int, _ language: RunSummary.Language) -> [String] {
    let description = columns[column]
    let header = (description.heading ?? description.title).text(language)
    return [header]
      + rows.prefix(shown ?? rows.count).map { row in
        let text = row[column].text(language)
        return description.width.map { CellText.cut(text, to: $0) } ?? text
      }
  }

  /// Some columns, aligned, in lines of at most `width` cells.
  private func block(_ places: [Int], _ language: RunSummary.Language, _ width: Int) -> [String] {
    let rows = rows.prefix(shown ?? rows.count)
    let texts = places.map { cells($0, language) }
    let numbers = places.indices.filter { place in
      rows.contains { $0[places[place]].isNumber }
        && rows.allSatisfy { $0[places[place]].isNumber || $0[places[place]] == .empty }
    }
    let table = (0...rows.count).map { line in texts.map { $0[line] } }
    return CellText.aligned(table, right: Set(numbers)).map { CellText.cut($0, to: width) }
  }
}
