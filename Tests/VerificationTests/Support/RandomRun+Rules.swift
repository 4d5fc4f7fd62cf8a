import Scenario

extension RandomRun {
  mutating func drawBanks() {
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

  mutating func drawCaps() {
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

  mutating func drawMerit() {
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

  mutating func drawGoals() {
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

  mutating func drawBulletin() {
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
