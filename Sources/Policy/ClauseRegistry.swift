/// All clauses that add rows; their order does not matter.
public enum ClauseRegistry {
  static let clauses: [any Clause.Type] = [
    PlanConformity.self, Approvals.self, Divisibility.self, Locks.self, ProjectRelations.self,
    InvestmentFloor.self, MunicipalGuarantee.self, StockLandUse.self, CountyQuota.self,
    ProvincialLand.self, CirculatingPool.self, ProvincialRingFence.self, ResourceCaps.self,
    MeritThreshold.self, ZoneReserve.self,
  ]

  /// Ids of the clauses that add rows, in the order of the registry; all others say in their text why they have none.
  public static var ids: [String] { clauses.map { $0.id } }

  /// The clauses of some ids, in the order of the ids; an id that is none is left out.
  static func clauses(_ ids: [String]) -> [any Clause.Type] {
    ids.compactMap { id in clauses.first { $0.id == id } }
  }
}
