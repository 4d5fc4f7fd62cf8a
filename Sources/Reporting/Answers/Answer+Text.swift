import Scenario

extension Answer {
  /// The answer for a terminal, with a line end after every line.
  ///
  /// - Parameter width: cells in a line; longer lines are cut.
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
      lines += section.lines(language).map { "  " + CellText.cut($0, to: width - 2) }
      lines += section.notes.map { "  " + $0.text(language) }
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
  fileprivate func lines(_ language: RunSummary.Language) -> [String] {
    let rows = rows.prefix(shown ?? rows.count)
    guard !rows.isEmpty else { return [] }
    let places = columns.indices.filter { columns[$0].isOnScreen }
    let header = places.map { columns[$0].title.text(language) }
    let body = rows.map { row in
      places.map { column in
        let text = row[column].text(language)
        return columns[column].width.map { CellText.cut(text, to: $0) } ?? text
      }
    }
    let numbers = places.indices.filter { place in
      rows.contains { $0[places[place]].isNumber }
        && rows.allSatisfy { $0[places[place]].isNumber || $0[places[place]] == .empty }
    }
    return CellText.aligned([header] + body, right: Set(numbers))
  }
}
