public import Scenario

extension SampleScenarios {
  /// A plan that supports projects (by id) with steps and stock land in 亩, and county quota in 亩 per county and level.
  public static func plan(
    for scenario: Scenario, _ supported: [String: (steps: Int, stock: Int)],
    countyQuota: [(county: Int, level: Level, mu: Int)] = []
  ) -> Plan {
    var plan = nothing(in: scenario)
    for (index, project) in scenario.projects.enumerated() {
      guard let own = supported[project.id] else { continue }
      plan.steps[index] = own.steps
      plan.stockLand[index] = own.stock * Area.mu
    }
    for use in countyQuota { plan.countyQuotaUse[use.county][use.level] = use.mu * Area.mu }
    return plan
  }

  /// Two counties with quotas, lots, banks and one resource; six projects small enough to do the sums by hand.
  public static var accounts: Scenario {
    Scenario(
      title: "示例市重点项目", year: 2018, counties: ["甲县", "乙县"], projects: accountProjects,
      land: LandRules(
        provincialQuota: 10 * Area.mu, cityQuota: 60 * Area.mu,
        countyQuotas: [12 * Area.mu, 0],
        stock: [
          StockLot(
            county: 0, kind: .idle, vintage: 2015, area: 5 * Area.mu, inDevelopmentZone: true),
          StockLot(
            county: 0, kind: .unsupplied, vintage: 2016, area: 10 * Area.mu,
            minimumDisposal: 2 * Area.mu),
          StockLot(
            county: 0, kind: .idle, vintage: 2016, area: 4 * Area.mu, minimumDisposal: Area.mu),
        ]),
      farmland: FarmlandRules(banks: [
        CountyBank(
          county: 0,
          opening: BankAmounts(quantity: 30 * Area.mu, paddy: 10 * Area.mu, grain: 10_000),
          added: BankAmounts(quantity: 10 * Area.mu, paddy: 2 * Area.mu, grain: 3_000),
          task: BankAmounts(quantity: 5 * Area.mu), committed: BankAmounts(quantity: 5 * Area.mu)),
        CountyBank(
          county: 1, opening: BankAmounts(quantity: 20 * Area.mu, paddy: 4 * Area.mu, grain: 9_000)),
      ]),
      resources: [
        Resource(
          id: "energy", name: "能耗", kind: .energy, unit: "吨标准煤", unitsPerUnit: 100,
          cityCap: 100_000, price: Ratio(7, 2), freeCategories: ["现代服务业"], department: "市发改委",
          coefficient: Ratio(6, 5), countyCoefficients: [.one, Ratio(5, 4)])
      ])
  }

  private static var accountProjects: [Project] {
    [
      Project(
        id: "A-1", name: "省道", level: .provincial, county: 0, stage: .starting,
        investmentThisYear: 100_000_000, landTotal: 40 * Area.mu, landThisYear: 25 * Area.mu,
        farmland: 20 * Area.mu, paddy: 8 * Area.mu, grainCapacity: 8_000, demands: [0]),
      Project(
        id: "B-1", name: "园区", level: .municipal, county: 0, stage: .continuing,
        category: "现代服务业", investmentThisYear: 50_000_000, landTotal: 20 * Area.mu,
        landThisYear: 20 * Area.mu, farmland: 18 * Area.mu, paddy: 6 * Area.mu,
        grainCapacity: 7_000, demands: [1_001]),
      Project(
        id: "B-2", name: "工厂", level: .municipal, county: 1, stage: .production, category: "钢铁",
        investmentThisYear: 70_000_000, landTotal: 30 * Area.mu, landThisYear: 30 * Area.mu,
        farmland: 10 * Area.mu, paddy: 0, grainCapacity: 3_001, demands: [50_000]),
      Project(
        id: "C-1", name: "市场", level: .other, county: 0, investmentThisYear: 8_000_000,
        landTotal: 12 * Area.mu, landThisYear: 12 * Area.mu, demands: [400],
        division: Division(steps: 4, minimumSteps: 2)),
      Project(
        id: "D-1", name: "储备厂", level: .reserve, county: 1, investmentThisYear: 9_000_000,
        landTotal: 40 * Area.mu, landThisYear: 40 * Area.mu, farmland: 40 * Area.mu,
        grainCapacity: 30_000, demands: [60_000]),
      Project(
        id: "E-1", name: "前期", level: .municipal, county: 1, stage: .preparatory,
        investmentThisYear: 1_000_000, demands: [0]),
    ]
  }

  /// The plan of ``accounts`` that the hand calculations use: all but the reserve project, with 9 亩 of stock land.
  public static var accountsPlan: Plan {
    plan(
      for: accounts, ["A-1": (1, 2), "B-1": (1, 7), "B-2": (1, 0), "C-1": (3, 0)],
      countyQuota: [(0, .other, 9)])
  }
}
