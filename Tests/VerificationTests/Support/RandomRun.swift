import Scenario

/// A scenario with a plan that keeps every clause: the plan is drawn first, the quotas and caps around it.
struct RandomRun {
  var scenario: Scenario
  var plan: Plan
  private var dice: Dice
  /// All land is in multiples of this, 1/3 m².
  private let unit: Int

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

extension RandomRun {
  private mutating func drawBanks() {
    guard !dice.once(in: 6) else { return }
    var (key, others) = (BankAmounts(), BankAmounts())
    for (index, facts) in scenario.projects.enumerated() {
      let (steps, stock) = (plan.steps[index], plan.stockLand[index])
      let quantity = max(0, facts.farmland / facts.steps * steps - stock)
      let need = BankAmounts(
        quantity: quantity, paddy: max(0, facts.paddy / facts.steps * steps - stock),
        grain: facts.farmland == 0
          ? 0 : (facts.grainCapacity * quantity + facts.farmland - 1) / facts.farmland)
      for bank in Bank.allCases {
        if facts.level == .provincial {
          key[bank] += need[bank]
        } else {
          others[bank] += need[bank]
        }
      }
    }
    var fence = RingFence(
      share: dice.pick([1_500, 2_000, 3_333]), base: dice.pick(RingFence.Base.allCases),
      scope: dice.pick(RingFence.Scope.allCases), provincialMayUseRest: true)
    var banks = (0...2).map { CountyBank(county: $0) }
    for bank in Bank.allCases {
      let grid = bank == .grain ? 1 : unit
      // Generous enough that even with all of it ring-fenced as far as a base can reach, the plan fits.
      let pool = (key[bank] + 2 * others[bank]) * 2 + grid * dice.roll(0...40)
      let first = dice.multiple(of: grid, upTo: pool)
      let surplus = [first, pool - first]
      for county in 0...1 {
        let task = dice.roll(0...grid * 50)
        banks[county].task[bank] = task
        banks[county].added[bank] = task + dice.roll(0...grid * 5)
        banks[county].committed[bank] = dice.roll(banks[county].added[bank]...grid * 99)
        banks[county].opening[bank] =
          surplus[county] + task + banks[county].committed[bank] - banks[county].added[bank]
      }
      banks[2].opening[bank] = dice.roll(0...grid * 9)
      banks[2].task[bank] = dice.roll(1...grid * 99)
    }
    if dice.once(in: 3) { banks.removeLast() }
    scenario.farmland = FarmlandRules(banks: banks, ringFence: fence)
    let fits = Bank.allCases.allSatisfy { bank in
      let pool = banks[0...1].reduce(0) {
        $0 + $1.opening[bank] + $1.added[bank] - $1.task[bank] - $1.committed[bank]
      }
      return key[bank] * 100 <= pool * 15
    }
    if fits && fence.base == .circulating && dice.once(in: 2) {
      fence.provincialMayUseRest = false
      scenario.farmland.ringFence = fence
    }
    keepRingFenceClear(of: others)
  }

  /// Falls back to the plain base where another one would take what other projects use.
  private mutating func keepRingFenceClear(of others: BankAmounts) {
    let banks = scenario.farmland.banks
    let fits = Bank.allCases.allSatisfy { bank in
      let pool = banks.filter { $0.county < 2 }.reduce(0) {
        $0 + $1.opening[bank] + $1.added[bank] - $1.task[bank] - $1.committed[bank]
      }
      let base = banks.reduce(0) {
        switch scenario.farmland.ringFence.base {
        case .circulating: pool
        case .task: $0 + $1.task[bank]
        case .balance: $0 + $1.opening[bank] + $1.added[bank]
        }
      }
      let kept = min(pool, (base * scenario.farmland.ringFence.share + 9_999) / 10_000)
      return others[bank] <= pool - kept
    }
    if !fits { scenario.farmland.ringFence.base = .circulating }
  }

  private mutating func drawCaps() {
    for index in scenario.resources.indices {
      let resource = scenario.resources[index]
      var use = scenario.counties.map { _ in 0 }
      for (place, facts) in scenario.projects.enumerated() {
        let local =
          resource.countyCoefficients.isEmpty ? .one : resource.countyCoefficients[facts.county]
        let branch = resource.sectorCoefficients[facts.sector] ?? .one
        let top = resource.coefficient.numerator * local.numerator * branch.numerator
        let bottom = resource.coefficient.denominator * local.denominator * branch.denominator
        let charged = (facts.demands[index] / facts.steps * top + bottom - 1) / bottom
        use[facts.county] += charged * plan.steps[place]
      }
      if dice.once(in: 2) {
        scenario.resources[index].cityCap = use.reduce(0, +) + dice.roll(0...4_000)
      }
      if dice.once(in: 2) {
        scenario.resources[index].countyCaps = use.map {
          dice.once(in: 3) ? nil : $0 + dice.roll(0...1) * dice.roll(0...4_000)
        }
      }
    }
  }

  private mutating func drawMerit() {
    guard !dice.once(in: 4) else { return }
    scenario.merit = MeritRule(
      form: dice.pick(MeritRule.Form.allCases),
      terms: [
        .init(indicator: .input, weight: 40, benchmark: Ratio(35_000, 7)),
        .init(indicator: .output, weight: 20, benchmark: Ratio(99_999)),
        .init(indicator: .energy, weight: 15, benchmark: Ratio(2, 15)),
        .init(indicator: .emission, weight: 25, benchmark: Ratio(77)),
      ], cap: Ratio(3, 2), energyResource: 0, emissionResources: [3, 4])
    if dice.once(in: 3) { scenario.merit?.threshold = 1 }
  }

  private mutating func drawGoals() {
    scenario.baseline = dice.once(in: 2) ? [0, 2] : nil
    if scenario.baseline != nil { scenario.goals.append(.nearestToBaseline) }
    scenario.goals.append(
      Goal(
        id: "own", title: "=自定,目标", sense: .minimize,
        terms: [
          .init(.newLand, weight: -3, filter: .init(levels: [.other], counties: [0, 1])),
          .init(.stockLand, weight: 2, filter: .init(stages: [.starting])),
        ]))
    scenario.goals.append(
      Goal(
        id: "mixed", title: "混合", sense: .maximize,
        terms: [.init(.resource(0), weight: -1), .init(.supported, weight: 1_000)]))
    scenario.goals.append(
      Goal(
        id: "moved", title: "调剂", sense: .minimize,
        terms: [.init(.transfer(.paddy), filter: .init(counties: [1]))]))
    if dice.once(in: 2) {
      let paid = scenario.projects.indices.reduce(0) {
        $0 + scenario.projects[$1].investmentThisYear / scenario.projects[$1].steps * plan.steps[$1]
      }
      let isHard = dice.once(in: 2)
      scenario.investmentTarget = InvestmentTarget(
        amount: isHard ? paid - dice.roll(0...paid) : paid + dice.roll(0...99), isHardFloor: isHard)
    }
    scenario.expectedCounts = [ExpectedCount(level: .provincial, stage: .starting, count: 4)]
  }

  private mutating func drawBulletin() {
    for month in ["2017-11", "2017-12", "2018-01", "2018-02"] {
      for indicator in ["投资完成率", "开工率"] {
        for county in 0...2 where !dice.once(in: 8) {
          scenario.bulletin.append(
            BulletinValue(
              month: month, indicator: indicator, county: county,
              value: county == 1 ? -325 : dice.roll(-400...9_999)))
        }
      }
    }
  }
}
