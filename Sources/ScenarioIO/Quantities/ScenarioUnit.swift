/// A unit in which a quantity may be stated: its names and how many smallest units it is.
///
/// A class, so that the reading of a cell passes it on without copying its names.
final class ScenarioUnit: Sendable {
  /// The name to print first, then what is understood besides.
  let names: [String]
  /// Smallest units in one of this unit, as a fraction in lowest terms.
  let numerator: Int
  let denominator: Int

  convenience init(_ names: String..., is numerator: Int) {
    self.init(names: names, numerator: numerator, denominator: 1)
  }

  init(names: [String], numerator: Int, denominator: Int) {
    self.names = names
    self.numerator = numerator
    self.denominator = denominator
  }

  var name: String { names.first ?? "" }
}

/// The units of one kind of quantity.
final class UnitSet: Sendable {
  /// What is measured, e.g. 面积 / area.
  let title: Bilingual
  /// Name of the smallest unit for messages, e.g. `1/3 m²`.
  let smallest: String
  let units: [ScenarioUnit]
  /// The names of all units by their bytes, and what each is worth: smallest units as a fraction.
  private let words: NameTable
  private let worths: [(numerator: Int, denominator: Int)]

  init(title: Bilingual, smallest: String, units: [ScenarioUnit]) {
    self.title = title
    self.smallest = smallest
    self.units = units
    var words = NameTable()
    var worths: [(numerator: Int, denominator: Int)] = []
    for unit in units {
      for name in unit.names where words.add(name) == worths.count {
        worths.append((unit.numerator, unit.denominator))
      }
    }
    self.words = words
    self.worths = worths
  }

  /// An equal set for one thread alone: threads that count references to the same objects wait for each other.
  var copy: UnitSet { UnitSet(title: title, smallest: smallest, units: units) }

  /// The unit of a name; `nil` where the set has none.
  func unit(named name: String) -> ScenarioUnit? {
    units.first { $0.names.contains(name) }
  }

  /// What the unit is worth whose name stands in a range of bytes.
  func worth(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> (numerator: Int, denominator: Int)? {
    words.number(of: bytes, start, end).map { worths[$0] }
  }

  var names: [String] { units.flatMap(\.names) }

  /// The names a message lists: one per unit.
  var listing: String { units.map(\.name).joined(separator: ", ") }
}

extension UnitSet {
  static let area = UnitSet(
    title: Bilingual("面积", "area"), smallest: "1/3 m²",
    units: [
      ScenarioUnit("亩", is: 2_000), ScenarioUnit("公顷", "ha", is: 30_000),
      ScenarioUnit("m²", "平方米", is: 3), ScenarioUnit("万亩", is: 20_000_000),
      ScenarioUnit("平方公里", "km²", is: 3_000_000),
    ])
  static let money = UnitSet(
    title: Bilingual("金额", "money"), smallest: "1 元",
    units: [
      ScenarioUnit("万元", is: 10_000), ScenarioUnit("亿元", is: 100_000_000),
      ScenarioUnit("元", is: 1),
    ])
  static let grain = UnitSet(
    title: Bilingual("粮食产能", "grain capacity"), smallest: "1 公斤",
    units: [
      ScenarioUnit("公斤", "kg", "千克", is: 1), ScenarioUnit("万公斤", is: 10_000),
      ScenarioUnit("吨", is: 1_000),
    ])
  /// Hundredths of a per cent.
  static let share = UnitSet(
    title: Bilingual("比例", "share"), smallest: "0.01 %", units: [ScenarioUnit("%", is: 100)])

  // The families of resources, in kilograms of coal equivalent, kilograms and cubic metres.
  private static let energyFamily = [
    ScenarioUnit("吨标准煤", "tce", is: 1_000), ScenarioUnit("万吨标准煤", is: 10_000_000),
    ScenarioUnit("千克标准煤", "kgce", is: 1),
  ]
  private static let massFamily = [
    ScenarioUnit("吨", "t", is: 1_000), ScenarioUnit("万吨", is: 10_000_000),
    ScenarioUnit("公斤", "千克", "kg", is: 1),
  ]
  private static let volumeFamily = [
    ScenarioUnit("立方米", "m³", is: 1), ScenarioUnit("万立方米", "万m³", is: 10_000),
    ScenarioUnit("亿立方米", is: 100_000_000),
  ]

  /// The units of a resource that is declared in `unit`, counted in that unit.
  static func resource(unit: String, title: String) -> UnitSet {
    let families = [energyFamily, massFamily, volumeFamily]
    let title = Bilingual(title, title)
    for family in families {
      guard let declared = family.first(where: { $0.names.contains(unit) }) else { continue }
      let units = family.map { $0.scaled(by: declared.denominator, over: declared.numerator) }
      return UnitSet(title: title, smallest: "1 \(unit)", units: units)
    }
    let units = [
      ScenarioUnit(unit, is: 1), ScenarioUnit("万" + unit, is: 10_000),
      ScenarioUnit("亿" + unit, is: 100_000_000),
    ]
    return UnitSet(title: title, smallest: "1 \(unit)", units: units)
  }

  /// The same units, counted in a smallest unit of which `factor` make one.
  func refined(by factor: Int, smallest: String) -> UnitSet {
    UnitSet(
      title: title, smallest: smallest, units: units.map { $0.scaled(by: factor, over: 1) })
  }

  /// Every set that does not depend on a scenario, to tell a unit of another kind from a word that is none.
  static let known: [UnitSet] = [
    area, money, grain, share, resource(unit: "吨标准煤", title: "能耗"),
    resource(unit: "吨", title: "质量"), resource(unit: "立方米", title: "体积"),
  ]
}

extension ScenarioUnit {
  /// The unit with its worth multiplied by a fraction.
  func scaled(by factor: Int, over divisor: Int) -> ScenarioUnit {
    var (a, b) = (numerator * factor, denominator * divisor)
    while b != 0 { (a, b) = (b, a % b) }
    return ScenarioUnit(
      names: names, numerator: numerator * factor / a, denominator: denominator * divisor / a)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a range holds the UTF-8 bytes of a text.
  func equals(_ text: String, _ start: Int, _ end: Int) -> Bool {
    let utf8 = text.utf8
    guard utf8.count == end - start else { return false }
    var index = start
    for byte in utf8 {
      if self[index] != byte { return false }
      index += 1
    }
    return true
  }
}
