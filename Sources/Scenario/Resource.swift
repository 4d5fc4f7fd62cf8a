/// A positive rational number, as coefficients, prices and benchmarks are stated: exact, in lowest terms.
public struct Ratio: Sendable, Equatable {
  public var numerator: Int
  public var denominator: Int

  /// Creates `numerator / denominator` in lowest terms; the denominator must be positive.
  public init(_ numerator: Int, _ denominator: Int = 1) {
    precondition(denominator > 0, "a ratio needs a positive denominator")
    var (a, b) = (abs(numerator), denominator)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = max(a, 1)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// The number one.
  public static let one = Ratio(1)
}

/// What a declared resource is, which decides the table it is printed in and whether E-1 can make it free.
public enum ResourceKind: String, Sendable, CaseIterable {
  case energy
  case coal
  case water
  case emission
  case other

  /// E-1 makes energy and water free of charge for the favoured classes, and nothing else.
  public var mayBeFree: Bool { self == .energy || self == .water || self == .other }
}

/// A resource that is capped: energy, coal, water, a pollutant, or any other the scenario declares (E-2).
public struct Resource: Sendable, Equatable {
  public var id: String
  /// Name in tables, e.g. 能耗（当量值）.
  public var name: String
  public var kind: ResourceKind
  /// Unit in tables, e.g. 吨标准煤.
  public var unit: String
  /// Number of smallest units (resolutions) in one `unit`; a power of ten.
  public var unitsPerUnit: Int
  /// Cap of the city in smallest units; `nil` for none.
  public var cityCap: Int?
  /// Cap per county in smallest units (`nil` for none); as long as ``Scenario/counties``, or empty.
  public var countyCaps: [Int?]
  /// Price in 元 per `unit`.
  public var price: Ratio
  /// Classes of industry that get it free of charge (E-1).
  public var freeCategories: [String]
  /// Department that answers for the indicator (E-2).
  public var department: String
  /// Coefficient for all projects (e.g. 倍量替代).
  public var coefficient: Ratio
  /// Coefficient per county; as long as ``Scenario/counties``, or empty for 1.
  public var countyCoefficients: [Ratio]
  /// Coefficient per branch; branches not named have 1.
  public var sectorCoefficients: [String: Ratio]
  /// Share of replacement that must be completed before approval, per branch, in hundredths of a per cent.
  ///
  /// The empty key holds for branches not named.
  public var retirementThresholds: [String: Int]

  public init(
    id: String, name: String, kind: ResourceKind = .other, unit: String, unitsPerUnit: Int = 1,
    cityCap: Int? = nil, countyCaps: [Int?] = [], price: Ratio = Ratio(0),
    freeCategories: [String] = [], department: String = "", coefficient: Ratio = .one,
    countyCoefficients: [Ratio] = [], sectorCoefficients: [String: Ratio] = [:],
    retirementThresholds: [String: Int] = [:]
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.unit = unit
    self.unitsPerUnit = unitsPerUnit
    self.cityCap = cityCap
    self.countyCaps = countyCaps
    self.price = price
    self.freeCategories = freeCategories
    self.department = department
    self.coefficient = coefficient
    self.countyCoefficients = countyCoefficients
    self.sectorCoefficients = sectorCoefficients
    self.retirementThresholds = retirementThresholds
  }

  /// Cap of a county in smallest units; `nil` for none.
  public func countyCap(_ county: Int) -> Int? { countyCaps.isEmpty ? nil : countyCaps[county] }
}
