/// Quotas of new construction land, stock land and the rules L-1 to L-4, R-2 and S-1.
public struct LandRules: Sendable, Equatable {
  /// Provincial-level quota (省级统筹指标), 1/3 m²; serves provincial key projects only.
  public var provincialQuota: Int
  /// City-level quota (市级指标), 1/3 m².
  public var cityQuota: Int
  /// County-level quota (县级指标) per county, 1/3 m²; as long as ``Scenario/counties``, or empty for none.
  public var countyQuotas: [Int]
  /// Stock land, sorted by county, vintage, kind.
  public var stock: [StockLot]
  /// L-1: whether the municipal guarantee is required or preferred.
  public var municipalGuarantee: MunicipalGuarantee
  /// L-4: whether provincial key projects may draw city-level quota.
  public var provincialMayUseCityQuota: Bool
  /// L-3: whether key projects may draw their county's quota.
  public var keyProjectsMayUseCountyQuota: Bool
  /// levels besides the key ones that may draw city-level quota that key projects leave over.
  public var cityQuotaAlsoFor: [Level]
  /// S-1: stock land in development zones that must stay unused, 1/3 m².
  public var developmentZoneReserve: Int

  public init(
    provincialQuota: Int = 0, cityQuota: Int = 0, countyQuotas: [Int] = [], stock: [StockLot] = [],
    municipalGuarantee: MunicipalGuarantee = .preferred, provincialMayUseCityQuota: Bool = true,
    keyProjectsMayUseCountyQuota: Bool = false, cityQuotaAlsoFor: [Level] = [.reserve],
    developmentZoneReserve: Int = 0
  ) {
    self.provincialQuota = provincialQuota
    self.cityQuota = cityQuota
    self.countyQuotas = countyQuotas
    self.stock = stock
    self.municipalGuarantee = municipalGuarantee
    self.provincialMayUseCityQuota = provincialMayUseCityQuota
    self.keyProjectsMayUseCountyQuota = keyProjectsMayUseCountyQuota
    self.cityQuotaAlsoFor = cityQuotaAlsoFor
    self.developmentZoneReserve = developmentZoneReserve
  }

  /// County-level quota of a county, 1/3 m².
  public func countyQuota(_ county: Int) -> Int {
    countyQuotas.isEmpty ? 0 : countyQuotas[county]
  }

  /// Whether projects of a level may draw city-level quota.
  public func mayUseCityQuota(_ level: Level) -> Bool {
    switch level {
    case .municipal: true
    case .provincial: provincialMayUseCityQuota
    case .other, .reserve: cityQuotaAlsoFor.contains(level)
    }
  }

  /// Whether projects of a level may draw their own county's quota.
  public func mayUseCountyQuota(_ level: Level) -> Bool {
    level.isKey ? keyProjectsMayUseCountyQuota : true
  }
}

/// How strictly L-1 is taken.
public enum MunicipalGuarantee: String, Sendable, CaseIterable {
  /// Every eligible municipal key project that needs land must be supported.
  case required = "required"
  /// The first goal is to leave none out; what remains is listed.
  case preferred = "preferred"
}

/// Kind of stock land (L-2).
public enum StockKind: String, Sendable, CaseIterable {
  /// Approved for conversion but not supplied (批而未供).
  case unsupplied = "批而未供"
  /// Supplied but idle (闲置).
  case idle = "闲置"
}

/// Stock land of one county, kind and vintage year.
public struct StockLot: Sendable, Equatable {
  /// Index of the county the land is bound to.
  public var county: Int
  public var kind: StockKind
  /// Year of approval or supply.
  public var vintage: Int
  /// Area available, 1/3 m².
  public var area: Int
  /// Area that must be put to use this year, 1/3 m² (minimum disposal rate × area, rounded up).
  public var minimumDisposal: Int
  /// Whether the land lies in a development zone at provincial level or above (S-1).
  public var inDevelopmentZone: Bool

  public init(
    county: Int, kind: StockKind, vintage: Int, area: Int, minimumDisposal: Int = 0,
    inDevelopmentZone: Bool = false
  ) {
    self.county = county
    self.kind = kind
    self.vintage = vintage
    self.area = area
    self.minimumDisposal = minimumDisposal
    self.inDevelopmentZone = inDevelopmentZone
  }
}
