public import Scenario

/// A seeded generator (SplitMix64), the same on every machine.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: Int) {
    state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension SampleScenarios {
  /// A small scenario with every clause in it and areas that no table prints exactly.
  public static func random(seed: Int, projects count: Int = 12) -> Scenario {
    var generator = SeededGenerator(seed: seed)
    let counties = ["甲县", "乙县", "丙区"]
    let projects = (1...count).map { project($0, counties: counties.count, &generator) }
    var scenario = Scenario(
      title: "随机方案", year: 2018, isSampleData: seed % 2 == 0, counties: counties,
      projects: projects)
    scenario.land = land(counties: counties.count, &generator)
    scenario.farmland = farmland(counties: counties.count, &generator)
    scenario.resources = resources(&generator)
    scenario.merit = MeritRule(
      form: seed % 3 == 0 ? .minMax : .benchmark,
      terms: [
        .init(indicator: .input, weight: 40, benchmark: Ratio(3_000_000)),
        .init(indicator: .energy, weight: 30, benchmark: Ratio(700, 3)),
      ], cap: Ratio(2), threshold: seed % 4 == 0 ? 100_000 : nil, energyResource: 0)
    scenario.investmentTarget = InvestmentTarget(amount: 900_000_000)
    return scenario
  }

  private static func project(
    _ number: Int, counties: Int, _ generator: inout SeededGenerator
  ) -> Project {
    let level = Level.allCases.randomElement(using: &generator) ?? .municipal
    let steps = level != .municipal && number % 4 == 0 ? 4 : 1
    func part(of whole: Int) -> Int {
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: 0
      case 1: whole
      default: Int.random(in: 0...whole / steps, using: &generator) * steps
      }
    }
    let land =
      number % 5 == 0 ? 0 : Int.random(in: 1_000...90_000, using: &generator) / steps * steps
    let farmland = part(of: land)
    let isIdle = number % 10 == 0
    return Project(
      id: "P-" + (number < 10 ? "0" : "") + String(number), name: "项目\(number)", level: level,
      county: Int.random(in: 0..<counties, using: &generator),
      stage: level.isKey ? Stage.allCases.randomElement(using: &generator) : nil,
      category: number % 3 == 0 ? "现代服务业" : "其他产业", sector: number % 2 == 0 ? "钢铁" : "医药",
      investmentThisYear: Int.random(in: 1...300_000_000, using: &generator) * steps,
      totalInvestment: Int.random(in: 1...900_000_000, using: &generator),
      landTotal: land + part(of: 8_000), landThisYear: land, farmland: farmland,
      paddy: part(of: farmland),
      grainCapacity: farmland > 0 ? Int.random(in: 0...20_000, using: &generator) * steps : 0,
      demands: (0..<3).map { _ in
        isIdle ? 0 : Int.random(in: 0...5_000, using: &generator) * steps
      }, retired: [0, Int.random(in: 0...9_000, using: &generator), 0],
      conformsToPlans: number % 11 != 0,
      division: steps > 1 ? Division(steps: steps, minimumSteps: 2) : nil)
  }

  private static func land(counties: Int, _ generator: inout SeededGenerator) -> LandRules {
    let stock = (0..<counties).flatMap { county in
      [2015, 2016].flatMap { year in
        StockKind.allCases.map { kind in
          StockLot(
            county: county, kind: kind, vintage: year,
            area: Int.random(in: 0...9_000, using: &generator),
            inDevelopmentZone: year == 2016)
        }
      }
    }
    return LandRules(
      provincialQuota: Int.random(in: 0...90_000, using: &generator),
      cityQuota: Int.random(in: 0...250_000, using: &generator),
      countyQuotas: (0..<counties).map { _ in Int.random(in: 0...90_000, using: &generator) },
      stock: stock, keyProjectsMayUseCountyQuota: Bool.random(using: &generator),
      developmentZoneReserve: Int.random(in: 0...9_000, using: &generator))
  }

  private static func farmland(counties: Int, _ generator: inout SeededGenerator) -> FarmlandRules {
    func amounts(_ limit: Int) -> BankAmounts {
      BankAmounts(
        quantity: Int.random(in: 0...limit, using: &generator),
        paddy: Int.random(in: 0...limit, using: &generator),
        grain: Int.random(in: 0...limit, using: &generator))
    }
    let banks = (0..<counties).map { county in
      CountyBank(
        county: county, opening: amounts(90_000), added: amounts(80_000),
        task: county == 1 ? amounts(80_000) : BankAmounts(), committed: amounts(20_000))
    }
    return FarmlandRules(
      banks: banks,
      ringFence: RingFence(
        base: RingFence.Base.allCases.randomElement(using: &generator) ?? .circulating,
        scope: Bool.random(using: &generator) ? .eachBank : .quantityOnly,
        provincialMayUseRest: Bool.random(using: &generator)))
  }

  private static func resources(_ generator: inout SeededGenerator) -> [Resource] {
    [
      Resource(
        id: "energy", name: "能耗", kind: .energy, unit: "吨标准煤", unitsPerUnit: 100,
        cityCap: Int.random(in: 0...40_000, using: &generator), price: Ratio(7, 2),
        freeCategories: ["现代服务业"], department: "市发展和改革委员会"),
      Resource(
        id: "coal", name: "煤炭", kind: .coal, unit: "吨", cityCap: 30_000,
        countyCaps: [20_000, nil, 9_000], coefficient: Ratio(6, 5),
        countyCoefficients: [Ratio(5, 4), .one, .one], sectorCoefficients: ["钢铁": Ratio(6, 5)],
        retirementThresholds: ["钢铁": 3_500, "": 2_500]),
      Resource(id: "water", name: "用水", kind: .water, unit: "万立方米", unitsPerUnit: 10_000),
    ]
  }

  /// A random legal plan: projects in random order, each kept if the plan stays legal.
  public static func randomPlan(
    for scenario: Scenario, seed: Int, isLegal: (Plan) -> Bool
  ) -> Plan {
    var generator = SeededGenerator(seed: seed &+ 77)
    var plan = nothing(in: scenario)
    for index in scenario.projects.indices.shuffled(using: &generator) {
      let project = scenario.projects[index]
      guard !project.needsNothing else { continue }
      var next = plan
      next.steps[index] =
        Bool.random(using: &generator) ? project.steps : project.minimumSteps
      let land = project.landThisYear / project.steps * next.steps[index]
      next.stockLand[index] = Int.random(in: 0...min(land, 6_000), using: &generator)
      if !scenario.land.mayUseCityQuota(project.level)
        || scenario.land.mayUseCountyQuota(project.level) && Bool.random(using: &generator)
      {
        next.countyQuotaUse[project.county][project.level, default: 0] +=
          land - next.stockLand[index]
      }
      if isLegal(next) { plan = next }
    }
    return plan
  }

  /// The plan that supports nothing.
  public static func nothing(in scenario: Scenario) -> Plan {
    Plan(
      steps: scenario.projects.map { _ in 0 }, stockLand: scenario.projects.map { _ in 0 },
      countyQuotaUse: scenario.counties.map { _ in [:] })
  }
}
