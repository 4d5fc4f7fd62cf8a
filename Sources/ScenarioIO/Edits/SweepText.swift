import Scenario

/// Takes the values of an axis apart.
struct SweepText {
  typealias Value = (label: String, value: String)

  /// The option whose arguments axes are.
  static let option = "--over"

  private let line: EditLine
  private let range: Range<Int>
  private let text: String

  init(_ line: EditLine, _ range: Range<Int>) {
    self.line = line
    self.range = range
    text = line[range]
  }

  func values() throws(Finding) -> [Value] {
    guard let dots = text.firstRange(of: "..") else { return try list() }
    return try points(
      from: String(text[..<dots.lowerBound]).trimmingSpaces,
      rest: String(text[dots.upperBound...]).trimmingSpaces)
  }

  // MARK: Lists

  private func list() throws(Finding) -> [Value] {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "，" }
      .map { String($0).trimmingSpaces }
    guard parts.allSatisfy({ !$0.isEmpty }) else {
      throw failure("取值表中有空项", "an empty value in the list", Self.example)
    }
    guard parts.count <= SweepAxis.limit else { throw tooMany("\(parts.count)") }
    let unit = commonUnit(parts)
    return parts.map { part in
      let value = unit.map { "\(part) \($0)" } ?? part
      return (value, value)
    }.dropLast(unit == nil ? 0 : 1) + (unit == nil ? [] : parts.suffix(1).map { ($0, $0) })
  }

  /// The unit behind the last of several numbers of which the others have none.
  private func commonUnit(_ parts: [String]) -> String? {
    guard parts.count > 1, let last = parts.last, let number = SignedNumber(last),
      !number.unit.isEmpty, number.unit != "%",
      parts.dropLast().allSatisfy({ SignedNumber($0)?.unit.isEmpty ?? false })
    else { return nil }
    return number.unit
  }

  // MARK: Ranges

  private func points(from: String, rest: String) throws(Finding) -> [Value] {
    let isExact = from.hasPrefix("=")
    let first = isExact ? String(from.dropFirst()).trimmingSpaces : from
    guard let (to, step) = Self.split(rest) else {
      throw failure("缺少步长", "the step is missing", Self.example)
    }
    guard let start = SignedNumber(first), let end = SignedNumber(to),
      let width = SignedNumber(step)
    else {
      throw failure("范围应写作 起..止/步长", "a range is written FROM..TO/STEP", Self.example)
    }
    let unit = try commonUnit(start, end, width)
    guard !width.hasSign else {
      throw failure("步长不带正负号", "the step has no sign", Self.descending)
    }
    guard width.number.mantissa > 0 else {
      throw failure("步长不能为 0", "the step must not be 0", Self.example)
    }
    let isChange = !isExact && (start.hasSign || end.hasSign)
    let scale = max(start.number.scale, end.number.scale, width.number.scale)
    guard let low = start.scaled(to: scale), let high = end.scaled(to: scale),
      let by = width.scaled(to: scale)
    else {
      throw failure("数的位数过多", "numbers with too many digits", Self.example)
    }
    let count = (high - low).magnitude / by.magnitude + 1
    guard count <= UInt64(SweepAxis.limit) else { throw tooMany("\(count)") }
    return (0..<Int(count)).map { index in
      let value = low + (high < low ? -by : by) * index
      let number = DecimalNumber.reduced(UInt128(value.magnitude), scale).text
      let sign = value < 0 ? "-" : isChange ? "+" : ""
      let amount = unit.isEmpty || unit == "%" ? number + unit : "\(number) \(unit)"
      return (sign + amount, (isExact ? "=" : "") + sign + amount)
    }
  }

  /// The end of a range and its step: what stands before and behind the first slash that a number follows.
  private static func split(_ rest: String) -> (String, String)? {
    for slash in rest.indices where rest[slash] == "/" {
      let step = String(rest[rest.index(after: slash)...]).trimmingSpaces
      if let first = step.first, first.isASCII, first.isNumber || first == "-" || first == "+" {
        return (String(rest[..<slash]).trimmingSpaces, step)
      }
    }
    return nil
  }

  private func commonUnit(_ numbers: SignedNumber...) throws(Finding) -> String {
    let units = numbers.map(\.unit).filter { !$0.isEmpty }
    guard let first = units.first else { return "" }
    guard let other = units.first(where: { $0 != first }) else { return first }
    throw failure(
      "单位不一致：`\(ReadContext.short(first))` 和 `\(ReadContext.short(other))`",
      "different units: `\(ReadContext.short(first))` and `\(ReadContext.short(other))`",
      Bilingual("起、止、步长用同一个单位", "use one unit for both ends and the step"))
  }

  // MARK: Findings

  private static let example = Bilingual(
    "例如 `80%..120%/5%`、`2000..3000/100 亩` 或 `2000 亩,2400 亩`",
    "e.g. `80%..120%/5%`, `2000..3000/100 亩` or `2000 亩,2400 亩`")
  private static let descending = Bilingual(
    "下降的范围写作 `120%..80%/5%`", "a range that falls is written `120%..80%/5%`")

  private func tooMany(_ count: String) -> Finding {
    failure(
      "取值有 \(count) 个，最多 \(SweepAxis.limit) 个", "\(count) values; at most \(SweepAxis.limit)",
      Bilingual("加大步长", "take a larger step"))
  }

  private func failure(_ chinese: String, _ english: String, _ help: Bilingual) -> Finding {
    EditFindings.finding(.sweepRange, chinese, english, line, range, Self.option, help)
  }
}

/// A number with its sign and what stands behind it.
private struct SignedNumber {
  let number: DecimalNumber
  let isNegative: Bool
  let hasSign: Bool
  let unit: String

  /// Takes a text apart; `nil` where it does not start with a number.
  init?(_ text: String) {
    hasSign = text.hasPrefix("-") || text.hasPrefix("+")
    isNegative = text.hasPrefix("-")
    let bytes = Array((hasSign ? String(text.dropFirst()) : text).utf8)
    guard let found = bytes.withUnsafeBufferPointer({ DecimalNumber.scan($0, 0, $0.count) }) else {
      return nil
    }
    number = found.value
    unit = String(decoding: bytes[found.end...], as: UTF8.self).trimmingSpaces
  }

  /// The number in tenths, hundredths and so on; `nil` where that has too many digits.
  func scaled(to scale: Int) -> Int? {
    let (value, overflow) = number.mantissa.multipliedReportingOverflow(
      by: DecimalNumber.powerOfTen(scale - number.scale))
    guard !overflow, value < DecimalNumber.powerOfTen(18) else { return nil }
    return isNegative ? -Int(value) : Int(value)
  }
}
