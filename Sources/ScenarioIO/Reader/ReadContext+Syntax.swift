extension ReadContext {
  /// Says what is wrong with the syntax of a JSON file.
  func report(_ problem: JSONProblem, in file: Int) {
    let place = Place(file: file, start: problem.start, end: problem.end)
    let word = string(place)
    switch problem.kind {
    case .empty:
      log.report(.emptyFile, "文件里没有内容", "there is nothing in the file", at: place)
    case .unfinished:
      log.report(
        .unfinishedText, "文本到这里没有写完", "the text ends before it is complete", at: place,
        help: Bilingual("检查引号、`]` 和 `}` 是否齐全", "check for a missing quote, `]` or `}`"))
    case .badNumber: reportNumber(word, at: place)
    case .badEscape:
      log.report(
        .badString, "字符串中的转义不合法", "an illegal escape in a string", at: place,
        help: Bilingual("反斜杠写作 `\\\\`", "write a backslash as `\\\\`"))
    case .loneSurrogate:
      log.report(.badString, "`\(word)` 只是半个字符", "`\(word)` is half a character", at: place)
    case .controlCharacter:
      log.report(
        .badString, "字符串中不能直接有控制字符", "a control character in a string", at: place,
        help: Bilingual("制表符写作 `\\t`", "write a tab as `\\t`"))
    case .fullWidth:
      log.report(
        .fullWidthPunctuation, "`\(word)` 是全角标点", "`\(word)` is full-width punctuation",
        at: place, help: Bilingual("改用半角标点 , : \"", "use , : and \""))
    case .missingComma:
      log.report(.comma, "这里之前少一个逗号", "a comma is missing before this", at: place)
    case .extraComma:
      log.report(
        .comma, "这里多了一个逗号或少了一个值", "a comma too many, or a value missing", at: place)
    case .tooDeep:
      log.report(
        .tooDeep, "嵌套超过 \(JSONScanner.depthLimit) 层",
        "nested deeper than \(JSONScanner.depthLimit) levels", at: place)
    case .trailing:
      log.report(
        .syntax, "JSON 已经结束，后面还有 `\(Self.short(word))`",
        "`\(Self.short(word))` after the end of the JSON text", at: place)
    case .unexpected: reportWord(word, at: place)
    }
  }

  private func reportNumber(_ word: String, at place: Place) {
    if word.lowercased().hasPrefix("-inf") || word.lowercased().hasPrefix("-nan") {
      return log.report(
        .notFinite, "`\(word)` 不是有限的数", "`\(word)` is not a finite number", at: place)
    }
    let trimmed = word.drop { $0 == "0" }
    let isPadded = word.hasPrefix("0") && !trimmed.isEmpty && trimmed.allSatisfy(\.isNumber)
    log.report(
      .badNumber, "`\(Self.short(word))` 不是合法的数", "`\(Self.short(word))` is not a number",
      at: place,
      help: isPadded
        ? Bilingual("去掉前面的 0：`\(trimmed)`", "without zeros in front: `\(trimmed)`") : nil)
  }

  private func reportWord(_ word: String, at place: Place) {
    let lower = word.lowercased()
    if ["nan", "inf", "infinity", "+inf", "+infinity"].contains(lower) {
      return log.report(
        .notFinite, "`\(word)` 不是有限的数", "`\(word)` is not a finite number", at: place)
    }
    var help: Bilingual?
    if ["true", "false", "null"].contains(lower) {
      help = Bilingual("写作 `\(lower)`", "write `\(lower)`")
    } else if word.hasPrefix("//") || word.hasPrefix("/*") || word.hasPrefix("#") {
      help = Bilingual("JSON 没有注释", "JSON has no comments")
    } else if word.hasPrefix("'") {
      help = Bilingual("用双引号", "use double quotes")
    } else if !word.isEmpty, word.allSatisfy({ $0.isLetter || $0 == "_" }) {
      help = Bilingual(
        "文本要加双引号：\"\(Self.short(word))\"", "text needs quotes: \"\(Self.short(word))\"")
    }
    log.report(
      .syntax, "这里不能是 `\(Self.short(word))`", "`\(Self.short(word))` cannot stand here", at: place,
      help: help)
  }

  /// A word as a message shows it: not longer than forty characters.
  static func short(_ text: String) -> String {
    text.count > 40 ? text.prefix(40) + "…" : text
  }
}
