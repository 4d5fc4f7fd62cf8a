/// All clauses that add rows; their order does not matter.
enum ClauseRegistry {
  static let clauses: [any Clause.Type] = [
    PlanConformity.self, Approvals.self, Divisibility.self, Locks.self, ProjectRelations.self,
    InvestmentFloor.self, MunicipalGuarantee.self, StockLandUse.self, CountyQuota.self,
    ProvincialLand.self, CirculatingPool.self, ProvincialRingFence.self, ResourceCaps.self,
    MeritThreshold.self, ZoneReserve.self,
  ]

  /// Clauses of the policy that add no rows, and where they act instead.
  static let clausesWithoutRows: [String: String] = [
    "F-2": "order of goals", "R-2": "order of goals, levels that may draw city quota",
    "E-1": "fees in the accounts", "H-1": "list in the accounts", "X-1": "fields in the tables",
    "D-1": "bulletin in the accounts", "D-2": "bulletin in the accounts", "A-5": "land step",
    "A-6": "farmland rows of F-1", "A-7": "order of goals and tie-break",
    "A-8": "one pool per bank, stock land per county", "A-9": "surplus of F-1, ring-fence of F-3",
  ]
}
