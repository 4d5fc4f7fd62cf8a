import Scenario

extension ValueReader {
  /// A quantity in whole smallest units.
  func amount(
    _ cell: Cell, _ units: UnitSet, headerUnit: ScenarioUnit? = nil,
    _ label: @autoclosure () -> String,
    at place: @autoclosure () -> Place
  ) -> Int? {
    if cell.kind == .csv || cell.kind == .string, !cell.isEscaped {
      let text = context.texts[Int(cell.file)]
      if let value = QuantityParser.amount(
        text, cell.start, cell.end, units: units, headerUnit: headerUnit)
      {
        return value
      }
    }
    return explain(cell, units, headerUnit, label(), at: place())
  }

  /// The slow road: finds out what is wrong with a quantity and says so.
  private func explain(
    _ cell: Cell, _ units: UnitSet, _ headerUnit: ScenarioUnit?, _ label: String, at place: Place
  ) -> Int? {
    if cell.kind == .number {
      let text = CellText.string(cell, in: context)
      let unit = units.units.first?.name ?? ""
      log.report(
        .missingUnit, "`\(label)` 缺少单位", "`\(label)` has no unit", at: place,
        help: Bilingual("写作 \"\(text) \(unit)\"", "write \"\(text) \(unit)\""))
      return nil
    }
    guard cell.kind == .csv || cell.kind == .string else {
      log.report(
        .wrongType, "`\(label)` 应为带单位的量", "`\(label)` must be a quantity with its unit",
        at: place)
      return nil
    }
    let text = CellText.string(cell, in: context).trimmingSpaces
    let bytes = Array(text.utf8)
    // An escaped text may still be a good quantity.
    if let value = bytes.withUnsafeBufferPointer({
      QuantityParser.amount($0, 0, $0.count, units: units, headerUnit: headerUnit)
    }) {
      return value
    }
    let fault = QuantityFault(text, units: units, headerUnit: headerUnit)
    fault.report(label, at: place, in: log)
    return nil
  }

  /// A decimal number without a unit: a text, or a JSON number where `mayBeNumber`.
  func decimal(
    _ cell: Cell, _ type: FieldType, mayBeNumber: Bool, _ label: String, at place: Place
  ) -> DecimalNumber? {
    guard cell.kind == .csv || cell.kind == .string || (mayBeNumber && cell.kind == .number) else {
      reportType(type, label, cell, at: place)
      return nil
    }
    let text = CellText.string(cell, in: context)
    let bytes = Array(text.utf8)
    let number = bytes.withUnsafeBufferPointer { DecimalNumber($0, 0, $0.count) }
    if let number { return number }
    QuantityFault(text).report(label, at: place, in: log)
    return nil
  }

  /// A positive coefficient: at most four decimals and at most 100, so that products of three stay exact.
  func coefficient(_ cell: Cell, _ label: String, at place: Place) -> Ratio? {
    guard let number = decimal(cell, .coefficient, mayBeNumber: true, label, at: place) else {
      return nil
    }
    guard let units = number.times(10_000, over: 1, limit: 1_000_000), units > 0 else {
      log.report(
        .integerRange, "`\(label)` 应大于 0、不超过 100，最多四位小数",
        "`\(label)` must be above 0, at most 100, with at most four decimals", at: place)
      return nil
    }
    return Ratio(units, 10_000)
  }

  /// Points of merit in ten-thousandths.
  func points(_ cell: Cell, _ label: String, at place: Place) -> Int? {
    guard let number = decimal(cell, .decimal, mayBeNumber: false, label, at: place) else {
      return nil
    }
    guard let units = number.times(10_000, over: 1, limit: QuantityParser.limit) else {
      log.report(
        .notWhole, "`\(label)` 最多四位小数", "`\(label)` may have at most four decimals", at: place)
      return nil
    }
    return units
  }

  /// A signed number of per cent in hundredths.
  func percentage(_ cell: Cell, _ label: String, at place: Place) -> Int? {
    guard cell.kind == .csv || cell.kind == .string else {
      reportType(.percentage, label, cell, at: place)
      return nil
    }
    let text = CellText.string(cell, in: context)
    let isNegative = text.hasPrefix("-")
    let digits = isNegative ? String(text.dropFirst()) : text
    let bytes = Array(digits.utf8)
    guard let number = bytes.withUnsafeBufferPointer({ DecimalNumber($0, 0, $0.count) }) else {
      QuantityFault(digits).report(label, at: place, in: log)
      return nil
    }
    guard let value = number.times(100, over: 1, limit: QuantityParser.limit) else {
      log.report(
        .notWhole, "`\(label)` 最多两位小数", "`\(label)` may have at most two decimals", at: place)
      return nil
    }
    return isNegative ? -value : value
  }

  /// A rate such as `350 万元/亩`: how many of the first set's smallest unit per smallest unit of the second.
  func rate(
    _ cell: Cell, _ type: FieldType, _ top: UnitSet, per bottom: UnitSet, times factor: Int,
    _ label: String, at place: Place
  ) -> Ratio? {
    guard cell.kind == .csv || cell.kind == .string else {
      reportType(type, label, cell, at: place)
      return nil
    }
    let text = CellText.string(cell, in: context).trimmingSpaces
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      log.report(
        .malformedNumber, "`\(label)` 应写作 数 单位/单位", "`\(label)` must be number unit/unit",
        at: place,
        help: Bilingual(type.expectation.chinese, type.expectation.english))
      return nil
    }
    let below = parts[1].filter { !$0.isWhitespace }
    guard let per = bottom.unit(named: below) else {
      UnitFindings.reportUnit(below, of: bottom, at: place, in: log)
      return nil
    }
    let above = String(parts[0])
    let bytes = Array(above.utf8)
    guard
      let number = bytes.withUnsafeBufferPointer({ DecimalNumber.scan($0, 0, $0.count) }),
      let unit = top.unit(
        named: String(decoding: bytes[number.end...], as: UTF8.self).trimmingSpaces)
    else {
      QuantityFault(above.trimmingSpaces, units: top, headerUnit: nil)
        .report(label, at: place, in: log)
      return nil
    }
    return ratio(number.value, unit, per, factor, label, at: place)
  }

  private func ratio(
    _ number: DecimalNumber, _ unit: ScenarioUnit, _ per: ScenarioUnit, _ factor: Int,
    _ label: String, at place: Place
  ) -> Ratio? {
    var a = UInt128(unit.numerator.magnitude) * UInt128(per.denominator.magnitude)
    a = a &* UInt128(factor.magnitude)
    let (top, overflow) = a.multipliedReportingOverflow(by: number.mantissa)
    let bottom =
      UInt128(unit.denominator.magnitude) * UInt128(per.numerator.magnitude)
      * DecimalNumber.powerOfTen(min(number.scale, 12))
    var (x, y) = (top, bottom)
    while y != 0 { (x, y) = (y, x % y) }
    let divisor = max(x, 1)
    guard !overflow, number.scale <= 12, top / divisor <= UInt128(QuantityParser.limit),
      bottom / divisor <= UInt128(QuantityParser.limit)
    else {
      log.report(
        .tooLarge, "`\(label)` 的数过大或过细", "`\(label)` is too large or too fine", at: place)
      return nil
    }
    return Ratio(Int(top / divisor), Int(bottom / divisor))
  }
}
