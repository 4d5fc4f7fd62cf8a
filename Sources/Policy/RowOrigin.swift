public import Scenario

/// Where a row of the model comes from: what it demands or defines, and of whom.
public enum RowOrigin: Sendable, Hashable {
  /// a project that does not conform to the plans is not eligible.
  case conformity(project: Int)
  /// a project that lacks approvals is not eligible.
  case approval(project: Int)
  /// M-1: a project that scores below the threshold is not eligible.
  case threshold(project: Int)
  /// a divisible project gets no fewer, and no more, steps than it may.
  case leastSteps(project: Int)
  case mostSteps(project: Int)
  /// a project is locked in or out.
  case lock(project: Int)
  /// a project requires or excludes another.
  case required(project: Int, by: Int)
  case excluded(project: Int, other: Int)
  /// L-1: a municipal key project must be supported.
  case guarantee(project: Int)
  /// L-1: city-level quota, without provincial projects.
  case cityQuota
  /// L-2: a slice of a project's stock land is no larger than the land it stands in for.
  case stockSlice(StockSlice, project: Int)
  /// L-2: stock land of a county, at most what there is.
  case stock(county: Int)
  /// L-2: stock land of a county, at least what must be disposed of.
  case disposal(county: Int)
  /// L-3: a level draws no more county-level quota than it needs.
  case countyQuotaUse(county: Int, level: Level)
  /// L-3: county-level quota.
  case countyQuota(county: Int)
  /// L-4: city-level and provincial quota together.
  case provincialAndCityQuota
  /// L-4: provincial quota alone.
  case provincialQuota
  /// F-1: grain capacity in proportion to farmland.
  case grain(project: Int)
  /// F-1: a bank's pool.
  case pool(bank: Bank)
  /// F-1: what a county gets from others.
  case transfer(county: Int, bank: Bank)
  /// F-3: a bank without its ring-fenced part.
  case outsideRingFence(bank: Bank)
  /// F-3: the ring-fenced part alone.
  case ringFence(bank: Bank)
  /// E-2: a cap of the city or of a county.
  case cityCap(resource: Int)
  case countyCap(resource: Int, county: Int)
  /// G-1: the investment floor.
  case investmentFloor
  /// S-1: what of a county's stock land lies inside zones.
  case zone(county: Int)
  /// S-1: stock land held back in development zones.
  case zoneReserve

  /// Id of the clause, e.g. `L-1`.
  public var clause: String {
    switch self {
    case .conformity: PlanConformity.id
    case .approval: Approvals.id
    case .threshold: MeritThreshold.id
    case .leastSteps, .mostSteps: Divisibility.id
    case .lock: Locks.id
    case .required, .excluded: ProjectRelations.id
    case .guarantee, .cityQuota: MunicipalGuarantee.id
    case .stockSlice, .stock, .disposal: StockLandUse.id
    case .countyQuotaUse, .countyQuota: CountyQuota.id
    case .provincialAndCityQuota, .provincialQuota: ProvincialLand.id
    case .grain, .pool, .transfer: CirculatingPool.id
    case .outsideRingFence, .ringFence: ProvincialRingFence.id
    case .cityCap, .countyCap: ResourceCaps.id
    case .investmentFloor: InvestmentFloor.id
    case .zone, .zoneReserve: ZoneReserve.id
    }
  }

  /// Whether the row demands something that the policy could do without, as opposed to a definition of amounts.
  var isDemand: Bool {
    switch self {
    case .leastSteps, .mostSteps, .stockSlice, .countyQuotaUse, .grain, .transfer, .zone: false
    default: true
    }
  }
}
