import Scenario
import Testing
import Verification

/// Plans that break one clause, written as tables that agree with them: the clause must be named.
@Suite struct ClauseTests {
  /// Two counties; P-1 省重点, P-2 市重点 and P-3 其他 in the first, P-4 储备 in the second; all need 1 亩.
  private static func sound() -> (scenario: Scenario, plan: Plan) {
    let levels = Level.allCases
    let projects = (0...3).map { index in
      Project(
        id: "P-\(index + 1)", name: "项目\(index)", level: levels[index], county: index == 3 ? 1 : 0,
        stage: .starting, investmentThisYear: 10_000, landTotal: 2_000, landThisYear: 2_000,
        farmland: 1_000, paddy: 200, grainCapacity: 70, demands: [5])
    }
    var scenario = Scenario(title: "条款", year: 2018, counties: ["甲县", "乙县"], projects: projects)
    scenario.land = LandRules(
      provincialQuota: 2_000, cityQuota: 4_000, countyQuotas: [2_000, 0],
      stock: [
        StockLot(county: 0, kind: .idle, vintage: 2015, area: 2_000),
        StockLot(county: 0, kind: .idle, vintage: 2016, area: 2_000, inDevelopmentZone: true),
      ])
    let plenty = BankAmounts(quantity: 6_000, paddy: 2_000, grain: 500)
    scenario.farmland = FarmlandRules(banks: [CountyBank(county: 0, opening: plenty)])
    scenario.resources = [Resource(id: "energy", name: "能耗", kind: .energy, unit: "吨标准煤")]
    let plan = Plan(
      steps: [1, 1, 1, 1], stockLand: [0, 0, 0, 0], countyQuotaUse: [[.other: 2_000], [:]])
    return (scenario, plan)
  }

  private func clauses(_ change: (inout Scenario, inout Plan) -> Void) -> Set<String> {
    var (scenario, plan) = Self.sound()
    change(&scenario, &plan)
    let run = WrittenRun(scenario: scenario, plan: plan)
    let report = Verifier.verify(
      scenario: scenario, tables: run.tables, resultJSON: run.result)
    return Set(report.faults.filter { $0.code == .clause }.compactMap(\.column))
  }

  @Test("The sound plan keeps every clause")
  func sound() { #expect(clauses { _, _ in } == []) }

  @Test("R-1, A-1, A-3, M-1: projects that must stay out")
  func gates() {
    #expect(clauses { scenario, _ in scenario.projects[1].conformsToPlans = false } == ["R-1"])
    #expect(clauses { scenario, _ in scenario.projects[1].isApproved = false } == ["A-1"])
    #expect(clauses { scenario, _ in scenario.projects[1].lock = .lockedOut } == ["A-3"])
    #expect(
      clauses { scenario, _ in
        scenario.merit = MeritRule(
          form: .benchmark, terms: [.init(indicator: .tax, weight: 10)], threshold: 1)
      } == ["M-1"])
  }

  @Test("L-1 and A-3: projects that must come in")
  func guarantees() {
    #expect(
      clauses { scenario, plan in
        scenario.land.municipalGuarantee = .required
        plan.steps[1] = 0
      } == ["L-1"])
    #expect(
      clauses { scenario, plan in
        scenario.projects[3].lock = .lockedIn
        plan.steps[3] = 0
      } == ["A-3"])
  }

  @Test("A-2 and A-4: steps, requirements, exclusions")
  func relations() {
    #expect(
      clauses { scenario, plan in
        scenario.projects[3].division = Division(steps: 5, minimumSteps: 3)
        plan.steps[3] = 2
      } == ["A-2"])
    #expect(
      clauses { scenario, plan in
        scenario.projects[1].requires = [3]
        plan.steps[3] = 0
      } == ["A-4"])
    #expect(clauses { scenario, _ in scenario.projects[3].excludes = [0] } == ["A-4"])
  }

  @Test("L-2 and S-1: stock land below its minimum, out of the reserve")
  func stock() {
    #expect(clauses { scenario, _ in scenario.land.stock[0].minimumDisposal = 100 } == ["L-2"])
    #expect(
      clauses { scenario, plan in
        scenario.land.developmentZoneReserve = 2_000
        plan.stockLand = [2_000, 200, 0, 0]
      } == ["S-1"])
  }

  @Test("L-1, L-3, L-4: more quota than there is")
  func quotas() {
    #expect(clauses { scenario, _ in scenario.land.countyQuotas[0] = 1_000 } == ["L-3"])
    #expect(
      clauses { scenario, _ in
        scenario.land.provincialQuota = 1_000
        scenario.land.provincialMayUseCityQuota = false
      } == ["L-4"])
    #expect(clauses { scenario, _ in scenario.land.provincialQuota = 1_000 } == ["L-4"])
    #expect(clauses { scenario, _ in scenario.land.cityQuota = 3_000 }.contains("L-1"))
    #expect(clauses { _, plan in plan.countyQuotaUse[0][.other] = 1_000 } == ["L-3"])
  }

  @Test("A-5: land off the common step")
  func step() { #expect(clauses { _, plan in plan.stockLand[0] = 20 } == ["A-5"]) }

  @Test("F-1 and F-3: the pool and its ring-fence")
  func farmland() {
    #expect(
      clauses { scenario, _ in scenario.farmland.banks[0].opening.quantity = 3_500 }
        .isSuperset(of: ["F-1", "F-3"]))
    #expect(clauses { scenario, _ in scenario.farmland.ringFence.share = 6_000 } == ["F-3"])
    #expect(
      clauses { scenario, _ in
        scenario.farmland.ringFence.provincialMayUseRest = false
        scenario.farmland.ringFence.scope = .quantityOnly
      } == ["F-3"])
  }

  @Test("E-2 and G-1: caps and the hard target")
  func limits() {
    #expect(clauses { scenario, _ in scenario.resources[0].cityCap = 19 } == ["E-2"])
    #expect(clauses { scenario, _ in scenario.resources[0].countyCaps = [14, nil] } == ["E-2"])
    #expect(
      clauses { scenario, _ in
        scenario.investmentTarget = InvestmentTarget(amount: 40_001, isHardFloor: true)
      } == ["G-1"])
    #expect(
      clauses { scenario, _ in scenario.investmentTarget = InvestmentTarget(amount: 40_001) } == [])
  }
}
