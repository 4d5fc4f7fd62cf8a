/// Finds out what is wrong with a text that is no legal quantity, and what to write instead.
struct QuantityFault {
  private let text: String
  /// The part before the unit, and the unit.
  private let number: String
  private let unit: String
  private let units: UnitSet?
  private let headerUnit: ScenarioUnit?

  /// A quantity, or with no `units` a bare number.
  init(_ text: String, units: UnitSet? = nil, headerUnit: ScenarioUnit? = nil) {
    self.text = text
    self.units = units
    self.headerUnit = headerUnit
    let split = text.firstIndex { !Self.belongsToNumber($0) } ?? text.endIndex
    number = String(text[..<split]).trimmingSpaces
    unit = String(text[split...]).trimmingSpaces
  }

  private static let signs: Set<Character> = [
    "+", "-", "−", "－", "＋", ".", "．", ",", "，", "'", " ",
  ]

  private static func belongsToNumber(_ character: Character) -> Bool {
    if signs.contains(character) { return true }
    guard let scalar = character.unicodeScalars.first else { return false }
    return scalar.properties.numericType == .decimal
  }

  /// The number with half-width digits and without separators, as it was probably meant.
  private var plain: String {
    var result = ""
    for character in number {
      switch character {
      case "．": result.append(".")
      case ",", "，", "'", " ": continue
      case "−", "－": result.append("-")
      case "+", "＋": continue
      default:
        if let digit = character.wholeNumberValue {
          result.append(String(digit))
        } else {
          result.append(character)
        }
      }
    }
    return result
  }

  private var suggestion: Bilingual {
    let written = unit.isEmpty ? plain : "\(plain) \(unit)"
    return Bilingual("写作 `\(written)`", "write `\(written)`")
  }

  /// Reports the first thing that is wrong.
  func report(_ label: String, at place: Place, in log: FindingLog) {
    let shown = ReadContext.short(text)
    let lower = text.lowercased()
    if ["nan", "inf", "∞", "-inf"].contains(where: { lower.hasPrefix($0) }) {
      return log.report(
        .notFinite, "`\(shown)` 不是有限的数", "`\(shown)` is not a finite number", at: place)
    }
    if number.contains(where: { !$0.isASCII }) {
      return log.report(
        .fullWidthDigits, "`\(shown)` 用了全角字符", "`\(shown)` has full-width characters", at: place,
        help: suggestion)
    }
    if number.contains(where: { ",' ".contains($0) }), number.contains(where: \.isNumber) {
      return log.report(
        .thousandsSeparator, "`\(shown)` 中有分隔符", "`\(shown)` has separators between digits",
        at: place, help: suggestion)
    }
    if number.hasPrefix("-") {
      return log.report(
        .negative, "`\(label)` 不能为负：`\(shown)`", "`\(label)` must not be negative: `\(shown)`",
        at: place)
    }
    if hasExponent {
      return log.report(
        .exponent, "`\(shown)` 是科学记数法", "`\(shown)` has an exponent", at: place,
        help: Bilingual("把各位数字写全", "write all digits"))
    }
    guard isPlain else {
      return log.report(
        .malformedNumber, "`\(label)` 不是数：`\(shown)`", "`\(label)` is no number: `\(shown)`",
        at: place, help: number.hasPrefix("+") ? suggestion : nil)
    }
    reportUnit(label, at: place, in: log)
  }

  private var hasExponent: Bool {
    guard let first = unit.first, first == "e" || first == "E", number.contains(where: \.isNumber)
    else { return false }
    let rest = unit.dropFirst()
    return rest.first.map { $0.isNumber || $0 == "+" || $0 == "-" } ?? false
  }

  private var isPlain: Bool {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
  }

  private func reportUnit(_ label: String, at place: Place, in log: FindingLog) {
    guard let units else {
      if unit.isEmpty { return reportSize(label, unit: nil, at: place, in: log) }
      return log.report(
        .malformedNumber, "`\(label)` 应为不带单位的数：`\(ReadContext.short(text))`",
        "`\(label)` must be a number without a unit: `\(ReadContext.short(text))`", at: place)
    }
    if let known = unit.isEmpty ? headerUnit : units.unit(named: unit) {
      return reportSize(label, unit: known, at: place, in: log)
    }
    guard unit.isEmpty else {
      return UnitFindings.reportUnit(unit, of: units, at: place, in: log)
    }
    let name = units.units.first?.name ?? ""
    log.report(
      .missingUnit, "`\(label)` 缺少单位", "`\(label)` has no unit", at: place,
      help: Bilingual(
        "写作 `\(number) \(name)`，或在表头写明单位：`\(label)（\(name)）`",
        "write `\(number) \(name)`, or name the unit in the header: `\(label)（\(name)）`"))
  }

  private func reportSize(
    _ label: String, unit: ScenarioUnit?, at place: Place, in log: FindingLog
  ) {
    let shown = ReadContext.short(text)
    let bytes = Array(number.utf8)
    let parsed = bytes.withUnsafeBufferPointer { DecimalNumber($0, 0, $0.count) }
    let wholeDigits = number.prefix { $0 != "." }.drop { $0 == "0" }.count
    guard let unit, let units, let parsed, parsed.mantissa < DecimalNumber.powerOfTen(20) else {
      let isLong = wholeDigits > 12
      return log.report(
        isLong ? .tooLarge : .notWhole,
        isLong ? "`\(label)` 过大：`\(shown)`" : "`\(label)` 的小数位过多：`\(shown)`",
        isLong
          ? "`\(label)` is too large: `\(shown)`" : "`\(label)` has too many decimals: `\(shown)`",
        at: place)
    }
    let divisor = UInt128(unit.denominator.magnitude) * DecimalNumber.powerOfTen(parsed.scale)
    let (product, overflow) = parsed.mantissa.multipliedReportingOverflow(
      by: UInt128(unit.numerator.magnitude))
    let below = overflow ? .max : product / divisor
    if below > UInt128(QuantityParser.limit)
      || (below == UInt128(QuantityParser.limit) && product % divisor == 0)
    {
      return log.report(
        .tooLarge, "`\(label)` 过大：`\(shown)`", "`\(label)` is absurdly large: `\(shown)`",
        at: place,
        help: Bilingual(
          "最多 10¹² 个最小单位（\(units.smallest)）", "at most 10¹² smallest units (\(units.smallest))"))
    }
    let step = unit.decimalStep
    let lower = unit.text(of: below / step * step)
    let upper = unit.text(of: (below / step + 1) * step)
    log.report(
      .notWhole, "`\(shown)` 不是最小单位（\(units.smallest)）的整数倍",
      "`\(shown)` is not a whole number of smallest units (\(units.smallest))", at: place,
      help: lower.flatMap { low in
        upper.map { Bilingual("最近的是 `\(low)` 和 `\($0)`", "the nearest are `\(low)` and `\($0)`") }
      })
  }
}
