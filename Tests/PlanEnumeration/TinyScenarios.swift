import SampleScenarios
public import Scenario

/// Random scenarios so small that every plan can be looked at; all areas are whole 亩, except minimum disposals.
public enum TinyScenarios {
  /// The scenario of a seed, with any mix of the clauses.
  public static func random(seed: Int) -> Scenario {
    var random = SeededGenerator(seed: seed)
    let counties = Array(["甲县", "乙县"].prefix(Int.random(in: 1...2, using: &random)))
    let resourceCount = Int.random(in: 0...2, using: &random)
    let count = Int.random(in: 2...5, using: &random)
    var scenario = Scenario(
      title: "枚举", year: 2018, counties: counties,
      projects: (0..<count).map {
        project($0, of: count, counties.count, resourceCount, &random)
      })
    scenario.land = land(counties.count, &random)
    if chance(2, in: 3, &random) { scenario.farmland = farmland(counties.count, &random) }
    scenario.resources = (0..<resourceCount).map { resource($0, counties.count, &random) }
    if chance(1, in: 2, &random) { scenario.merit = merit(resourceCount, &random) }
    if chance(1, in: 4, &random) {
      scenario.investmentTarget = InvestmentTarget(
        amount: Int.random(in: 0...12, using: &random), isHardFloor: chance(2, in: 3, &random))
    }
    if chance(1, in: 4, &random) {
      scenario.baseline = scenario.projects.indices.filter { _ in chance(1, in: 2, &random) }
    }
    scenario.goals = goals(scenario, &random)
    return scenario
  }

  static func chance(_ part: Int, in whole: Int, _ random: inout SeededGenerator) -> Bool {
    Int.random(in: 0..<whole, using: &random) < part
  }

  private static func project(
    _ index: Int, of count: Int, _ counties: Int, _ resources: Int, _ random: inout SeededGenerator
  ) -> Project {
    let level = Level.allCases.randomElement(using: &random) ?? .municipal
    let steps = level != .municipal && chance(1, in: 4, &random) ? 2 : 1
    func amount(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) * steps }
    let land = chance(1, in: 6, &random) ? 0 : amount(1...(steps == 1 ? 4 : 2))
    let farmland = Int.random(in: 0...land / steps, using: &random) * steps
    let paddy = Int.random(in: 0...farmland / steps, using: &random) * steps
    let others = (0..<count).filter { $0 != index }
    func some(_ part: Int) -> [Int] { others.filter { _ in chance(1, in: part, &random) } }
    return Project(
      id: "P\(index + 1)", name: "项目", level: level,
      county: Int.random(in: 0..<counties, using: &random),
      stage: Stage.allCases.randomElement(using: &random),
      category: chance(1, in: 2, &random) ? "服务" : "制造",
      sector: chance(1, in: 2, &random) ? "钢" : "",
      investmentThisYear: amount(0...5), totalInvestment: amount(0...50),
      annualTax: chance(1, in: 2, &random) ? amount(0...9) : nil,
      landTotal: (land + Int.random(in: 0...2, using: &random)) * Area.mu,
      landThisYear: land * Area.mu, farmland: farmland * Area.mu, paddy: paddy * Area.mu,
      grainCapacity: farmland == 0 ? 0 : amount(0...40),
      demands: (0..<resources).map { _ in amount(0...5) },
      conformsToPlans: chance(11, in: 12, &random), isApproved: chance(11, in: 12, &random),
      division: steps == 1
        ? nil : Division(steps: steps, minimumSteps: Int.random(in: 1...2, using: &random)),
      requires: chance(1, in: 4, &random) ? some(3) : [],
      excludes: chance(1, in: 4, &random) ? some(3) : [],
      lock: chance(5, in: 6, &random)
        ? .none : Lock.allCases.randomElement(using: &random) ?? .none,
      priority: chance(3, in: 4, &random) ? 1 : Int.random(in: 1...4, using: &random))
  }

  private static func land(_ counties: Int, _ random: inout SeededGenerator) -> LandRules {
    func mu(_ most: Int) -> Int { Int.random(in: 0...most, using: &random) * Area.mu }
    let stock = (0..<counties).flatMap { county in
      (0..<Int.random(in: 0...2, using: &random)).map { number in
        let area = mu(3)
        let least = chance(1, in: 4, &random) ? Int.random(in: 0...area / 2, using: &random) : 0
        return StockLot(
          county: county, kind: number == 0 ? .unsupplied : .idle, vintage: 2015 + number,
          area: area, minimumDisposal: least, inDevelopmentZone: chance(1, in: 2, &random))
      }
    }
    let inZones = stock.filter(\.inDevelopmentZone).reduce(0) { $0 + $1.area }
    return LandRules(
      provincialQuota: mu(5), cityQuota: mu(8),
      countyQuotas: chance(1, in: 4, &random) ? [] : (0..<counties).map { _ in mu(4) },
      stock: stock, municipalGuarantee: chance(1, in: 4, &random) ? .required : .preferred,
      provincialMayUseCityQuota: chance(2, in: 3, &random),
      keyProjectsMayUseCountyQuota: chance(1, in: 3, &random),
      cityQuotaAlsoFor: [.other, .reserve].filter { _ in chance(1, in: 2, &random) },
      developmentZoneReserve: chance(1, in: 2, &random) ? min(inZones, mu(3)) : 0)
  }

  private static func farmland(_ counties: Int, _ random: inout SeededGenerator) -> FarmlandRules {
    func amounts(_ most: Int) -> BankAmounts {
      BankAmounts(
        quantity: Int.random(in: 0...most, using: &random) * Area.mu,
        paddy: Int.random(in: 0...most / 2, using: &random) * Area.mu,
        grain: Int.random(in: 0...most * 10, using: &random))
    }
    let banks = (0..<counties).filter { _ in chance(4, in: 5, &random) }.map { county in
      CountyBank(
        county: county, opening: amounts(6), added: amounts(4),
        task: chance(1, in: 3, &random) ? amounts(2) : BankAmounts(), committed: amounts(1))
    }
    return FarmlandRules(
      banks: banks,
      ringFence: RingFence(
        share: [0, 1_500, 3_333, 5_000, 10_000].randomElement(using: &random) ?? 1_500,
        base: RingFence.Base.allCases.randomElement(using: &random) ?? .circulating,
        scope: RingFence.Scope.allCases.randomElement(using: &random) ?? .eachBank,
        provincialMayUseRest: chance(1, in: 2, &random)))
  }

  private static func resource(_ index: Int, _ counties: Int, _ random: inout SeededGenerator)
    -> Resource
  {
    var resource = Resource(
      id: "r\(index)", name: "资源", unit: "吨",
      cityCap: chance(3, in: 4, &random) ? Int.random(in: 0...14, using: &random) : nil)
    if chance(1, in: 3, &random) {
      resource.countyCaps = (0..<counties).map { _ in
        chance(1, in: 2, &random) ? Int.random(in: 0...8, using: &random) : nil
      }
    }
    if chance(1, in: 3, &random) { resource.coefficient = Ratio(6, 5) }
    if chance(1, in: 3, &random) {
      resource.countyCoefficients = (0..<counties).map { $0 == 0 ? Ratio(5, 4) : .one }
    }
    if chance(1, in: 3, &random) { resource.sectorCoefficients = ["钢": Ratio(3, 2)] }
    return resource
  }

  private static func merit(_ resources: Int, _ random: inout SeededGenerator) -> MeritRule {
    var terms = [
      MeritRule.Term(indicator: .input, weight: 60, benchmark: Ratio(20)),
      MeritRule.Term(indicator: .tax, weight: 40, benchmark: Ratio(7, 2)),
    ]
    if resources > 0 {
      terms.append(MeritRule.Term(indicator: .energy, weight: 30, benchmark: Ratio(2)))
    }
    return MeritRule(
      form: MeritRule.Form.allCases.randomElement(using: &random) ?? .benchmark, terms: terms,
      cap: chance(1, in: 2, &random) || resources > 0 ? Ratio(3, 2) : nil,
      threshold: chance(1, in: 3, &random) ? 400_000 : nil,
      energyResource: resources > 0 ? 0 : nil)
  }
}
