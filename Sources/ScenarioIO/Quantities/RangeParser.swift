import Scenario

/// Reads a range such as `-10%..+20%`, `±10%` or `100 亩..150 亩`, and says what is wrong with one that is none.
struct RangeParser {
  private let text: String
  private let log: FindingLog
  private let place: Place

  /// Most that an amount may grow by: to ten times its size, in hundredths of a per cent.
  static let largestGrowth = 90_000

  init(_ text: String, _ log: FindingLog, _ place: Place) {
    self.text = text
    self.log = log
    self.place = place
  }

  /// The range; absolute ends are taken in `units`, and left unread where there are none.
  func range(in units: UnitSet?) -> Variation.Range? {
    let ends = self.ends
    guard ends.count == 2 else { return malformed() }
    switch ends.count(where: { $0.hasSuffix("%") }) {
    case 2: return relative(ends)
    case 0: return absolute(ends, units)
    default: return malformed()
    }
  }

  /// The texts of the two ends; another number of texts where it is no range.
  private var ends: [String] {
    let text = self.text.trimmingSpaces
    if text.hasPrefix("±") {
      let size = String(text.dropFirst()).trimmingSpaces
      return size.first?.isNumber == true && size.hasSuffix("%") ? ["-" + size, size] : []
    }
    guard let dots = text.firstRange(of: "..") else { return [] }
    return [text[..<dots.lowerBound], text[dots.upperBound...]].map { String($0).trimmingSpaces }
  }

  private func malformed() -> Variation.Range? {
    log.report(
      .malformedRange, "`\(ReadContext.short(text))` 不是范围",
      "`\(ReadContext.short(text))` is not a range", at: place,
      help: Bilingual(
        "写作 \"-10%..+20%\"、\"±10%\" 或 \"100 亩..150 亩\"",
        "write \"-10%..+20%\", \"±10%\" or \"100 亩..150 亩\""))
    return nil
  }

  private func relative(_ ends: [String]) -> Variation.Range? {
    var values: [Int] = []
    for end in ends {
      let digits = String(end.dropFirst("+-".contains(end.prefix(1)) ? 1 : 0).dropLast())
        .trimmingSpaces
      let bytes = Array(digits.utf8)
      guard let number = bytes.withUnsafeBufferPointer({ DecimalNumber($0, 0, $0.count) }) else {
        return malformed()
      }
      guard let size = number.times(100, over: 1, limit: QuantityParser.limit) else {
        log.report(
          .notWhole, "百分数最多两位小数：`\(end)`", "per cent may have at most two decimals: `\(end)`",
          at: place)
        return nil
      }
      values.append(end.hasPrefix("-") ? -size : size)
    }
    guard values[0] >= -10_000, values[1] <= Self.largestGrowth else {
      log.report(
        .integerRange, "范围应在 -100% 到 +900% 之间", "a range must lie within -100% and +900%",
        at: place)
      return nil
    }
    return ordered(values).map { .relative($0) }
  }

  private func absolute(_ ends: [String], _ units: UnitSet?) -> Variation.Range? {
    guard let units, ends.allSatisfy({ !$0.isEmpty }) else {
      return units == nil ? nil : malformed()
    }
    var values: [Int] = []
    // A unit that is wrong at both ends is wrong once.
    var reported: Set<Substring> = []
    for end in ends {
      let bytes = Array(end.utf8)
      let amount = bytes.withUnsafeBufferPointer {
        QuantityParser.amount($0, 0, $0.count, units: units, headerUnit: nil)
      }
      if let amount {
        values.append(amount)
      } else if reported.insert(end.drop { "0123456789. ".contains($0) }).inserted {
        QuantityFault(end, units: units).report("range", at: place, in: log)
      }
    }
    return values.count == 2 ? ordered(values).map { .absolute($0) } : nil
  }

  private func ordered(_ values: [Int]) -> ClosedRange<Int>? {
    if values[0] <= values[1] { return values[0]...values[1] }
    log.report(
      .rangeOrder, "范围的下限大于上限：`\(ReadContext.short(text))`",
      "the range ends below its start: `\(ReadContext.short(text))`", at: place,
      help: Bilingual("把两端对调", "swap the two ends"))
    return nil
  }
}
