import Scenario

/// A scenario with a plan that keeps every clause: the plan is drawn first, the quotas and caps around it.
struct RandomRun {
  var scenario: Scenario
  var plan: Plan
  var dice: Dice
  /// All land is in multiples of this, 1/3 m².
  let unit: Int

  init(seed: Int, projects: Int = 8, unit: Int? = nil) {
    var dice = Dice(seed)
    let drawn = dice.pick([20, 20, 3, 1, 300, 2_000])
    let unit = unit ?? drawn
    self.dice = dice
    self.unit = unit
    scenario = Scenario(
      title: "随机方案\(seed)", year: 2018, isSampleData: seed % 2 == 0,
      counties: ["甲县", "乙区", "丙县"], projects: [])
    plan = Plan(steps: [], stockLand: [], countyQuotaUse: [])
    declareResources()
    drawProjects(projects)
    drawRelations()
    drawStock()
    drawQuotas()
    drawBanks()
    drawCaps()
    drawMerit()
    drawGoals()
    drawBulletin()
  }

  private mutating func declareResources() {
    let half = Ratio(1, 2)
    scenario.resources = [
      Resource(
        id: "energy", name: "能耗", kind: .energy, unit: "吨标准煤", unitsPerUnit: 100,
        price: Ratio(7, 4), freeCategories: ["战略性新兴产业"], department: "市发展和改革委员会"),
      Resource(
        id: "coal", name: "煤炭", kind: .coal, unit: "吨", coefficient: Ratio(6, 5),
        countyCoefficients: [.one, Ratio(3, 2), Ratio(4, 3)], sectorCoefficients: ["钢铁": Ratio(2)],
        retirementThresholds: dice.once(in: 2) ? ["": 2_500, "钢铁": 5_000] : ["钢铁": 5_000]),
      Resource(
        id: "water", name: "用水", kind: .water, unit: "万立方米", unitsPerUnit: 10_000,
        price: Ratio(35_000), freeCategories: ["战略性新兴产业", "现代服务业"], department: "市水务局"),
      Resource(
        id: "cod", name: "化学需氧量", kind: .emission, unit: "吨", unitsPerUnit: 1_000,
        coefficient: Ratio(2)),
      Resource(
        id: "nh3", name: "氨氮", kind: .emission, unit: "吨", unitsPerUnit: 1_000,
        coefficient: Ratio(2)),
      Resource(
        id: "steel", name: "=产能", kind: .other, unit: "万吨", price: Ratio(1, 3), coefficient: half),
    ]
  }

  private mutating func drawProjects(_ count: Int) {
    for index in 0..<count {
      let level = dice.pick(Level.allCases)
      let hasLand = !dice.once(in: 5)
      let isWhole = dice.once(in: 2) || (level == .municipal && hasLand)
      let steps = isWhole ? 1 : dice.roll(2...4)
      let land = hasLand ? unit * dice.roll(1...60_000 / unit) : 0
      let farmland = dice.once(in: 4) ? 0 : dice.multiple(of: unit, upTo: land)
      let paddy = dice.once(in: 3) ? 0 : dice.multiple(of: unit, upTo: farmland)
      let demands = scenario.resources.map { _ in
        dice.once(in: 2) ? 0 : steps * dice.roll(1...9_999)
      }
      let supported = !dice.once(in: 3)
      let needsNothing = land == 0 && demands.allSatisfy { $0 == 0 }
      let money = dice.roll(0...90_000) * steps
      scenario.projects.append(
        Project(
          id: "P-\(100 + index)", name: dice.pick(["工厂\(index)", "=加工,基地", "\"一号\"桥", "道路"]),
          level: level, county: dice.roll(0...2), stage: dice.pick(Stage.allCases + [nil]),
          category: dice.pick(["战略性新兴产业", "现代服务业", "", "其他类"]),
          sector: dice.pick(["钢铁", "食品", ""]), investmentThisYear: money,
          totalInvestment: dice.once(in: 4) ? nil : 7 * money + 1,
          annualOutput: dice.once(in: 3) ? nil : dice.roll(1...900_000),
          annualTax: dice.roll(0...9_999),
          landTotal: steps * land + (dice.once(in: 2) ? unit * dice.roll(0...50) : 0),
          landThisYear: steps * land, farmland: steps * farmland, paddy: steps * paddy,
          grainCapacity: farmland == 0 ? 0 : steps * dice.roll(0...5_000), demands: demands,
          retired: demands.map { dice.roll(0...2) * $0 / 2 },
          conformsToPlans: supported || !dice.once(in: 6),
          isApproved: supported || !dice.once(in: 6),
          division: isWhole ? nil : Division(steps: steps, minimumSteps: dice.roll(1...steps)),
          lock: dice.once(in: 6) ? (supported ? .lockedIn : .lockedOut) : .none,
          priority: dice.roll(1...3),
          exemption: ExemptionEvidence(
            cityApproval: dice.pick(["", "批〔1〕号"]), airOfficeFiling: dice.pick(["", "备-7"]),
            dustControlInPlace: dice.once(in: 2)),
          stewardship: Stewardship(
            leader: dice.pick(["", "张三"]), department: "发改局", team: "班子", schedule: "2018年",
            contact: dice.pick(["", "-李四"]))))
      let least = scenario.projects[index].minimumSteps
      plan.steps.append(supported && !needsNothing ? dice.roll(least...steps) : 0)
    }
  }

  private mutating func drawRelations() {
    let count = scenario.projects.count
    for _ in 0..<count / 2 {
      let (a, b) = (dice.roll(0...count - 1), dice.roll(0...count - 1))
      guard a != b else { continue }
      let isOK = plan.steps[a] == 0 || plan.steps[b] > 0 || scenario.projects[b].needsNothing
      if dice.once(in: 2) {
        if isOK && !scenario.projects[a].requires.contains(b) {
          scenario.projects[a].requires = (scenario.projects[a].requires + [b]).sorted()
        }
      } else if plan.steps[a] == 0 || plan.steps[b] == 0, !scenario.projects[a].excludes.contains(b)
      {
        scenario.projects[a].excludes = (scenario.projects[a].excludes + [b]).sorted()
      }
    }
  }

  /// Land of a project in the plan, 1/3 m².
  private func land(_ project: Int) -> Int {
    let facts = scenario.projects[project]
    return facts.landThisYear / facts.steps * plan.steps[project]
  }

  private mutating func drawStock() {
    let land = scenario.projects.indices.map { self.land($0) }
    plan.stockLand = land.map { dice.once(in: 2) ? 0 : dice.multiple(of: unit, upTo: $0) }
    let hasReserve = dice.once(in: 2)
    var open = 0
    for county in scenario.counties.indices {
      let own = scenario.projects.indices.filter { scenario.projects[$0].county == county }
      let use = own.reduce(0) { $0 + plan.stockLand[$1] }
      guard use > 0 || dice.once(in: 2) else { continue }
      var rest = use
      var lots: [StockLot] = []
      for (vintage, kind) in [(2012, StockKind.idle), (2015, .unsupplied), (2015, .idle)] {
        let area = max(
          unit, vintage == 2015 && kind == .idle ? rest : dice.multiple(of: unit, upTo: rest))
        lots.append(
          StockLot(
            county: county, kind: kind, vintage: vintage,
            area: area + dice.multiple(of: unit, upTo: 9 * unit)))
        rest = max(0, rest - area)
      }
      let zone = StockLot(
        county: county, kind: .unsupplied, vintage: 2012, area: unit * dice.roll(1...99),
        inDevelopmentZone: true)
      lots.append(zone)
      open += zone.area
      var minimum = use
      for lot in lots.indices where !lots[lot].inDevelopmentZone && dice.once(in: 2) {
        lots[lot].minimumDisposal = min(lots[lot].area, dice.roll(0...minimum))
        minimum -= lots[lot].minimumDisposal
      }
      scenario.land.stock += lots
    }
    if hasReserve { scenario.land.developmentZoneReserve = dice.multiple(of: unit, upTo: open) }
    scenario.land.stock.sort {
      ($0.county, $0.vintage, $0.kind.rawValue) < ($1.county, $1.vintage, $1.kind.rawValue)
    }
  }

  private mutating func drawQuotas() {
    scenario.land.provincialMayUseCityQuota = dice.once(in: 2)
    scenario.land.keyProjectsMayUseCountyQuota = dice.once(in: 2)
    scenario.land.cityQuotaAlsoFor = dice.pick([[], [.reserve], [.other, .reserve]])
    scenario.land.municipalGuarantee = .preferred
    var (city, provincial) = (0, 0)
    for county in scenario.counties.indices {
      var use: [Level: Int] = [:]
      for level in Level.allCases {
        let need = scenario.projects.indices.reduce(0) { sum, project in
          let facts = scenario.projects[project]
          guard facts.county == county && facts.level == level else { return sum }
          return sum + land(project) - plan.stockLand[project]
        }
        let mayCity = scenario.land.mayUseCityQuota(level)
        if scenario.land.mayUseCountyQuota(level) {
          use[level] = level != .provincial && !mayCity ? need : dice.multiple(of: unit, upTo: need)
        }
        let rest = need - (use[level] ?? 0)
        if level == .provincial { provincial += rest } else { city += rest }
      }
      plan.countyQuotaUse.append(use)
      scenario.land.countyQuotas.append(use.values.reduce(0, +) + spare())
    }
    scenario.land.cityQuota = city + spare()
    scenario.land.provincialQuota = provincial + spare()
    if scenario.land.provincialMayUseCityQuota {
      let shift = dice.multiple(of: unit, upTo: scenario.land.provincialQuota)
      scenario.land.provincialQuota -= shift
      scenario.land.cityQuota += shift
    }
  }

  private mutating func spare() -> Int { dice.once(in: 2) ? 0 : unit * dice.roll(0...500) }
}
