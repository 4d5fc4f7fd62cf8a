/// Works out the value that an edit gives to a node.
struct EditValue {
  let node: EditNode
  let edit: ScenarioEdit
  /// Where the value of the edit stands.
  let place: Place
  let log: FindingLog

  private var present: EditNode.Present? { node.present }

  /// The value as JSON; `nil` where there is none, which is reported.
  func json() -> JSONValue? {
    switch edit.operation {
    case .setExactly(let text): return plain(text)
    case .set(let text):
      guard let share = Self.share(text), let scale = EditScale(node, present),
        !scale.countsPercent
      else { return plain(text) }
      return times(share, scale)
    case .increase(let text): return change(text, isMore: true)
    case .decrease(let text): return change(text, isMore: false)
    }
  }

  // MARK: Absolute values

  /// A text as the value; whether it fits is for the reader to say.
  private func plain(_ text: String) -> JSONValue {
    let scale = EditScale(node, present)
    let before = present.flatMap { scale?.amount($0.text, headerUnit: $0.headerUnit) }
    let isSame = before.map { $0 == scale?.amount(text) } ?? (present?.text == text)
    if isSame { reportNoEffect() }
    switch node.type {
    case .integer:
      let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
      let isWhole = !digits.isEmpty && digits.utf8.allSatisfy(\.isDigit)
      let isPadded = digits.count > 1 && digits.hasPrefix("0")
      return isWhole && !isPadded ? .number(text) : .string(text)
    case .flag:
      switch text {
      case "true", "是": return .bool(true)
      case "false", "否": return .bool(false)
      default: return .string(text)
      }
    case .list:
      let parts = text.split { $0 == ";" || $0 == "；" }.map { String($0).trimmingSpaces }
      return .array(parts.filter { !$0.isEmpty }.map { .string($0) })
    case .percentage where text.hasSuffix("%"):
      return .string(String(text.dropLast()).trimmingSpaces)
    default: return .string(text)
    }
  }

  private func reportNoEffect() {
    log.report(
      .noEffect, "`\(ReadContext.short(node.path))` 的修改没有作用：已经是这个值",
      "the edit of `\(ReadContext.short(node.path))` has no effect: it has this value already",
      at: place)
  }

  // MARK: Relative values

  private func change(_ text: String, isMore: Bool) -> JSONValue? {
    switch node.type {
    case .quantity, .integer, .coefficient, .decimal, .percentage, .price, .benchmark: break
    default:
      if case .list = node.type { return reportNoNumber() }
      // A text may begin with a sign.
      return plain(edit.value)
    }
    guard let scale = EditScale(node, present) else { return reportNothing() }
    if let share = Self.share(text), !scale.countsPercent {
      let whole = 100 * DecimalNumber.powerOfTen(share.scale)
      if !isMore, share.mantissa > whole { return reportNegative() }
      let mantissa = isMore ? whole + share.mantissa : whole - share.mantissa
      return times(DecimalNumber(mantissa: mantissa, scale: share.scale), scale)
    }
    guard let before = amount(scale) else { return nil }
    guard let amount = scale.amount(text) else {
      QuantityFault(
        text, units: scale.isPlain ? nil : scale.units, headerUnit: scale.bareUnit
      )
      .report(node.name, at: place, in: log)
      return nil
    }
    return result(isMore ? before + amount : before - amount, scale)
  }

  /// So many per cent of the present value, rounded to the smallest unit.
  private func times(_ share: DecimalNumber, _ scale: EditScale) -> JSONValue? {
    guard let before = amount(scale) else { return nil }
    let divisor = 100 * DecimalNumber.powerOfTen(share.scale)
    let (product, overflow) = share.mantissa.multipliedReportingOverflow(
      by: UInt128(before.magnitude))
    guard !overflow, product / divisor <= UInt128(QuantityParser.limit) else {
      return reportSize(scale)
    }
    let (quotient, rest) = product.quotientAndRemainder(dividingBy: divisor)
    let rounded = Int(quotient) + (rest * 2 >= divisor ? 1 : 0)
    let amount = before < 0 ? -rounded : rounded
    if rest != 0 { reportRounded(to: amount, scale) }
    return result(amount, scale)
  }

  private func result(_ amount: Int, _ scale: EditScale) -> JSONValue? {
    if amount < 0, !scale.mayBeNegative { return reportNegative() }
    guard amount.magnitude <= UInt(QuantityParser.limit) else { return reportSize(scale) }
    let text = text(amount, scale)
    if amount == present.flatMap({ scale.amount($0.text, headerUnit: $0.headerUnit) }) {
      reportNoEffect()
    }
    return scale.isNumber ? .number(text) : .string(text)
  }

  private func text(_ amount: Int, _ scale: EditScale) -> String {
    scale.text(of: amount, in: present.flatMap { EditScale.unit(of: $0, scale.units) })
  }

  /// The present value in smallest units; `nil` where there is none, which is reported.
  private func amount(_ scale: EditScale) -> Int? {
    guard let present else {
      _ = reportNothing()
      return nil
    }
    guard let amount = scale.amount(present.text, headerUnit: present.headerUnit) else {
      _ = reportNothing()
      return nil
    }
    return amount
  }

  /// The number of per cent in a text; `nil` where it is none.
  static func share(_ text: String) -> DecimalNumber? {
    guard text.hasSuffix("%") else { return nil }
    let bytes = Array(String(text.dropLast()).trimmingSpaces.utf8)
    return bytes.withUnsafeBufferPointer { DecimalNumber($0, 0, $0.count) }
  }

  // MARK: Findings

  private func reportNothing() -> JSONValue? {
    log.report(
      .nothingToChange, "`\(ReadContext.short(node.path))` 现在没有可以增减的值",
      "`\(ReadContext.short(node.path))` has no present value to change", at: place,
      help: Bilingual(
        "写出要设的值，如 \(example.chinese)", "write the value to set, e.g. \(example.english)"))
    return nil
  }

  private func reportNoNumber() -> JSONValue? {
    log.report(
      .nothingToChange, "`\(ReadContext.short(node.path))` 不是数，不能增减",
      "`\(ReadContext.short(node.path))` is no number and cannot be changed by an amount",
      at: place,
      help: Bilingual("写出要设的值：\(example.chinese)", "write the value to set: \(example.english)"))
    return nil
  }

  private var example: Bilingual {
    if case .list = node.type { return Bilingual("甲;乙", "A;B") }
    return node.type.expectation
  }

  private func reportNegative() -> JSONValue? {
    let before = present?.text ?? ""
    log.report(
      .negative, "`\(node.name)` 不能为负：现值 `\(ReadContext.short(before))`",
      "`\(node.name)` must not be negative: it is `\(ReadContext.short(before))` now", at: place)
    return nil
  }

  private func reportSize(_ scale: EditScale) -> JSONValue? {
    log.report(
      .tooLarge, "`\(node.name)` 过大", "`\(node.name)` would be too large", at: place,
      help: Bilingual(
        "最多 10¹² 个最小单位（\(scale.units.smallest)）",
        "at most 10¹² smallest units (\(scale.units.smallest))"))
    return nil
  }

  private func reportRounded(to amount: Int, _ scale: EditScale) {
    let text = text(amount, scale)
    log.report(
      .rounded, "`\(node.name)` 四舍五入为 `\(text)`：最小单位是 \(scale.units.smallest)",
      "`\(node.name)` is rounded to `\(text)`: the smallest unit is \(scale.units.smallest)",
      at: place)
  }
}
