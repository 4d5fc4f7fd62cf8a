import Scenario

/// Reads cells as types; what does not fit is reported and read as `nil`.
struct ValueReader {
  let context: ReadContext
  var log: FindingLog { context.log }

  /// Says that a value is of the wrong type; what is no JSON at all has been reported before.
  func reportType(_ type: FieldType, _ label: String, _ cell: Cell, at place: Place) {
    guard cell.kind != .invalid else { return }
    let found = Self.found(cell.kind)
    let expected = type.expectation
    log.report(
      .wrongType, "`\(label)` 应为\(expected.chinese)，这里是\(found.chinese)",
      "`\(label)` must be \(expected.english), but this is \(found.english)", at: place,
      help: help(type, cell))
  }

  private func help(_ type: FieldType, _ cell: Cell) -> Bilingual? {
    let text = CellText.string(cell, in: context)
    if cell.kind == .null {
      return Bilingual("不需要时把这个键整个省去", "leave the key out where there is no value")
    }
    switch type {
    case .integer where cell.kind == .string && Int(text) != nil:
      return Bilingual("去掉引号：\(text)", "without quotes: \(text)")
    case .flag where cell.kind == .string:
      let value = ["是": "true", "true": "true", "否": "false", "false": "false"][text.lowercased()]
      return value.map { Bilingual("写作 \($0)", "write \($0)") }
    case .text, .projectID, .note, .decimal, .percentage, .month:
      guard cell.kind == .number else { return nil }
      return Bilingual("加上引号：\"\(text)\"", "with quotes: \"\(text)\"")
    default: return nil
    }
  }

  private static func found(_ kind: Cell.Kind) -> Bilingual {
    switch kind {
    case .absent: Bilingual("空", "nothing")
    case .csv, .string: Bilingual("文本", "a text")
    case .number: Bilingual("数", "a number")
    case .yes, .no: Bilingual("真假值", "a truth value")
    case .null: Bilingual("null", "null")
    case .array: Bilingual("数组", "an array")
    case .object: Bilingual("对象", "an object")
    case .invalid: Bilingual("无效内容", "no value")
    }
  }

  /// One line of text that is not empty, or several lines where `isNote`.
  func text(
    _ cell: Cell, _ label: @autoclosure () -> String, isNote: Bool = false,
    mayBeEmpty: Bool = false, at place: @autoclosure () -> Place
  ) -> String? {
    guard cell.kind == .csv || cell.kind == .string else {
      reportType(.text, label(), cell, at: place())
      return nil
    }
    if cell.start >= cell.end {
      if mayBeEmpty { return "" }
      log.report(
        .emptyText, "`\(label())` 不能为空", "`\(label())` must not be empty", at: place())
      return nil
    }
    let text = CellText.string(cell, in: context)
    let hasControl =
      cell.isEscaped
      ? text.utf8.contains { $0.isControl(isNote: isNote) }
      : context.texts[Int(cell.file)][cell.start..<cell.end].contains {
        $0.isControl(isNote: isNote)
      }
    if hasControl {
      log.report(
        .textRefused, "`\(label())` 中有换行或控制字符",
        "`\(label())` holds a line end or control character", at: place(),
        help: Bilingual("写成一行", "write it on one line"))
      return nil
    }
    return text
  }

  func flag(_ cell: Cell, _ label: @autoclosure () -> String, at place: @autoclosure () -> Place)
    -> Bool?
  {
    switch cell.kind {
    case .yes: return true
    case .no: return false
    case .csv:
      let text = context.texts[Int(cell.file)]
      if text.equals("是", cell.start, cell.end) { return true }
      if text.equals("否", cell.start, cell.end) { return false }
      let word = CellText.string(cell, in: context)
      log.report(
        .unknownChoice, "`\(label())` 应为 是 或 否，这里是 `\(ReadContext.short(word))`",
        "`\(label())` must be 是 or 否, but this is `\(ReadContext.short(word))`", at: place())
      return nil
    default:
      reportType(.flag, label(), cell, at: place())
      return nil
    }
  }

  func integer(
    _ cell: Cell, _ range: ClosedRange<Int>, _ label: @autoclosure () -> String,
    at place: @autoclosure () -> Place
  ) -> Int? {
    guard cell.kind == .number || cell.kind == .csv else {
      reportType(.integer(range), label(), cell, at: place())
      return nil
    }
    let text = context.texts[Int(cell.file)]
    let isNegative = cell.start < cell.end && text[cell.start] == UInt8(ascii: "-")
    let value = QuantityParser.wholeNumber(text, cell.start + (isNegative ? 1 : 0), cell.end)
    if let value, range.contains(isNegative ? -value : value) { return isNegative ? -value : value }
    let word = ReadContext.short(CellText.string(cell, in: context))
    if value == nil, !word.utf8.dropFirst(isNegative ? 1 : 0).allSatisfy(\.isDigit) {
      log.report(
        .malformedNumber, "`\(label())` 应为整数，这里是 `\(word)`",
        "`\(label())` must be a whole number, but this is `\(word)`", at: place())
    } else {
      log.report(
        .integerRange, "`\(label())` 应在 \(range.lowerBound) 到 \(range.upperBound) 之间，这里是 `\(word)`",
        "`\(label())` must be from \(range.lowerBound) to \(range.upperBound), but this is `\(word)`",
        at: place())
    }
    return nil
  }

  /// The index of the name that the cell holds.
  func choice(
    _ cell: Cell, _ names: [String], _ label: @autoclosure () -> String,
    at place: @autoclosure () -> Place
  ) -> Int? {
    guard cell.kind == .csv || cell.kind == .string else {
      reportType(.choice(names), label(), cell, at: place())
      return nil
    }
    let text = context.texts[Int(cell.file)]
    for (index, name) in names.enumerated() where text.equals(name, cell.start, cell.end) {
      return index
    }
    let word = CellText.string(cell, in: context)
    if let index = names.firstIndex(of: word) { return index }
    log.report(
      .unknownChoice, "`\(label())` 不能是 `\(ReadContext.short(word))`",
      "`\(label())` cannot be `\(ReadContext.short(word))`", at: place(),
      help: Suggestion.help(for: word, among: names))
    return nil
  }
}

extension UInt8 {
  /// Whether the byte is a control character; a note may hold tabs and line ends.
  fileprivate func isControl(isNote: Bool) -> Bool {
    if self >= 0x20 { return self == 0x7F }
    return !(isNote && (self == 0x09 || self == 0x0A || self == 0x0D))
  }
}
