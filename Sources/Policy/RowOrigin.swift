internal import Scenario

/// Where a row of the model comes from: the clause and what it is about.
public struct RowOrigin: Sendable, Hashable {
  /// What a row demands.
  public enum Demand: Sendable, Hashable {
    /// M-1: a project is not eligible.
    case ineligible(project: Int)
    /// a project is locked in or out.
    case locked(project: Int)
    /// L-1: a municipal key project must be supported.
    case guaranteed(project: Int)
    /// a project requires or excludes another.
    case required(project: Int, by: Int)
    case excluded(project: Int, other: Int)
    /// L-2: stock land of a county, at most what there is.
    case stock(county: Int)
    /// L-2: stock land of a county, at least what must be disposed of.
    case disposal(county: Int)
    /// S-1: stock land held back in development zones.
    case zoneReserve
    /// L-3: county-level quota.
    case countyQuota(county: Int)
    /// L-1: city-level quota, without provincial projects.
    case cityQuota
    /// L-4: city-level and provincial quota together.
    case provincialAndCityQuota
    /// L-4: provincial quota alone.
    case provincialQuota
    /// F-1: a bank's pool.
    case pool(bank: Int)
    /// F-3: a bank without its ring-fenced part.
    case outsideRingFence(bank: Int)
    /// F-3: the ring-fenced part alone.
    case ringFence(bank: Int)
    /// E-2: a cap of the city or of a county.
    case cityCap(resource: Int)
    case countyCap(resource: Int, county: Int)
    /// G-1: the investment floor.
    case investmentFloor
    /// A row that only defines amounts; it demands nothing by itself.
    case definition(String)
    /// The lock of an earlier goal.
    case goalLock(Int)
  }

  /// Id of the clause, e.g. `L-1`.
  public var clause: String
  public var demand: Demand

  init(_ clause: String, _ demand: Demand) {
    self.clause = clause
    self.demand = demand
  }

  /// Whether the row demands something that the policy could do without, as opposed to a definition.
  var isDemand: Bool {
    switch demand {
    case .definition, .goalLock: false
    default: true
    }
  }
}
