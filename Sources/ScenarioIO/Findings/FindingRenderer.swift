public import Scenario

/// Writes findings for people: code, sentence, place, the line as written, a caret under the text, help.
public struct FindingRenderer: Sendable {
  /// Language of the sentences; codes, paths and the user's own lines never change.
  public enum Language: String, Sendable, CaseIterable {
    case chinese = "zh"
    case english = "en"
  }

  /// Longest stretch of a line that is shown, in cells.
  private static let lineLimit = 110

  public var language: Language

  public init(language: Language = .chinese) { self.language = language }

  /// All findings, a blank line between them and a line with their number at the end.
  public func text(_ findings: [Finding]) -> String {
    guard !findings.isEmpty else { return "" }
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count - errors
    let summary =
      language == .chinese
      ? "\(errors) 个错误，\(warnings) 个警告" : "\(errors) errors, \(warnings) warnings"
    return findings.map { text($0) + "\n" }.joined() + summary + "\n"
  }

  /// One finding, with a line end.
  public func text(_ finding: Finding) -> String {
    let isChinese = language == .chinese
    let word =
      switch (finding.severity, isChinese) {
      case (.error, true): "错误"
      case (.error, false): "error"
      case (.warning, true): "警告"
      case (.warning, false): "warning"
      }
    var lines = ["\(word)[\(finding.code)]: \(isChinese ? finding.message : finding.english)"]
    let margin =
      ([finding.location] + finding.notes.map(\.location)).compactMap { $0 }
      .map { String($0.line).count }.max() ?? 1
    if let location = finding.location { lines += excerpt(location, margin: margin) }
    if let help = isChinese ? finding.help : finding.englishHelp ?? finding.help {
      lines.append(space(margin) + " = \(isChinese ? "提示" : "help"): \(help)")
    }
    for note in finding.notes {
      lines.append(space(margin) + " = \(isChinese ? "附注" : "note"): \(words(of: note))")
      if let location = note.location { lines += excerpt(location, margin: margin) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Notes carry both languages with a slash between them.
  private func words(of note: Finding.Note) -> String {
    guard let slash = note.message.firstRange(of: " / ") else { return note.message }
    return String(
      language == .chinese
        ? note.message[..<slash.lowerBound] : note.message[slash.upperBound...])
  }

  private func excerpt(_ location: SourceLocation, margin: Int) -> [String] {
    let column = location.columnName.map {
      language == .chinese ? "（列 `\($0)`）" : " (column `\($0)`)"
    }
    let place = "\(location.file):\(location.line):\(location.column)\(column ?? "")"
    // A line too long to quote.
    guard !location.lineText.isEmpty || location.column == 1 else {
      return [space(margin) + "--> \(place)"]
    }
    let number = String(location.line)
    let window = Self.window(location)
    return [
      space(margin) + "--> \(place)",
      space(margin) + " |",
      space(margin - number.count) + "\(number) | \(window.line)",
      space(margin) + " | \(space(window.indent))\(String(repeating: "^", count: window.width))",
    ]
  }

  private func space(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  /// The part of the line around the offending text, and where the caret goes in cells.
  private static func window(
    _ location: SourceLocation
  ) -> (line: String, indent: Int, width: Int) {
    let characters = location.lineText.map(visible)
    let first = min(max(location.column - 1, 0), characters.count)
    let last = min(first + max(location.length, 1), characters.count)
    var start = 0
    if width(characters[..<last]) > lineLimit {
      start = first
      while start > 0, width(characters[(start - 1)..<first]) <= lineLimit / 3 { start -= 1 }
    }
    var end = start
    var used = 0
    while end < characters.count, used + DisplayWidth.of(characters[end]) <= lineLimit {
      used += DisplayWidth.of(characters[end])
      end += 1
    }
    let head = start > 0 ? "…" : ""
    let tail = end < characters.count ? "…" : ""
    let marked = characters[first..<max(first, min(last, end))]
    return (
      head + characters[start..<end].joined() + tail,
      head.count + width(characters[start..<first]), max(1, width(marked))
    )
  }

  private static func width(_ characters: ArraySlice<String>) -> Int {
    characters.reduce(0) { $0 + DisplayWidth.of($1) }
  }

  /// Tabs and control characters as something that has a width and does nothing to a terminal.
  private static func visible(_ character: Character) -> String {
    if character == "\t" { return "  " }
    let isControl = character.unicodeScalars.contains {
      $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
        || $0.properties.generalCategory == .lineSeparator
        || $0.properties.generalCategory == .paragraphSeparator
    }
    return isControl ? "·" : String(character)
  }
}
