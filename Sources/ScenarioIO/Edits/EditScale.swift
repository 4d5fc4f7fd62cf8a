/// How a value that is a number is counted: in whole smallest units, so that changes of it are exact.
struct EditScale {
  /// The units it may be written in.
  let units: UnitSet
  /// The unit that a number without one has; `nil` where a unit must be written.
  let bareUnit: ScenarioUnit?
  /// Whether the number may be below zero.
  var mayBeNegative = false
  /// Whether JSON has it as a number.
  var isNumber = false

  /// The scale of a node's value; `nil` where it is no number.
  init?(_ node: EditNode, _ present: EditNode.Present?) {
    switch node.type {
    case .quantity:
      guard let units = node.units else { return nil }
      self.init(units, bare: present.flatMap { Self.unit(of: $0, units) })
    case .integer(let range):
      self.init(plain: ScenarioUnit("", is: 1), smallest: "1")
      mayBeNegative = range.lowerBound < 0
      isNumber = true
    case .coefficient, .decimal: self.init(plain: ScenarioUnit("", is: 10_000), smallest: "0.0001")
    case .percentage:
      let bare = ScenarioUnit("", is: 100)
      self.init(
        UnitSet(
          title: UnitSet.share.title, smallest: "0.01 %",
          units: [bare, ScenarioUnit("%", is: 100)]), bare: bare)
      mayBeNegative = true
    case .price, .benchmark:
      // A rate is counted in millionths of the unit it is written in.
      guard let present, let word = Self.word(of: present.text) else { return nil }
      let unit = ScenarioUnit(word, is: 1_000_000)
      self.init(
        UnitSet(title: Bilingual(word, word), smallest: "0.000001 \(word)", units: [unit]),
        bare: unit)
    default: return nil
    }
  }

  private init(_ units: UnitSet, bare: ScenarioUnit?) {
    self.units = units
    bareUnit = bare
  }

  private init(plain unit: ScenarioUnit, smallest: String) {
    self.init(
      UnitSet(title: Bilingual("数", "a number"), smallest: smallest, units: [unit]), bare: unit)
  }

  /// Whether the number has no unit.
  var isPlain: Bool { units.names == [""] }

  /// Whether a number of per cent is an amount, and not a share of the present value.
  var countsPercent: Bool { units.unit(named: "%") != nil }

  /// The amount of a text in smallest units; `nil` where it is none.
  func amount(_ text: String, headerUnit: ScenarioUnit? = nil) -> Int? {
    let isNegative = mayBeNegative && text.hasPrefix("-")
    let bytes = Array((isNegative ? String(text.dropFirst()) : text).utf8)
    let amount = bytes.withUnsafeBufferPointer {
      QuantityParser.amount($0, 0, $0.count, units: units, headerUnit: headerUnit ?? bareUnit)
    }
    return amount.map { isNegative ? -$0 : $0 }
  }

  /// An amount as it is written in a unit, or where that takes endless decimals, in another.
  func text(of amount: Int, in unit: ScenarioUnit?) -> String {
    let candidates = [unit, bareUnit].compactMap(\.self) + units.units
    let text = candidates.lazy.compactMap { $0.text(of: UInt128(amount.magnitude)) }.first ?? ""
    return (amount < 0 ? "-" : "") + text.trimmingSpaces
  }

  /// The unit in which a value is written.
  static func unit(of present: EditNode.Present, _ units: UnitSet) -> ScenarioUnit? {
    guard let word = word(of: present.text) else { return present.headerUnit }
    return units.unit(named: word)
  }

  /// What stands behind the number of a quantity; `nil` where nothing does.
  static func word(of text: String) -> String? {
    let word = text.drop { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    let trimmed = String(word).trimmingSpaces
    return trimmed.isEmpty ? nil : trimmed
  }
}
